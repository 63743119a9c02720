"""Why the meter moved over any span of a game: the ledger, summed, and the mechanism of each rise.

The three mechanisms are computed as MODEL B2 states them. Deliberate: its author chose a rung above
its own last one towards the same side. Inadvertent: it crossed a line of the other side that was
hidden, below where its author believed the line to be. Accidental: control was lost, or a group
acted without telling anybody.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from wargame.engine.words import act_words, actor_name
from wargame.model.console_view import FrontHeat
from wargame.model.events import Record
from wargame.model.happenings import ActResolved, SystemSettled
from wargame.model.ids import ActorId
from wargame.model.ledger import total_change
from wargame.model.rulings import ActRuled, OrderRuled
from wargame.model.why_view import FactorChange, Mechanism, Rise, SpanStep, WhyMoved
from wargame.model.world import World
from wargame.play.debrief.replay import Replay
from wargame.play.panels.factors import kahn_factors
from wargame.play.panels.meter import drivers

LARGEST_STEPS = 9
"""Rows of their own in a waterfall; the rest is summed in one row."""
SMALLEST_RISE = 0.05
"""Points of the index below which a rise prints as 0.0."""
SMALLEST_SHARE = 0.005
"""Share of a front below which it prints as 0 %."""
MOST_RISES = 40
NO_LINE = 21.0
"""A line at this rung is none (MODEL D1)."""
QUIET = 3.0
"""Acts below this rung are talk; they are no level from which one climbs."""
_SYSTEMS = {
    "time": "Time passes, heat fades",
    "hazard": "Control is lost",
    "ruling": "Rulings of control",
}


class Why:
    """Questions about why the index of a game moved."""

    def __init__(self, replay: Replay) -> None:
        self._replay = replay
        self._own_last = dict(self._levels())
        self._crossed = {
            (c.act, c.seat): c.line for c in replay.world(replay.last).red_lines.crossings
        }

    def turn_of(self, place: int) -> tuple[int, int]:
        """The span of the turn that a place lies in; the whole game before the first turn."""
        replay = self._replay
        starts = [at for _, at in replay.turn_places()]
        ends = [*starts[1:], len(replay.line)]
        for start, end in zip(starts, ends, strict=True):
            if start <= place < end:
                return start, end - 1
        return 0, replay.last

    def moved(self, first: int, last: int) -> WhyMoved:
        """Why the index moved from one place to another; their order does not matter.

        Raises:
            RuleError: The game has no such moment.
        """
        first, last = min(first, last), max(first, last)
        replay = self._replay
        before, after = replay.world(first), replay.world(last)
        read = replay.scenario.layout.read
        records = [
            (place, replay.line[place])
            for place in range(first + 1, last + 1)
            if self._change(replay.line[place])
        ]
        rises = sorted(self._rises(records), key=lambda rise: -rise.change)
        points: dict[Mechanism, list[float]] = defaultdict(list)
        for rise in rises:
            points[rise.mechanism].append(rise.change)
        return WhyMoved(
            first=first,
            last=last,
            words=_span_words(before.turn, after.turn),
            before=read(before.values, "index"),
            after=read(after.values, "index"),
            steps=self._steps(records),
            rises=tuple(rises[:MOST_RISES]),
            shares=tuple((m, math.fsum(points[m])) for m in Mechanism if m in points),
            factors=tuple(
                FactorChange(name, old, new, meaning)
                for (name, old, _), (_, new, meaning) in zip(
                    kahn_factors(replay.scenario, before),
                    kahn_factors(replay.scenario, after),
                    strict=True,
                )
            ),
            fronts=tuple(self._fronts(before, after)),
        )

    def _fronts(self, before: World, after: World) -> Iterator[FactorChange]:
        """What drives the index, the largest part at the end of the span first."""
        scenario = self._replay.scenario
        (old, old_share, old_rung), (new, new_share, new_rung) = (
            drivers(scenario, world.values) for world in (before, after)
        )
        was = {part.front.id: part for part in old}
        for part in new:
            first = was[part.front.id]
            if max(part.share, first.share) >= SMALLEST_SHARE:
                yield FactorChange(
                    part.front.name, _part(first), _part(part), part.front.note or part.front.name
                )
        yield FactorChange(
            "Precedents",
            f"{100 * old_share:.0f} %, R{old_rung:.1f}",
            f"{100 * new_share:.0f} %, R{new_rung:.1f}",
            "Highest direct act on record, fading with time",
        )

    def _levels(self) -> Iterator[tuple[int, float]]:
        """For each act its author's last rung towards the same side before it, by number."""
        replay = self._replay
        start = replay.world(0).settings.start
        last: dict[tuple[ActorId, ActorId | None], float] = {}
        for past in replay.scenario.start[start].past:
            if past.rung >= QUIET:
                last[past.actor, past.target] = past.rung
        for record in replay.line:
            act = record.event
            if isinstance(act, ActResolved):
                pair = act.actor, act.order.target
                yield record.number, last.get(pair, 0.0)
                if act.rung >= QUIET:
                    last[pair] = act.rung

    @staticmethod
    def _change(record: Record) -> float:
        event = record.event
        if isinstance(event, ActResolved | SystemSettled | ActRuled | OrderRuled):
            return total_change(getattr(event, "ledger", ()), "index")
        return 0.0

    def _steps(self, records: list[tuple[int, Record]]) -> tuple[SpanStep, ...]:
        changes: dict[str, list[tuple[float, int]]] = defaultdict(list)
        for place, record in records:
            changes[self._label(record)].append((self._change(record), place))
        steps = [
            SpanStep(
                label if len(parts) == 1 else f"{label} ({len(parts)} times)",
                math.fsum(change for change, _ in parts),
                parts[0][1] if len(parts) == 1 else -1,
            )
            for label, parts in changes.items()
        ]
        large = sorted(steps, key=lambda step: -abs(step.change))[:LARGEST_STEPS]
        shown = [step for step in steps if step in large]
        small = [step for step in steps if step not in large]
        if len(small) == 1:
            shown += small
        elif small:
            rest = math.fsum(step.change for step in small)
            shown.append(SpanStep(f"{len(small)} smaller movements", rest, -1))
        return tuple(shown)

    def _label(self, record: Record) -> str:
        event = record.event
        if isinstance(event, ActResolved):
            name = act_words(self._replay.scenario, event).split(":", maxsplit=1)[0]
            aim = f", at {event.order.target}" if event.order.target else ""
            return f"{event.actor}: {name}{aim}"
        if isinstance(event, SystemSettled):
            if event.step == "inject":
                return f"Inject: {event.words}"
            return _SYSTEMS.get(event.step, "Beliefs, politics and other systems")
        return "Rulings of control"

    def _rises(self, records: list[tuple[int, Record]]) -> Iterator[Rise]:
        for place, record in records:
            change = self._change(record)
            if change < SMALLEST_RISE:
                continue
            mechanism, reason = self._mechanism(place, record)
            act = record.event if isinstance(record.event, ActResolved) else None
            yield Rise(
                number=record.number,
                place=place,
                turn=self._replay.turn_at(place),
                actor=act.actor if act else None,
                target=act.order.target if act else None,
                words=act_words(self._replay.scenario, act) if act else self._label(record),
                rung=act.rung if act else None,
                change=change,
                mechanism=mechanism,
                reason=reason,
            )

    def _mechanism(self, place: int, record: Record) -> tuple[Mechanism, str]:
        event = record.event
        if isinstance(event, ActResolved):
            return self._of_act(place, record.number, event)
        if isinstance(event, SystemSettled):
            if event.step == "hazard":
                return Mechanism.ACCIDENTAL, "Nobody chose it: control was lost."
            if event.step == "inject":
                return Mechanism.RULING, "Control sent it."
            return Mechanism.SYSTEM, "Nobody’s act: what systems settle at the end of a turn."
        return Mechanism.RULING, "Control ruled it so."

    def _of_act(self, place: int, number: int, act: ActResolved) -> tuple[Mechanism, str]:
        scenario = self._replay.scenario
        move = scenario.move.get(act.order.move)
        if move is not None and "unnotified" in move.tags:
            who = actor_name(scenario, act.actor)
            return Mechanism.ACCIDENTAL, f"{who} acted without telling its patron or partners."
        target = act.order.target
        if target is not None and (hidden := self._hidden_line(place, number, act, target)):
            return Mechanism.INADVERTENT, hidden
        last = self._own_last.get(number, 0.0)
        if act.rung > last:
            before = f"its last one there was R{last:.0f}" if last else "it had done nothing there"
            return Mechanism.DELIBERATE, f"Chosen at R{act.rung:.0f}; {before}."
        goes_on = "It went on" if act.goes_on else "Chosen"
        return Mechanism.LEVEL, f"{goes_on} at R{act.rung:.0f}, no higher than R{last:.0f} before."

    def _hidden_line(self, place: int, number: int, act: ActResolved, target: ActorId) -> str:
        """Which hidden line an act crossed below where its author believed it; empty for none."""
        scenario = self._replay.scenario
        values = self._replay.world(place - 1).values
        layout = scenario.layout
        if ("red_line", target, act.actor) not in layout.places:
            return ""
        believed = layout.read(values, "red_line_seen", act.actor, target)
        if act.rung >= believed:
            return ""
        name, author = actor_name(scenario, target), actor_name(scenario, act.actor)
        told = (
            f"{author} believed it at R{believed:.0f}"
            if believed < NO_LINE
            else (f"{author} believed there was none")
        )
        line = layout.read(values, "red_line", target, act.actor)
        if line < NO_LINE and act.rung >= line:
            return f"Crossed a line of {name} at R{line:.0f}; {told}."
        crossed = self._crossed.get((number, target))
        own = {one.id: one for one in scenario.actor[target].red_lines}
        if crossed is not None and (crossed not in own or not own[crossed].public):
            return f"Crossed a line that {name} had not made public; {told}."
        return ""


def _span_words(first: int, last: int) -> str:
    if first == last:
        return f"turn {last}" if last else "before the first turn"
    return f"turn {first} to turn {last}" if first else f"start to turn {last}"


def _part(part: FrontHeat) -> str:
    return f"{100 * part.share:.0f} %, heat {part.heat:.1f}"
