"""What a constant of the law is: its key, value, range, basis and note.

Each system's file lists its own constants; ``parameters.py`` puts them together.
"""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.ids import Basis

SOURCE, DATA, LITERATURE, JUDGED = Basis.SOURCE, Basis.DATA, Basis.LITERATURE, Basis.JUDGED


@dataclass(frozen=True, slots=True)
class Constant:
    """A constant of the law with its default.

    Attributes:
        key: Dotted name, such as ``index.half_life_days``, as scenario files use it.
        value: Default.
        low: Low end of the range that is sampled under parameter uncertainty.
        high: High end of that range.
        basis: What the default rests on.
        note: What it does and why this value, in our words.
        reference: Where the specification has it, such as ``MODEL D4``.
        sources: Ids of sources, where a source document or a data file gave the value.
        field: Name of the array of ``Parameters`` it is stored in; empty for a number of its own,
            whose name is the key with underscores.
        place: Its place in that array.
    """

    key: str
    value: float
    low: float
    high: float
    basis: Basis
    note: str
    reference: str
    sources: tuple[str, ...] = ()
    field: str = ""
    place: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """The name by which the law's functions read it.

        >>> Constant("index.half_life_days", 21, 10, 40, DATA, "", "MODEL D4").name
        'index_half_life_days'
        """
        return self.field or self.key.replace(".", "_").replace("-", "_")
