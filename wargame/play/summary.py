"""A session in one line, kept in its save so that the start page need not fold the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.model.ids import Controller, Phase

if TYPE_CHECKING:
    from wargame.model.scenario import Scenario
    from wargame.model.world import World
    from wargame.storage.summary import Progress


def progress_of(scenario: Scenario, world: World) -> Progress:
    """How far a game has come, for the row that its save keeps."""
    from wargame.storage.summary import Progress

    return Progress(
        turn=world.turn,
        turns=scenario.turns,
        phase=world.phase,
        index_path=world.index_path,
        played=how_played(world),
        practice=_practice_of(scenario, world),
    )


def _practice_of(scenario: Scenario, world: World) -> str:
    """The actor that a student plays alone; empty for a session with a facilitator."""
    practice = world.settings.practice
    return scenario.actor[practice.seat].name if practice is not None else ""


def how_played(world: World) -> str:
    """How a session is played, such as "Exercise, 3 teams" or "Solo, 11 by the computer"."""
    people = sum(seat.controller is Controller.PEOPLE for seat in world.seats)
    control = sum(seat.controller is Controller.FACILITATOR for seat in world.seats)
    computers = len(world.seats) - people - control
    if people == 0 and control == 0:
        return f"Computer only, {computers} seats"
    if people == 1 and control == 0:
        return f"Solo, {computers} by the computer"
    if people == 0:
        return f"Exercise, {control} seats with the facilitator"
    return f"Exercise, {people} {'team' if people == 1 else 'teams'}"


def played_words(played: str) -> str:
    """How a session is played, as its save says it, in the words of today.

    Saves of earlier versions say that rules play where by now planners and searchers may, too.
    """
    return played.replace("Rules only", "Computer only").replace(" by rules", " by the computer")


def status_words(phase: Phase) -> str:
    """Where a session stands, in a few words."""
    return {
        Phase.BRIEF: "In the briefing",
        Phase.PLAN: "In planning",
        Phase.ADJUDICATE: "Outcome not yet published",
        Phase.OUTCOME: "Outcome published",
        Phase.ENDED: "Finished",
    }[phase]
