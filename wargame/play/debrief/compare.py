"""Comparing games of one scenario: where they parted, what was chosen, how it came out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wargame.engine.start import start_values
from wargame.model.comparison import Choice, Comparison, GameSide, Harm
from wargame.model.events import PhaseBegan
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId, Phase
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.seat_view import ActorLabel
from wargame.model.world import World
from wargame.play.debrief.branching.change_words import order_words
from wargame.play.debrief.compared_games import ComparedGame, check_same
from wargame.play.debrief.replay import Replay
from wargame.play.words.warned_lines import drawn_line

HELD = "Held"

Sheet = tuple[Order, ...]


def compare(games: Sequence[ComparedGame], check: Callable[[], None] = lambda: None) -> Comparison:
    """Games beside each other.

    Args:
        games: Two at the least, ``MOST_GAMES`` at the most.
        check: Called between games; what it raises ends the work.

    Raises:
        RuleError: They are too few or too many, or differ in more than their number of turns.
    """
    check_same(games)
    scenario = games[0].replay.scenario
    turns = min(game.replay.scenario.turns for game in games)
    ends = [game.replay.world(_last_place(game.replay, turns)) for game in games]
    titles = _titles(games)
    sides, sheets = [], []
    for game, end, title in zip(games, ends, titles, strict=True):
        check()
        sides.append(_side(game, end, title))
        sheets.append(_sheets(game.replay))
    choices = tuple(_choices(scenario, sheets, turns))
    parted = next((choice for choice in choices if not choice.is_same), None)
    return Comparison(
        scenario=scenario.title,
        turns=turns,
        until_words=_until_words(games, turns),
        bands=scenario.bands,
        actors=tuple(ActorLabel(a.id, a.full_name, a.camp, a.place) for a in scenario.actors),
        games=tuple(sides),
        choices=choices,
        parted=parted,
        parted_words=_parted_words(scenario, sides, parted),
        harm=tuple(_harm(scenario, ends)),
    )


def _last_place(replay: Replay, turns: int) -> int:
    """The last place of a game's first turns."""
    return next((place - 1 for turn, place in replay.turn_places() if turn > turns), replay.last)


def _until_words(games: Sequence[ComparedGame], turns: int) -> str:
    """Up to where games of different numbers of turns are compared; empty for one number."""
    lengths = {game.replay.scenario.turns for game in games}
    if len(lengths) == 1:
        return ""
    told = ", ".join(f"{length}" for length in sorted(lengths)[:-1])
    return (
        f"In full the games have {told} and {max(lengths)} turns; they are compared up to the end "
        f"of turn {turns}."
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
        full=game.replay.scenario.turns,
        ending=_ending(game.replay, end),
        peak=(peak, path.index(peak)),
        killed=_grown(game.replay.scenario, end, first, "deaths"),
        displaced=_grown(game.replay.scenario, end, first, "displaced"),
        acts=len(acts),
        gravest=max((act.rung for act in acts), default=0.0),
    )


def _ending(replay: Replay, end: World) -> str:
    if end.outcome is not None:
        return end.outcome.words
    return "" if replay.turn_at(replay.last) == end.turn else f"It went on after turn {end.turn}"


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


def _choices(
    scenario: Scenario, sheets: Sequence[dict[int, dict[ActorId, Sheet]]], turns: int
) -> list[Choice]:
    found = []
    for turn in range(1, turns + 1):
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
