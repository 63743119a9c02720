"""Small saves, events and worlds for the tests of storage."""

from __future__ import annotations

import hashlib
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wargame.model.conditions import ActCount, AllOf, AnyOf, Measure, Not, Struck
from wargame.model.events import Event, OrdersSealed, OrdersUnsealed, PhaseBegan, SessionStarted
from wargame.model.ids import ActorId, Controller, MoveId, Phase, Weapon
from wargame.model.orders import Order
from wargame.model.seats import Player, Seat, Settings
from wargame.model.world import Happening, World
from wargame.storage.measure import typical_events
from wargame.storage.opening import create_save
from wargame.storage.save_file import SaveFile
from wargame.storage.summary import Progress

AT = "2024-07-31T09:00:00.000+00:00"
LATER = "2024-07-31T09:05:00.000+00:00"
SCENARIO = b"title: A small crisis\n" * 40
TITLE = "Staff College B"
IRN, ISR, QAT = ActorId("IRN"), ActorId("ISR"), ActorId("QAT")

SEATS = (
    Seat(ISR, Controller.PEOPLE, (Player("Noa", "Head of government"), Player("Lev"))),
    Seat(IRN, Controller.PEOPLE, (Player("شیرین"),), pin="ab12:cd34"),
    Seat(QAT, Controller.DOCTRINE),
)
SETTINGS = Settings(title=TITLE, seed=2**53 - 1, start="start-1", plan_minutes=25, seats=SEATS)

ORDER = Order(
    move=MoveId("M11"),
    target=ISR,
    salvo=((Weapon.DRONE, 170), (Weapon.CRUISE, 30)),
    warning_hours=72.0,
    told=(QAT,),
    overt=False,
    meant=14.5,
    audience=(ISR, QAT),
    message="This closes the account – “proportionate”.",
    rationale='משהו\n"quoted" and \\ back-slashed',
    condition=AllOf(
        (
            Struck(10.0, by=ISR),
            AnyOf((Measure("heat", ">=", 3.5, "ISR", "IRN"), Not(ActCount(2, move=MoveId("M7"))))),
        )
    ),
)


def opening_events() -> tuple[Event, ...]:
    """The first events of a session: start, briefing, planning, one seat sealed and unsealed."""
    started = SessionStarted("small", hashlib.sha256(SCENARIO).hexdigest(), "rules-1", SETTINGS)
    return (
        started,
        PhaseBegan(1, Phase.BRIEF),
        PhaseBegan(1, Phase.PLAN),
        OrdersSealed(IRN, (ORDER, Order(MoveId("M3")))),
        OrdersUnsealed(IRN),
    )


def new_save(path: Path, title: str = TITLE) -> SaveFile:
    """A new save with an empty log, open."""
    digest = hashlib.sha256(SCENARIO).hexdigest()
    return create_save(path, SCENARIO, digest, "small", title, "rules-1", AT)


def closed_save(path: Path, events: int = 40) -> Path:
    """A save with typical events, a draft and a snapshot, closed."""
    with new_save(path) as save:
        save.append(opening_events(), AT, Progress(1, 12, Phase.PLAN, (31.5,), "2 teams"))
        save.append(typical_events(events), LATER, Progress(2, 12, Phase.BRIEF, (31.5, 40.25), "x"))
        save.keep_snapshot(save.last_number, world_after(save))
    return path


def world_after(save: SaveFile) -> World:
    """A world that lived through every act in the log of a save."""
    happened = [
        (record.number, record.event)
        for record in save.records()
        if isinstance(record.event, Happening)
    ]
    values = struct.pack("<6d", 0.1, -0.0, 1e-300, 1e300, 5e-324, 1 / 3)
    return World(
        settings=SETTINGS,
        turn=2,
        phase=Phase.PLAN,
        seats=SEATS,
        sealed=((IRN, (ORDER,)), (QAT, ())),
        values=values,
        published=values[::-1],
        published_turn=1,
        standing=(),
        index_path=(31.5, 40.25),
        index_published=(31.5,),
        standing_published=(),
        turns=(tuple(happened[:3]), tuple(happened[3:])),
        outcome=None,
        events=save.last_number,
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes: equal before and after means untouched."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@contextmanager
def python_that(code: str, *arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Another Python process that runs a piece of code, with the project on its path.

    It is killed at the end of the block if it still runs.
    """
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-W", "error", "-c", code, *map(str, arguments)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        try:
            yield program
        finally:
            program.kill()
