"""NumPy types of a block of worlds and of a turn's acts, with the same names as their views.

Worlds lie as a struct of arrays with the lane innermost, so that one equation over a block of lanes
becomes a run of equal steps that a compiler turns into SIMD. With one lane the bytes are exactly
those of ``World.values``.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wargame.engine.law.acts_table import (
    NUMBER_FIELDS,
    SHARE_FIELDS,
    WEAPON_FIELDS,
    WHOLE_FIELDS,
)
from wargame.model.layout import Layout
from wargame.model.variables import VARIABLES

RecordType = np.dtype[np.void]


def world_type(layout: Layout, lanes: int = 1) -> RecordType:
    """The type of a block of worlds; ``flat`` lies over all other fields."""
    names, formats, offsets = [], [], []
    at = 0
    for variable in VARIABLES:
        shape = layout.shape(variable.scope)
        names.append(variable.name)
        formats.append(("<f8", (*shape, lanes)))
        offsets.append(at)
        at += 8 * lanes * int(np.prod(shape, dtype=int))
    return np.dtype(
        {
            "names": [*names, "flat"],
            "formats": [*formats, ("<f8", (layout.size, lanes))],
            "offsets": [*offsets, 0],
            "itemsize": at,
        }
    )


def acts_type(rows: int, lanes: int = 1) -> RecordType:
    """The type of a block's table of acts."""
    return np.dtype(
        [
            ("rows", "<i8"),
            ("count", "<i8", (lanes,)),
            *((name, "<i8", (rows, lanes)) for name in WHOLE_FIELDS),
            *((name, "<f8", (rows, lanes)) for name in NUMBER_FIELDS),
            *((name, "<i8", (rows, 5, lanes)) for name in WEAPON_FIELDS),
            *((name, "<f8", (rows, 5, lanes)) for name in SHARE_FIELDS),
        ]
    )


def context_type(lanes: int = 1) -> RecordType:
    """The type of a block's context."""
    return np.dtype(
        [
            ("lanes", "<i8"),
            ("turn", "<i8"),
            ("days", "<f8"),
            ("key_high", "<i8", (lanes,)),
            ("key_low", "<i8", (lanes,)),
        ]
    )


def record_type(fields: Sequence[tuple[str, str, list[int]]]) -> RecordType:
    """The type of a record from names, kinds (``q`` whole, ``d`` number) and shapes."""
    kinds = {"q": "<i8", "d": "<f8"}
    return np.dtype([(name, kinds[code], tuple(shape)) for name, code, shape in fields])
