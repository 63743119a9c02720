"""Games of one scenario stand beside each other: where they parted and how they came out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.played import doctrine_game
from tests.scenes import loaded, settings_for
from wargame.engine.words import day_words
from wargame.errors import RuleError
from wargame.play.debrief.compare import compare
from wargame.play.debrief.compared_games import (
    MOST_GAMES,
    ComparedGame,
    beside,
    comparable,
    read_game,
)
from wargame.play.new_game import new_game
from wargame.scenarios.loading import LoadedScenario, scenario_of
from wargame.scenarios.retimed import retimed
from wargame.scenarios.text import ScenarioText

TURNS = 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("compare")
    for seed in (7, 8):
        doctrine_game(place, TURNS, seed).close()
    doctrine_game(place, 1, 9, name="blank").close()
    return place


@pytest.fixture(scope="module")
def games(folder: Path) -> list[ComparedGame]:
    return [read_game(folder / f"played-{seed}.wargame") for seed in (7, 8)]


def test_that_every_seat_s_orders_stand_beside_each_other(games: list[ComparedGame]) -> None:
    found = compare(games)
    seats = games[0].replay.scenario.seats
    assert len(found.choices) == TURNS * len(seats)
    assert {len(choice.sheets) for choice in found.choices} == {2}
    assert all(words for choice in found.choices for words in choice.sheets)
    for choice in found.choices:
        assert choice.is_same or choice.sheets[0] != choice.sheets[1]


def test_that_the_first_difference_is_where_they_parted(games: list[ComparedGame]) -> None:
    found = compare(games)
    parted = found.parted
    assert parted is not None
    at = found.choices.index(parted)
    assert all(choice.is_same for choice in found.choices[:at])
    assert f"turn {parted.turn}" in found.parted_words
    assert all(words in found.parted_words for words in parted.sheets)


def test_that_each_game_tells_its_index_harm_and_end(games: list[ComparedGame]) -> None:
    found = compare(games)
    for game, side in zip(games, found.games, strict=True):
        world = game.replay.world(game.replay.last)
        assert [index for _, index in side.line] == list(world.index_path)
        assert side.peak[0] == max(world.index_path)
        assert world.index_path[side.peak[1]] == side.peak[0]
        assert side.seed == world.settings.seed
    assert len({side.title for side in found.games}) == 2
    assert all(len(harm.counts) == 2 for harm in found.harm)


def test_that_a_game_beside_itself_did_not_part(
    games: list[ComparedGame], folder: Path, tmp_path: Path
) -> None:
    twin = tmp_path / "twin.wargame"
    shutil.copyfile(folder / "played-7.wargame", twin)
    found = compare([games[0], read_game(twin)])
    assert found.parted is None
    assert "the same luck" in found.parted_words
    assert found.games[0].title != found.games[1].title


def test_that_a_game_that_did_not_come_so_far_has_no_choice_there(
    games: list[ComparedGame], tmp_path: Path
) -> None:
    doctrine_game(tmp_path, 1, 7).close()
    found = compare([games[0], read_game(tmp_path / "played-7.wargame")])
    late = [choice for choice in found.choices if choice.turn == TURNS]
    assert all(choice.sheets[1] == "" and choice.is_same for choice in late)
    assert found.parted is None


def test_that_games_of_two_scenarios_are_refused_in_one_sentence(
    games: list[ComparedGame], folder: Path
) -> None:
    other = read_game(folder / "played-9.wargame")
    with pytest.raises(RuleError, match="only games of one scenario"):
        compare([games[0], other])


@pytest.mark.parametrize("count", [0, 1, MOST_GAMES + 1])
def test_that_too_few_or_too_many_games_are_refused(games: list[ComparedGame], count: int) -> None:
    with pytest.raises(RuleError, match="sessions"):
        compare(games[:1] * count)


def test_that_sessions_of_the_same_scenario_are_offered(folder: Path) -> None:
    path = folder / "played-7.wargame"
    found = comparable(path, folder)
    assert found[0].path == path
    assert {card.path.name for card in found} == {"played-7.wargame", "played-8.wargame"}
    elsewhere = comparable(path, folder / "empty")
    assert [card.path for card in elsewhere] == [card.path for card in found]
    with pytest.raises(RuleError, match="not there any more"):
        comparable(folder / "gone.wargame", folder)


def begun(place: Path, text: ScenarioText) -> Path:
    """A session that has only begun, with this text of a scenario."""
    scenario = scenario_of(text)
    made = new_game(LoadedScenario(scenario, text), settings_for(scenario), place)
    made.close()
    return place


def test_that_only_a_session_of_the_same_version_is_laid_beside_another(
    folder: Path, tmp_path: Path
) -> None:
    cards = comparable(folder / "played-7.wargame", folder)
    assert [path.name for path in beside(cards)] == ["played-7.wargame", "played-8.wargame"]
    shutil.copyfile(folder / "played-9.wargame", tmp_path / "played-9.wargame")
    files = dict(loaded("blank").text.files)
    files["scenario.yaml"] += b"# more\n"
    other = begun(tmp_path / "other.wargame", ScenarioText(files))
    alone = comparable(tmp_path / "played-9.wargame", tmp_path)
    assert [card.path.name for card in alone] == ["played-9.wargame"]
    with pytest.raises(RuleError, match="no other session of “") as refused:
        beside(alone)
    game = read_game(alone[0].path)
    scenario, began = game.replay.scenario, day_words(game.replay.scenario.start[game.start].day)
    named = f"version {scenario.version}, that began on {began} with turns of "
    assert f"{named}{scenario.turn_days:g} day" in str(refused.value)
    with pytest.raises(RuleError, match="different versions"):
        compare([game, read_game(other)])


def test_that_turns_of_another_length_are_refused_with_both_lengths(
    folder: Path, tmp_path: Path
) -> None:
    shutil.copyfile(folder / "played-9.wargame", tmp_path / "played-9.wargame")
    game = read_game(tmp_path / "played-9.wargame")
    scenario = game.replay.scenario
    text = retimed(loaded("blank").text, scenario.turns, scenario.turn_days + 4)
    other = begun(tmp_path / "longer.wargame", text)
    cards = comparable(game.path, tmp_path)
    assert len(cards) == 2
    with pytest.raises(RuleError, match="no other session of “"):
        beside(cards)
    told = f"has {scenario.turn_days:g} days .* has {scenario.turn_days + 4:g} days"
    with pytest.raises(RuleError, match=told):
        compare([game, read_game(other)])


def test_that_a_shorter_game_is_compared_up_to_its_last_turn(tmp_path: Path) -> None:
    doctrine_game(tmp_path, 2, 7, "blank").close()
    (tmp_path / "played-7.wargame").rename(tmp_path / "long.wargame")
    doctrine_game(tmp_path, 1, 7, "blank", full=1).close()
    cards = comparable(tmp_path / "long.wargame", tmp_path)
    assert [path.name for path in beside(cards)] == ["long.wargame", "played-7.wargame"]
    games = [read_game(card.path) for card in cards]
    found, full = compare(games), games[0].replay.scenario.turns
    assert found.until_words == (
        f"In full the games have 1 and {full} turns; they are compared up to the end of turn 1."
    )
    assert {choice.turn for choice in found.choices} == {1}
    assert found.parted is None
    long, short = found.games
    # One seed and one set of orders: up to there both are the same game.
    assert (long.line, long.killed, long.acts) == (short.line, short.killed, short.acts)
    assert (long.turns, long.full, short.turns, short.full) == (1, full, 1, 1)
    assert long.ending == "It went on after turn 1"
    assert short.ending not in {"", long.ending}
    assert all(len(set(harm.counts)) == 1 for harm in found.harm)


def test_that_games_of_one_length_say_nothing_of_it(games: list[ComparedGame]) -> None:
    found = compare(games)
    assert found.until_words == ""
    assert found.turns == games[0].replay.scenario.turns
