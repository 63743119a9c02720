"""Statements of the law as blocks of instructions, and whole functions."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

from wargame.engine.native.expressions import Expressions, zero
from wargame.engine.native.inference import Kinds
from wargame.engine.native.kinds import OF_ANNOTATION, Kind, Layout, Value
from wargame.engine.native.reachable import Function, OutsideLanguageError, Replaced
from wargame.engine.native.text import Marks, Text, converted


def function_text(
    function: Function,
    layouts: Mapping[str, Layout],
    replaced: Replaced,
    marks: Marks,
    tables: Callable[[str, tuple[float, ...]], str],
) -> str:
    """The text of one compiled function."""
    return _Writer(function, layouts, replaced, marks, tables).text()


class _Writer:
    def __init__(
        self,
        function: Function,
        layouts: Mapping[str, Layout],
        replaced: Replaced,
        marks: Marks,
        tables: Callable[[str, tuple[float, ...]], str],
    ) -> None:
        self._function, self._layouts = function, layouts
        self._kinds = Kinds(function, layouts, replaced)
        self._text = Text(marks)
        self._expressions = Expressions(
            function, self._kinds, self._text, layouts, replaced, tables
        )
        self._gives = OF_ANNOTATION[function.gives]
        self._loops: list[tuple[str, str]] = []

    def text(self) -> str:
        head = []
        text, of = self._text, self._kinds.of
        for name, kind in of.items():
            text.variable(name, kind)
        for name, annotation in self._function.parameters:
            if annotation in self._layouts:
                read = " readonly" if self._layouts[annotation].is_fixed else ""
                head.append(f"ptr noalias nonnull{read} %{name}")
            else:
                kind = OF_ANNOTATION[annotation]
                head.append(f"{kind.value} %p.{name}")
                value = converted(text, Value(kind, f"%p.{name}"), of[name])
                text.do(f"store {of[name].value} {value.text}, ptr %v.{name}, align 8")
        given = {name for name, _ in self._function.parameters}
        for name, kind in of.items():
            if name not in given:
                text.do(f"store {kind.value} {zero(kind)}, ptr %v.{name}, align 8")
        self._block(self._function.tree.body)
        if self._gives is Kind.NOTHING:
            text.end("ret void")
        else:
            text.end("unreachable")
        return (
            f'define internal {self._gives.value} @"{self._function.name}"({", ".join(head)})'
            f" #0 {{\n{text.body()}\n}}\n"
        )

    def _block(self, statements: list[ast.stmt]) -> None:
        for statement in statements:
            if self._text.is_closed:
                return
            self._statement(statement)

    def _statement(self, node: ast.stmt) -> None:
        writer = getattr(self, f"_{type(node).__name__.lower()}", None)
        if writer is None:
            raise self._refused(node)
        writer(node)

    def _expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):
            self._expressions.value(node.value)

    def _pass(self, _node: ast.Pass) -> None:
        return

    def _assign(self, node: ast.Assign) -> None:
        target = node.targets[0]
        if isinstance(target, ast.Name) and target.id in self._kinds.tuples:
            return
        if isinstance(target, ast.Tuple):
            if not isinstance(node.value, ast.Tuple):
                raise self._refused(node)
            values = [self._expressions.value(part) for part in node.value.elts]
            for part, value in zip(target.elts, values, strict=True):
                self._store(part, value)
        else:
            self._store(target, self._expressions.value(node.value))

    def _augassign(self, node: ast.AugAssign) -> None:
        loaded = ast.parse(ast.unparse(node.target), mode="eval").body
        total = ast.copy_location(ast.BinOp(loaded, node.op, node.value), node)
        self._store(node.target, self._expressions.value(total))

    def _store(self, target: ast.expr, value: Value) -> None:
        text = self._text
        if isinstance(target, ast.Name):
            kind = self._kinds.of[target.id]
            stored = converted(text, value, kind)
            text.do(f"store {kind.value} {stored.text}, ptr %v.{target.id}, align 8")
        elif isinstance(target, (ast.Attribute, ast.Subscript)):
            address, field, note = self._expressions.address(target)
            if "invariant" in note:
                raise self._refused(target)
            stored = converted(text, value, field.kind)
            text.do(f"store {field.kind.value} {stored.text}, ptr {address}, align 8{note}")
        else:
            raise self._refused(target)

    def _if(self, node: ast.If) -> None:
        text = self._text
        yes, no, end = text.label("then"), text.label("else"), text.label("after")
        truth = self._expressions.as_kind(node.test, Kind.TRUTH)
        text.branch(truth, yes, no if node.orelse else end)
        text.begin(yes)
        self._block(node.body)
        text.jump(end)
        if node.orelse:
            text.begin(no)
            self._block(node.orelse)
            text.jump(end)
        text.begin(end)

    def _while(self, node: ast.While) -> None:
        text = self._text
        again, body, end = text.label("again"), text.label("body"), text.label("after")
        text.begin(again)
        text.branch(self._expressions.as_kind(node.test, Kind.TRUTH), body, end)
        text.begin(body)
        self._loops.append((again, end))
        self._block(node.body)
        self._loops.pop()
        text.jump(again)
        text.begin(end)

    def _for(self, node: ast.For) -> None:
        if not isinstance(node.target, ast.Name) or node.orelse:
            raise self._refused(node)
        name = ast.unparse(node.iter.func) if isinstance(node.iter, ast.Call) else ""
        if isinstance(node.iter, ast.Call) and name == "range":
            self._count(node, node.target.id, node.iter.args)
        elif isinstance(node.iter, ast.Name):
            table = self._function.meaning(node.iter.id)
            if not isinstance(table, tuple):
                raise self._refused(node)
            for item in table:
                # Written out once for each item: such tables are short.
                self._once(node, Value(Kind.WHOLE, str(int(item))))
        else:
            raise self._refused(node)

    def _once(self, node: ast.For, item: Value) -> None:
        text = self._text
        end = text.label("next")
        self._store(node.target, item)
        self._loops.append((end, ""))
        self._block(node.body)
        self._loops.pop()
        text.begin(end)

    def _count(self, node: ast.For, name: str, bounds: list[ast.expr]) -> None:
        """A loop over ``range``: its end is asked once, its steps are counted apart."""
        text, as_kind = self._text, self._expressions.as_kind
        first = as_kind(bounds[0], Kind.WHOLE) if len(bounds) > 1 else Value(Kind.WHOLE, "0")
        last = as_kind(bounds[1 if len(bounds) > 1 else 0], Kind.WHOLE)
        step = ast.literal_eval(bounds[2]) if len(bounds) > 2 else 1
        if not isinstance(step, int) or step == 0:
            raise self._refused(node)
        counter = text.variable(text.label("count"), Kind.WHOLE)
        text.do(f"store i64 {first.text}, ptr {counter}, align 8")
        head, body = text.label("loop"), text.label("body")
        step_on, end = text.label("step"), text.label("after")
        text.begin(head)
        at = text.add(Kind.WHOLE, f"load i64, ptr {counter}, align 8")
        sign = "slt" if step > 0 else "sgt"
        text.branch(text.add(Kind.TRUTH, f"icmp {sign} i64 {at.text}, {last.text}"), body, end)
        text.begin(body)
        text.do(f"store i64 {at.text}, ptr %v.{name}, align 8")
        self._loops.append((step_on, end))
        self._block(node.body)
        self._loops.pop()
        text.begin(step_on)
        more = text.add(Kind.WHOLE, f"add nsw i64 {at.text}, {step}")
        text.do(f"store i64 {more.text}, ptr {counter}, align 8")
        text.jump(head)
        text.begin(end)

    def _continue(self, _node: ast.Continue) -> None:
        self._text.jump(self._loops[-1][0])

    def _break(self, node: ast.Break) -> None:
        if not self._loops[-1][1]:
            raise self._refused(node)
        self._text.jump(self._loops[-1][1])

    def _return(self, node: ast.Return) -> None:
        if self._gives is Kind.NOTHING:
            self._text.end("ret void")
        elif node.value is None:
            raise self._refused(node)
        else:
            value = self._expressions.as_kind(node.value, self._gives)
            self._text.end(f"ret {self._gives.value} {value.text}")

    def _refused(self, node: ast.AST) -> OutsideLanguageError:
        return OutsideLanguageError(self._function, node, f"cannot compile {ast.unparse(node)}")
