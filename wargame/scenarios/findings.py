"""The faults of one reading, gathered from every step so that an author sees them all at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from wargame.errors import Fault
from wargame.scenarios.limits import MAX_FAULTS, MAX_NEAR_NAMES
from wargame.scenarios.marks import Mark, Node, Path, empty_map, place_of


def shortened(text: str, most: int) -> str:
    """A text in one line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def shown(value: object) -> str:
    """A value of a file as a message shows it: words in quotation marks, never long, one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nothing"
    if isinstance(value, int | float):
        return f"the number {value}" if len(str(value)) <= 40 else "a very long number"
    if isinstance(value, dict):
        return "a map of keys"
    if isinstance(value, list):
        return "a list"
    text = shortened(str(value), 60)
    return f"“{text}”" if text else "an empty text"


class Findings:
    """Collects faults; each is kept once.

    Attributes:
        documents: The root node of each kind of file, as far as read.
    """

    def __init__(self) -> None:
        self.documents: dict[str, Node] = {}
        self._faults: dict[Fault, None] = {}
        self._searches = 0
        self._touched: set[tuple[str, Path]] = set()

    def add(
        self, kind: str, path: Path, message: str, *, key: bool = False, offset: int = 0
    ) -> None:
        """A fault at a value of a document.

        Args:
            kind: The document, such as ``moves``.
            path: The way to the value; the deepest part that exists is pointed at.
            message: One sentence.
            key: Point at the key rather than at its value.
            offset: Characters into the text of the value.
        """
        self.touch(kind, path)
        root = self.documents.get(kind) or empty_map(f"{kind}.yaml")
        node = root.at(path)
        mark = node.mark
        if key and path:
            mark = root.at(path[:-1]).keys.get(str(path[-1]), mark)
        elif offset and node.quoted >= 0:
            mark = Mark(mark.file, mark.line, mark.column + node.quoted + offset)
        self.add_at(mark, place_of(root, kind, path), message)

    def add_at(self, mark: Mark, place: str, message: str) -> None:
        """A fault at a place in a file; its words become one line of a bearable length."""
        if len(self._faults) < MAX_FAULTS:
            words = shortened(message, 400)
            fault = Fault(mark.file, mark.line, mark.column, shortened(place, 160), words)
            self._faults.setdefault(fault)

    def touch(self, kind: str, path: Path) -> None:
        """Remember that something is wrong with a value, so that it is not blamed twice."""
        self._touched.update((kind, path[:length]) for length in range(1, len(path) + 1))

    def is_touched(self, kind: str, path: Path) -> bool:
        """Whether something is known to be wrong with a value or with a part of it."""
        return (kind, path) in self._touched

    def touched(self) -> frozenset[tuple[str, Path]]:
        """Every value of which ``is_touched`` is true now."""
        return frozenset(self._touched)

    def nearest(self, wrong: str, known: Iterable[str]) -> list[str]:
        """At most two known names that are nearly the wrong one, nearest first.

        Only so many searches are made in one reading, because each takes a while.
        """
        self._searches += 1
        if self._searches > MAX_NEAR_NAMES or len(wrong) > 80:
            return []
        folded = {name.casefold(): name for name in sorted(known)}
        wrong = wrong.casefold()
        close = difflib.get_close_matches(wrong, folded, n=2, cutoff=0.6)
        likeness = [difflib.SequenceMatcher(None, name, wrong).ratio() for name in close]
        # A second name is a help only where it is about as near as the first.
        return [
            folded[name]
            for name, near in zip(close, likeness, strict=True)
            if near > likeness[0] - 0.05
        ]

    def near(self, wrong: str, known: Iterable[str]) -> str:
        """A hint such as ``; did you mean “IRN” or “IRQ”?``; empty when nothing is near."""
        words = [f"“{name}”" for name in self.nearest(wrong, known)]
        return f"; did you mean {' or '.join(words)}?" if words else ""

    def sorted(self) -> tuple[Fault, ...]:
        """Every fault, by file, line and column."""
        return tuple(
            sorted(self._faults, key=lambda f: (f.file, f.line, f.column, f.place, f.message))
        )

    def __bool__(self) -> bool:
        return bool(self._faults)
