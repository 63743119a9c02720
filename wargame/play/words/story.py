"""A game in words: how it went turn by turn at its turning points, who did what and why.

For a reader who was not there: the ending, the path of the index, what moved it most, each actor's
hardest act with its reason, truces and losses. Everything is told, so it is for control and for the
time after the game.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wargame.engine.start import start_values
from wargame.engine.words import act_words, actor_name, counted, order_words
from wargame.model.events import ActResolved, SystemSettled
from wargame.model.ids import ActorId
from wargame.model.ledger import total_change
from wargame.model.scenario import Scenario
from wargame.model.world import World

TURNING_POINTS = 6
"""How many acts are told as turning points."""

LEAST_CHANGE = 1.0
"""Points of the index below which an act turns nothing."""

TOLD_STEPS = frozenset({"talks", "hazard", "spillover", "nuclear", "words", "proxies", "ground"})
"""Steps whose public news belongs to the story beside the acts."""


@dataclass(frozen=True, slots=True)
class Story:
    """A game in words.

    Attributes:
        ending: How it ended, or that it goes on.
        path: The index at the start and after each turn.
        turning_points: What moved the index most, and news, in the order of the game.
        deeds: The hardest act of each actor, with its reason.
        harm: What it cost in people, as plain statements.
    """

    ending: str
    path: str
    turning_points: tuple[str, ...]
    deeds: tuple[str, ...]
    harm: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """The story as text, line by line."""
        yield self.ending
        yield self.path
        yield "Turning points:"
        yield from (f"  {line}" for line in self.turning_points)
        yield "Who did what:"
        yield from (f"  {line}" for line in self.deeds)
        yield "What it cost:"
        yield from (f"  {line}" for line in self.harm)


def story_of(scenario: Scenario, world: World) -> Story:
    """The story of a game as far as it has been played."""
    ending = world.outcome.words if world.outcome else f"The game is in turn {world.turn}."
    return Story(
        ending=ending,
        path=_path(scenario, world),
        turning_points=tuple(_turning_points(scenario, world)),
        deeds=tuple(_deeds(scenario, world)),
        harm=tuple(_harm(scenario, world)),
    )


def _path(scenario: Scenario, world: World) -> str:
    path = world.index_path
    first, last = path[0], path[-1]
    most = max(path)
    peak = (
        "never higher than at the start"
        if most == first
        else f"highest after turn {path.index(most)} with {most:.0f}"
    )
    band = scenario.band_of(last).name
    return f"Index from {first:.0f} to {last:.0f} ({band}), {peak}."


def _acts(world: World) -> Iterator[ActResolved]:
    """What was done, without what merely went on."""
    for _, happening in world.happenings():
        if isinstance(happening, ActResolved) and not happening.goes_on:
            yield happening


def _turning_points(scenario: Scenario, world: World) -> Iterator[str]:
    """The acts that moved the index most, and what the law made public, in their order."""
    moved = {id(act): total_change(act.ledger, "index") for act in _acts(world)}
    large = sorted(_acts(world), key=lambda act: -abs(moved[id(act)]))[:TURNING_POINTS]
    chosen = {id(act) for act in large if abs(moved[id(act)]) >= LEAST_CHANGE}
    told: set[str] = set()
    for _, happening in world.happenings():
        if isinstance(happening, ActResolved) and id(happening) in chosen:
            yield _act_line(scenario, happening, moved[id(happening)])
        elif isinstance(happening, SystemSettled) and _is_news(happening):
            if happening.words not in told:
                yield f"Turn {happening.turn}: {happening.words}"
            told.add(happening.words)


def _is_news(settled: SystemSettled) -> bool:
    return bool(settled.words) and settled.public and settled.step in TOLD_STEPS


def _act_line(scenario: Scenario, act: ActResolved, change: float) -> str:
    signed = f"{change:+.1f}".replace("-", "−")
    line = f"Turn {act.turn}: {_who(scenario, act)}: {act_words(scenario, act)} (index {signed})."
    return f"{line} {act.why}" if act.why else line


def _who(scenario: Scenario, act: ActResolved) -> str:
    who = actor_name(scenario, act.actor)
    target = act.order.target
    return f"{who} against {actor_name(scenario, target)}" if target else who


def _deeds(scenario: Scenario, world: World) -> Iterator[str]:
    """For each seat its hardest act, how often it acted, and why it did that."""
    for seat in scenario.seats:
        acts = [act for act in _acts(world) if act.actor == seat.id]
        if not acts:
            yield f"{seat.full_name}: held."
            continue
        hardest = max(acts, key=lambda act: (act.rung, act.severity))
        what = order_words(scenario, hardest.order)
        line = (
            f"{seat.full_name}: {counted(len(acts), 'act', 'acts')}, at most R{hardest.rung:.0f}: "
            f"{what}, in turn {hardest.turn}."
        )
        yield f"{line} {hardest.why}" if hardest.why else line


def _harm(scenario: Scenario, world: World) -> Iterator[str]:
    """Deaths and displacement since the start, side by side."""
    read = scenario.layout.read
    first = start_values(scenario, scenario.start[world.settings.start])
    for variable, one, many, verb in (
        ("deaths", "person", "people", "killed"),
        ("displaced", "person", "people", "displaced"),
    ):
        lost = {
            actor.id: round(
                read(world.values, variable, actor.id) - read(first, variable, actor.id)
            )
            for actor in scenario.actors
        }
        total = sum(count for count in lost.values() if count > 0)
        if total == 0:
            yield f"Nobody was {verb}."
            continue
        most = _largest(scenario, lost)
        was = "was" if total == 1 else "were"
        yield f"{counted(total, one, many)} {was} {verb}: {', '.join(most)}."


def _largest(scenario: Scenario, lost: dict[ActorId, int]) -> Iterable[str]:
    ranked = sorted(((count, actor) for actor, count in lost.items() if count > 0), reverse=True)
    return [f"{count:,} on the side of {actor_name(scenario, a)}" for count, a in ranked[:4]]
