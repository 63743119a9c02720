"""What a forecast is asked to change: values by path, orders that are forced, acts forbidden."""

from __future__ import annotations

import difflib
import struct
from dataclasses import dataclass, fields, replace
from math import isfinite
from typing import TYPE_CHECKING

from wargame.errors import RuleError
from wargame.model.actors import Doctrine
from wargame.model.ids import ActorId, MoveId
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME, Scope
from wargame.model.world import World

if TYPE_CHECKING:
    from wargame.engine.law.playbook_what_if import Forbidden, Forced
    from wargame.engine.rollout_results import WhatIf

MOST_ORDERS = 64  # as many as ``playbook.MOST_FORCED``

_CHOREOGRAPHY = "choreography"
"""Word for a pair in a path: how often the first announces its direct strikes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, word for word.

    Attributes:
        values: Paths and values: ``doctrine.IRN.reply_ratio``, ``dyads.USA-ISR.leverage``,
            ``face.IRN``, ``talks.gaza``, ``parameters.index.scale``.
        orders: ``TURN ACTOR MOVE [TARGET]``.
        forbidden: ``ACTOR TARGET MINRUNG``.
    """

    values: tuple[tuple[str, float], ...] = ()
    orders: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


NOTHING = Asked()


def changed_scenario(
    scenario: Scenario, world: World, asked: Asked
) -> tuple[Scenario, World, WhatIf]:
    """The scenario and world with values changed, and what rollouts must force or leave out.

    Raises:
        RuleError: A path, actor, move or number does not exist; it lists near names.
    """
    from wargame.engine.rollout_results import WhatIf

    parameters: dict[str, float] = {}
    numbers = bytearray(world.values)
    for path, value in asked.values:
        scenario = _set(scenario, numbers, parameters, path, value)
    changed = replace(world, values=bytes(numbers))
    if len(asked.orders) > MOST_ORDERS:
        raise RuleError("what-if.many", f"A what-if may force {MOST_ORDERS} orders.")
    forced = tuple(_forced(scenario, words) for words in asked.orders)
    forbidden = tuple(_forbidden(scenario, words) for words in asked.forbidden)
    return scenario, changed, WhatIf(parameters, forced, forbidden)


def _set(
    scenario: Scenario,
    numbers: bytearray,
    parameters: dict[str, float],
    path: str,
    value: float,
) -> Scenario:
    """One value set; gives the scenario, changed where the value stands in it."""
    if not isfinite(value):
        raise RuleError("what-if.range", f"The value of {_shown(path)} must be a finite number.")
    head, _, rest = path.partition(".")
    if head == "doctrine":
        actor, _, name = rest.partition(".")
        return _set_doctrine(scenario, path, actor, name, value)
    if head == "parameters":
        parameters[_known_parameter(path, rest)] = value
        return scenario
    parts = path.split(".")
    if head == "dyads":
        pair, _, name = rest.partition(".")
        first, _, second = pair.partition("-")
        if name == _CHOREOGRAPHY:
            return _set_notice(scenario, path, first, second, value)
        parts = [name, first, second]
    if head == "actors":
        actor, _, name = rest.partition(".")
        parts = [name, actor]
    if ".".join(parts) in _parameter_names():
        parameters[".".join(parts)] = value
        return scenario
    _set_number(scenario, numbers, path, [*parts, "", ""], value)
    return scenario


def _set_number(
    scenario: Scenario, numbers: bytearray, path: str, parts: list[str], value: float
) -> None:
    """One number of the world set, within its range."""
    address = (parts[0], parts[1], parts[2])
    if address not in scenario.layout.places:
        known = [".".join(p for p in a if p) for a in scenario.layout.places]
        known += [_as_dyad(a) for a in scenario.layout.places if _is_pair(a[0])]
        raise _unknown(path, known)
    variable = BY_NAME[parts[0]]
    if not variable.low <= value <= variable.high:
        raise RuleError(
            "what-if.range", f"{path} lies between {variable.low:g} and {variable.high:g}."
        )
    struct.pack_into("<d", numbers, 8 * scenario.layout.places[address], value)


def _set_notice(scenario: Scenario, path: str, first: str, second: str, value: float) -> Scenario:
    """How often the first announces its direct strikes on the second, and on nobody else."""
    if second not in scenario.actor:
        raise _unknown_name("actor", second, list(scenario.actor))
    if first not in scenario.actor:
        raise _unknown_name("actor", first, list(scenario.actor))
    if not 0.0 <= value <= 1.0:
        raise RuleError("what-if.range", f"{path} lies between 0 and 1.")
    towards = dict(scenario.actor[ActorId(first)].doctrine.telegraphs_to)
    towards[ActorId(second)] = value
    actors = tuple(
        replace(a, doctrine=replace(a.doctrine, telegraphs_to=tuple(towards.items())))
        if a.id == first
        else a
        for a in scenario.actors
    )
    return replace(scenario, actors=actors)


