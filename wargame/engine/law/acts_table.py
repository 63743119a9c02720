"""The acts of a turn as arrays: what is asked for, and what comes of it.

Adjudication fills the table from orders, rollouts from doctrine; the law's functions do not know
which. Rows stand in the order of resolution within a step: initiative, actor, slot (MODEL D2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wargame.engine.law.world_view import Numbers, Whole

PENDING, DONE, LAPSED, STILLED = 0, 1, 2, 3
"""States of an act; one that was stilled has been carried out and does not go on."""

WHOLE_FIELDS = (
    "state",
    "actor",
    "target",
    "move",
    "step",
    "front",
    "place",
    "going_on",
    "prepared",
    "paid",
    "overt",
    "announced",
    "choreographed",
    "success",
    "killed",
    "displaced",
)
NUMBER_FIELDS = (
    "warning_asked",
    "meant",
    "warning",
    "preempted",
    "rung",
    "severity",
    "attribution",
    "perceived",
)
WEAPON_FIELDS = ("salvo", "launched", "arrived", "seen", "stopped", "leaked", "shots", "spent")
SHARE_FIELDS = ("ready",)


class Acts:
    """The acts of a turn, each field of shape (rows, lanes), weapons (rows, 5, lanes).

    Attributes:
        count: Rows in use, by lane.
        state: ``PENDING``, ``DONE``, ``LAPSED`` or ``STILLED``.
        actor: Who acts.
        target: Against whom; -1 for nobody.
        move: Place in the catalogue.
        step: Step of the turn in which its move is carried out.
        front: The front it heats.
        place: 31-bit word for its draws: from actor, move, target and how many like it came
            before, so that other acts never disturb them.
        going_on: 1 for a sustained or standing move that began in an earlier turn.
        prepared: 1 for an order on a condition: it waits, from its step on, until that holds.
        paid: 1 when its cost was charged before: it goes on, or has been prepared.
        overt: 1 when known as the actor's at once.
        announced: 1 when notice was given.
        choreographed: 1 when notice was given and held.
        success: 1 when it came off.
        killed: People killed.
        displaced: People displaced.
        warning_asked: Hours of warning that the order gives.
        meant: Rung that the order names as what it is meant to be; 0 when it names none.
        warning: Hours of warning that the target really had.
        preempted: Share of the salvo destroyed before launch, 0 to 1.
        rung: Rung at which it took place.
        severity: S x m of MODEL D4.
        attribution: How sure the target is who did it, 0 to 1.
        perceived: Severity as the target read it, S units.
        salvo: Weapons asked for, by class.
        launched: Weapons launched.
        arrived: Weapons not lost on the way.
        stopped: Weapons stopped.
        leaked: Weapons that got through.
        shots: Interceptors spent on it.
        seen: Weapons that the defence sees and has not stopped yet.
        ready: Readiness of the defence when each class arrives, 0 to 1.
        spent: Interceptors spent by layer, not by class: shape (rows, 5 layers, lanes).
    """

    rows: int
    count: Whole
    state: Whole
    actor: Whole
    target: Whole
    move: Whole
    step: Whole
    front: Whole
    place: Whole
    going_on: Whole
    prepared: Whole
    paid: Whole
    overt: Whole
    announced: Whole
    choreographed: Whole
    success: Whole
    killed: Whole
    displaced: Whole
    warning_asked: Numbers
    meant: Numbers
    warning: Numbers
    preempted: Numbers
    rung: Numbers
    severity: Numbers
    attribution: Numbers
    perceived: Numbers
    salvo: Whole
    launched: Whole
    arrived: Whole
    stopped: Whole
    leaked: Whole
    shots: Whole
    seen: Whole
    spent: Whole
    ready: Numbers

    def __init__(self, rows: int, lanes: int = 1) -> None:
        """An empty table."""
        self.rows = rows
        self.count = memoryview(bytearray(8 * lanes)).cast("q", [lanes])
        for names, code, shape in (
            (WHOLE_FIELDS, "q", [rows, lanes]),
            (NUMBER_FIELDS, "d", [rows, lanes]),
            (WEAPON_FIELDS, "q", [rows, 5, lanes]),
            (SHARE_FIELDS, "d", [rows, 5, lanes]),
        ):
            for name in names:
                size = 8
                for length in shape:
                    size *= length
                setattr(self, name, _zeros(code, size, shape))


def _zeros(code: str, size: int, shape: list[int]) -> Numbers | Whole:
    memory = memoryview(bytearray(size))
    return memory.cast("d", shape) if code == "d" else memory.cast("q", shape)
