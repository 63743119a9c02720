"""What an explanation of the law is: a system by name, its equations in words, what each reads.

The law itself knows nothing of it; the facilitator's screens open every line of the ledger with it.
"""

from __future__ import annotations

from dataclasses import dataclass

ACT = "act"
"""The occasion of an equation that works while an act is carried out."""


@dataclass(frozen=True, slots=True)
class Equation:
    """One equation of a system, in words.

    Attributes:
        title: What it settles, in a few words.
        words: The equation in words; symbols are avoided where a word does.
        reference: Where the specification has it, with mechanism numbers.
        variables: State variables that it changes; empty for one that only decides by a draw.
        occasion: ``act``, or the step of ``SystemSettled`` in which it works.
        parameters: Keys of the constants that it reads; a key that ends in ``.`` stands for all
            that begin so, and ``*`` inside one stands for any one part.
        streams: Streams of the draws that it makes.
        inputs: State variables that it reads, with whose they are: ``channel:target>actor``,
            ``face:target``, ``front_heat:front``, ``linkage:world``.
    """

    title: str
    words: str
    reference: str
    variables: tuple[str, ...] = ()
    occasion: str = ACT
    parameters: tuple[str, ...] = ()
    streams: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()

    def reads(self, key: str) -> bool:
        """Whether it reads a constant.

        >>> Equation("", "", "", parameters=("face.", "shield.*.kill")).reads("shield.x.y.kill")
        False
        >>> Equation("", "", "", parameters=("face.", "shield.*.kill")).reads("face.home")
        True
        """
        return any(_matches(pattern, key) for pattern in self.parameters)


@dataclass(frozen=True, slots=True)
class LawSystem:
    """A system of MODEL A8.

    Attributes:
        id: ``S1`` to ``S25``; ``D7`` for the doctrine, which decides orders and changes no number.
        name: Its name.
        mechanisms: The mechanisms of the sources that it carries.
        equations: What it does by itself; empty where only moves' own effects touch its variables.
    """

    id: str
    name: str
    mechanisms: str
    equations: tuple[Equation, ...] = ()


def _matches(pattern: str, key: str) -> bool:
    if pattern.endswith("."):
        return key.startswith(pattern)
    wanted, parts = pattern.split("."), key.split(".")
    return len(wanted) == len(parts) and all(
        want in ("*", part) for want, part in zip(wanted, parts, strict=True)
    )
