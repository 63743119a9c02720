"""An event opened to its working holds every change of the event, and its sums come out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.played import doctrine_game
from wargame.engine.start import start_values
from wargame.model.events import ActResolved
from wargame.model.scenario import Scenario
from wargame.model.workings import EquationWorking, Working
from wargame.play.live_game import LiveGame
from wargame.play.panels.working_facts import effect_words
from wargame.play.panels.workings import working_of


@pytest.fixture(scope="module")
def game(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveGame]:
    played = doctrine_game(tmp_path_factory.mktemp("workings"), 5)
    yield played
    played.close()


def opened(game: LiveGame, number: int) -> Working:
    working = game.working(number)
    assert working is not None
    return working


def salvo(game: LiveGame) -> tuple[int, ActResolved]:
    """The largest salvo of the game."""
    acts = [(n, h) for n, h in game.world.happenings() if isinstance(h, ActResolved) and h.weapons]
    return max(acts, key=lambda found: sum(w.launched for w in found[1].weapons))


def equation(working: Working, title: str) -> EquationWorking:
    return next(one for one in working.equations if one.title == title)


def test_that_every_change_and_draw_of_every_event_has_a_line(game: LiveGame) -> None:
    for number, happening in game.world.happenings():
        working = opened(game, number)
        lines = [line for group in working.groups for line in group.lines]
        changes = [line for line in lines if line.before]
        draws = [line for line in lines if line.change.startswith("u ")]
        assert len(changes) == len(getattr(happening, "ledger", ()))
        assert len(draws) == len(getattr(happening, "draws", ()))
        assert all(0 <= line.equation < len(working.equations) for line in lines)


def test_that_the_index_follows_from_heat_and_precedent_as_its_line_says(game: LiveGame) -> None:
    checked = 0
    for number, happening in game.world.happenings():
        entries = [e for e in getattr(happening, "ledger", ()) if e.variable == "index"]
        if len(entries) != 1:
            continue
        steps = equation(opened(game, number), "The escalation index").steps
        one, two = f"{entries[0].before:.2f}", f"{entries[0].after:.2f}"
        assert steps[-1].text == (one if one == two else f"{one} → {two}")
        checked += 1
    assert checked > 20


def test_that_the_heat_of_a_front_is_the_product_of_its_factors(game: LiveGame) -> None:
    shown = 0
    for number, act in game.world.happenings():
        if not isinstance(act, ActResolved):
            continue
        entries = [e for e in act.ledger if e.variable == "front_heat"]
        if len(entries) != 1:
            continue
        entry = entries[0]
        working = opened(game, number)
        steps = [e.steps for e in working.equations if e.title == "Heat of a front" and e.steps]
        for told in steps:
            change = entry.after - entry.before
            assert told[-1].text == f"{change:+.3f}".replace("-", "−")
            shown += 1
    assert shown > 10


def test_that_a_salvo_shows_its_draws_and_only_the_constants_of_what_flew(game: LiveGame) -> None:
    number, act = salvo(game)
    barrage = equation(opened(game, number), "Salvo against layered defence")
    flew = {str(weapons.weapon) for weapons in act.weapons}
    assert barrage.draws
    assert all("u 0." in draw.text for draw in barrage.draws)
    shown = {parameter.key for parameter in barrage.parameters}
    for weapon in ("drone", "cruise", "ballistic-old", "ballistic-new", "rocket"):
        assert (f"barrage.{weapon}.reliability" in shown) is (weapon in flew)


def test_that_inputs_are_those_of_the_moment_and_not_of_now(game: LiveGame) -> None:
    number, act = next(
        (n, h)
        for n, h in game.world.happenings()
        if isinstance(h, ActResolved) and any(e.variable == "debt" for e in h.ledger)
    )
    debt = equation(opened(game, number), "Debt after an act")
    first = next(e for e in act.ledger if e.variable == "debt")
    named = [
        line for line in debt.inputs if line.name == f"Debt owed, {first.first} → {first.second}"
    ]
    assert [line.text for line in named] == [f"{first.before:.1f}"]


def test_that_an_effect_of_the_catalogue_is_shown_as_such(game: LiveGame) -> None:
    shown = 0
    for number, act in game.world.happenings():
        if not isinstance(act, ActResolved):
            continue
        working = opened(game, number)
        effects = game.scenario.move[act.order.move].effects
        for found in working.equations:
            if found.title == "The move's own effect":
                words = [step.text for step in found.steps]
                assert found.steps[0].name == "Entry"
                assert any(effect_words(effect) in words for effect in effects)
                shown += 1
    assert shown > 5


def test_that_the_choice_of_a_computer_seat_can_be_opened(game: LiveGame) -> None:
    number, act = next(
        (n, h) for n, h in game.world.happenings() if isinstance(h, ActResolved) and h.why
    )
    working = opened(game, number)
    doctrine = next(group for group in working.groups if group.system == "D7")
    assert doctrine.lines[0].meaning == act.why
    shown = working.equations[doctrine.lines[0].equation].parameters
    assert any(parameter.key == "doctrine.restraint" for parameter in shown)


def test_that_sources_say_what_speaks_against_them(game: LiveGame) -> None:
    scenario: Scenario = game.scenario
    weak = tuple(
        replace(source, kind="standing", confidence="low") if source.id == "002" else source
        for source in scenario.sources
    )
    number = next(
        n
        for n, h in game.world.happenings()
        if isinstance(h, ActResolved) and any(e.variable == "face" for e in h.ledger)
    )
    changed = replace(scenario, sources=weak)
    working = working_of(changed, game.world, start_values(changed, changed.starts[0]), number)
    assert working is not None
    standing = equation(working, "Standing after an act")
    humiliation = next(p for p in standing.parameters if p.key == "face.humiliation")
    assert humiliation.sources[0].doubts == ("standing knowledge", "low confidence")


def test_that_what_is_no_happening_has_no_working(game: LiveGame) -> None:
    assert game.working(1) is None
    assert game.working(10**6) is None
