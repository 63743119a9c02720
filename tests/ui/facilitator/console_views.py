"""Builders of what the console shows: a session of twelve seats in any phase, and long logs."""

from __future__ import annotations

from dataclasses import replace

from wargame.model.console_view import (
    ConsoleView,
    EventRow,
    FrontHeat,
    HarmLine,
    Meter,
    SeatRow,
    StandingRow,
    Step,
)
from wargame.model.ids import ActorId, Controller, FrontId, Phase
from wargame.model.scenario import Band, Front
from wargame.model.seat_view import ActorLabel
from wargame.model.seats import Player

BANDS = (
    Band(1, "Steady", 0, 0, 2, "A deniable contest at most; the injunction holds."),
    Band(2, "Posture", 20, 3, 5, "Threats and deployments; deterrence is not in question."),
    Band(3, "Shadow war", 35, 6, 9, "Tit for tat through proxies and in the shadows."),
    Band(4, "Direct strikes", 60, 10, 14, "A threshold is crossed or answered."),
    Band(5, "Open war", 80, 15, 20, "Repeated direct exchange."),
)

LABELS = tuple(
    ActorLabel(ActorId(code), name, camp)
    for code, name, camp in (
        ("ISR", "Israel", "israel-and-partners"),
        ("IRN", "Iran", "iran-and-allies"),
        ("USA", "United States", "israel-and-partners"),
        ("HZB", "Hezbollah", "iran-and-allies"),
        ("HAM", "Hamas", "iran-and-allies"),
        ("HTH", "Ansar Allah (Houthis)", "iran-and-allies"),
        ("IRQ", "Iraqi militias", "iran-and-allies"),
        ("SYR", "Syria", "iran-and-allies"),
        ("QAT", "Qatar", "mediators-and-neighbours"),
        ("EGY", "Egypt", "mediators-and-neighbours"),
        ("KSA", "Saudi Arabia and the Gulf", "mediators-and-neighbours"),
        ("JOR", "Jordan", "mediators-and-neighbours"),
        ("LEB", "Lebanon", "background"),
    )
)
LABEL = {str(label.id): label for label in LABELS}

FRONTS = (
    ("direct", "Israel and Iran", 1.0, 38.2, 0.452),
    ("lebanon", "Lebanon", 0.5, 26.9, 0.159),
    ("yemen", "Yemen", 0.4, 9.1, 0.043),
    ("red-sea", "Red Sea", 0.3, 7.7, 0.027),
    ("gaza", "Gaza", 0.15, 41.0, 0.073),
    ("iraq-syria", "Iraq and Syria", 0.4, 6.0, 0.028),
    ("great-power", "Great powers", 0.8, 1.2, 0.011),
    ("diplomacy", "Diplomacy", 0.3, 0.9, 0.004),
)


def seat(
    code: str,
    *names: str,
    controller: Controller = Controller.PEOPLE,
    orders: int = 2,
    sealed_at: str = "",
    drafted_at: str = "",
) -> SeatRow:
    """A seat of an actor with its team."""
    return SeatRow(
        label=LABEL[code],
        controller=controller,
        players=tuple(Player(name) for name in names),
        sealed_at=sealed_at,
        orders=orders,
        may=3,
        drafted_at=drafted_at,
        has_pin=False,
    )


def all_seats() -> tuple[SeatRow, ...]:
    """Three teams that plan, one that has sealed, one of control, seven of computers."""
    doctrine = [
        seat(code, controller=Controller.DOCTRINE, orders=0)
        for code in ("HAM", "HTH", "IRQ", "EGY", "KSA", "SYR")
    ]
    return (
        seat("ISR", "Dana", "Tom", "Ravi", drafted_at="2024-11-20T14:02:00.000+00:00"),
        seat("IRN", "Leila", "Omid", "Per", "Jo", drafted_at="2024-11-20T14:05:00.000+00:00"),
        seat("HZB", "Karim", "Ana", orders=1, drafted_at="2024-11-20T14:06:00.000+00:00"),
        seat("USA", "Grace", "Hugo", "Mei", sealed_at="2024-11-20T14:21:00.000+00:00"),
        seat("QAT", "Noor", orders=1, sealed_at="2024-11-20T14:24:00.000+00:00"),
        seat("JOR", controller=Controller.FACILITATOR, sealed_at="2024-11-20T14:25:00.000+00:00"),
        *doctrine,
    )


