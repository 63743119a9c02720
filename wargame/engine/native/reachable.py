"""Which functions of the law a function reaches, with their syntax trees and what names mean.

The law is written in a small part of Python: whole numbers, floats, truth values, named arrays,
loops, conditions and calls. What lies outside is refused here by name and line.
"""

from __future__ import annotations

import ast
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Constant = int | float | bool | None
Plain = types.FunctionType
Replaced = Mapping[Callable[..., object], Constant]
"""Functions that are left out, each with what a call of it gives."""


@dataclass(frozen=True)
class Function:
    """One function of the law.

    Attributes:
        plain: The Python function.
        name: Its name in the compiled module.
        tree: Its syntax tree.
    """

    plain: Plain
    name: str
    tree: ast.FunctionDef

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """Names of its parameters with their annotations."""
        return [(a.arg, _annotation(a.annotation, self)) for a in self.tree.args.args]

    @property
    def gives(self) -> str:
        """The annotation of its result."""
        return _annotation(self.tree.returns, self)

    def meaning(self, name: str) -> object:
        """What a global name of the function's module stands for.

        Raises:
            NameError: Nothing has this name.
        """
        if name not in self.plain.__globals__:
            raise NameError(f"{self.plain.__module__} has no name {name}")
        return self.plain.__globals__[name]

    def called(self, node: ast.Call) -> Plain | None:
        """The function that is called, by its name or by its module's; None for what is none."""
        names, found = self.plain.__globals__, None
        if isinstance(node.func, ast.Name):
            found = names.get(node.func.id)
        elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            found = getattr(names.get(node.func.value.id), node.func.attr, None)
        return found if isinstance(found, types.FunctionType) else None


class OutsideLanguageError(Exception):
    """The law uses something of Python that cannot be compiled; a bug of ours, never a user's."""

    def __init__(self, function: Function, node: ast.AST, what: str) -> None:
        line = getattr(node, "lineno", 0)
        super().__init__(f"{function.plain.__module__}:{line} {function.plain.__name__}: {what}")


def reachable(first: Plain, replaced: Replaced) -> list[Function]:
    """A function and all functions that it calls, each once, callees before their callers."""
    done: dict[Plain, Function] = {}
    order: list[Function] = []

    def visit(plain: Plain) -> None:
        if plain in done:
            return
        function = Function(plain, f"{_short(plain.__module__)}.{plain.__name__}", _tree_of(plain))
        done[plain] = function
        for node in ast.walk(function.tree):
            if isinstance(node, ast.Call):
                called = function.called(node)
                if called is not None and called not in replaced:
                    visit(called)
        order.append(function)

    visit(first)
    return order


def _tree_of(plain: Plain) -> ast.FunctionDef:
    trees = _trees_of(plain.__code__.co_filename)
    return trees[plain.__name__]


@cache
def _trees_of(file: str) -> dict[str, ast.FunctionDef]:
    """The functions at the top of a file, by name."""
    body = ast.parse(Path(file).read_text("utf-8")).body
    return {node.name: node for node in body if isinstance(node, ast.FunctionDef)}


def _annotation(node: ast.expr | None, function: Function) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Constant) and node.value is None:
        return "None"
    raise OutsideLanguageError(function, function.tree, "an annotation is missing or not a name")


def _short(module: str) -> str:
    return module.rpartition(".")[2]
