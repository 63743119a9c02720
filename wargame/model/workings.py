"""How a number came about, put into words once: an event's changes, equations, inputs, constants.

For control alone: a working holds the whole truth of a turn, and no seat ever gets one.
"""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import Basis


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source as it stands under a number.

    Attributes:
        title: What it is.
        doubts: Why it bears less than others: "low confidence", "standing knowledge", "derived";
            empty for none.
    """

    title: str
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParameterLine:
    """A constant of the law as this scenario sets it.

    Attributes:
        key: Its dotted name.
        value: The value used.
        default: The law's own value.
        low: Low end of its range.
        high: High end of its range.
        basis: What it rests on.
        note: What it does and why this value.
        sources: Its sources; empty only for judged values.
        read_by: Systems that read it, such as "S9 Credibility and face".
    """

    key: str
    value: float
    default: float
    low: float
    high: float
    basis: Basis
    note: str
    sources: tuple[CitedSource, ...]
    read_by: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """Whether the scenario departs from the law's own value."""
        return self.value != self.default


@dataclass(frozen=True, slots=True)
class InputLine:
    """Something that an equation was given, or a draw that it made.

    Attributes:
        name: What it is, in words.
        text: Its value, in words.
        note: More, for the tool tip; may be empty.
    """

    name: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class EquationWorking:
    """One equation as it worked in an event.

    Attributes:
        system: The system it belongs to, such as "S9 Credibility and face".
        title: What it settles.
        words: The equation in words.
        reference: Where the specification has it.
        inputs: What it read, as it was when the event began.
        draws: The draws that it made.
        steps: The sums behind a result, where they can be shown line by line; may be empty.
        parameters: The constants that it reads.
    """

    system: str
    title: str
    words: str
    reference: str
    inputs: tuple[InputLine, ...]
    draws: tuple[InputLine, ...]
    steps: tuple[InputLine, ...]
    parameters: tuple[ParameterLine, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line of a working: a number that changed, or a draw that changed none by itself.

    Attributes:
        what: The variable or the draw, in words.
        whose: Of whom, towards whom; may be empty.
        before: Value before, in words; empty for a draw.
        after: Value after; for a draw its result.
        change: The difference with its sign; for a draw the uniform number.
        meaning: What the variable is.
        equation: Place of its equation in the working's list.
    """

    what: str
    whose: str
    before: str
    after: str
    change: str
    meaning: str
    equation: int


@dataclass(frozen=True, slots=True)
class WorkingGroup:
    """What one system did in an event.

    Attributes:
        system: Its id, such as ``S9``.
        name: Its name.
        lines: Its changes, then draws that stand for themselves.
    """

    system: str
    name: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class Working:
    """An event opened to its working.

    Attributes:
        number: The event's number in the log.
        title: What happened, in one line.
        when: Turn and in-game time.
        facts: What the event itself holds: rung, severity, warning, salvo, losses.
        groups: Its changes by system.
        equations: The equations that the lines refer to, each once.
    """

    number: int
    title: str
    when: str
    facts: tuple[InputLine, ...]
    groups: tuple[WorkingGroup, ...]
    equations: tuple[EquationWorking, ...]
