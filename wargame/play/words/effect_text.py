"""An inject's effects as one line for spreadsheets, written and read back the same."""

from __future__ import annotations

from typing import Final, cast, get_args

from wargame.errors import RuleError
from wargame.model.moves import Change, Effect, EffectOf
from wargame.model.variables import BY_NAME, Scope

_OF: Final[dict[Scope, tuple[str, ...]]] = {
    Scope.GLOBAL: ("world",),
    Scope.ACTOR: ("actor", "target"),
    Scope.PAIR: ("actor-target", "target-actor", "rivals-actor", "proxies-actor"),
    Scope.FRONT: ("front",),
    Scope.WEAPON: ("actor", "target"),
    Scope.LAYER: ("actor", "target"),
}


def effects_text(effects: tuple[Effect, ...]) -> str:
    """Such as ``oil of world scale 1.05; channel of actor-target add 0.04``."""
    return "; ".join(map(_one, effects))


def read_effects(line: str) -> tuple[Effect, ...]:
    """The effects that a line says.

    Raises:
        RuleError: The line cannot be read, or names what does not exist.
    """
    return tuple(_read(part) for part in line.split(";") if part.strip())


def _one(effect: Effect) -> str:
    words = f"{effect.variable} of {effect.of} {effect.change} {effect.amount!r}"
    if effect.change is Change.CLOSE_GAP:
        words += f" towards {effect.towards!r}"
    return f"{words} for {effect.key}" if effect.key else words


def _read(part: str) -> Effect:
    words = part.split()
    if len(words) not in {5, 7, 9} or words[1] != "of":
        raise _refusal(f"The effect “{part.strip()}” is not like “oil of world scale 1.05”.")
    variable, _, of, change, amount = words[:5]
    more = dict(zip(words[5::2], words[6::2], strict=True))
    if variable not in BY_NAME:
        raise _refusal(f"There is no variable “{variable}”.")
    if of not in get_args(EffectOf) or of not in _OF[BY_NAME[variable].scope]:
        allowed = " or ".join(_OF[BY_NAME[variable].scope])
        raise _refusal(f"{variable} is a number of {allowed}, not of “{of}”.")
    if change not in set(Change):
        raise _refusal(f"“{change}” is not one of {', '.join(Change)}.")
    if more.keys() - {"towards", "for"}:
        raise _refusal(f"The effect “{part.strip()}” ends in words that say nothing.")
    return Effect(
        variable,
        cast("EffectOf", of),
        Change(change),
        _number(amount),
        towards=_number(more.get("towards", "0")),
        key=more.get("for", ""),
    )


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise _refusal(f"“{text}” is not a number.") from None
    if not abs(value) <= 1e15:
        raise _refusal(f"“{text}” is out of range.")
    return value


def _refusal(sentence: str) -> RuleError:
    return RuleError("effect.unreadable", sentence)
