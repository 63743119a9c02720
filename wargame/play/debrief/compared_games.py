"""Games that may be compared: which they are, and reading them.

They are of one version of a scenario, from one start day, with turns of one length. The number of
turns may differ: it says when a game ends, and nothing of what happens before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wargame.engine.words import day_words
from wargame.errors import RuleError, SaveError, ScenarioError
from wargame.play.debrief.replay import Replay
from wargame.play.library import SessionCard, session_cards
from wargame.scenarios.archive import unpack
from wargame.scenarios.loading import scenario_of
from wargame.scenarios.retimed import timeless_sha256
from wargame.storage.examination import header_of, packed_scenario
from wargame.storage.opening import open_save
from wargame.storage.quiet_view import quiet_view

MOST_GAMES = 6


@dataclass(frozen=True, slots=True)
class ComparedGame:
    """A game that was read to be compared.

    Attributes:
        path: Its save.
        title: Name of its session.
        version: Hash of its scenario's text without its turns.
        replay: The game.
    """

    path: Path
    title: str
    version: str
    replay: Replay

    @property
    def start(self) -> str:
        """The start day that was chosen, by its id."""
        return self.replay.world(0).settings.start

    @property
    def turn_days(self) -> float:
        """Days of a turn."""
        return self.replay.scenario.turn_days


def comparable(path: Path, folder: Path | None = None) -> tuple[SessionCard, ...]:
    """The sessions of the same version of a scenario, the save's own first, then the latest played.

    Args:
        path: The save.
        folder: Where to look; None for the person's saves.

    Raises:
        RuleError: The save cannot be read.
    """
    cards = [card for card in session_cards(folder) if not card.error]
    if all(card.path != path for card in cards):
        # A save that was opened from elsewhere is compared with those beside it, too.
        cards = [*(c for c in session_cards(path.parent) if not c.error), *cards]
    mine = next((card for card in cards if card.path == path), None)
    if mine is None:
        raise RuleError("compare.unknown", f"{path.name} is not there any more.")
    version = _version(path)
    others = (card for card in cards if card.scenario == mine.scenario and card != mine)
    return (mine, *(card for card in others if _version(card.path) == version))


def beside(cards: Sequence[SessionCard]) -> tuple[Path, ...]:
    """The first session and the next that can be laid beside it.

    Args:
        cards: What ``comparable`` gives.

    Raises:
        RuleError: There is no such session.
        SaveError: A session cannot be read.
    """
    first = read_game(cards[0].path)
    for card in cards[1:]:
        other = read_game(card.path)
        if (other.start, other.turn_days) == (first.start, first.turn_days):
            return first.path, other.path
    scenario = first.replay.scenario
    began = day_words(scenario.start[first.start].day)
    raise RuleError(
        "compare.alone",
        f"There is no other session of “{scenario.title}”, version {scenario.version}, that began "
        f"on {began} with turns of {_days(first)}. Games are compared only where the scenario's "
        "version, the start day and the length of a turn are the same.",
    )


def read_game(path: Path) -> ComparedGame:
    """A game to be compared; the file is only read.

    Raises:
        SaveError: The file cannot be read.
        ScenarioError: The scenario in it cannot be read by this version.
    """
    with open_save(path, read_only=True) as save:
        text = unpack(save.scenario_text, f"{save.header.scenario_id}.zip")
        replay = Replay(scenario_of(text), save.record_list())
        return ComparedGame(path, save.header.title, timeless_sha256(text), replay)


def check_same(games: Sequence[ComparedGame]) -> None:
    """Checks that games can be compared.

    Raises:
        RuleError: They are too few or too many, or differ in scenario, version, start or the
            length of a turn.
    """
    if len(games) < 2:
        raise RuleError("compare.few", "Choose two sessions or more to compare.")
    if len(games) > MOST_GAMES:
        raise RuleError("compare.many", f"At most {MOST_GAMES} sessions are compared at once.")
    first = games[0]
    for other in games[1:]:
        mine, its = first.replay.scenario, other.replay.scenario
        if its.id != mine.id:
            raise RuleError(
                "compare.scenario",
                f"“{first.title}” plays “{mine.title}” and “{other.title}” plays “{its.title}”; "
                "only games of one scenario are compared.",
            )
        if other.version != first.version:
            raise RuleError(
                "compare.version",
                f"“{first.title}” and “{other.title}” were played with different versions of "
                f"“{mine.title}”; only games of one version are compared.",
            )
        if other.turn_days != first.turn_days:
            raise RuleError(
                "compare.days",
                f"A turn of “{first.title}” has {_days(first)} and a turn of “{other.title}” has "
                f"{_days(other)}; only games with turns of one length are compared.",
            )
        if other.start != first.start:
            raise RuleError(
                "compare.start",
                f"“{first.title}” and “{other.title}” begin on different days; only games from "
                "one start are compared.",
            )


def _days(game: ComparedGame) -> str:
    return f"{game.turn_days:g} {'day' if game.turn_days == 1 else 'days'}"


def _version(path: Path) -> str:
    """The hash of a save's scenario without its turns; empty where it cannot be read."""
    try:
        with quiet_view(path) as view:
            return timeless_sha256(unpack(packed_scenario(view, path, header_of(view, path))))
    except (SaveError, ScenarioError):
        return ""
