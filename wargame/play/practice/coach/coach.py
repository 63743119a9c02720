"""The coach before sealing: how drafts may be read, what they risk, and what else could be done.

It knows what its student's seat knows and nothing more. Without the compiled law it says what can
be read from the seat's own numbers; runs make the risk exact once they are there.
"""

from __future__ import annotations

from collections.abc import Sequence

from wargame.engine.law.roles import role_of
from wargame.engine.readings import readings_of
from wargame.engine.words import actor_name, order_words
from wargame.model.advice import About, Remark
from wargame.model.ids import ActorId
from wargame.model.orders import Order
from wargame.model.outlook import Estimate, MoveOutlook
from wargame.model.practice import Difficulty
from wargame.model.scenario import Scenario
from wargame.model.seat_view import Reading
from wargame.model.world import World
from wargame.play.practice.coach.alternatives import LOUD, STEPS_DOWN, alternatives, gravest_of
from wargame.play.words.number_words import minus
from wargame.play.words.warned_lines import meant_rung

HOME_SOIL = 11.0
"""Rung from which an act breaks the injunction on home soil (MODEL A5)."""

OWED = 6.0
"""Reply owed (S units) from which silence is read as weakness (MODEL D5.9)."""

NARROW = 1.0
"""Rungs of spread of a reading below which it is as good as sure."""

GRIT = "osgood-1962"


def advice(
    scenario: Scenario,
    world: World,
    seat: ActorId,
    orders: Sequence[Order],
    difficulty: Difficulty,
    *,
    outlook: MoveOutlook | None = None,
    otherwise: Sequence[MoveOutlook] = (),
    waits: bool = False,
) -> tuple[Remark, ...]:
    """What the coach says of a sheet as it stands.

    Args:
        scenario: The scenario.
        world: The game in its planning phase.
        seat: The student's seat; only what it may know is read.
        orders: The drafts; empty where it would hold still.
        difficulty: How much the coach says: everything, the main things, or the gravest alone.
        outlook: What the sheet changes against holding still, where runs have been made.
        otherwise: The same for what ``alternatives`` offers.
        waits: Whether runs are being made.
    """
    given = [order for order in orders if order.move in scenario.move]
    reading = _reading(scenario, world, seat, given)
    risk = _risk(scenario, given, outlook, waits=waits)
    if difficulty is Difficulty.HARD:
        gravest = risk if outlook is not None and outlook.all_out.is_clear else reading
        return tuple(remark for remark in (gravest or risk,) if remark is not None)
    said = [reading, risk, _otherwise(scenario, world, seat, given, outlook, otherwise)]
    if difficulty is Difficulty.CALM:
        said.append(_precedent(scenario, world, given))
    return tuple(remark for remark in said if remark is not None)


# Readings


def _reading(
    scenario: Scenario, world: World, seat: ActorId, orders: Sequence[Order]
) -> Remark | None:
    if not orders:
        return _silence(scenario, world, seat)
    gravest: tuple[Order, Reading] | None = None
    for order in orders:
        for reading in readings_of(scenario, world, seat, order):
            is_graver = gravest is None or _weight(reading) > _weight(gravest[1])
            if is_graver and (reading.actor == order.target or gravest is None):
                gravest = (order, reading)
    if gravest is None:
        return None
    order, reading = gravest
    if reading.high < 1.0:
        return Remark(About.READING, "Nobody is likely to read this sheet as a hostile step.")
    who = actor_name(scenario, reading.actor)
    name = order_words(scenario, order)
    words = f"{who} may read “{name}” as R{reading.low:.0f} to R{reading.high:.0f}"
    words += f", most likely R{reading.middle:.0f}."
    meant = meant_rung(scenario, order)
    if meant is not None and reading.middle - meant >= NARROW:
        words += f" You mean it as R{meant:.0f}: {reading.middle - meant:.0f} lower."
    if reading.may_cross:
        line = scenario.layout.read(world.published, "red_line_seen", seat, reading.actor)
        words += f" You believe that its line lies at R{line:.1f}, which this may cross."
    elif reading.high - reading.low >= 3.0:
        words += " The line between you is poor, so that its reading is wide (M6)."
    return Remark(About.READING, words)


def _silence(scenario: Scenario, world: World, seat: ActorId) -> Remark:
    """How holding still may be read, from what the seat itself owes."""
    read = scenario.layout.read
    owed = [
        (read(world.published, "debt", seat, other.id), other.id)
        for other in scenario.actors
        if other.id != seat
    ]
    debt, rival = max(owed, default=(0.0, seat))
    if debt >= OWED:
        name = actor_name(scenario, rival)
        words = (
            f"You owe {name} a reply of {debt:.0f}. To hold still leaves room to stop, and with "
            "every turn it lowers their belief that you answer at all (M18, M21)."
        )
        return Remark(About.READING, words)
    return Remark(
        About.READING, "You owe nobody a reply, so that holding still is read as calm, not as fear."
    )


