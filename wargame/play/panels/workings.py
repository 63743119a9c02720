"""An event opened to its working: every change with its equation, inputs, draws and constants.

For control alone. What an equation read is rebuilt from the ledger, which holds every change, so it
is exactly what the law saw when the event began.
"""

from __future__ import annotations

from collections.abc import Sequence

from wargame.engine.law.explained import (
    CATALOGUE,
    DOCTRINE,
    equation_for,
    equation_of_stream,
    systems,
)
from wargame.engine.law.explanation import Equation
from wargame.engine.law.parameters import known_parameters
from wargame.engine.ledger_values import changed_values
from wargame.engine.words import act_words, lapse_words, moment_words, settled_words
from wargame.model.events import ActResolved, Draw, OrderLapsed
from wargame.model.ids import Weapon
from wargame.model.ledger import Entry
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.workings import (
    ChangeLine,
    EquationWorking,
    InputLine,
    ParameterLine,
    Working,
    WorkingGroup,
)
from wargame.model.world import Happening, World
from wargame.play.panels.heat_steps import heat_steps
from wargame.play.panels.index_steps import index_steps
from wargame.play.panels.parameter_list import parameter_line
from wargame.play.panels.working_facts import act_facts, catalogue_steps, is_declared, settled_facts
from wargame.play.words.draw_words import draw_name, draw_result, draw_subject
from wargame.play.words.number_words import change_texts, number_text, variable_name, whose_words

FIRST_SYSTEM = "S23"
"""The system whose lines stand first: the index is what most people open an event for."""

_SECONDARY = ("perception.reader", "intelligence.learn")
"""Streams of draws about bystanders: they stand at the end of their group."""


def working_of(scenario: Scenario, world: World, first: bytes, number: int) -> Working | None:
    """The working of an event; None when no happening has this number.

    Args:
        scenario: The scenario.
        world: The state now.
        first: The world's numbers at the start.
        number: Number of the event in the log.
    """
    happened = tuple(world.happenings())
    found = next((h for n, h in happened if n == number), None)
    if found is None:
        return None
    before: list[Entry] = []
    for earlier, happening in happened:
        if earlier < number:
            before.extend(getattr(happening, "ledger", ()))
    values = changed_values(scenario, first, before)
    return _Opening(scenario, world.settings.start, values, found).working(number)


