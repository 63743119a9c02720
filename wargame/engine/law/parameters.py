"""Every constant of the law in one table, and the record that the law's functions read.

A system lists its own constants in its file; a new system is added to ``_SYSTEMS`` here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from wargame.engine.law import (
    agreement,
    assets,
    barrage,
    belief,
    cohesion,
    covert,
    debt_and_face,
    decapitation,
    deferral,
    deployments,
    desired_reply,
    displacement,
    doctrine,
    fading,
    fire,
    game_over,
    goodwill,
    hardening,
    harm,
    hazards,
    index,
    interception,
    ladder,
    leverage,
    means,
    nuclear,
    patronage,
    perception,
    politics,
    preemption,
    proxies,
    reach,
    reputation,
    shield,
    shipping,
    spillover,
    strikes,
    supplies,
    talks,
    truces,
    unnotified,
    urges_of_war,
    warning,
    word_given,
)
from wargame.engine.law.constant import Constant
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.tables import Table, tables_of
from wargame.model.ids import SourceId
from wargame.model.scenario import Parameter, Scenario

_SYSTEMS: tuple[tuple[Constant, ...], ...] = (
    ladder.CONSTANTS,
    index.CONSTANTS,
    warning.CONSTANTS,
    covert.CONSTANTS,
    shield.CONSTANTS,
    barrage.CONSTANTS,
    preemption.CONSTANTS,
    strikes.CONSTANTS,
    fading.CONSTANTS,
    fire.CONSTANTS,
    harm.CONSTANTS,
    displacement.CONSTANTS,
    perception.CONSTANTS,
    debt_and_face.CONSTANTS,
    belief.CONSTANTS,
    means.CONSTANTS,
    hazards.CONSTANTS,
    game_over.CONSTANTS,
    nuclear.CONSTANTS,
    shipping.CONSTANTS,
    goodwill.CONSTANTS,
    spillover.CONSTANTS,
    cohesion.CONSTANTS,
    reputation.CONSTANTS,
    word_given.CONSTANTS,
    proxies.CONSTANTS,
    supplies.CONSTANTS,
    unnotified.CONSTANTS,
    decapitation.CONSTANTS,
    assets.CONSTANTS,
    talks.CONSTANTS,
    truces.CONSTANTS,
    agreement.CONSTANTS,
    interception.CONSTANTS,
    deferral.CONSTANTS,
    leverage.CONSTANTS,
    patronage.CONSTANTS,
    deployments.CONSTANTS,
    politics.CONSTANTS,
    hardening.CONSTANTS,
    desired_reply.CONSTANTS,
    reach.CONSTANTS,
    doctrine.CONSTANTS,
    urges_of_war.CONSTANTS,
)

ParameterRecord = np.ndarray[tuple[int], np.dtype[np.void]]
"""One record of every constant and table, as an array of length 1."""


@cache
def constants() -> dict[str, Constant]:
    """Every constant of the law by key, in the order of the systems."""
    return {constant.key: constant for system in _SYSTEMS for constant in system}


@cache
def known_parameters() -> dict[str, Parameter]:
    """Every constant as the scenario files know it, with its default, by key."""
    return {
        c.key: Parameter(
            key=c.key,
            value=c.value,
            low=c.low,
            high=c.high,
            basis=c.basis,
            note=f"{c.note} ({c.reference})",
            sources=tuple(SourceId(source) for source in c.sources),
        )
        for c in constants().values()
    }


def parameter_record(
    scenario: Scenario, start: str, changed: Mapping[str, float] | None = None
) -> ParameterRecord:
    """The constants and tables of a scenario as a NumPy record of one.

    Args:
        scenario: The scenario.
        start: Start point, which gives the actors' means.
        changed: Constants set to other values, by key.

    Raises:
        KeyError: ``changed`` names a constant that does not exist.
    """
    values = {key: constant.value for key, constant in constants().items()}
    for key, parameter in scenario.parameter.items():
        if key in values:
            values[key] = parameter.value
    for key, value in (changed or {}).items():
        if key not in values:
            raise KeyError(key)
        values[key] = value
    tables = tables_of(scenario, start, values["precedent.least_front_weight"])
    record: ParameterRecord = np.zeros(1, dtype=_dtype(tables))
    for key, constant in constants().items():
        if constant.field:
            record[constant.field][(0, *constant.place)] = values[key]
        else:
            record[constant.name][0] = values[key]
    for name, table in tables.items():
        if table.shape:
            record[name][0] = np.array(table.values, dtype=table.kind).reshape(table.shape)
        else:
            record[name][0] = table.values[0]
    return record


def parameters_for(
    scenario: Scenario, start: str, changed: Mapping[str, float] | None = None
) -> Parameters:
    """The same for a single world, without NumPy in the way."""
    return Parameters(parameter_record(scenario, start, changed))


def _dtype(tables: Mapping[str, Table]) -> np.dtype[np.void]:
    fields: dict[str, tuple[str, tuple[int, ...]]] = {}
    for constant in constants().values():
        if not constant.field:
            fields[constant.name] = ("<f8", ())
    for name, length in _array_shapes().items():
        fields[name] = ("<f8", length)
    for name, table in tables.items():
        fields[name] = (table.kind, table.shape)
    return np.dtype([(name, kind, shape) for name, (kind, shape) in fields.items()])


@cache
def _array_shapes() -> dict[str, tuple[int, ...]]:
    """Shapes of the arrays that constants are stored in: five along each axis."""
    return {c.field: (5,) * len(c.place) for c in constants().values() if c.field}
