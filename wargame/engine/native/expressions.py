"""Expressions of the law as instructions: arithmetic, comparisons, fields of records, calls."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from wargame.engine.native.inference import Kinds, wider
from wargame.engine.native.kinds import (
    OF_ANNOTATION,
    Field,
    Kind,
    Layout,
    Value,
    constant,
    number,
)
from wargame.engine.native.reachable import Function, OutsideLanguageError, Replaced
from wargame.engine.native.sequences import exponent_parts, power_of_two, rest
from wargame.engine.native.text import Text, converted

_WHOLE_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "add nsw",
    ast.Sub: "sub nsw",
    ast.Mult: "mul",
    ast.BitAnd: "and",
    ast.BitOr: "or",
    ast.BitXor: "xor",
    ast.LShift: "shl",
    ast.RShift: "ashr",
}
_NUMBER_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "fadd",
    ast.Sub: "fsub",
    ast.Mult: "fmul",
    ast.Div: "fdiv",
}
_COMPARED: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Eq: ("eq", "oeq"),
    ast.NotEq: ("ne", "une"),
    ast.Lt: ("slt", "olt"),
    ast.LtE: ("sle", "ole"),
    ast.Gt: ("sgt", "ogt"),
    ast.GtE: ("sge", "oge"),
}


class Expressions:
    """Writes the expressions of one function."""

    def __init__(
        self,
        function: Function,
        kinds: Kinds,
        text: Text,
        layouts: Mapping[str, Layout],
        replaced: Replaced,
        tables: Callable[[str, tuple[float, ...]], str],
    ) -> None:
        """Nothing is written yet.

        Args:
            function: The function.
            kinds: Kinds of its variables.
            text: Where to write.
            layouts: Layouts of records by annotation.
            replaced: Functions that are left out.
            tables: Gives the name of a constant table, which the module then holds.
        """
        self._function, self._kinds, self._text = function, kinds, text
        self._layouts, self._replaced, self._tables = layouts, replaced, tables

    def value(self, node: ast.expr) -> Value:
        """Write an expression; gives its value."""
        writer = getattr(self, f"_{type(node).__name__.lower()}", None)
        if writer is None:
            raise self._refused(node)
        value: Value = writer(node)
        return value

    def as_kind(self, node: ast.expr, kind: Kind) -> Value:
        """Write an expression and turn its value into a kind."""
        return converted(self._text, self.value(node), kind)

    def address(self, node: ast.Attribute | ast.Subscript) -> tuple[str, Field, str]:
        """Write the address of a field's item: its name, its field, and the note on its memory."""
        base = node.value if isinstance(node, ast.Subscript) else node
        if not isinstance(base, ast.Attribute) or not isinstance(base.value, ast.Name):
            raise self._refused(node)
        layout = self._kinds.records.get(base.value.id)
        if layout is None or base.attr not in layout.fields:
            raise self._refused(node)
        field = layout.fields[base.attr]
        places: list[ast.expr] = []
        if isinstance(node, ast.Subscript):
            inside = node.slice
            places = list(inside.elts) if isinstance(inside, ast.Tuple) else [inside]
        if len(places) != len(field.shape):
            raise self._refused(node)
        record = f"%{base.value.id}"
        note = self._text.marks.of(field.word, is_fixed=layout.is_fixed)
        return self._place(record, field, places), field, note

    def _place(self, record: str, field: Field, places: list[ast.expr]) -> str:
        """Write where an item lies; places are from 0 on (a test looks), and none is asked here."""
        fixed, moving, step = field.offset, "", 8
        for length, place in zip(reversed(field.shape), reversed(places), strict=True):
            if length > 1:
                at = self.as_kind(place, Kind.WHOLE)
                if at.text.startswith("-"):
                    raise self._refused(place)
                if at.text.isdigit():
                    fixed += step * int(at.text)
                else:
                    moving = self._moved(moving, at, step)
            step *= length
        first = self._text.add(Kind.RECORD, f"getelementptr inbounds i8, ptr {record}, i64 {fixed}")
        if not moving:
            return first.text
        return self._text.add(
            Kind.RECORD, f"getelementptr inbounds i8, ptr {first.text}, i64 {moving}"
        ).text

    def _moved(self, moving: str, at: Value, step: int) -> str:
        scaled = self._text.add(Kind.WHOLE, f"mul nsw i64 {at.text}, {step}")
        if not moving:
            return scaled.text
        return self._text.add(Kind.WHOLE, f"add nsw i64 {moving}, {scaled.text}").text

    def _loaded(self, node: ast.Attribute | ast.Subscript) -> Value:
        address, field, note = self.address(node)
        return self._text.add(field.kind, f"load {field.kind.value}, ptr {address}, align 8{note}")

    def _constant(self, node: ast.Constant) -> Value:
        found = constant(node.value)
        if found is None:
            raise self._refused(node)
        return found

    def _name(self, node: ast.Name) -> Value:
        kind = self._kinds.of.get(node.id)
        if kind is not None:
            return self._text.add(kind, f"load {kind.value}, ptr %v.{node.id}, align 8")
        if node.id in self._kinds.records:
            return Value(Kind.RECORD, f"%{node.id}")
        found = constant(self._function.meaning(node.id))
        if found is None:
            raise self._refused(node)
        return found

    def _attribute(self, node: ast.Attribute) -> Value:
        if isinstance(node.value, ast.Name) and node.value.id not in self._kinds.records:
            found = constant(getattr(self._function.meaning(node.value.id), node.attr))
            if found is not None:
                return found
        return self._loaded(node)

    def _subscript(self, node: ast.Subscript) -> Value:
        if isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == "math.frexp":
            parts = exponent_parts(self._text, self.value(node.value.args[0]))
            return parts[ast.literal_eval(node.slice)]
        if not isinstance(node.value, ast.Name):
            return self._loaded(node)
        table = self._function.meaning(node.value.id)
        if not isinstance(table, tuple) or isinstance(node.slice, ast.Tuple):
            raise self._refused(node)
        kind = Kind.NUMBER if any(isinstance(x, float) for x in table) else Kind.WHOLE
        name = self._tables(f"{self._function.plain.__module__}.{node.value.id}", table)
        at = self.as_kind(node.slice, Kind.WHOLE)
        address = self._text.add(
            Kind.RECORD, f"getelementptr inbounds {kind.value}, ptr {name}, i64 {at.text}"
        )
        return self._text.add(
            kind, f"load {kind.value}, ptr {address.text}, align 8, !invariant.load !0"
        )

    def _unaryop(self, node: ast.UnaryOp) -> Value:
        value = self.value(node.operand)
        if isinstance(node.op, ast.Not):
            truth = converted(self._text, value, Kind.TRUTH)
            return self._text.add(Kind.TRUTH, f"xor i1 {truth.text}, true")
        if isinstance(node.op, ast.USub):
            if value.kind is Kind.NUMBER:
                return self._text.add(Kind.NUMBER, f"fneg double {value.text}")
            whole = converted(self._text, value, Kind.WHOLE)
            if whole.text.isdigit():
                return Value(Kind.WHOLE, f"-{whole.text}")
            return self._text.add(Kind.WHOLE, f"sub nsw i64 0, {whole.text}")
        raise self._refused(node)

    def _binop(self, node: ast.BinOp) -> Value:
        one, other = self.value(node.left), self.value(node.right)
        sign = type(node.op)
        both = wider(wider(one.kind, other.kind), Kind.WHOLE)
        if sign is ast.Div:
            both = Kind.NUMBER
        one, other = converted(self._text, one, both), converted(self._text, other, both)
        if both is Kind.NUMBER and sign in _NUMBER_SIGNS:
            return self._text.add(both, f"{_NUMBER_SIGNS[sign]} double {one.text}, {other.text}")
        if both is Kind.WHOLE and sign in _WHOLE_SIGNS:
            return self._text.add(both, f"{_WHOLE_SIGNS[sign]} i64 {one.text}, {other.text}")
        if both is Kind.WHOLE and sign is ast.Mod:
            return rest(self._text, one, other)
        raise self._refused(node)

    def _compare(self, node: ast.Compare) -> Value:
        one = node.left
        left: Value | None = None
        result: Value | None = None
        for sign, other in zip(node.ops, node.comparators, strict=True):
            if isinstance(sign, (ast.In, ast.NotIn)):
                return self._among(node, isinstance(sign, ast.NotIn))
            left = left if left is not None else self.value(one)
            right = self.value(other)
            holds = self._compared(type(sign), left, right, node)
            result = (
                holds
                if result is None
                else self._text.add(Kind.TRUTH, f"and i1 {result.text}, {holds.text}")
            )
            left = right
        if result is None:
            raise self._refused(node)
        return result

    def _compared(
        self, sign: type[ast.cmpop], one: Value, other: Value, node: ast.Compare
    ) -> Value:
        if sign not in _COMPARED:
            raise self._refused(node)
        both = wider(wider(one.kind, other.kind), Kind.WHOLE)
        one, other = converted(self._text, one, both), converted(self._text, other, both)
        whole, ordered = _COMPARED[sign]
        word = f"fcmp {ordered} double" if both is Kind.NUMBER else f"icmp {whole} i64"
        return self._text.add(Kind.TRUTH, f"{word} {one.text}, {other.text}")

    def _among(self, node: ast.Compare, turned: bool) -> Value:
        """``x in (a, b)``: parts without side effects, so all may be looked at."""
        group = node.comparators[0]
        parts = group.elts if isinstance(group, ast.Tuple) else None
        if isinstance(group, ast.Name):
            parts = self._kinds.tuples.get(group.id)
        if parts is None:
            raise self._refused(node)
        one = self.value(node.left)
        result = Value(Kind.TRUTH, "false")
        for part in parts:
            equal = self._compared(ast.Eq, one, self.value(part), node)
            result = self._text.add(Kind.TRUTH, f"or i1 {result.text}, {equal.text}")
        if turned:
            return self._text.add(Kind.TRUTH, f"xor i1 {result.text}, true")
        return result

    def _boolop(self, node: ast.BoolOp) -> Value:
        """``and`` and ``or`` as truth values; what decides early leaves the rest undone."""
        text, stops = self._text, isinstance(node.op, ast.Or)
        end, come = text.label("both"), []
        for part in node.values[:-1]:
            truth = self.as_kind(part, Kind.TRUTH)
            come.append((("true" if stops else "false"), text.block))
            more = text.label("more")
            text.branch(truth, *((end, more) if stops else (more, end)))
            text.begin(more)
        last = self.as_kind(node.values[-1], Kind.TRUTH)
        come.append((last.text, text.block))
        text.begin(end)
        return self._joined(Kind.TRUTH, come)

    def _ifexp(self, node: ast.IfExp) -> Value:
        text, kind = self._text, self._kinds.kind(node)
        if kind is None:
            raise self._refused(node)
        yes, no, end = text.label("yes"), text.label("no"), text.label("either")
        text.branch(self.as_kind(node.test, Kind.TRUTH), yes, no)
        come = []
        for label, part in ((yes, node.body), (no, node.orelse)):
            text.begin(label)
            value = self.as_kind(part, kind)
            come.append((value.text, text.block))
            text.jump(end)
        text.begin(end)
        return self._joined(kind, come)

    def _joined(self, kind: Kind, come: list[tuple[str, str]]) -> Value:
        parts = ", ".join(f"[ {value}, %{block} ]" for value, block in come)
        return self._text.add(kind, f"phi {kind.value} {parts}")

    def _call(self, node: ast.Call) -> Value:
        name = ast.unparse(node.func)
        if node.keywords:
            raise self._refused(node)
        if name in {"max", "min"}:
            return self._extreme(node, "sgt" if name == "max" else "slt")
        if name in {"bool", "float"}:
            return self.as_kind(node.args[0], Kind.TRUTH if name == "bool" else Kind.NUMBER)
        if name in {"int", "math.floor"}:
            return self._whole(node, name)
        if name == "math.sqrt":
            x = self.as_kind(node.args[0], Kind.NUMBER)
            return self._text.add(x.kind, f"call double @llvm.sqrt.f64(double {x.text})")
        if name == "math.ldexp" and ast.unparse(node.args[0]) == "1.0":
            return power_of_two(self._text, self.value(node.args[1]))
        return self._law_call(node)

    def _extreme(self, node: ast.Call, sign: str) -> Value:
        """``max`` and ``min`` as Python has them: of equal ones the first."""
        values = [self.value(part) for part in node.args]
        both = Kind.WHOLE
        for value in values:
            both = wider(both, value.kind)
        best = converted(self._text, values[0], both)
        word = f"fcmp o{sign[1:]} double" if both is Kind.NUMBER else f"icmp {sign} i64"
        for value in values[1:]:
            other = converted(self._text, value, both)
            beats = self._text.add(Kind.TRUTH, f"{word} {other.text}, {best.text}")
            best = self._text.add(
                both,
                f"select i1 {beats.text}, {both.value} {other.text}, {both.value} {best.text}",
            )
        return best

    def _whole(self, node: ast.Call, name: str) -> Value:
        value = self.value(node.args[0])
        if value.kind is not Kind.NUMBER:
            return converted(self._text, value, Kind.WHOLE)
        if name == "math.floor":
            floor = f"call double @llvm.floor.f64(double {value.text})"
            value = self._text.add(Kind.NUMBER, floor)
        return self._text.add(Kind.WHOLE, f"fptosi double {value.text} to i64")

    def _law_call(self, node: ast.Call) -> Value:
        called = self._function.called(node)
        if called is None:
            raise self._refused(node)
        if called in self._replaced:
            return constant(self._replaced[called]) or Value(Kind.NOTHING, "")
        code = called.__code__
        names = code.co_varnames[: code.co_argcount]
        given = []
        for word, part in zip(names, node.args, strict=True):
            annotation = str(called.__annotations__[word])
            if annotation in self._layouts:
                given.append(f"ptr {self.value(part).text}")
            else:
                kind = OF_ANNOTATION[annotation]
                given.append(f"{kind.value} {self.as_kind(part, kind).text}")
        kind = OF_ANNOTATION[str(called.__annotations__["return"])]
        module = called.__module__.rpartition(".")[2]
        words = f'call {kind.value} @"{module}.{called.__name__}"({", ".join(given)})'
        if kind is Kind.NOTHING:
            self._text.do(words)
            return Value(Kind.NOTHING, "")
        return self._text.add(kind, words)

    def _refused(self, node: ast.expr) -> OutsideLanguageError:
        return OutsideLanguageError(self._function, node, f"cannot compile {ast.unparse(node)}")


def zero(kind: Kind) -> str:
    """What a variable holds before it is set, so that no bits are left to chance."""
    return number(0.0) if kind is Kind.NUMBER else ("false" if kind is Kind.TRUTH else "0")
