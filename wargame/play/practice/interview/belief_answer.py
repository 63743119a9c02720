"""What an opponent held true of the seat that asks, when it chose; beside the truth afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.engine.words import act_words
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.interview import Passage
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.practice.interview.choices import Choice
from wargame.play.practice.interview.moments import Moments

LAST_READ = 3
"""Acts of the asking seat whose reading is told, the latest."""

NO_LINE = 20.5
"""Rung from which a line counts as none."""


def belief_passages(
    scenario: Scenario, moments: Moments, choice: Choice, asker: ActorId, *, everything: bool
) -> Iterator[Passage]:
    """What it believed, what it had read, and what was so.

    Args:
        scenario: The scenario.
        moments: The game.
        choice: The choice that is asked about.
        asker: Who asks.
        everything: Whether the truth may stand beside it.
    """
    world = moments.deciding(choice.turn)
    yield Passage(_expected(scenario, world, choice.seat, asker), choice.events)
    yield Passage(_line(scenario, world, choice.seat, asker), choice.events)
    yield _read_acts(scenario, world, choice.seat, asker)
    if everything:
        yield _truth(scenario, world, choice.seat, asker)


def _expected(scenario: Scenario, world: World, seat: ActorId, asker: ActorId) -> str:
    def held(variable: str, first: ActorId = seat, second: ActorId = asker) -> float:
        return scenario.layout.read(world.published, variable, first, second)

    reply = f"I gave it {_percent(held('belief'))} that you would answer a blow of mine."
    bond = (
        f"My trust in you stood at {held('trust'):.2f} and our private channel at "
        f"{held('channel'):.2f}, both of 1."
    )
    owed = held("debt")
    debt = (
        f"I held that I owed you a reply of {owed:.1f} for what you had done to me."
        if owed >= 0.05
        else "I held that I owed you no reply."
    )
    struck, dealt = held("heat", asker, seat), held("heat")
    heat = (
        f"Of what you had lately done to me {struck:.1f} was still hot, and {dealt:.1f} of what I "
        "had done to you."
        if max(struck, dealt) >= 0.05
        else "Neither of us had lately struck the other."
    )
    return f"{reply} {bond} {debt} {heat}"


def _line(scenario: Scenario, world: World, seat: ActorId, asker: ActorId) -> str:
    read = scenario.layout.read
    seen = read(world.published, "red_line_seen", seat, asker)
    warned = read(world.published, "warned_line", asker, seat)
    words = (
        "I knew of no line of yours that I might cross."
        if seen >= NO_LINE
        else f"I took your line against me to lie at R{seen:.1f}."
    )
    if warned < NO_LINE:
        words += f" You had warned me of R{warned:.1f}."
    return words


def _read_acts(scenario: Scenario, world: World, seat: ActorId, asker: ActorId) -> Passage:
    """The latest acts of the asker that it knew of, with the rung at which it read each."""
    read = []
    for number, act in world.happenings():
        if not isinstance(act, ActResolved) or act.goes_on or act.turn > world.published_turn:
            continue
        sighting = next((s for s in act.sightings if s.seat == seat), None)
        blamed = dict(sighting.shares).get(asker, 0.0) if sighting else 0.0
        if sighting is not None and act.actor == asker and blamed > 0.0:
            read.append((number, act, sighting.rung, blamed))
    if not read:
        return Passage("I knew of nothing that you had done in this game.")
    latest = read[-LAST_READ:][::-1]
    told = [
        f"“{act_words(scenario, act)}” (turn {act.turn}) as R{rung:.1f}"
        + ("" if blamed >= 0.9 else f", {_percent(blamed)} sure that it was you")
        for _, act, rung, blamed in latest
    ]
    numbers = tuple(number for number, _, _, _ in latest)
    return Passage(f"Of what you did I read, latest first: {'; '.join(told)}.", numbers)


def _truth(scenario: Scenario, world: World, seat: ActorId, asker: ActorId) -> Passage:
    """The same, as it was: told after the game alone."""
    read = scenario.layout.read
    line = read(world.values, "red_line", asker, seat)
    seen = read(world.published, "red_line_seen", seat, asker)
    if line >= NO_LINE:
        words = "As it was: you had no line against me."
    elif seen >= NO_LINE:
        words = f"As it was: your line against me lay at R{line:.1f}, and I knew of none."
    else:
        gap = seen - line
        where = (
            "where I thought"
            if abs(gap) < 0.05
            else f"{abs(gap):.1f} rungs {'below' if gap > 0 else 'above'} where I thought"
        )
        words = f"As it was: your line against me lay at R{line:.1f}, {where}."
    misread, numbers = [], []
    for number, act in world.happenings():
        if not isinstance(act, ActResolved) or act.goes_on or act.actor != asker:
            continue
        sighting = next((s for s in act.sightings if s.seat == seat), None)
        if sighting is None:
            misread.append(f"I never learned of “{act_words(scenario, act)}” (turn {act.turn})")
            numbers.append(number)
        elif abs(sighting.rung - act.rung) >= 1.0:
            misread.append(
                f"“{act_words(scenario, act)}” (turn {act.turn}) was R{act.rung:.1f} and I read "
                f"R{sighting.rung:.1f}"
            )
            numbers.append(number)
    if misread:
        words += f" {'; '.join(misread[-LAST_READ:][::-1])}."
    return Passage(words, tuple(numbers[-LAST_READ:][::-1]), is_told_truth=True)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