def _weight(reading: Reading) -> tuple[bool, float]:
    return reading.may_cross, reading.high


# Risk


def _risk(
    scenario: Scenario, orders: Sequence[Order], outlook: MoveOutlook | None, *, waits: bool
) -> Remark | None:
    if not orders:
        return None
    if outlook is None:
        words = _plain_risk(scenario, orders)
        return Remark(About.RISK, words, waits=waits) if words or waits else None
    ahead = outlook.index[-1]
    turns = "a turn on" if ahead.turns == 1 else f"{ahead.turns} turns on"
    index = f"the index {_signed(ahead.points)} points {turns}"
    lost = outlook.all_out
    points = Estimate(100 * lost.value, 100 * lost.low, 100 * lost.high)
    war = f"all-out war {_signed(points)} points of a hundred"
    words = f"Against holding still, {outlook.runs:,} runs, 95 % intervals: {index}, {war}."
    if not lost.is_clear and not ahead.points.is_clear:
        words += " Neither can be told from no difference."
    elif not lost.is_clear:
        words += " The latter cannot be told from no difference."
    return Remark(About.RISK, words)


def _plain_risk(scenario: Scenario, orders: Sequence[Order]) -> str:
    """The threshold that the gravest order crosses, without any runs."""
    gravest = gravest_of(scenario, orders)
    if gravest is None:
        return ""
    move = scenario.move[gravest.move]
    if move.home_soil and move.rung >= HOME_SOIL:
        return (
            f"“{move.name}” breaks the unstated ban on home soil: the next such act comes easier, "
            "to both sides, for a year (M2, M5)."
        )
    if move.rung >= LOUD and gravest.warning_hours <= 0 and move.salvo is not None:
        return "Unannounced, more gets through, and more of it is read as meant (M8, M17)."
    if move.rung >= LOUD:
        return "A blow that does harm is likely to be answered by more than it did (M23)."
    return ""


def _signed(estimate: Estimate) -> str:
    return minus(f"{estimate.value:+.1f} ({estimate.low:+.1f} to {estimate.high:+.1f})")


# What else


def _otherwise(
    scenario: Scenario,
    world: World,
    seat: ActorId,
    orders: Sequence[Order],
    outlook: MoveOutlook | None,
    tried: Sequence[MoveOutlook],
) -> Remark | None:
    """Another way with its reason: by runs where they are there, else the step down."""
    offered = alternatives(scenario, world, seat, orders)
    if not offered:
        return None
    best = _best(scenario, [one for one in tried if one.order in offered])
    order = best.order if best is not None else offered[-1]
    words = f"Another way: {order_words(scenario, order)}{_how(order)}."
    is_step = role_of(scenario.move[order.move]) in STEPS_DOWN
    if is_step:
        words += (
            " A small step that you announce, take alone and keep up, with the means to answer in "
            "hand, asks for one in kind."
        )
    if best is not None:
        points = best.index[-1].points
        words += (
            f" Played on {best.runs:,} times, the index comes out {_signed(points)} points against "
            "holding still"
        )
        if outlook is not None:
            words += f", with your sheet {_signed(outlook.index[-1].points)}"
        words += "."
    titles = {source.id: source.title for source in scenario.sources}
    cited = tuple(title for id_, title in titles.items() if id_ == GRIT) if is_step else ()
    return Remark(About.OTHERWISE, words, sources=cited, order=order)


def _best(scenario: Scenario, tried: Sequence[MoveOutlook]) -> MoveOutlook | None:
    """The one with the least risk; a step down where nothing is surely better than it."""
    ranked = sorted(tried, key=lambda one: (one.all_out.value, one.index[-1].points.value))
    for step in ranked:
        if role_of(scenario.move[step.order.move]) not in STEPS_DOWN:
            continue
        least, points = step.all_out, step.index[-1].points
        if all(
            one.all_out.high >= least.low and one.index[-1].points.high >= points.low
            for one in ranked
        ):
            return step
    return ranked[0] if ranked else None


def _how(order: Order) -> str:
    return f", announced {order.warning_hours:.0f} h before" if order.warning_hours > 0 else ""


def _precedent(scenario: Scenario, world: World, orders: Sequence[Order]) -> Remark | None:
    gravest = gravest_of(scenario, orders)
    if gravest is None:
        return None
    move = scenario.move[gravest.move]
    begins = scenario.start[world.settings.start].day
    is_known = move.precedent_day is None or move.precedent_day <= begins
    if not move.precedent or not is_known:
        return None
    titles = {source.id: source.title for source in scenario.sources}
    cited = tuple(titles[source] for source in move.sources if source in titles)
    return Remark(About.PRECEDENT, f"It was done before: {move.precedent}", sources=cited)
