"""YAML text becomes nodes that know their places; nothing in a file can hang or crash the reading.

The tree is built from the parser's events without recursion, so that depth and size are counted as
they come and deep nesting or bombs of aliases are refused before they cost anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from wargame.scenarios.limits import MAX_DEPTH, MAX_VALUES
from wargame.scenarios.marks import Flaw, Mark, Node, Path
from wargame.scenarios.scalars import meaning, unfit_character

_BRACKETS = re.compile(rf"(?:[\[{{][ \t]*){{{MAX_DEPTH + 1}}}")


class _RefusedError(Exception):
    """The rest of the file cannot be read."""

    def __init__(self, mark: Mark, message: str) -> None:
        super().__init__(message)
        self.mark = mark


@dataclass(slots=True)
class _Open:
    """A list or map whose end has not come yet."""

    mark: Mark
    anchor: str | None
    is_map: bool
    parts: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)
    key: str | None = None
    wants_value: bool = False
    size: int = 1
    height: int = 1

    def step(self) -> str | int:
        """The key or the index that is being read."""
        return (self.key or "?") if self.is_map else len(self.parts)


class _Builder:
    """Builds the tree of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.flaws: list[Flaw] = []
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int, int]] = {}
        self._values = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        mark = self._mark(event)
        if isinstance(event, DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _RefusedError(mark, "a second document begins here; a file holds only one")
        elif isinstance(event, AliasEvent):
            self._alias(event, mark)
        elif isinstance(event, NodeEvent):
            self._node(event, mark)
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            self._close()

    def _mark(self, event: Event) -> Mark:
        return Mark(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _path(self) -> Path:
        return tuple(level.step() for level in self._open)

    def _flaw(self, mark: Mark, message: str) -> None:
        self.flaws.append(Flaw(mark, self._path(), message))

    def _count(self, mark: Mark, values: int, depth: int) -> None:
        self._values += values
        if self._values > MAX_VALUES:
            raise _RefusedError(
                mark, f"the file holds more than {MAX_VALUES} values, counting what aliases repeat"
            )
        if depth > MAX_DEPTH:
            raise _RefusedError(mark, f"nested deeper than {MAX_DEPTH} levels")

    def _alias(self, event: AliasEvent, mark: Mark) -> None:
        known = self._anchors.get(event.anchor)
        if known is None:
            self._flaw(mark, f"the alias *{event.anchor} stands for nothing written before it")
            known = (Node(mark, None, {}), 1, 0)
        node, size, height = known
        self._count(mark, size, len(self._open) + height)
        self._place(node, size, height)

    def _node(self, event: NodeEvent, mark: Mark) -> None:
        tag = getattr(event, "tag", None)
        if tag is not None and str(tag) != "!":
            self._flaw(mark, f"the tag {str(tag)[:60]} is not used in scenario files")
        if isinstance(event, SequenceStartEvent | MappingStartEvent):
            self._count(mark, 1, len(self._open) + 1)
            is_map = isinstance(event, MappingStartEvent)
            self._open.append(_Open(mark, event.anchor, is_map))
        elif isinstance(event, ScalarEvent):
            self._count(mark, 1, len(self._open))
            node = self._scalar(event, mark)
            self._remember(event.anchor, node, 1, 0)
            self._place(node, 1, 0)

    def _scalar(self, event: ScalarEvent, mark: Mark) -> Node:
        text = event.value
        unfit = unfit_character(text)
        if unfit:
            self._flaw(mark, f"the character {unfit} cannot be part of a text")
            text = ""
        top = self._open[-1] if self._open else None
        if top is not None and top.is_map and not top.wants_value:
            return Node(mark, text, {})
        if event.style is not None:
            exact = event.style in {"'", '"'} and event.start_mark.line == event.end_mark.line
            exact = exact and len(text) == event.end_mark.column - event.start_mark.column - 2
            return Node(mark, text, {}, 1 if exact else -1)
        try:
            return Node(mark, meaning(text), {})
        except ValueError as error:
            self._flaw(mark, f"{error}: no value of a scenario is that long")
            return Node(mark, None, {})

    def _remember(self, anchor: str | None, node: Node, size: int, height: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = (node, size, height)

    def _close(self) -> None:
        done = self._open.pop()
        node = Node(done.mark, done.entries if done.is_map else done.parts, done.keys)
        self._remember(done.anchor, node, done.size, done.height)
        self._place(node, done.size, done.height)

    def _place(self, node: Node, size: int, height: int) -> None:
        """Put a finished value where it belongs: at the root, in a list, or as key or value."""
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        top.size += size
        top.height = max(top.height, height + 1)
        if not top.is_map:
            top.parts.append(node)
        elif top.wants_value:
            top.wants_value = False
            if top.key is not None:
                top.entries[top.key] = node
        else:
            top.wants_value = True
            top.key = self._key(top, node)

    def _key(self, top: _Open, node: Node) -> str | None:
        if isinstance(node.value, dict | list):
            self.flaws.append(Flaw(node.mark, self._path()[:-1], "a key must be a single word"))
            return None
        key = str(node.value)
        if key in top.entries:
            path = (*self._path()[:-1], key)
            first = top.keys[key]
            message = f"the key “{key[:60]}” was already given in line {first.line}"
            self.flaws.append(Flaw(node.mark, path, message))
            return None
        top.keys[key] = node.mark
        return key


def read_yaml(content: bytes, file: str) -> tuple[Node | None, tuple[Flaw, ...]]:
    """The tree of a file, as far as it can be read, and what is wrong with its YAML.

    Args:
        content: The bytes of the file.
        file: The name that faults carry.

    Returns:
        The root, or None when the file cannot be read at all; then at least one flaw says why.
    """
    try:
        text = decoded(content, file)
        return _parsed(text, file)
    except _RefusedError as refused:
        return None, (Flaw(refused.mark, (), str(refused)),)


def decoded(content: bytes, file: str) -> str:
    """The text of a file, checked for bytes and characters that no text holds."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
        bad = content[error.start]
        raise _RefusedError(
            Mark(file, line, column),
            f"not UTF-8 text (the byte 0x{bad:02X}); save the file as UTF-8",
        ) from None
    unfit = unfit_character(text)
    if unfit:
        at = text.index(chr(int(unfit[2:], 16)))
        mark = Mark(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        raise _RefusedError(mark, f"holds the character {unfit}, which no text file should")
    if not text.strip():
        raise _RefusedError(Mark(file, 0, 0), "the file is empty")
    return text


def _parsed(text: str, file: str) -> tuple[Node | None, tuple[Flaw, ...]]:
    deep = _BRACKETS.search(text)
    if deep:
        mark = Mark(
            file,
            text.count("\n", 0, deep.start()) + 1,
            deep.start() - text.rfind("\n", 0, deep.start()),
        )
        raise _RefusedError(mark, f"nested deeper than {MAX_DEPTH} levels")
    builder = _Builder(file)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except MarkedYAMLError as error:
        at = error.problem_mark or error.context_mark
        mark = Mark(file, at.line + 1, at.column + 1) if at else Mark(file, 0, 0)
        raise _RefusedError(mark, _in_plain_words(error, text, mark.line)) from None
    except (YAMLError, ArithmeticError, LookupError, ValueError, TypeError) as error:
        raise _RefusedError(
            Mark(file, 0, 0), f"cannot be read as YAML ({str(error)[:80]})"
        ) from None
    except (AttributeError, AssertionError, NotImplementedError, RecursionError):
        # What a YAML reader's own checks raise on text that it did not foresee.
        raise _RefusedError(Mark(file, 0, 0), "cannot be read as YAML") from None
    if builder.root is None or builder.root.value is None:
        raise _RefusedError(Mark(file, 0, 0), "the file is empty")
    return builder.root, tuple(builder.flaws)


_COLON = (
    "a colon stands where no key can be; indent the line like its neighbours, "
    "or put quotes round a text that holds a colon"
)
_UNFITTING = (
    "does not fit what stands before it; look for a wrong indent, or a missing quote, dash or colon"
)
_PLAIN_WORDS = (
    ("mapping values are not allowed", _COLON),
    ("could not find expected ':'", "a key without its colon"),
    ("found '<block mapping start>'", "indented differently from the lines that it belongs to"),
    ("found '<block sequence start>'", "indented differently from the lines that it belongs to"),
    ("expected <block end>", _UNFITTING),
    ("expected ',' or", "a comma or a closing bracket is missing before this"),
    ("expected the node content", "a value is missing before this"),
    ("found unexpected end of stream", "the file ends inside a text; a closing quote is missing"),
    ("found duplicate anchor", "the anchor was already given"),
    ("found unknown escape", "an unknown \\ escape; use single quotes, or write \\\\"),
    ("found character '%'", "a text cannot begin with %; put quotes round it"),
    ("found character '@'", "a text cannot begin with @; put quotes round it"),
    ("found character '`'", "a text cannot begin with `; put quotes round it"),
    ("expected alphabetic or numeric character", "* and & need a name; put quotes round the text"),
    ("did not find expected <document start>", "something stands after the end of the file's data"),
)  # fmt: skip


def _in_plain_words(error: MarkedYAMLError, text: str, line: int) -> str:
    lines = text.splitlines()
    written = lines[line - 1] if 0 < line <= len(lines) else ""
    problem = str(error.problem or error.context or "")
    if "\t" in written[: len(written) - len(written.lstrip())] or "'\\t'" in problem:
        return "a tab stands where only spaces can be; use spaces"
    for theirs, ours in _PLAIN_WORDS:
        if theirs in problem:
            return ours
    return f"cannot be read as YAML here ({problem[:80]})"
