"""Comparing games of one scenario: where they parted, what was chosen, how it came out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wargame.engine.start import start_values
from wargame.engine.words import day_words
from wargame.errors import RuleError, SaveError
from wargame.model.comparison import Choice, Comparison, GameSide, Harm
from wargame.model.events import PhaseBegan
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seat_view import ActorLabel
from wargame.model.world import World
from wargame.play.dealings.perceptions import drawn_line
from wargame.play.debrief.branching.change_words import order_words
from wargame.play.debrief.replay import Replay
from wargame.play.library import SessionCard, scenario_of_save, session_cards
from wargame.storage.examination import header_of
from wargame.storage.opening import open_save
from wargame.storage.quiet_view import quiet_view

MOST_GAMES = 6
HELD = "Held"

Sheet = tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class ComparedGame:
    """A game that was read to be compared.

    Attributes:
        path: Its save.
        title: Name of its session.
        scenario_sha256: Hash of its scenario's text.
        replay: The game.
    """

    path: Path
    title: str
    scenario_sha256: str
    replay: Replay


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
        if _start(other) == _start(first):
            return first.path, other.path
    scenario = first.replay.scenario
    began = day_words(scenario.start[_start(first)].day)
    days = f"{scenario.turn_days:g} {'day' if scenario.turn_days == 1 else 'days'}"
    raise RuleError(
        "compare.alone",
        f"There is no other session of “{scenario.title}”, version {scenario.version}, that began "
        f"on {began} with turns of {days}. Games are compared only where the scenario's version, "
        "the start day and the length of a turn are the same.",
    )


def _version(path: Path) -> str:
    """The hash of a save's scenario; empty where it cannot be read."""
    try:
        with quiet_view(path) as view:
            return header_of(view, path).scenario_sha256
    except SaveError:
        return ""


def _start(game: ComparedGame) -> str:
    return game.replay.world(0).settings.start


def read_game(path: Path) -> ComparedGame:
    """A game to be compared; the file is only read.

    Raises:
        SaveError: The file cannot be read.
        ScenarioError: The scenario in it cannot be read by this version.
    """
    with open_save(path, read_only=True) as save:
        replay = Replay(scenario_of_save(save), save.record_list())
        return ComparedGame(path, save.header.title, save.header.scenario_sha256, replay)


def compare(games: Sequence[ComparedGame], check: Callable[[], None] = lambda: None) -> Comparison:
    """Games beside each other.

    Args:
        games: Two at the least, ``MOST_GAMES`` at the most.
        check: Called between games; what it raises ends the work.

    Raises:
        RuleError: They are too few or too many, or not of one scenario, version and start.
    """
    _check_same(games)
    scenario = games[0].replay.scenario
    ends = [game.replay.world(game.replay.last) for game in games]
    titles = _titles(games)
    sides, sheets = [], []
    for game, end, title in zip(games, ends, titles, strict=True):
        check()
        sides.append(_side(game, end, title))
        sheets.append(_sheets(game.replay))
    choices = tuple(_choices(scenario, sheets))
    parted = next((choice for choice in choices if not choice.is_same), None)
    return Comparison(
        scenario=scenario.title,
        turns=scenario.turns,
        bands=scenario.bands,
        actors=tuple(ActorLabel(a.id, a.full_name, a.camp, a.place) for a in scenario.actors),
        games=tuple(sides),
        choices=choices,
        parted=parted,
        parted_words=_parted_words(scenario, sides, parted),
        harm=tuple(_harm(scenario, ends)),
    )


def _check_same(games: Sequence[ComparedGame]) -> None:
    if len(games) < 2:
        raise RuleError("compare.few", "Choose two sessions or more to compare.")
    if len(games) > MOST_GAMES:
        raise RuleError("compare.many", f"At most {MOST_GAMES} sessions are compared at once.")
    first = games[0]
    start = _start(first)
    for other in games[1:]:
        mine, its = first.replay.scenario, other.replay.scenario
        if its.id != mine.id:
            raise RuleError(
                "compare.scenario",
                f"“{first.title}” plays “{mine.title}” and “{other.title}” plays “{its.title}”; "
                "only games of one scenario are compared.",
            )
        if other.scenario_sha256 != first.scenario_sha256:
            raise RuleError(
                "compare.version",
                f"“{first.title}” and “{other.title}” were played with different versions of "
                f"“{mine.title}”; only games of one version are compared.",
            )
        if _start(other) != start:
            raise RuleError(
                "compare.start",
                f"“{first.title}” and “{other.title}” begin on different days; only games from "
                "one start are compared.",
            )