class _Opening:
    """The opening of one event."""

    def __init__(self, scenario: Scenario, start: str, values: bytes, happening: Happening) -> None:
        self._scenario, self._start = scenario, start
        self._values, self._happening = values, happening
        self._places: dict[tuple[str, str, str], int] = {}
        self._equations: list[EquationWorking] = []
        self._lines: dict[str, list[ChangeLine]] = {}
        self._ledger: Sequence[Entry] = getattr(happening, "ledger", ())
        self._draws: Sequence[Draw] = getattr(happening, "draws", ())

    def working(self, number: int) -> Working:
        """Everything about the event."""
        happening = self._happening
        for at, entry in enumerate(self._ledger):
            self._add_change(at, entry)
        for draw in sorted(self._draws, key=lambda d: d.stream in _SECONDARY):
            self._add_draw(draw)
        self._add_doctrine()
        names = sorted(self._lines, key=lambda system: system != FIRST_SYSTEM)
        title, when, facts = self._head()
        return Working(
            number=number,
            title=title,
            when=f"Turn {happening.turn}{f' · {when}' if when else ''}",
            facts=facts,
            groups=tuple(
                WorkingGroup(name, systems()[name].name, tuple(self._lines[name])) for name in names
            ),
            equations=tuple(self._equations),
        )

    def _head(self) -> tuple[str, str, tuple[InputLine, ...]]:
        scenario, happening = self._scenario, self._happening
        if isinstance(happening, ActResolved):
            aimed = f" at {happening.order.target}" if happening.order.target else ""
            title = f"{happening.actor}{aimed}: {act_words(scenario, happening)}"
            when = moment_words(scenario, self._start, happening.day)
            return title, when, act_facts(scenario, happening)
        if isinstance(happening, OrderLapsed):
            return lapse_words(scenario, happening), "", ()
        return settled_words(happening), "", settled_facts(scenario, happening)

    def _add_change(self, at: int, entry: Entry) -> None:
        system, equation, steps = self._behind(at, entry)
        before, after, change = change_texts(entry.variable, entry.before, entry.after)
        line = ChangeLine(
            what=variable_name(entry.variable),
            whose=whose_words(self._scenario, entry.variable, entry.first, entry.second),
            before=before,
            after=after,
            change=change,
            meaning=BY_NAME[entry.variable].meaning,
            equation=self._place(system, equation, steps, _about(equation, entry)),
        )
        self._lines.setdefault(system, []).append(line)

    def _behind(self, at: int, entry: Entry) -> tuple[str, Equation, tuple[InputLine, ...]]:
        """The system and equation behind an entry, with the sums that can be shown."""
        scenario, happening = self._scenario, self._happening
        if isinstance(happening, ActResolved) and is_declared(scenario, happening, entry):
            return entry.system, CATALOGUE, catalogue_steps(scenario, happening, entry.variable)
        found = equation_for(entry.system, entry.variable, entry.cause)
        if found is None:
            # A move may declare several effects on one number; together they match none of them.
            steps = (
                catalogue_steps(scenario, happening, entry.variable)
                if isinstance(happening, ActResolved)
                else ()
            )
            return entry.system, CATALOGUE, steps
        steps = ()
        if entry.variable == "index":
            after = changed_values(scenario, self._values, self._ledger[: at + 1])
            steps = index_steps(scenario, self._start, self._values, after)
        if entry.variable == "front_heat" and isinstance(happening, ActResolved):
            steps = heat_steps(scenario, self._start, happening, entry)
        return *found, steps

    def _add_draw(self, draw: Draw) -> None:
        found = equation_of_stream(draw.stream)
        if found is None:
            return
        system, equation = found
        line = ChangeLine(
            what=draw_name(draw),
            whose=draw_subject(self._scenario, draw),
            before="",
            after=draw_result(draw),
            change=f"u {draw.u:.3f}",
            meaning=f"A draw from the stream {draw.stream}, fixed by seed, turn and act.",
            equation=self._place(system, equation, (), ""),
        )
        self._lines.setdefault(system, []).append(line)

    def _add_doctrine(self) -> None:
        """What decided the order, for acts that a computer seat chose."""
        happening = self._happening
        if not isinstance(happening, ActResolved) or not happening.why:
            return
        (equation,) = systems()[DOCTRINE].equations
        line = ChangeLine(
            what="Chosen by its doctrine",
            whose=str(happening.actor),
            before="",
            after=f"R{happening.rung:.0f}",
            change="",
            meaning=happening.why,
            equation=self._place(DOCTRINE, equation, (), ""),
        )
        self._lines.setdefault(DOCTRINE, []).append(line)

    def _place(
        self, system: str, equation: Equation, steps: tuple[InputLine, ...], about: str
    ) -> int:
        """The place of an equation in the list, where it is put when it is new."""
        key = (system, equation.title, about if steps else "")
        if key not in self._places:
            self._places[key] = len(self._equations)
            self._equations.append(self._worked(system, equation, steps))
        return self._places[key]

    def _worked(
        self, system: str, equation: Equation, steps: tuple[InputLine, ...]
    ) -> EquationWorking:
        draws = [draw for draw in self._draws if draw.stream in equation.streams]
        return EquationWorking(
            system=f"{system} {systems()[system].name}",
            title=equation.title,
            words=equation.words,
            reference=equation.reference,
            inputs=self._inputs(equation),
            draws=tuple(self._draw_line(draw) for draw in draws),
            steps=steps,
            parameters=self._parameters(equation),
        )

    def _draw_line(self, draw: Draw) -> InputLine:
        subject = draw_subject(self._scenario, draw)
        name = f"{draw_name(draw)}{f', {subject}' if subject else ''}"
        return InputLine(name, f"u {draw.u:.3f}, {draw_result(draw)}", f"Stream {draw.stream}")

    def _inputs(self, equation: Equation) -> tuple[InputLine, ...]:
        """What it read, as far as this event fills its roles."""
        lines = []
        for wanted in equation.inputs:
            variable, _, role = wanted.partition(":")
            whose = self._whose(role)
            if whose is None:
                continue
            value = self._scenario.layout.read(self._values, variable, *whose)
            owner = whose_words(self._scenario, variable, *whose)
            name = f"{variable_name(variable)}{f', {owner}' if owner else ''}"
            text = number_text(variable, value)
            lines.append(InputLine(name, text, BY_NAME[variable].meaning))
        return tuple(lines)

    def _whose(self, role: str) -> tuple[str, str] | None:
        """The names that stand for a role; None where the event has nobody in it."""
        if role == "world":
            return "", ""
        happening = self._happening
        if not isinstance(happening, ActResolved):
            return None
        names = {
            "actor": str(happening.actor),
            "target": str(happening.order.target or ""),
            "front": str(happening.front),
        }
        first, _, second = role.partition(">")
        one, two = names[first], names[second] if second else ""
        return None if not one or (second and not two) else (one, two)

    def _parameters(self, equation: Equation) -> tuple[ParameterLine, ...]:
        """The constants that it reads; those of weapon classes that did not fly are left out."""
        flew: set[str] | None = None
        if isinstance(self._happening, ActResolved):
            flew = {str(weapons.weapon) for weapons in self._happening.weapons}
        classes = {str(weapon) for weapon in Weapon}
        lines = []
        for key, default in known_parameters().items():
            of_class = classes.intersection(key.split("."))
            if equation.reads(key) and not (flew and of_class and not of_class & flew):
                lines.append(parameter_line(self._scenario, key, default))
        return tuple(lines)


def _about(equation: Equation, entry: Entry) -> str:
    """What sets the sums of one line apart from those of another line of the same equation."""
    if equation is CATALOGUE:
        return entry.variable
    return entry.first if entry.variable == "front_heat" else entry.variable
