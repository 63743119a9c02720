"""What the debrief of the facilitated example added: tags, ratings, remarks, answers, texts."""

from __future__ import annotations

from wargame.model.debrief_entries import DebriefEntry
from wargame.model.debrief_notes import (
    HOT_WASH,
    Answered,
    Bookmarked,
    Rated,
    Rating,
    Remarked,
    RemarkKind,
    Tagged,
)
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.report_texts import ReportTextWritten
from wargame.play.live_game import LiveGame

_LOUD = 11.0


def notes_of(game: LiveGame) -> list[DebriefEntry]:
    """The notebook of the exercise, as it was filled in the afternoon."""
    blows = [
        (number, act)
        for number, act in game.world.happenings()
        if isinstance(act, ActResolved) and not act.goes_on and act.rung >= _LOUD
        and act.order.target in {"ISR", "IRN"}
    ]  # fmt: skip
    found: list[DebriefEntry] = []
    for number, act in blows:
        found.append(Bookmarked(act.turn, number, act.order.message or "A blow on home soil"))
        found.append(
            Tagged(
                by="Ruth",
                seat=act.order.target,
                label="Misreading",
                objective="exercise/1",
                turn=act.turn,
                after=number,
                note="Meant to end it; read as a beginning on the other side.",
            )
        )
    turns = {act.turn: number for number, act in blows}
    for turn, number in turns.items():
        found.append(
            Tagged(
                by="Daniel",
                seat=None,
                label="Discuss",
                objective="exercise/2",
                turn=turn,
                after=number,
                note="Who carried the word, and when did it arrive?",
            )
        )
    found += _RATINGS
    found += _REMARKS
    found += _ANSWERS
    found += _TEXTS
    return found


_RATINGS: tuple[DebriefEntry, ...] = (
    Rated("exercise/1", Rating.SOME, "Both capitals read the other two rungs higher than meant."),
    Rated("exercise/2", Rating.PERFORMED, "Doha carried every word within a turn."),
    Rated("exercise/3", Rating.MAJOR, "Nobody asked the allied groups before turn 4."),
    Rated("exercise/4", Rating.SOME, "Reasons were given; twice after the time was up."),
    Rated("IRN/deter", Rating.SOME, "The answer was seen, and so was its limit."),
    Rated("ISR/partners", Rating.PERFORMED),
    Rated("QAT/lines", Rating.PERFORMED),
)
_REMARKS: tuple[DebriefEntry, ...] = (
    Remarked(
        RemarkKind.STRENGTH, "exercise/2", "The hosts put their question before the missiles flew."
    ),
    Remarked(
        RemarkKind.STRENGTH, "exercise/4", "Each team named one person who reads the clock aloud."
    ),
    Remarked(
        RemarkKind.IMPROVEMENT,
        "exercise/1",
        "Orders were sealed without a word on how the other side would count them.",
        action="Add a line for it to the order form, and read it aloud before the seal.",
        owner="Course staff",
        due="2026-06-15",
    ),
    Remarked(
        RemarkKind.IMPROVEMENT,
        "exercise/3",
        "Allied groups learned of the strike of turn 4 from the news.",
        action="Give each of them a line to its patron from turn 1.",
        owner="Ruth",
        due="2026-09-01",
    ),
)
_ANSWERS: tuple[DebriefEntry, ...] = (
    Answered(HOT_WASH[0], "A second wave. The alert looked like one.", "", ActorId("ISR")),
    Answered(HOT_WASH[1], "In turn 4, before the strike was known.", "Leila", ActorId("IRN")),
    Answered(HOT_WASH[2], "I would have told the northern front first.", "Jo", ActorId("HZB")),
    Answered(HOT_WASH[3], "One person wrote down what was meant, each time.", "Mina"),
)
_TEXTS: tuple[DebriefEntry, ...] = (
    ReportTextWritten(
        "purpose",
        "A day for the spring course: **six teams**, eight turns of three days, one facilitator. "
        "The question was whether a limited exchange can be ended by those who began it.",
    ),
    ReportTextWritten(
        "summary",
        "Both sides meant their blow as the last one, and both were read as if another would "
        "follow. What held was the mediator's line:\n\n"
        "- the warning arrived before the missiles did,\n"
        "- the size of the reply was known before it flew,\n"
        "- the text for the north came unasked.",
    ),
    ReportTextWritten(
        "weaknesses",
        "Allied groups learned of decisions from the news. Next time they get a line.",
    ),
)
