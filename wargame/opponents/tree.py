"""Lines of play through a tree of information sets, some turns deep, then doctrine to the end.

In the first turn the seat gives one of its sheets while its main rivals do what their doctrine
says or what it draws them to besides. In the turns after it each of them goes on in some posture,
chosen by regret matching at what everybody can see: how deep it is, and where the index has gone.
What is hidden is drawn from the seat's beliefs, run by run (MODEL D7, level 3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wargame.engine.futures import Futures, Moment, Numbers
from wargame.engine.law.playbook import PlaybookRecord
from wargame.engine.law.playbook_what_if import Forbidden
from wargame.engine.law.rng import STREAMS, turn_key, uniform, word_of
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.opponents.regret import Regrets
from wargame.opponents.worth import Worth

DEPTH = 4
"""Turns in which the tree branches (MODEL D7)."""

USUAL, RESTRAINED, STILL = range(3)
"""Postures of later turns: as doctrine says; without large uses of force; without new orders.

For the seat itself, ways from the next number on are to give one of some sheets and nothing else.
"""

POSTURES = 3

LARGE = 9.5
"""Rung from which a restrained side does nothing."""

OWN_PRIOR = (0.6, 0.2, 0.2)
SHEET_PRIOR = 0.1
THEIR_PRIOR = (0.8, 0.1, 0.1)
"""How often each posture, or each reply, is expected before anything is learned; judged."""

THEIR_TRUST = 0.8
"""Share of their choices in which rivals keep to their doctrine whatever would pay; judged."""

MOVED = 3.0
"""Points by which the index must have moved to be seen as risen or fallen."""

Place = tuple[ActorId, int, int]


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody who chooses in the tree.

    Attributes:
        seat: Who.
        worth: Its utility.
        replies: For a rival, sheets that it may give in the first turn; None for what doctrine
            says. For the seat itself, sheets that it may give in later turns.
    """

    seat: ActorId
    worth: Worth
    replies: tuple[tuple[Order, ...] | None, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A choice in a line of play."""

    place: Place
    way: int
    chances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of play.

    Attributes:
        numbers: Numbers of the world at its end, at ``Tree.places``.
        index: The index after each turn.
        taken: What was chosen on the way.
    """

    numbers: Numbers
    index: Numbers
    taken: tuple[Taken, ...]


class Tree:
    """The tree of one decision."""

    def __init__(
        self,
        scenario: Scenario,
        futures: Futures,
        me: Side,
        rivals: Sequence[Side],
        *,
        turns: int,
        index: float,
        seed: int,
    ) -> None:
        """Nothing has been learned yet.

        Args:
            scenario: The scenario.
            futures: Plays on from imagined worlds.
            me: The seat that decides.
            rivals: Who chooses beside it.
            turns: Turns of a line, from 1.
            index: The index now.
            seed: Seed of the choices.
        """
        self._scenario, self._futures = scenario, futures
        self._me, self._sides = me, (me, *rivals)
        self._turns, self._index, self._seed = turns, index, seed
        self._regrets = Regrets()
        self._books: dict[object, PlaybookRecord] = {}
        self._words = [word_of(side.seat) for side in self._sides]
        self.places = np.concatenate([side.worth.places for side in self._sides])

    def line(self, sheet: tuple[Order, ...], run: int, trial: int = 0) -> Line:
        """Play a line that begins with a sheet of the seat; nothing is learned from it yet.

        Args:
            sheet: The sheet.
            run: The number of its run; equal numbers meet equal luck.
            trial: 0 to follow what has been learned, equally in all lines of a run; from 1 to try
                other ways too, each number its own.
        """
        moment = self._futures.beginning(run)
        taken: list[Taken] = []
        paths: list[Numbers] = []
        depth = min(DEPTH, self._turns)
        for ahead in range(depth):
            way = self._ways(moment, ahead, self._seen(paths), trial, taken)
            book = self._book(sheet, moment.turn, ahead, way)
            moment, path = self._futures.after(moment, book, 1)
            paths.append(path)
        rest = self._turns - depth
        numbers, path = self._futures.end_of(moment, self._futures.book({}), rest, self.places)
        return Line(numbers, np.concatenate((*paths, path)), tuple(taken))

    def learn(self, lines: Sequence[Line], deaths: float) -> None:
        """Learn from lines of one run, which differ in the seat's sheet.

        Args:
            lines: The lines.
            deaths: Deaths of all sides that are not counted.
        """
        numbers = np.stack([line.numbers for line in lines], axis=1)
        index = np.stack([line.index for line in lines], axis=1)
        at = 0
        for side in self._sides:
            size = len(side.worth.places)
            utility = side.worth.terms(numbers[at : at + size], index, deaths).sum(axis=0)
            at += size
            mean = float(utility.mean())
            for line, value in zip(lines, utility.tolist(), strict=True):
                for choice in line.taken:
                    if choice.place[0] == side.seat:
                        self._regrets.learn(choice.place, choice.way, choice.chances, value - mean)

    def _seen(self, paths: Sequence[Numbers]) -> int:
        """What everybody sees: -1, 0 or 1 where the index has fallen, stayed or risen."""
        if not paths:
            return 0
        moved = float(paths[-1][-1]) - self._index
        return (moved > MOVED) - (moved < -MOVED)

    def _ways(
        self, moment: Moment, ahead: int, seen: int, trial: int, taken: list[Taken]
    ) -> tuple[int, ...]:
        """What each side does this turn, drawn at its own address."""
        ways = []
        high, low = (turn_key(self._seed, moment.run, moment.turn, half) for half in (0, 1))
        for side, word in zip(self._sides, self._words, strict=True):
            mine = side is self._me
            many = len(side.replies) if ahead == 0 else POSTURES
            if many < 2 or (mine and ahead == 0):
                ways.append(0)
                continue
            again = (SHEET_PRIOR,) * len(side.replies)
            prior = (*OWN_PRIOR, *again) if mine else THEIR_PRIOR[:many]
            place = (side.seat, ahead, seen)
            trust = 0.0 if mine else THEIR_TRUST
            chances = self._regrets.strategy(place, prior, trust, explores=trial > 0)
            u = uniform(high, low, STREAMS["doctrine.choice"], word, 2 + trial)
            way = _drawn(chances, u)
            taken.append(Taken(place, way, tuple(chances)))
            ways.append(way)
        return tuple(ways)

    def _book(
        self, sheet: tuple[Order, ...], turn: int, ahead: int, ways: tuple[int, ...]
    ) -> PlaybookRecord:
        """The playbook of a turn in which each side goes its way."""
        key = (sheet if ahead == 0 else (), turn, ways)
        if key not in self._books:
            self._books[key] = self._opening(sheet, ways) if ahead == 0 else self._later(turn, ways)
        return self._books[key]

    def _opening(self, sheet: tuple[Order, ...], ways: tuple[int, ...]) -> PlaybookRecord:
        sheets = {self._me.seat: sheet}
        for side, way in zip(self._sides[1:], ways[1:], strict=True):
            reply = side.replies[way] if side.replies else None
            if reply is not None:
                sheets[side.seat] = reply
        return self._futures.book({self._futures.first_turn: sheets})

    def _later(self, turn: int, ways: tuple[int, ...]) -> PlaybookRecord:
        sheets: dict[ActorId, tuple[Order, ...]] = {}
        forbidden: list[Forbidden] = []
        for side, way in zip(self._sides, ways, strict=True):
            if way >= POSTURES:
                sheets[side.seat] = side.replies[way - POSTURES] or ()
            elif way == STILL:
                sheets[side.seat] = ()
            elif way == RESTRAINED:
                others = (a.id for a in self._scenario.actors if a.id != side.seat)
                forbidden += [Forbidden(side.seat, other, LARGE) for other in others]
        return self._futures.book({turn: sheets} if sheets else {}, forbidden)


def _drawn(chances: Sequence[float], u: float) -> int:
    """Which of some ways a uniform draw takes."""
    passed = 0.0
    for way, chance in enumerate(chances):
        passed += chance
        if u < passed:
            return way
    return len(chances) - 1
