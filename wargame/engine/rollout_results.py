"""What rollouts are asked and what comes of them, as arrays with the rollout last."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from wargame.engine.law.playbook_what_if import Forbidden, Forced, Held
from wargame.engine.law.what_came import FLAGS, SUMS

Records = np.ndarray[tuple[int], np.dtype[np.void]]
Numbers = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Counts = np.ndarray[tuple[int, ...], np.dtype[np.int64 | np.int16]]
_Array = TypeVar("_Array", Numbers, Counts)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is different from the scenario as it stands.

    Attributes:
        parameters: Constants of the law set to other values, by key.
        forced: Orders that are given whatever doctrine says.
        forbidden: Acts that are not done.
        held: Turns in which an actor orders nothing but what is forced.
        varied: Whether every other constant is drawn within its range, block by block.
    """

    parameters: Mapping[str, float]
    forced: Sequence[Forced] = ()
    forbidden: Sequence[Forbidden] = ()
    held: Sequence[Held] = ()
    varied: bool = False


AS_IT_STANDS = WhatIf({})


@dataclass(frozen=True, slots=True)
class Rollouts:
    """What came of many rollouts, one column for each, in the order of their numbers.

    Attributes:
        index: The index after each turn, (turns, rollouts).
        flags: By name (``what_came.FLAGS``) the turn in which it first came about; 0 for never.
        sums: By name (``what_came.SUMS``) counts over the game.
        acts: Hostile acts by actor and target, (actors, actors, rollouts).
        large: The same from rung 9.5.
        first_turn: The turn played first.
        constants: By key the constants that were drawn, (rollouts,); empty unless they varied.
    """

    index: Numbers
    flags: Mapping[str, Counts]
    sums: Mapping[str, Counts]
    acts: Counts
    large: Counts
    first_turn: int
    constants: Mapping[str, Numbers]

    @property
    def count(self) -> int:
        """How many rollouts there are."""
        return int(self.index.shape[1])

    def digest(self) -> str:
        """A hash of the raw results: equal for equal inputs, whatever the number of threads."""
        digest = hashlib.sha256(np.ascontiguousarray(self.index).data)
        for values in (*self.flags.values(), *self.sums.values(), *self.acts, *self.large):
            # Piece by piece, so that no thread is kept waiting while much is copied.
            digest.update(np.ascontiguousarray(values, dtype=np.int64).data)
        return digest.hexdigest()

    def followed_by(self, more: Rollouts) -> Rollouts:
        """These rollouts and those that were played after them, as if played in one go."""

        return Rollouts(
            np.concatenate((self.index, more.index), axis=1),
            _joined(self.flags, more.flags),
            _joined(self.sums, more.sums),
            np.concatenate((self.acts, more.acts), axis=-1),
            np.concatenate((self.large, more.large), axis=-1),
            self.first_turn,
            _joined(self.constants, more.constants),
        )


class Sheet:
    """Room for the results of many rollouts, filled block by block from any thread.

    Acts are kept as small whole numbers: a hundred thousand rollouts then take a tenth of the
    memory that their records would.
    """

    def __init__(self, count: int, actors: int, turns: int) -> None:
        """Room for so many rollouts; nothing is filled in yet.

        Args:
            count: How many rollouts there will be at the most.
            actors: Actors of the scenario.
            turns: Turns of each rollout.
        """
        self._index: Numbers = np.zeros((turns, count))
        self._events: dict[str, Counts] = {
            name: np.zeros(count, dtype=np.int64) for name in (*FLAGS, *SUMS)
        }
        self._acts: Counts = np.zeros((actors, actors, count), dtype=np.int16)
        self._large: Counts = np.zeros((actors, actors, count), dtype=np.int16)

    def fill(self, at: int, block: Records) -> None:
        """Write down what came of a block, its first rollout in column ``at``."""
        here = slice(at, at + len(block))
        self._index[:, here] = block["index"][:, : len(self._index), 0].T
        for name, column in self._events.items():
            column[here] = block[name][:, 0]
        self._acts[..., here] = np.moveaxis(block["acts"][..., 0], 0, -1)
        self._large[..., here] = np.moveaxis(block["large"][..., 0], 0, -1)

    def results(self, count: int, first_turn: int, constants: Mapping[str, Numbers]) -> Rollouts:
        """The results of the first so many rollouts, which must have been filled in."""
        return Rollouts(
            index=self._index[:, :count],
            flags={name: self._events[name][:count] for name in FLAGS},
            sums={name: self._events[name][:count] for name in SUMS},
            acts=self._acts[..., :count],
            large=self._large[..., :count],
            first_turn=first_turn,
            constants=constants,
        )


def _joined(one: Mapping[str, _Array], other: Mapping[str, _Array]) -> dict[str, _Array]:
    """Columns of earlier rollouts with those of later ones behind."""
    return {name: np.concatenate((one[name], other[name]), axis=-1) for name in one}
