"""The growing text of one compiled function: blocks, instructions and fresh names."""

from __future__ import annotations

from dataclasses import dataclass, field

from wargame.engine.native.kinds import Kind, Value, number


@dataclass
class Marks:
    """Notes to the optimiser on which memory is which; shared by all functions of a module.

    Attributes:
        words: Number of the access tag of each field, by the field's word.
    """

    words: dict[str, int] = field(default_factory=dict)

    def of(self, word: str, *, is_fixed: bool) -> str:
        """What is written behind an access to a field."""
        fixed = ", !invariant.load !0" if is_fixed else ""
        if not word:
            return fixed
        at = self.words.setdefault(word, 2 * len(self.words) + 3)
        return f", !tbaa !{at}{fixed}"

    def text(self) -> str:
        """The notes themselves, for the end of the module."""
        lines = ["!0 = !{}", '!1 = !{!"law"}']
        for word, at in self.words.items():
            lines.append(f'!{at - 1} = !{{!"{word}", !1, i64 0}}')
            lines.append(f"!{at} = !{{!{at - 1}, !{at - 1}, i64 0}}")
        return "\n".join(lines)


class Text:
    """Instructions of a function in the order in which they are written.

    Attributes:
        block: The block that is being written.
        is_closed: Whether that block has ended with a jump or a return.
    """

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.block = "begin"
        self.is_closed = False
        self._variables: list[str] = []
        self._lines: list[str] = []
        self._count = 0

    def variable(self, name: str, kind: Kind) -> str:
        """Room for a local variable; gives its address."""
        self._variables.append(f"  %v.{name} = alloca {kind.value}, align 8")
        return f"%v.{name}"

    def add(self, kind: Kind, instruction: str) -> Value:
        """Write an instruction that gives a value."""
        self._count += 1
        name = f"%t{self._count}"
        self._lines.append(f"  {name} = {instruction}")
        return Value(kind, name)

    def do(self, instruction: str) -> None:
        """Write an instruction that gives nothing."""
        self._lines.append(f"  {instruction}")

    def label(self, hint: str) -> str:
        """A fresh name for a block."""
        self._count += 1
        return f"{hint}{self._count}"

    def begin(self, label: str) -> None:
        """Begin a block; one that has not ended goes on into it."""
        if not self.is_closed:
            self._lines.append(f"  br label %{label}")
        self._lines.append(f"{label}:")
        self.block, self.is_closed = label, False

    def jump(self, label: str) -> None:
        """End the block with a jump, unless it has ended."""
        if not self.is_closed:
            self._lines.append(f"  br label %{label}")
            self.is_closed = True

    def branch(self, truth: Value, yes: str, no: str) -> None:
        """End the block with a choice."""
        self._lines.append(f"  br i1 {truth.text}, label %{yes}, label %{no}")
        self.is_closed = True

    def end(self, instruction: str) -> None:
        """End the block with a return."""
        if not self.is_closed:
            self._lines.append(f"  {instruction}")
            self.is_closed = True

    def body(self) -> str:
        """All of it, the room for variables first."""
        return "\n".join(["begin:", *self._variables, *self._lines])


def converted(text: Text, value: Value, kind: Kind) -> Value:
    """A value as another kind, as Python would turn it."""
    if value.kind is kind:
        return value
    if kind is Kind.NUMBER:
        if value.text.lstrip("-").isdigit():
            return Value(kind, number(float(int(value.text))))
        word = "uitofp" if value.kind is Kind.TRUTH else "sitofp"
        return text.add(kind, f"{word} {value.kind.value} {value.text} to double")
    if kind is Kind.WHOLE and value.kind is Kind.TRUTH:
        if value.text in {"true", "false"}:
            return Value(kind, "1" if value.text == "true" else "0")
        return text.add(kind, f"zext i1 {value.text} to i64")
    if kind is Kind.TRUTH:
        if value.kind is Kind.WHOLE:
            return text.add(kind, f"icmp ne i64 {value.text}, 0")
        return text.add(kind, f"fcmp une double {value.text}, {number(0.0)}")
    message = f"cannot turn {value.kind} into {kind}"
    raise TypeError(message)
