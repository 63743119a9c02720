"""What tests give a team's screen: a small seat with every kind of move, and readings for it."""

from __future__ import annotations

from dataclasses import replace

from wargame.model.ids import ActorId, MoveId, Phase, Weapon
from wargame.model.moves import Category
from wargame.model.orders import Draft, Order
from wargame.model.scenario import Band
from wargame.model.seat_view import (
    ActorLabel,
    Gauge,
    KnownEvent,
    MoveLabel,
    MoveOption,
    ObjectiveView,
    Reading,
    RedLineView,
    SeatView,
    TargetOption,
    WeaponOption,
)

ISR, IRN, USA, QAT, KSA = (ActorId(name) for name in ("ISR", "IRN", "USA", "QAT", "KSA"))

BANDS = (
    Band(1, "Steady", 0, 0, 2, ""),
    Band(2, "Posture", 20, 3, 5, ""),
    Band(3, "Shadow war", 35, 6, 9, ""),
    Band(4, "Direct strikes", 60, 10, 14, ""),
    Band(5, "Open war", 80, 15, 20, ""),
)
LABELS = (
    ActorLabel(ISR, "Israel", "israel-and-partners"),
    ActorLabel(IRN, "Iran", "iran-and-allies"),
    ActorLabel(USA, "United States", "israel-and-partners"),
    ActorLabel(QAT, "Qatar", "mediators-and-neighbours"),
    ActorLabel(KSA, "Saudi Arabia and the Gulf", "mediators-and-neighbours"),
    ActorLabel(ActorId("PUB"), "World opinion", "background"),
)
BRIEFING = "# Iran\n\n## Where we stand\n\nA guest was killed [000]. A *reply* is owed.\n\nNext."


def option(move: str, name: str, rung: float, **values: object) -> MoveOption:
    """An open move without a target, costing one political point."""
    plain = MoveOption(
        move=MoveId(move),
        category=Category.MILITARY,
        name=name,
        summary=f"What {name.lower()} does.",
        rung=rung,
        political=1.0,
        material=0.0,
        preparation=0,
        deniability=0.0,
        strikes=False,
        code="",
        reason="",
        targets=(),
        weapons=(),
        precedent="",
        sources=(),
    )
    return replace(plain, **values)  # type: ignore[arg-type]


def at(*actors: ActorId, closed: str = "") -> tuple[TargetOption, ...]:
    """Open targets, and the United States closed with a reason."""
    opened = tuple(TargetOption(actor, "", "") for actor in actors)
    return (*opened, TargetOption(USA, "intel.low", closed)) if closed else opened


BARRAGE = option(
    "M12",
    "Direct barrage",
    13,
    political=2.0,
    material=3.0,
    strikes=True,
    targets=at(ISR),
    weapons=(
        WeaponOption(Weapon.DRONE, 170, 1500),
        WeaponOption(Weapon.BALLISTIC_OLD, 120, 2080),
    ),
    precedent="Done in April.",
    sources=("A report", "A timeline"),
)
ALERT = option("M02", "Raise alert", 5, political=1.0, material=2.0)
WAR = option(
    "M20", "Sustained war", 17, code="precedent.missing", reason="Needs a strike of R14 on record."
)
PREVIEW = option(
    "D04", "Preview to third parties", 0, category=Category.DIPLOMATIC, targets=at(QAT, KSA)
)
CYBER = option(
    "C03",
    "Cyber attack",
    6,
    category=Category.COVERT,
    political=0.0,
    material=1.0,
    preparation=1,
    deniability=0.8,
    targets=at(ISR, closed="Needs intelligence above 0.3 on them."),
)
RAID = option("M07", "Raid", 9, political=3.0, targets=at(ISR))
WARNING = option(
    "I02",
    "Specific warning",
    2,
    category=Category.INFORMATIONAL,
    targets=(TargetOption(ISR, "", "", line=13.4), TargetOption(USA, "", "")),
    unnamed_line=11.0,
)
MOVES = (PREVIEW, ALERT, BARRAGE, RAID, WAR, CYBER)


def known(number: int, turn: int = 1, **values: object) -> KnownEvent:
    """Something public, done by Israel to Iran."""
    plain = KnownEvent(
        number=number,
        turn=turn,
        day=number / 10,
        when=f"{number} Aug 03:40",
        actor=ISR,
        sure=1.0,
        target=IRN,
        move=MoveId("M06"),
        words=f"Air raid {number}",
        read_rung=8.0,
        how="public",
        detail="",
    )
    return replace(plain, **values)  # type: ignore[arg-type]


def red_line(
    text: str, rung: float, promise: str, *, public: bool = True, crossed: int | None = None
) -> RedLineView:
    """A red line; one that was crossed was crossed a turn ago."""
    ago = None if crossed is None else 1
    return RedLineView(text.casefold(), text, rung, promise, public, crossed, ago)


def seat_view(**values: object) -> SeatView:
    """Iran while it plans turn 2."""
    plain = SeatView(
        seat=IRN,
        label=LABELS[1],
        actors=LABELS,
        scenario="After Tehran",
        session="Seminar A",
        turn=2,
        turns=12,
        first_day="2024-08-03",
        last_day="2024-08-05",
        phase=Phase.PLAN,
        plan_minutes=25,
        briefing=BRIEFING,
        public_briefing="# Wednesday\n\nTold to all.",
        roles=(("President", "Wants [calm]"),),
        objectives=(
            ObjectiveView("deter", "Restore deterrence", "at risk"),
            ObjectiveView("blame", "Do not be blamed", "for people to judge"),
        ),
        red_lines=(
            red_line("A strike in the capital", 11, "a direct reply", crossed=1),
            red_line("Fire on oil terminals", 14, "close the strait", public=False),
        ),
        gauges=(Gauge("Standing", "Firm, 54 %", 0.54, "How strong the actor looks"),),
        known=(known(1, 0), known(2), known(3)),
        moves=MOVES,
        catalogue=tuple(MoveLabel(m.move, m.name, m.rung, m.political, m.material) for m in MOVES),
        bands=BANDS,
        index_path=(65.9, 64.1),
        political=4.0,
        material=5.0,
        max_orders=3,
        sealed=None,
        standing=("Penetrate and collect, at Israel: goes on",),
    )
    return replace(plain, **values)  # type: ignore[arg-type]


def draft(slot: int, move: str, target: ActorId | None = None, **values: object) -> Draft:
    """A draft of the seat."""
    order = replace(Order(MoveId(move), target), **values)  # type: ignore[arg-type]
    return Draft(IRN, slot, order)


def readings() -> tuple[Reading, ...]:
    """How four others may read a barrage; Israel may see a line crossed."""
    return (
        Reading(USA, 11.0, 13.2, 15.0, may_cross=False),
        Reading(QAT, 12.0, 13.0, 14.0, may_cross=False),
        Reading(KSA, 12.0, 13.0, 14.0, may_cross=False),
        Reading(ISR, 12.0, 14.6, 17.0, may_cross=True),
    )
