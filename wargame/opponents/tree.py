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

from wargame.engine.futures import Futures, Numbers
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


@dataclass(frozen=True, slots=True)
class _Ways:
    """What the sides do in one turn of a line.

    Attributes:
        ways: The way of each.
        taken: Those of them that were chosen.
    """

    ways: tuple[int, ...]
    taken: tuple[Taken, ...]


class _Luck:
    """What the lines of one run share: its keys, and ways that were drawn already.

    Attributes:
        run: The number of the run.
        ways: Ways by how deep, what is seen, and trial.
    """

    def __init__(self, seed: int, run: int) -> None:
        self._seed, self.run = seed, run
        self._keys: dict[int, tuple[int, int]] = {}
        self.ways: dict[tuple[int, int, int], _Ways] = {}

    def keys(self, turn: int) -> tuple[int, int]:
        """Both halves of the key of a turn."""
        if turn not in self._keys:
            self._keys[turn] = (
                turn_key(self._seed, self.run, turn, 0),
                turn_key(self._seed, self.run, turn, 1),
            )
        return self._keys[turn]


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
        self._strategies: dict[tuple[Place, bool], tuple[float, ...]] = {}
        self._books: dict[object, PlaybookRecord] = {}
        self._plain = futures.book({})
        self._words = [word_of(side.seat) for side in self._sides]
        self.places = np.concatenate([side.worth.places for side in self._sides])

    def lines(self, sheets: Sequence[tuple[Order, ...]], run: int, *, tries: bool) -> list[Line]:
        """Play lines of one run, which meet equal luck; nothing is learned from them yet.

        Args:
            sheets: The sheets of the seat that they begin with.
            run: The number of their run.
            tries: Whether to try other ways too, each line its own, rather than follow what has
                been learned, equally in all lines.
        """
        luck = _Luck(self._seed, run)
        return [
            self._line(sheet, luck, trial if tries else 0)
            for trial, sheet in enumerate(sheets, start=1)
        ]

    def _line(self, sheet: tuple[Order, ...], luck: _Luck, trial: int) -> Line:
        walk = self._futures.walk(luck.run)
        taken: list[Taken] = []
        paths: list[Numbers] = []
        depth = min(DEPTH, self._turns)
        for ahead in range(depth):
            ways = self._ways(luck, walk.turn, ahead, self._seen(paths), trial)
            taken += ways.taken
            book = self._book(sheet, walk.turn, ahead, ways.ways)
            paths.append(self._futures.go_on(walk, book, 1))
        if self._turns > depth:
            paths.append(self._futures.go_on(walk, self._plain, self._turns - depth))
        return Line(walk.numbers(self.places), np.concatenate(paths), tuple(taken))

    def learn(self, lines: Sequence[Line], deaths: float) -> None:
        """Learn from lines of one run, which differ in the seat's sheet.

        Args:
            lines: The lines.
            deaths: Deaths of all sides that are not counted.
        """
        numbers = np.stack([line.numbers for line in lines], axis=1)
        index = np.stack([line.index for line in lines], axis=1)
        at = 0
        self._strategies.clear()
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

    def _ways(self, luck: _Luck, turn: int, ahead: int, seen: int, trial: int) -> _Ways:
        """What each side does this turn, drawn at its own address."""
        key = (ahead, seen, trial)
        if key not in luck.ways:
            luck.ways[key] = self._drawn_ways(luck, turn, ahead, seen, trial)
        return luck.ways[key]

    def _drawn_ways(self, luck: _Luck, turn: int, ahead: int, seen: int, trial: int) -> _Ways:
        ways: list[int] = []
        taken: list[Taken] = []
        for side, word in zip(self._sides, self._words, strict=True):
            many = len(side.replies) if ahead == 0 else POSTURES
            if many < 2 or (side is self._me and ahead == 0):
                ways.append(0)
                continue
            place = (side.seat, ahead, seen)
            chances = self._chances(side, place, many, explores=trial > 0)
            high, low = luck.keys(turn)
            way = _drawn(chances, uniform(high, low, STREAMS["doctrine.choice"], word, 2 + trial))
            taken.append(Taken(place, way, chances))
            ways.append(way)
        return _Ways(tuple(ways), tuple(taken))

    def _chances(self, side: Side, place: Place, many: int, *, explores: bool) -> tuple[float, ...]:
        """How often a side goes each way, by what has been learned so far."""
        key = (place, explores)
        if key not in self._strategies:
            mine = side is self._me
            prior = (
                (*OWN_PRIOR, *(SHEET_PRIOR,) * len(side.replies)) if mine else THEIR_PRIOR[:many]
            )
            trust = 0.0 if mine else THEIR_TRUST
            found = self._regrets.strategy(place, prior, trust, explores=explores)
            self._strategies[key] = tuple(found)
        return self._strategies[key]

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