def _set_doctrine(scenario: Scenario, path: str, actor: str, name: str, value: float) -> Scenario:
    names = [f.name for f in fields(Doctrine) if f.name not in {"notes", "telegraphs_to"}]
    if actor not in scenario.actor or name not in names:
        raise _unknown(path, [f"doctrine.{a.id}.{n}" for a in scenario.actors for n in names])
    if not 0.0 <= value <= 20.0:
        raise RuleError("what-if.range", f"{path} lies between 0 and 20.")
    actors = tuple(
        replace(a, doctrine=_doctrine_with(a.doctrine, name, value)) if a.id == actor else a
        for a in scenario.actors
    )
    return replace(scenario, actors=actors)


def _doctrine_with(doctrine: Doctrine, name: str, value: float) -> Doctrine:
    numbers = {f.name: getattr(doctrine, f.name) for f in fields(Doctrine)}
    return Doctrine(**{**numbers, name: value})


def _parameter_names() -> dict[str, object]:
    from wargame.engine.law.parameters import known_parameters

    return dict(known_parameters())


def _known_parameter(path: str, key: str) -> str:
    if key not in _parameter_names():
        raise _unknown(path, [f"parameters.{name}" for name in _parameter_names()])
    return key


def _is_pair(variable: str) -> bool:
    return BY_NAME[variable].scope is Scope.PAIR


def _as_dyad(address: tuple[str, str, str]) -> str:
    return f"dyads.{address[1]}-{address[2]}.{address[0]}"


def _unknown(path: str, known: list[str]) -> RuleError:
    near = difflib.get_close_matches(path, known, 3, 0.5)
    hint = f" Near: {', '.join(near)}." if near else ""
    return RuleError("what-if.unknown", f"There is no value {_shown(path)}.{hint}")


def _forced(scenario: Scenario, words: str) -> Forced:
    """``TURN ACTOR MOVE [TARGET]`` as an order that is forced."""
    from wargame.engine.law.playbook_what_if import Forced

    parts = words.split()
    turn = parts[0] if parts else ""
    if len(parts) not in {3, 4} or not (turn.isascii() and turn.isdigit() and len(turn) < 6):
        raise RuleError(
            "what-if.order", f"An order reads TURN ACTOR MOVE TARGET, not {_shown(words)}."
        )
    actor, move = _actor(scenario, parts[1]), MoveId(parts[2])
    if move not in scenario.move:
        raise _unknown_name("move", parts[2], list(scenario.move))
    target = _actor(scenario, parts[3]) if len(parts) == 4 else None
    if bool(scenario.move[move].targets) != (target is not None):
        wants = "needs a target" if target is None else "is not aimed at anybody"
        raise RuleError("what-if.order", f"{scenario.move[move].name} {wants}.")
    return Forced(int(parts[0]), actor, move, target)


def _forbidden(scenario: Scenario, words: str) -> Forbidden:
    """``ACTOR TARGET MINRUNG`` as what is forbidden."""
    from wargame.engine.law.playbook_what_if import Forbidden

    parts = words.split()
    try:
        actor, target, rung = parts[0], parts[1], float(parts[2])
    except (IndexError, ValueError):
        raise RuleError(
            "what-if.forbid", f"What is forbidden reads ACTOR TARGET MINRUNG, not {_shown(words)}."
        ) from None
    if not 0.0 <= rung <= 20.0:
        raise RuleError("what-if.forbid", "The rung that is forbidden lies from 0 to 20.")
    return Forbidden(_actor(scenario, actor), _actor(scenario, target), rung)


def _actor(scenario: Scenario, name: str) -> ActorId:
    if name not in scenario.actor:
        raise _unknown_name("actor", name, list(scenario.actor))
    return ActorId(name)


def _unknown_name(kind: str, name: str, known: list[str]) -> RuleError:
    near = difflib.get_close_matches(name, known, 3, 0.3)
    hint = f" Near: {', '.join(near)}." if near else ""
    return RuleError("what-if.unknown", f"There is no {kind} {_shown(name)}.{hint}")


def _shown(written: str) -> str:
    """What somebody wrote, on one line and not too long; as it is where it is plain."""
    short = written[:80]
    return short if short.isprintable() and short.strip() == short and short else repr(short)