def sealed(view: ConsoleView, *codes: str) -> ConsoleView:
    """The same with these seats sealed."""
    seats = tuple(
        replace(row, sealed_at="2024-11-20T14:27:00.000+00:00") if row.label.id in codes else row
        for row in view.seats
    )
    return replace(view, seats=tuple(sorted(seats, key=lambda row: row.is_sealed)))


def event(number: int, turn: int = 3, **values: object) -> EventRow:
    """An event with plausible values for what is not given."""
    row = EventRow(
        number=number,
        act=1,
        turn=turn,
        when="8 Aug 03:40",
        actor=ActorId("ISR"),
        target=ActorId("HZB"),
        words="Air raids on launch sites: 14 launched, 11 got through",
        rung=8.0,
        attribution="Overt",
        index_change=2.6,
        detail="14 cruise missiles launched: 1 failed, 2 stopped, 11 got through. "
        "6 people were killed.",
        learned="As its target: Hezbollah R8. In public: Iran R8, United States R7, Qatar R8.",
    )
    return replace(row, **values)  # type: ignore[arg-type]


_TOLD = """\
1|31 Jul 09:00|IRN||Public vow of revenge|3|Overt|1.1
1|31 Jul 20:10|HZB|ISR|Rocket salvo: 48 launched, 9 got through|8|Overt|2.2
1|1 Aug 02:00|USA||Carrier group ordered to the region|4|Overt|0.8
1|1 Aug 12:00|QAT|IRN|Carries a message: hold for Doha|0|Private|-0.9
1|3 Aug 00:00|||Time passes, heat fades||Control|-2.4
2|3 Aug 05:30|ISR|HZB|Air raids on launch sites: 22 launched, 17 got through|8|Overt|3.1
2|4 Aug 01:15|HTH|ISR|Long-range drone: 3 launched, 1 got through|9|Overt|1.9
2|4 Aug 23:00|IRN|ISR|Direct barrage, did not happen||Own seat|0
2|5 Aug 02:30|IRQ|USA|Rockets at an air base: 6 launched, 2 got through|7|IRQ 62 %, IRN 21 %|1.2
2|6 Aug 00:00|||Time passes, heat fades||Control|-3.3
3|6 Aug 18:00|IRN||Says that a reply will come at a time of its choosing|3|Overt|0.9
3|7 Aug 02:30|IRQ|USA|Rockets at an air base: 8 launched, 3 got through|7|IRQ 62 %, IRN 21 %|1.2
3|7 Aug 21:15|HZB|ISR|Rocket salvo: 62 launched, 12 got through|8|Overt|1.9
3|8 Aug 03:40|ISR|HZB|Air raids on launch sites: 14 launched, 11 got through|8|Overt|2.6
3|8 Aug 17:00|USA||Carrier group and destroyers ordered in|4|Overt|0.7
3|8 Aug 22:10|QAT|IRN|Carries a message: hold for Doha|0|Private|-1.4
3|9 Aug 00:00|||Time passes, heat fades||Control|-9.7
3|9 Aug 00:00|||Oil at 79 dollars; insurers raise rates for the Gulf||Public|0
"""


def three_turns() -> tuple[EventRow, ...]:
    """What happened in three turns, oldest first; numbers in the log are 40, 43, 46 and so on."""
    told = []
    for place, line in enumerate(_TOLD.splitlines()):
        turn, when, actor, target, words, rung, attribution, change = line.split("|")
        told.append(
            event(
                40 + 3 * place,
                int(turn),
                act=0 if not actor or words.endswith("did not happen") else place + 1,
                when=when,
                actor=ActorId(actor) if actor else None,
                target=ActorId(target) if target else None,
                words=words,
                rung=float(rung) if rung else None,
                attribution=attribution,
                index_change=float(change),
                detail=event(0).detail if target else "",
                learned=event(0).learned if target else "",
            )
        )
    return tuple(told)


