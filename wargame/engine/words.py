"""What happened, in words: one line and one detail for every happening, for every screen."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta

from wargame.model.events import ActResolved, OrderLapsed, SystemSettled
from wargame.model.ids import Weapon
from wargame.model.moves import Resolution
from wargame.model.orders import Order, StandingAct
from wargame.model.scenario import PastAct, Scenario

_WEAPONS: dict[Weapon, tuple[str, str]] = {
    Weapon.DRONE: ("drone", "drones"),
    Weapon.CRUISE: ("cruise missile", "cruise missiles"),
    Weapon.BALLISTIC_OLD: ("older ballistic missile", "older ballistic missiles"),
    Weapon.BALLISTIC_NEW: ("newer ballistic missile", "newer ballistic missiles"),
    Weapon.ROCKET: ("rocket", "rockets"),
}

_MONTHS = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


_FAILURES = {
    "politics.veto": "vetoed at home",
    "talks.hold": "not heeded",
}
"""How an act failed, by the draw that decided it."""

_ANSWERS = {1.0: "heeded in part", 2.0: "not heeded"}
"""How a group answered its patron's call, by the draw's result."""


def counted(count: int, one: str, many: str) -> str:
    """A count with its noun, such as "1 rocket" or "1,200 rockets"."""
    return f"{count:,} {one if count == 1 else many}"


def weapon_words(weapon: Weapon, count: int) -> str:
    """A count of weapons, such as "30 cruise missiles"."""
    return counted(count, *_WEAPONS[weapon])


def actor_name(scenario: Scenario, actor: str | None) -> str:
    """The name of an actor as lists show it; "control" for none."""
    for candidate in scenario.actors:
        if candidate.id == actor:
            return candidate.full_name
    return actor or "control"


def order_name(scenario: Scenario, order: Order) -> str:
    """What an order is called: its move, or what the seat wrote."""
    move = scenario.move.get(order.move)
    if move is None and order.argument is not None:
        return " ".join(order.argument.do.split()).rstrip(".") or "A move in its own words"
    return move.name if move else order.move


def order_words(scenario: Scenario, order: Order) -> str:
    """An order in one line, such as "Direct barrage, telegraphed, at Israel"."""
    name = order_name(scenario, order)
    return f"{name}, at {actor_name(scenario, order.target)}" if order.target else name


def act_words(scenario: Scenario, act: ActResolved) -> str:
    """An act in one line, without its actor and target."""
    if act.words:
        return act.words
    name = order_name(scenario, act.order)
    if act.weapons:
        launched = sum(w.launched for w in act.weapons)
        leaked = sum(w.leaked for w in act.weapons)
        return f"{name}: {launched:,} launched, {leaked:,} got through"
    if not act.success:
        said = [_FAILURES[draw.stream] for draw in act.draws if draw.stream in _FAILURES]
        said += [
            _ANSWERS.get(draw.result, "not heeded")
            for draw in act.draws
            if draw.stream == "proxies.call"
        ]
        return f"{name}: {said[0] if said else 'came to nothing'}"
    return name


def act_detail(scenario: Scenario, act: ActResolved) -> str:
    """What came of an act, in sentences, for those who know all of it."""
    parts = [
        f"{weapon_words(w.weapon, w.launched)} launched: {w.launched - w.arrived:,} failed, "
        f"{w.stopped:,} stopped, {w.leaked:,} got through."
        for w in act.weapons
    ]
    shots = sum(w.shots for w in act.weapons)
    if shots:
        parts.append(f"The defence spent {counted(shots, 'shot', 'shots')}.")
    if act.warning_hours > 0:
        parts.append(f"The target had {act.warning_hours:.0f} h of warning.")
    if act.choreographed:
        parts.append("Notice was given and understood.")
    parts.extend(harm_words(act))
    if act.attribution < 1 and _is_deniable(scenario, act):
        parts.append(f"Attributed with {100 * act.attribution:.0f} % certainty.")
    if act.why:
        parts.append(act.why)
    return " ".join(parts)


def harm_words(act: ActResolved) -> tuple[str, ...]:
    """The harm that an act did, as plain statements."""
    parts = []
    if act.killed:
        parts.append(f"{counted(act.killed, 'person was', 'people were')} killed.")
    if act.displaced:
        parts.append(f"{counted(act.displaced, 'person was', 'people were')} displaced.")
    return tuple(parts)


def lapse_words(scenario: Scenario, lapsed: OrderLapsed) -> str:
    """A lapsed order in one line."""
    return f"{order_words(scenario, lapsed.order)}, did not happen: {lapsed.reason}"


def settled_words(settled: SystemSettled) -> str:
    """What a system did in one line; a plain name where it has nothing to tell."""
    return settled.words or {
        "time": "Time passes, heat fades",
        "belief": "Beliefs and standing settle",
        "politics": "Politics at home",
        "proxies": "Allied groups decide",
        "hazard": "Hazards",
        "ruling": "Control ruled otherwise",
    }.get(settled.step, settled.step.capitalize())


def standing_words(scenario: Scenario, standing: StandingAct, turn: int) -> str:
    """A standing move in one line, such as "Routine fire, at Israel, since turn 2"."""
    words = order_words(scenario, standing.order)
    if standing.ready > turn:
        return f"{words}: in preparation, ready in turn {standing.ready}"
    return f"{words}: goes on" + (f" since turn {standing.since}" if standing.since else "")


def game_moment(scenario: Scenario, start: str, day: float) -> datetime:
    """The in-game moment, days (0 or more) after the start point's first midnight."""
    return datetime.combine(scenario.start[start].day, time()) + timedelta(days=day)


def moment_words(scenario: Scenario, start: str, day: float) -> str:
    """An in-game moment in words, such as "8 Aug 22:10"; ``day`` as for :func:`game_moment`."""
    moment = game_moment(scenario, start, math.floor(day * 1440) / 1440)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment:%H:%M}"


def day_words(day: date) -> str:
    """A day in words, such as "31 Jul 2024"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def past_detail(scenario: Scenario, past: PastAct) -> str:
    """What an act before the game rests on, with a plain word where that is weak."""
    known = {source.id: source for source in scenario.sources}
    cited = [known[source] for source in past.sources if source in known]
    words = "Sources: " + "; ".join(source.title for source in cited) + "." if cited else ""
    kinds = {source.kind for source in cited}
    if kinds & {"standing", "derived"} or past.confidence != "high":
        weak = sorted(kinds & {"standing", "derived"})
        rest = [
            f"rests on {'a derived figure' if k == 'derived' else 'standing knowledge'}"
            for k in weak
        ]
        if past.confidence != "high":
            rest.append(f"{past.confidence} confidence")
        words += f" {'; '.join(rest).capitalize()}."
    return words.strip()


def turn_end(scenario: Scenario, turn: int) -> float:
    """The last minute of a turn, in days since the game began."""
    return turn * scenario.turn_days - 1 / 1440


def turn_days(scenario: Scenario, start: str, turn: int) -> tuple[str, str]:
    """The first and last day of a turn as ISO dates; turn 0 gives those of turn 1."""
    first = (max(turn, 1) - 1) * scenario.turn_days
    last = max(first, first + scenario.turn_days - 1)
    return (
        game_moment(scenario, start, first).date().isoformat(),
        game_moment(scenario, start, last).date().isoformat(),
    )


def _is_deniable(scenario: Scenario, act: ActResolved) -> bool:
    move = scenario.move.get(act.order.move)
    return bool(move and (move.deniability > 0 or move.resolution is Resolution.COVERT))
