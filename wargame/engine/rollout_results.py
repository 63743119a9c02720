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
Counts = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
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
        digest = hashlib.sha256(np.ascontiguousarray(self.index).tobytes())
        for values in (*self.flags.values(), *self.sums.values(), self.acts, self.large):
            digest.update(np.ascontiguousarray(values).tobytes())
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


def results_of(
    blocks: Sequence[Records],
    result_type: np.dtype[np.void],
    turns: int,
    first_turn: int,
    constants: Mapping[str, Numbers],
) -> Rollouts:
    """The results of blocks side by side; there may be none."""
    joined: Records = np.concatenate(blocks) if blocks else np.zeros(0, dtype=result_type)

    def column(name: str) -> Counts:
        return np.ascontiguousarray(np.moveaxis(joined[name], 0, -1)[..., 0, :])

    return Rollouts(
        index=column("index")[:turns].astype(np.float64, copy=False),
        flags={name: column(name) for name in FLAGS},
        sums={name: column(name) for name in SUMS},
        acts=column("acts"),
        large=column("large"),
        first_turn=first_turn,
        constants={key: drawn[: len(joined)] for key, drawn in constants.items()},
    )


def _joined(one: Mapping[str, _Array], other: Mapping[str, _Array]) -> dict[str, _Array]:
    """Columns of earlier rollouts with those of later ones behind."""
    return {name: np.concatenate((one[name], other[name]), axis=-1) for name in one}
