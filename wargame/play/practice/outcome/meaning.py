"""What a turn means for the student's seat, as far as the seat can know: what stands otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from wargame.engine.apply import fold_line
from wargame.engine.visibility import view_for
from wargame.model.events import PhaseBegan, Record
from wargame.model.ids import ActorId, Phase
from wargame.model.scenario import Scenario
from wargame.model.seat_view import SeatView, Standing

_TELLING: Final = 0.05
"""Share of a gauge's range by which it must move to be worth a sentence."""

_VERBS: Final[dict[Standing, str]] = {
    "holding": "holds again",
    "at risk": "is at risk now",
    "lost": "is lost",
    "for people to judge": "is for people to judge",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing that stands otherwise than before the turn.

    Attributes:
        kind: What it is about.
        words: A sentence.
    """

    kind: Literal["better", "worse", "line", "state", "nothing"]
    words: str


def meaning_of_turn(
    scenario: Scenario, line: Sequence[Record], seat: ActorId
) -> tuple[Meaning, ...]:
    """What the last published turn means for a seat.

    Args:
        scenario: The scenario, as kept with the game.
        line: The records that count, oldest first, up to a published outcome.
        seat: The student's seat.
    """
    plans = [
        place
        for place, record in enumerate(line)
        if isinstance(record.event, PhaseBegan) and record.event.phase is Phase.PLAN
    ]
    if not plans:
        return ()
    before = fold_line(scenario, line[: plans[-1] + 1])
    after = fold_line(scenario, line[plans[-1] + 1 :], before)
    return meaning_between(view_for(scenario, before, seat), view_for(scenario, after, seat))


def meaning_between(before: SeatView, after: SeatView) -> tuple[Meaning, ...]:
    """What stands otherwise in the later of two views of a seat."""
    found: list[Meaning] = []
    stood = {one.id: one.standing for one in before.objectives}
    for one in after.objectives:
        if stood.get(one.id, one.standing) != one.standing:
            is_better = one.standing == "holding"
            words = f"“{one.text}” {_VERBS[one.standing]}."
            found.append(Meaning("better" if is_better else "worse", words))
    crossed = {one.id for one in before.red_lines if one.crossed is not None}
    for line in after.red_lines:
        if line.crossed is not None and line.id not in crossed:
            promise = f" We said: {line.promise}." if line.promise else ""
            found.append(Meaning("line", f"Our red line “{line.text}” was crossed.{promise}"))
    shares = {gauge.name: gauge for gauge in before.gauges}
    for gauge in after.gauges:
        earlier = shares.get(gauge.name)
        if earlier is None or earlier.share is None or gauge.share is None:
            continue
        if abs(gauge.share - earlier.share) >= _TELLING and gauge.text != earlier.text:
            words = f"{gauge.name}: {earlier.text} before, {gauge.text} now."
            found.append(Meaning("state", words))
    return tuple(found) or (Meaning("nothing", "Nothing that we watch stands otherwise."),)
