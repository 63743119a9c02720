"""The one table that says what each system of the law is: its name, its equations in words, and the
constants they read.

Whoever gives the law a new system, equation, constant or stream of draws adds its words in one of
the six files that are put together here; ``tests/laws/test_explained.py`` finds what is missing.
"""

from __future__ import annotations

from functools import cache

from wargame.engine.law.explained_channels import CHANNELS
from wargame.engine.law.explained_escalation import ESCALATION
from wargame.engine.law.explained_force import FORCE
from wargame.engine.law.explained_politics import POLITICS
from wargame.engine.law.explained_relations import RELATIONS
from wargame.engine.law.explained_surroundings import SURROUNDINGS
from wargame.engine.law.explanation import ACT, Equation, LawSystem

CATALOGUE = Equation(
    "The move's own effect",
    "The catalogue entry of the move says what it changes; the change is held to the variable's "
    "range.",
    "MODEL D6",
)
"""What changed because the move's row in the catalogue says so."""

DOCTRINE = "D7"


@cache
def systems() -> dict[str, LawSystem]:
    """Every system by id, S1 to S26 and then the doctrine."""
    parts = (*FORCE, *ESCALATION, *RELATIONS, *POLITICS, *SURROUNDINGS, *CHANNELS)
    found = {system.id: system for system in parts}
    return dict(sorted(found.items(), key=lambda pair: (pair[0][0] == "D", int(pair[0][1:]))))


def equation_for(system: str, variable: str, cause: str) -> tuple[str, Equation] | None:
    """The system and equation behind an entry of the ledger; None for one without words.

    An act may change a number through another system than the one whose mark it fell under; then
    the equation that moves this variable on this occasion is meant.

    Args:
        system: The entry's system, such as ``S9``.
        variable: The entry's variable.
        cause: The entry's cause, ``act:3`` or a step.
    """
    occasion = ACT if cause.startswith(f"{ACT}:") else cause
    own = systems().get(system)
    for candidate in (*((own,) if own else ()), *systems().values()):
        for equation in candidate.equations:
            if equation.occasion == occasion and variable in equation.variables:
                return candidate.id, equation
    return None


def equation_of_stream(stream: str) -> tuple[str, Equation] | None:
    """The system and equation that make a draw; None for a stream without words."""
    for system in systems().values():
        for equation in system.equations:
            if stream in equation.streams:
                return system.id, equation
    return None


def readers_of(key: str) -> tuple[str, ...]:
    """Ids of the systems whose equations read a constant, in order."""
    return tuple(
        system.id
        for system in systems().values()
        if any(equation.reads(key) for equation in system.equations)
    )
