"""State variables in words: a short name, a value with its unit, a difference with its sign."""

from __future__ import annotations

import math
from typing import Final

from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME, MANY, Scope

_NAMES: Final = {
    "face": "Standing",
    "vows": "Public vows",
    "approval": "Political survival",
    "reckoning": "Delayed reckoning",
    "election_turns": "Next election",
    "hardline": "Hardline share",
    "risk_appetite": "Appetite for risk",
    "political": "Political means",
    "material": "Material means",
    "strike": "Striking capability",
    "shield": "Air defence",
    "covert": "Covert capability",
    "ground": "Ground capability",
    "naval": "Naval capability",
    "alert": "Alert",
    "readiness": "Readiness",
    "partners": "Partner defences",
    "bench": "Bench of leaders",
    "vacancy": "Capability lost with leaders",
    "held_rung": "Holds fire above",
    "held_days": "Holds fire for",
    "revealed": "Preparations known for",
    "appealed": "Lowered by appeals",
    "ceiling_shift": "Ceiling moved by",
    "foiled_days": "Restraint watched for",
    "drawn_in": "Drawn in",
    "collapsed": "Dropped out",
    "weak_days": "Weak cohesion for",
    "sustained": "Sustained fire",
    "deaths": "People killed",
    "displaced": "People displaced",
    "willingness": "Willingness for terms",
    "captives": "Captives held",
    "attribution": "Sure who struck it",
    "breakout_weeks": "Breakout time",
    "nuclear_resolve": "Resolve to break out",
    "inspection": "Inspection",
    "arsenal": "Nuclear weapons",
    "heat": "Heat of what it did",
    "debt": "Debt owed",
    "belief": "Belief in a reply",
    "red_line": "Own red line",
    "red_line_seen": "Believed red line of the other",
    "warned_line": "Line it warned of",
    "crossed_days": "Must answer a crossing within",
    "closed_days": "Called the matter closed for",
    "intel": "Intelligence",
    "asset": "Covert asset",
    "exposure": "Asset's exposure hazard",
    "channel": "Private channel",
    "precedent": "Precedent",
    "resupply": "Transfer rate",
    "preparing": "Operation prepared for",
    "prepared_seen": "Saw it prepared",
    "solidarity_due": "Solidarity expected for",
    "deferral": "Reply held",
    "deferral_days": "Promise runs for",
    "accepted": "Acceptance open for",
    "fear": "Fear of deployments",
    "last_rung": "Highest act this turn",
    "front_heat": "Heat of the front",
    "intensity": "Intensity of the front",
    "talks": "Progress of talks",
    "front_turns": "Turns of heavy fighting",
    "index": "Escalation index",
    "all_out": "Control lost",
    "diverted": "Shipping diverted",
    "freight": "Freight rates",
    "oil": "Oil price",
    "linkage": "Linkage to Gaza",
    "stock": "Weapons in stock",
    "interceptors": "Interceptors left",
}
"""Where the name in code, with a capital, would not say it."""

_RUNGS: Final = {
    "held_rung",
    "red_line",
    "red_line_seen",
    "warned_line",
    "precedent",
    "last_rung",
}
_SHIFTS: Final = {"appealed", "ceiling_shift"}
_DAYS: Final = {
    "disarray",
    "held_days",
    "revealed",
    "weak_days",
    "preparing",
    "solidarity_due",
    "deferral_days",
    "accepted",
    "foiled_days",
    "crossed_days",
    "closed_days",
}
_WEEKS: Final = {"election_turns", "breakout_weeks"}
_COUNTS: Final = {"vows", "deaths", "displaced", "captives", "stock", "front_turns"}
_MARKS: Final = {
    "collapsed",
    "drawn_in",
    "arsenal",
    "prepared_seen",
    "truce",
    "all_out",
}
_TIMES: Final = {"economy", "freight", "oil"}
_TENTHS: Final = {"index", "heat", "debt", "front_heat", "intensity", "sustained"}
_NONE_AT: Final = {
    "held_rung": 21.0,
    "red_line": 21.0,
    "red_line_seen": 21.0,
    "warned_line": 21.0,
    "election_turns": 999.0,
    "breakout_weeks": 520.0,
}
_MOST_PLACES: Final = 4
_MEASURED_TO: Final = 1000.0
"""A range that ends beyond this has no bar."""


def variable_name(variable: str) -> str:
    """What a variable is called.

    >>> variable_name("debt"), variable_name("cohesion")
    ('Debt owed', 'Cohesion')
    """
    return _NAMES.get(variable) or variable.replace("_", " ").capitalize()


