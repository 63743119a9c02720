"""Conditions as one line of plain words, written and read back the same.

For fields in which control types a trigger and for columns of spreadsheets. A line such as
``index >= 75 and (turn >= 3 or not struck IRN R10 by ISR)`` says what a tree of conditions says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, cast

from wargame.errors import RuleError
from wargame.model.conditions import (
    ActCount,
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Elapsed,
    Measure,
    MessageCount,
    Not,
    Since,
    Struck,
)
from wargame.model.ids import ActorId, FrontId, MoveId
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME

_TOKEN: Final = re.compile(r"\s*(>=|<=|==|>|<|\(|\)|[^\s()<>=]+)")
_COMPARES: Final = (">=", "<=", ">", "<", "==")
_CLOCKS: Final = ("exercise", "turn", "planning")
_DEEPEST: Final = 40
EXAMPLES: Final = (
    "turn >= 3, day >= 7, index >= 75, debt ISR IRN >= 4, acts >= 2 R12 by ISR at IRN within 2, "
    "struck IRN R10 by ISR, messages >= 3 QAT with IRN, minutes of planning >= 15; "
    "joined by and, or, not and brackets"
)
"""What can be written, for the tip beside a field."""


def condition_text(condition: Condition) -> str:
    """The line of a condition; ``read_condition`` gives the same condition back.

    >>> condition_text(Elapsed(15, "planning"))
    'minutes of planning >= 15'
    """
    match condition:
        case Measure(variable, compare, value, first, second):
            names = " ".join(filter(None, (variable, first, second)))
            return f"{names} {compare} {_number(value)}"
        case Struck(rung, by, whom):
            parts = ["struck", whom or "anybody", f"R{_number(rung)}"]
            return " ".join([*parts, *_named("by", by)])
        case ActCount():
            parts = [f"acts >= {condition.at_least}"]
            parts += [f"R{_number(condition.rung)}"] if condition.rung else []
            parts += [*_named("by", condition.by), *_named("at", condition.target)]
            parts += [*_named("on", condition.front), *_named("move", condition.move)]
            return " ".join([*parts, *_within(condition.within_turns)])
        case MessageCount():
            parts = [f"messages >= {condition.at_least}"]
            parts += _named("from", condition.by)
            parts += _named("with" if condition.both_ways else "to", condition.to)
            return " ".join([*parts, *_within(condition.within_turns)])
        case Elapsed(minutes, since):
            return f"minutes of {since} >= {_number(minutes)}"
        case Not(part):
            return f"not {_inner(part)}"
        case AllOf(parts_of):
            return " and ".join(map(_inner, parts_of))
        case AnyOf(parts_of):
            return " or ".join(map(_inner, parts_of))


def read_condition(line: str, scenario: Scenario) -> Condition | None:
    """The condition that a line says; None for an empty line.

    Raises:
        RuleError: The line cannot be read, or names what the scenario does not have.
    """
    if not line.strip():
        return None
    tokens = [found.group(1) for found in _TOKEN.finditer(line)]
    if sum(map(len, tokens)) != len(re.sub(r"\s", "", line)):
        raise _refusal("The trigger has a character that cannot stand in it.")
    return _Reader(scenario, tokens).whole()


def _inner(condition: Condition) -> str:
    text = condition_text(condition)
    return f"({text})" if isinstance(condition, AllOf | AnyOf) else text


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _named(word: str, name: str | None) -> list[str]:
    return [f"{word} {name}"] if name else []


def _within(turns: int) -> list[str]:
    return [f"within {turns}"] if turns else []


def _refusal(sentence: str) -> RuleError:
    return RuleError("trigger.unreadable", sentence)


@dataclass
class _Reader:
    """Reads a line from left to right; ``or`` binds weakest, ``not`` strongest."""

    scenario: Scenario
    tokens: list[str]
    at: int = 0
    depth: int = 0

    def whole(self) -> Condition:
        found = self.any_of()
        if self.at < len(self.tokens):
            raise _refusal(f"“{self.tokens[self.at]}” stands where the trigger should end.")
        return found

    def any_of(self) -> Condition:
        parts = [self.all_of()]
        while self.take("or"):
            parts.append(self.all_of())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def all_of(self) -> Condition:
        parts = [self.one()]
        while self.take("and"):
            parts.append(self.one())
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def one(self) -> Condition:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _refusal("The trigger has too many brackets in one another.")
        try:
            return self.single()
        finally:
            self.depth -= 1

    def single(self) -> Condition:
        if self.take("not"):
            return Not(self.one())
        if self.take("("):
            found = self.any_of()
            self.expect(")")
            return found
        if self.take("struck"):
            return self.struck()
        if self.take("acts"):
            return self.acts()
        if self.take("messages"):
            return self.messages()
        if self.take("minutes"):
            self.expect("of")
            since = self.word("exercise, turn or planning")
            if since not in _CLOCKS:
                raise _refusal(f"Minutes are of exercise, turn or planning, not of “{since}”.")
            self.expect(">=")
            return Elapsed(self.number(), cast("Since", since))
        return self.measure()

    def struck(self) -> Condition:
        whom = None if self.take("anybody") else self.actor()
        rung = self.rung()
        return Struck(rung, self.actor() if self.take("by") else None, whom)

    def acts(self) -> Condition:
        self.expect(">=")
        count, rung = self.count(), 0.0
        if self.peek().upper().startswith("R") and self.peek()[1:].replace(".", "", 1).isdigit():
            rung = self.rung()
        by = self.actor() if self.take("by") else None
        target = self.actor() if self.take("at") else None
        front = self.front() if self.take("on") else None
        move = self.move() if self.take("move") else None
        return ActCount(count, rung, by, target, front, self.turns(), move)

    def messages(self) -> Condition:
        self.expect(">=")
        count = self.count()
        by = self.actor() if self.take("from") else None
        both = False
        to: ActorId | None = None
        if self.take("with"):
            both, to = True, self.actor()
        elif self.take("to"):
            to = self.actor()
        elif self.peek().upper() in self.scenario.actor:
            # “messages >= 3 QAT with IRN” reads better than “from QAT with IRN”.
            by = self.actor()
            both = self.take("with")
            to = self.actor() if both or self.take("to") else None
        return MessageCount(count, by, to, both, self.turns())

    def measure(self) -> Condition:
        variable = self.word("a variable")
        names: list[str] = []
        while self.peek() and self.peek() not in _COMPARES:
            names.append(self.word("a name"))
        compare = self.word("a comparison")
        if compare not in _COMPARES:
            raise _refusal(f"After “{variable}” a comparison such as >= is missing.")
        first, second = (*names, "", "")[:2]
        found = Measure(variable, cast("Compare", compare), self.number(), first, second)
        self.check(found, names)
        return found

    def check(self, measure: Measure, names: list[str]) -> None:
        if measure.variable in {"turn", "day"}:
            if names:
                raise _refusal(f"{measure.variable} stands alone, as in {measure.variable} >= 3.")
            return
        if measure.variable not in BY_NAME:
            raise _refusal(f"There is no variable “{measure.variable}”.")
        place = (measure.variable, measure.first, measure.second)
        if len(names) > 2 or place not in self.scenario.layout.places:
            whose = " ".join(names) or "nobody"
            raise _refusal(f"{measure.variable} is not a number of {whose}.")

    # Words

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, word: str) -> bool:
        if self.peek().casefold() != word:
            return False
        self.at += 1
        return True

    def expect(self, word: str) -> None:
        if not self.take(word):
            found = f", found “{self.peek()}”" if self.peek() else ""
            raise _refusal(f"Expected “{word}”{found}.")

    def word(self, what: str) -> str:
        if not self.peek():
            raise _refusal(f"The trigger ends where {what} should stand.")
        self.at += 1
        return self.tokens[self.at - 1]

    def number(self) -> float:
        text = self.word("a number").replace("−", "-")
        try:
            value = float(text)
        except ValueError:
            raise _refusal(f"“{text}” is not a number.") from None
        if not abs(value) <= 1e15:
            raise _refusal(f"“{text}” is out of range.")
        return value

    def count(self) -> int:
        value = self.number()
        if value != int(value) or not 1 <= value <= 1000:
            raise _refusal(f"A count is a whole number from 1 to 1,000, not {value:g}.")
        return int(value)

    def turns(self) -> int:
        if not self.take("within"):
            return 0
        turns = self.count()
        self.take("turns")
        return turns

    def rung(self) -> float:
        text = self.word("a rung")
        digits = text[1:] if text[:1].upper() == "R" else text
        try:
            rung = float(digits)
        except ValueError:
            raise _refusal(f"“{text}” is not a rung such as R10.") from None
        if not 0 <= rung <= 20:
            raise _refusal(f"There is no rung {text}.")
        return rung

    def actor(self) -> ActorId:
        name = ActorId(self.word("an actor").upper())
        if name not in self.scenario.actor:
            raise _refusal(f"There is no actor {name}.")
        return name

    def front(self) -> FrontId:
        name = self.word("a front")
        if name not in {front.id for front in self.scenario.fronts}:
            raise _refusal(f"There is no front {name}.")
        return FrontId(name)

    def move(self) -> MoveId:
        name = MoveId(self.word("a move"))
        if name not in self.scenario.move:
            raise _refusal(f"There is no move {name}.")
        return name