def _titles(games: Sequence[ComparedGame]) -> list[str]:
    """Names that differ: where sessions share one, their files tell them apart."""
    names = [game.title for game in games]
    found: list[str] = []
    for game in games:
        title = plain = game.title if names.count(game.title) == 1 else game.path.stem
        number = 2
        while title in found:
            title = f"{plain} ({number})"
            number += 1
        found.append(title)
    return found


def _side(game: ComparedGame, end: World, title: str) -> GameSide:
    path = end.index_path
    first = start_values(game.replay.scenario, game.replay.scenario.start[end.settings.start])
    acts = [h for _, h in end.happenings() if isinstance(h, ActResolved) and not h.goes_on]
    peak = max(path)
    return GameSide(
        title=title,
        played=game.replay.line[-1].at[:10],
        seed=end.settings.seed,
        line=tuple((float(turn), index) for turn, index in enumerate(path)),
        turns=len(path) - 1,
        ending=end.outcome.words if end.outcome is not None else "",
        peak=(peak, path.index(peak)),
        killed=_grown(game.replay.scenario, end, first, "deaths"),
        displaced=_grown(game.replay.scenario, end, first, "displaced"),
        acts=len(acts),
        gravest=max((act.rung for act in acts), default=0.0),
    )


def _grown(scenario: Scenario, end: World, first: bytes, variable: str) -> int:
    read = scenario.layout.read
    return round(
        sum(
            read(end.values, variable, actor.id) - read(first, variable, actor.id)
            for actor in scenario.actors
        )
    )


def _sheets(replay: Replay) -> dict[int, dict[ActorId, Sheet]]:
    """Every seat's orders by turn, as they were locked."""
    found: dict[int, dict[ActorId, Sheet]] = {}
    for place, record in enumerate(replay.line):
        event = record.event
        if isinstance(event, PhaseBegan) and event.phase is Phase.ADJUDICATE:
            found[event.turn] = dict(replay.world(place).sealed)
    return found


def _choices(scenario: Scenario, sheets: Sequence[dict[int, dict[ActorId, Sheet]]]) -> list[Choice]:
    found = []
    for turn in range(1, scenario.turns + 1):
        played = [game.get(turn) for game in sheets]
        if not any(played):
            break
        for actor in scenario.seats:
            given = [None if game is None else game.get(actor.id, ()) for game in played]
            known = {_key(scenario, sheet) for sheet in given if sheet is not None}
            words = tuple(_words(scenario, sheet) for sheet in given)
            found.append(Choice(turn, actor.id, words, is_same=len(known) <= 1))
    return found


def _key(scenario: Scenario, sheet: Sheet) -> tuple[object, ...]:
    """What makes two sheets the same choice: the deeds, not the words that go with them.

    The line that a warning draws is a deed: it deters from that rung on.
    """
    return tuple(
        (
            (o.move, o.target, o.salvo, o.warning_hours, o.overt, o.condition, o.argument),
            drawn_line(scenario, o),
        )
        for o in sheet
    )


def _words(scenario: Scenario, sheet: Sheet | None) -> str:
    if sheet is None:
        return ""
    return "; ".join(order_words(scenario, order) for order in sheet) or HELD


def _parted_words(scenario: Scenario, sides: Sequence[GameSide], parted: Choice | None) -> str:
    if parted is None:
        seeds = len({side.seed for side in sides})
        luck = "and the same luck" if seeds == 1 else "but not the same luck"
        return f"Every seat ordered the same in every turn that all of them played, {luck}."
    who = scenario.actor[parted.seat].name
    told = "; ".join(
        f"{side.title}: {words}" for side, words in zip(sides, parted.sheets, strict=True) if words
    )
    return f"They parted in turn {parted.turn}, at the orders of {who}. {told}."


def _harm(scenario: Scenario, ends: Sequence[World]) -> list[Harm]:
    rows = []
    for variable, name in (("deaths", "Killed"), ("displaced", "Displaced")):
        counted = []
        for actor in scenario.actors:
            counts = tuple(round(scenario.layout.read(e.values, variable, actor.id)) for e in ends)
            if any(counts):
                counted.append(Harm(f"{name}, side of {actor.full_name}", counts))
        rows += sorted(counted, key=lambda harm: -max(harm.counts))
    return rows