def number_text(variable: str, value: float, places: int = 0) -> str:
    """A value with its unit; at least ``places`` decimals where it has any.

    >>> number_text("face", 0.7), number_text("precedent", 12.0), number_text("deaths", 1200.0)
    ('0.70', 'R12.0', '1,200')
    >>> number_text("red_line", 21.0), number_text("truce", 1.0), number_text("oil", 1.2)
    ('none', 'yes', '1.20 times')
    """
    if value == _NONE_AT.get(variable):
        return "none"
    if variable in _MARKS and value in (0.0, 1.0):
        return "yes" if value else "no"
    return _with_unit(variable, minus(f"{value:,.{max(places, _places(variable, value))}f}"))


def change_texts(variable: str, before: float, after: float) -> tuple[str, str, str]:
    """Before, after and the difference, with as many decimals as it takes to tell them apart.

    >>> change_texts("face", 0.7, 0.6991)
    ('0.700', '0.699', '−0.001')
    >>> change_texts("debt", 0.0, 12.04), change_texts("disarray", 14.0, 7.0)
    (('0.0', '12.0', '+12.0'), ('14', '7 days', '−7'))
    """
    places = max(_places(variable, before), _places(variable, after))
    while places < _MOST_PLACES and not _adds_up(before, after, places):
        places += 1
    one, two = number_text(variable, before, places), number_text(variable, after, places)
    if (variable in _MARKS and after in (0.0, 1.0)) or "none" in (one, two):
        return one, two, ""
    if one.endswith((" days", " weeks", " times", " rungs")):
        # The value after names the measure for both.
        one = one.rsplit(" ", maxsplit=1)[0]
    return one, two, minus(f"{after - before:+,.{places}f}")


def difference_text(variable: str, change: float) -> str:
    """A difference with its sign, with as many decimals as it takes not to print as nothing.

    >>> difference_text("face", -0.0042), difference_text("displaced", 1676.2)
    ('−0.004', '+1,676')
    """
    places = _places(variable, change)
    while places < _MOST_PLACES and round(change, places) == 0:
        places += 1
    return minus(f"{change:+,.{places}f}")


def share_of_range(variable: str, value: float) -> float | None:
    """A value's place in its range, 0 to 1; None where the range has no end worth a bar."""
    known = BY_NAME[variable]
    endless = known.high >= MANY or known.high - known.low > _MEASURED_TO
    if endless or variable in _MARKS or value == _NONE_AT.get(variable):
        return None
    return min(1.0, max(0.0, (value - known.low) / (known.high - known.low)))


def whose_words(scenario: Scenario, variable: str, first: str, second: str) -> str:
    """Of whom and towards whom a number is, in codes; a front by its name."""
    scope = BY_NAME[variable].scope
    if scope is Scope.GLOBAL:
        return ""
    if scope is Scope.FRONT:
        return next((f.name for f in scenario.fronts if f.id == first), first)
    if scope is Scope.PAIR:
        return f"{first} → {second}"
    return f"{first}, {key_words(second)}" if second else first


def key_words(key: str) -> str:
    """A weapon class or a layer in words.

    >>> key_words("ballistic-new"), key_words("upper")
    ('newer ballistic', 'upper layer')
    """
    words = {
        "drone": "drones",
        "cruise": "cruise missiles",
        "ballistic-old": "older ballistic",
        "ballistic-new": "newer ballistic",
        "rocket": "rockets",
        "fighters": "fighters",
    }
    return words.get(key) or f"{key} layer"


def minus(text: str) -> str:
    """The text with a true minus sign."""
    return text.replace("-", "−")


def _adds_up(before: float, after: float, places: int) -> bool:
    """Whether the printed difference is not nothing, and is that of the printed values."""
    printed = round(after - before, places)
    if printed == 0:
        return after == before
    return math.isclose(printed, round(after, places) - round(before, places), abs_tol=1e-9)


def _places(variable: str, value: float) -> int:
    if variable in _COUNTS:
        return 0 if value == round(value) or abs(value) >= 10 else 1
    if variable in _DAYS or variable in _WEEKS:
        return 0 if value == round(value) else 1
    return 1 if variable in _RUNGS | _TENTHS | _SHIFTS else 2


def _with_unit(variable: str, number: str) -> str:
    if variable in _RUNGS:
        return f"R{number}"
    if variable in _SHIFTS:
        return f"{number} rungs"
    if variable in _DAYS:
        return f"{number} days"
    if variable in _WEEKS:
        return f"{number} weeks"
    if variable in _TIMES:
        return f"{number} times"
    return number
