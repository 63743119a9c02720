"""Any value of a type of the model, for hypothesis: within the ranges that the model can hold."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(codec="utf-8"), max_size=12),
    float: st.floats(allow_nan=False, allow_infinity=False),
    int: st.integers(-(2**53), 2**53),
    bool: st.booleans(),
    bytes: st.binary(max_size=40),
    type(None): st.none(),
}


@cache
def any_value_of(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of a dataclass of the model or of anything that its fields are annotated with."""
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if isinstance(annotation, typing.NewType):
        return any_value_of(annotation.__supertype__)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from(list(annotation))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in {types.UnionType, typing.Union}:
        return st.one_of([_later(one) for one in arguments])
    if origin is tuple and arguments[-1] is Ellipsis:
        return st.lists(_later(arguments[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(any_value_of, arguments))
    assert isinstance(annotation, type)
    assert is_dataclass(annotation)
    hints = get_type_hints(annotation)
    return st.builds(
        annotation, **{f.name: any_value_of(hints[f.name]) for f in fields(annotation)}
    )


def _later(annotation: Any) -> st.SearchStrategy[Any]:
    """The same, looked up when it is drawn from: a condition may hold conditions."""

    def values() -> st.SearchStrategy[Any]:
        return any_value_of(annotation)

    return st.deferred(values)
