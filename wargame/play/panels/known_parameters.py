"""The law's parameters as scenario authors see them, for doors that may not ask the engine."""

from __future__ import annotations

from collections.abc import Mapping

from wargame.engine.law.parameters import known_parameters
from wargame.model.scenario import Parameter


def parameters_by_key() -> Mapping[str, Parameter]:
    """Every constant of the law with its default, range and basis, by key."""
    return known_parameters()
