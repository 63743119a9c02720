"""Kinds of a function's local variables, from their assignments."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from wargame.engine.native.kinds import OF_ANNOTATION, Kind, Layout, constant
from wargame.engine.native.reachable import Function, OutsideLanguageError, Replaced

_RANK = {Kind.TRUTH: 0, Kind.WHOLE: 1, Kind.NUMBER: 2}


def wider(one: Kind, other: Kind) -> Kind:
    """The kind that holds both: truth within whole within number."""
    return one if _RANK[one] >= _RANK[other] else other


def kind_of_parameter(annotation: str, layouts: Mapping[str, Layout]) -> Kind:
    """The kind of a parameter by its annotation."""
    if annotation in layouts:
        return Kind.RECORD
    return OF_ANNOTATION[annotation]


class Kinds:
    """The kinds of the local variables of one function.

    Attributes:
        of: The kind of each variable that is assigned, parameters among them.
        tuples: Variables that name a tuple of values, with its parts.
        records: Parameters that are records, with their layouts.
    """

    def __init__(
        self, function: Function, layouts: Mapping[str, Layout], replaced: Replaced
    ) -> None:
        self._function, self._layouts, self._replaced = function, layouts, replaced
        self.of: dict[str, Kind] = {}
        self.tuples: dict[str, list[ast.expr]] = {}
        self.records: dict[str, Layout] = {}
        for name, annotation in function.parameters:
            if annotation in layouts:
                self.records[name] = layouts[annotation]
            elif annotation in OF_ANNOTATION:
                self.of[name] = OF_ANNOTATION[annotation]
            else:
                raise OutsideLanguageError(function, function.tree, f"no layout of {annotation}")
        # Twice, because a variable may turn out to be a number only further down.
        for _ in range(2):
            for node in ast.walk(function.tree):
                self._visit(node)

    def _visit(self, node: ast.AST) -> None:
        if isinstance(node, ast.Assign):
            target = node.targets[0]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for part, value in zip(target.elts, node.value.elts, strict=True):
                    self._assign(part, value)
            elif isinstance(target, ast.Name) and isinstance(node.value, ast.Tuple):
                self.tuples[target.id] = node.value.elts
            else:
                self._assign(target, node.value)
        elif isinstance(node, ast.AugAssign):
            sum_of = ast.BinOp(node.target, node.op, node.value)
            self._assign(node.target, ast.copy_location(sum_of, node))
        elif isinstance(node, ast.For) and isinstance(node.target, ast.Name):
            self._widen(node.target.id, Kind.WHOLE)

    def _assign(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            kind = self.kind(value)
            if kind is not None:
                self._widen(target.id, kind)

    def _widen(self, name: str, kind: Kind) -> None:
        known = self.of.get(name)
        self.of[name] = kind if known is None else wider(known, kind)

    def kind(self, node: ast.expr) -> Kind | None:
        """The kind of an expression; None while a variable in it has none."""
        if isinstance(node, (ast.Compare, ast.BoolOp)):
            return Kind.TRUTH
        if isinstance(node, ast.Constant):
            found = constant(node.value)
            return found.kind if found else Kind.NOTHING
        if isinstance(node, ast.UnaryOp):
            return Kind.TRUTH if isinstance(node.op, ast.Not) else self._at_least_whole(node)
        if isinstance(node, ast.BinOp):
            return self._of_sum(node)
        if isinstance(node, ast.IfExp):
            one, other = self.kind(node.body), self.kind(node.orelse)
            return wider(one, other) if one and other else one or other
        if isinstance(node, ast.Name):
            return self._of_name(node)
        if isinstance(node, (ast.Attribute, ast.Subscript)):
            return self._of_field(node)
        if isinstance(node, ast.Call):
            return self._of_call(node)
        raise OutsideLanguageError(self._function, node, f"cannot compile {ast.unparse(node)}")

    def _at_least_whole(self, node: ast.UnaryOp) -> Kind | None:
        kind = self.kind(node.operand)
        return wider(kind, Kind.WHOLE) if kind else None

    def _of_sum(self, node: ast.BinOp) -> Kind | None:
        if isinstance(node.op, ast.Div):
            return Kind.NUMBER
        one, other = self.kind(node.left), self.kind(node.right)
        if one is None or other is None:
            return None
        return wider(wider(one, other), Kind.WHOLE)

    def _of_name(self, node: ast.Name) -> Kind | None:
        if node.id in self.of:
            return self.of[node.id]
        if node.id in self._function.plain.__globals__:
            found = constant(self._function.meaning(node.id))
            return found.kind if found else None
        return None

    def _of_field(self, node: ast.Attribute | ast.Subscript) -> Kind:
        base = node.value if isinstance(node, ast.Subscript) else node
        if isinstance(node, ast.Subscript) and isinstance(base, ast.Call):
            # The two parts of ``math.frexp``.
            return Kind.WHOLE if ast.unparse(node.slice) == "1" else Kind.NUMBER
        if isinstance(base, ast.Name):
            table = self._function.meaning(base.id)
            return Kind.NUMBER if _has_floats(table) else Kind.WHOLE
        if isinstance(base, ast.Attribute) and isinstance(base.value, ast.Name):
            layout = self.records.get(base.value.id)
            if layout is not None and base.attr in layout.fields:
                return layout.fields[base.attr].kind
            if layout is None:
                found = constant(getattr(self._function.meaning(base.value.id), base.attr))
                if found is not None:
                    return found.kind
        raise OutsideLanguageError(self._function, node, f"unknown field {ast.unparse(node)}")

    def _of_call(self, node: ast.Call) -> Kind | None:
        name = ast.unparse(node.func)
        if name in {"max", "min"}:
            found = [self.kind(value) for value in node.args]
            if any(kind is None for kind in found):
                return None
            widest = Kind.TRUTH
            for kind in found:
                widest = wider(widest, kind) if kind else widest
            return widest
        simple = {
            "bool": Kind.TRUTH,
            "int": Kind.WHOLE,
            "math.floor": Kind.WHOLE,
            "float": Kind.NUMBER,
            "math.sqrt": Kind.NUMBER,
            "math.ldexp": Kind.NUMBER,
        }
        if name in simple:
            return simple[name]
        called = self._function.called(node)
        if called is None:
            raise OutsideLanguageError(self._function, node, f"cannot call {name}")
        if called in self._replaced:
            found_value = constant(self._replaced[called])
            return found_value.kind if found_value else Kind.NOTHING
        return OF_ANNOTATION[str(called.__annotations__["return"])]


def _has_floats(table: object) -> bool:
    return isinstance(table, tuple) and any(isinstance(value, float) for value in table)