def many_events(count: int) -> tuple[EventRow, ...]:
    """A long log, oldest first."""
    short = three_turns()
    return tuple(
        replace(short[n % len(short)], number=n + 1, turn=n // 40 + 1) for n in range(count)
    )


def meter(**values: object) -> Meter:
    """A meter after turn 3."""
    steps = (
        Step("Israel: Air raids on launch sites", 2.6, 79),
        Step("Hezbollah: Rocket salvo", 1.9, 76),
        Step("Iraqi militias: Rockets at an air base", 1.2, 73),
        Step("Iran: Public statement", 0.9, 70),
        Step("United States: Carrier group", 0.7, 82),
        Step("Qatar: Carries a message", -1.4, 85),
        Step("Time passes, heat fades", -9.7, 88),
    )
    whole = Meter(
        index=71.8,
        before=75.6,
        band=BANDS[3],
        bands=BANDS,
        path=(66.0, 77.2, 75.6, 71.8),
        fronts=tuple(
            FrontHeat(Front(FrontId(key), name, weight, ""), heat, share)
            for key, name, weight, heat, share in FRONTS
        ),
        precedent=1.0 - sum(front[-1] for front in FRONTS),
        precedent_rung=12.4,
        moved_turn=3,
        moved_from=75.6,
        steps=steps,
        factors=(
            ("Closeness", "8.2 points below band 5", "Points below the next band"),
            ("Provocation", "R8 by Israel", "Hardest act of the turn"),
            ("Precedents broken", "R12.4", "Highest direct act on record, fading"),
            ("Committal", "2 vows", "Public vows not yet acted on"),
            ("Damage", "26 hits, 31 killed", "What got through, this turn"),
            ("Effort", "3 of 8 fronts", "Fronts with fighting"),
            ("Threat perceived", "21.4, Iran towards Israel", "Largest reply owed"),
        ),
    )
    return replace(whole, **values)  # type: ignore[arg-type]


HARM = (
    HarmLine("People killed", "41,902", "+388", "Deaths since 7 October 2023. Start: judged"),
    HarmLine("  Side of Hamas", "39,480", "+260", "Deaths. Start: judged"),
    HarmLine("  Side of Israel", "1,512", "+31", "Deaths. Start: judged"),
    HarmLine("  Side of Lebanon", "548", "+74", "Deaths. Start: judged"),
    HarmLine("  Side of Hezbollah", "401", "+23", "Deaths. Start: judged"),
    HarmLine("  Elsewhere", "126", "", "Deaths. Start: judged"),
    HarmLine("People displaced", "2,110,000", "+18,400", "People away from home"),
    HarmLine("  Side of Hamas", "1,900,000", "", "People away from home"),
    HarmLine("  Side of Lebanon", "112,000", "+14,200", "People away from home"),
    HarmLine("  Side of Israel", "98,000", "+4,200", "People away from home"),
    HarmLine("Freight rates", "2.61 times", "+4 %", "Against the level before the crisis"),
    HarmLine("Oil price", "1.02 times", "+2 %", "Against the level before the crisis"),
    HarmLine("Shipping diverted", "66 %", "+1 points", "Share of ships that go round Africa"),
)

STANDING = (
    StandingRow(ActorId("HZB"), "Routine fire, at Israel", 0, 0),
    StandingRow(ActorId("ISR"), "Campaign of air raids, at Hezbollah", 1, 0),
    StandingRow(ActorId("HTH"), "Attacks on merchant ships in the Red Sea", 0, 0),
    StandingRow(ActorId("USA"), "Regional air defence with partners, for Israel", 2, 0),
    StandingRow(ActorId("IRN"), "Direct barrage, telegraphed, at Israel", 3, 5),
    StandingRow(ActorId("QAT"), "Talks about a truce and hostages", 0, 0),
)


def console(**values: object) -> ConsoleView:
    """A session of After Tehran in the planning of turn 4."""
    view = ConsoleView(
        scenario="After Tehran – 31 July 2024",
        session="Staff College B",
        seed=48151,
        turn=4,
        turns=12,
        first_day="2024-08-09",
        last_day="2024-08-11",
        phase=Phase.PLAN,
        actors=LABELS,
        plan_minutes=25,
        seats=all_seats(),
        events=three_turns(),
        meter=meter(),
        harm=HARM,
        outcome=None,
        logged=412,
        standing=STANDING,
    )
    return replace(view, **values)  # type: ignore[arg-type]


def fresh() -> ConsoleView:
    """The same session before anything has happened."""
    start = meter(
        index=66.0,
        before=66.0,
        path=(66.0,),
        moved_turn=0,
        moved_from=66.0,
        steps=(),
    )
    seats = tuple(replace(row, sealed_at="", orders=0, drafted_at="") for row in all_seats())
    return console(
        turn=1,
        first_day="2024-07-31",
        last_day="2024-08-02",
        phase=Phase.BRIEF,
        seats=seats,
        events=(),
        meter=start,
        logged=2,
        standing=STANDING[:3],
    )
