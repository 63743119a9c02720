"""What pydantic found wrong, in a sentence that an author can read aloud."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Annotated, Union, get_args, get_origin

from wargame.scenarios.files.base import PATTERN_WORDS, FileModel
from wargame.scenarios.files.schema_parts import ErrorDetails
from wargame.scenarios.findings import Findings, shown

_EXPECTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "a map of keys",
    "model_type": "a map of keys",
    "model_attributes_type": "a map of keys",
}
_LIMITS = {
    "greater_than_equal": ("ge", "is less than {}, the smallest value allowed"),
    "greater_than": ("gt", "must be more than {}"),
    "less_than_equal": ("le", "is more than {}, the largest value allowed"),
    "less_than": ("lt", "must be less than {}"),
}


def in_plain_words(error: ErrorDetails, model: type[FileModel], findings: Findings) -> str:
    """One sentence about one error of pydantic.

    Args:
        error: The error.
        model: The model of the whole file, for the names of known keys.
        findings: Looks for near names.
    """
    kind, found = error["type"], error.get("input")
    context: Mapping[str, object] = error.get("ctx") or {}
    if kind == "missing":
        return f"the key “{error['loc'][-1]}” is missing or has no value"
    if kind == "extra_forbidden":
        wrong = str(error["loc"][-1])
        if wrong == "<<":
            return "merging maps with << is not part of YAML 1.2; write the keys out"
        known = known_keys(model, error["loc"][:-1])
        return f"unknown key {shown(wrong)}{findings.near(wrong, known)}"
    if kind in _EXPECTED:
        return f"expected {_EXPECTED[kind]}, found {shown(found)}{_quotes_hint(kind, found)}"
    if kind in _LIMITS:
        name, sentence = _LIMITS[kind]
        return f"{shown(found)} {sentence.format(_number(context.get(name)))}"
    if kind in {"literal_error", "enum"}:
        words = _choices(str(context.get("expected", "")))
        hint = findings.near(found, words) if isinstance(found, str) else ""
        return f"expected one of {', '.join(words)}; found {shown(found)}{hint}"
    if kind == "string_pattern_mismatch":
        asked = PATTERN_WORDS.get(str(context.get("pattern")), "another form")
        return f"expected {asked}; found {shown(found)}"
    return _rarer(kind, found, context, error["msg"])


def _rarer(kind: str, found: object, context: Mapping[str, object], message: str) -> str:
    if kind == "finite_number":
        return f"expected an ordinary number; found {shown(found)}, which is not finite"
    if kind == "too_short":
        return f"the list needs at least {context.get('min_length')} entry"
    if kind == "too_long":
        return f"there are more than {context.get('max_length')} entries, the most allowed"
    if kind == "string_too_long":
        return f"the text is longer than {context.get('max_length')} characters"
    if kind == "int_parsing_size":
        return "the number is too large"
    return message if kind == "condition" else f"{shown(found)} {message}"


def _quotes_hint(kind: str, found: object) -> str:
    is_number = isinstance(found, int | float)
    return "; put quotes round it" if kind == "string_type" and is_number else ""


def _number(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _choices(expected: str) -> list[str]:
    """The words of pydantic's list, such as ``'a', 'b' or 'c'``."""
    return [word for word in expected.split("'")[1::2] if word]


def known_keys(model: type[FileModel], loc: tuple[int | str, ...]) -> list[str]:
    """The keys that the part of a file at a place may have; empty when it has no fixed keys."""
    annotation: object = model
    for step in loc:
        annotation = _below(annotation, step)
    found = _bare(annotation)
    if isinstance(found, type) and issubclass(found, FileModel):
        return [field.alias or name for name, field in found.model_fields.items()]
    return []


def _bare(annotation: object) -> object:
    """An annotation without its metadata and without None."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin is Union or origin is types.UnionType:
            annotation = next(a for a in get_args(annotation) if a is not type(None))
        else:
            return annotation


def _below(annotation: object, step: int | str) -> object:
    bare = _bare(annotation)
    origin = get_origin(bare)
    if origin is list:
        return get_args(bare)[0]
    if origin is dict:
        return get_args(bare)[1]
    if isinstance(bare, type) and issubclass(bare, FileModel):
        for name, field in bare.model_fields.items():
            if (field.alias or name) == step:
                return field.annotation
    return None
