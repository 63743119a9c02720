"""What was said against what was done: lines, papers and warnings; what was expected, and came."""

from __future__ import annotations

from wargame.model.deeds_view import Given, Kept, WordAndDeed
from wargame.model.predictions import PredictionsMade
from wargame.model.report import Block, Cite, OwnText, Row, Section, Table
from wargame.play.debrief.deeds import Deeds
from wargame.play.debrief.expectations import Expectations, brier
from wargame.play.debrief.report.evidence import Evidence
from wargame.play.practice.predictions.resolving import brier as brier_of
from wargame.play.practice.predictions.resolving import resolved

_GIVEN = {
    Given.LINE: "Red line",
    Given.PAPER: "Paper",
    Given.WARNING: "Warning",
    Given.FORECAST: "Expected",
}
_KEPT = {Kept.HELD: "Held", Kept.KEPT: "Kept", Kept.BROKEN: "Not kept", Kept.OPEN: "Open"}
_CAME = {Kept.KEPT: "Came", Kept.BROKEN: "Did not come", Kept.OPEN: "Open"}


def words_and_deeds(evidence: Evidence) -> Section:
    """Red lines, papers and warnings with what became of each."""
    told = Deeds(evidence.replay).until(evidence.replay.last)
    rows = tuple(
        Row(
            (_GIVEN[one.given], _who(evidence, one), one.words, one.deed, _KEPT[one.kept]),
            _cites(evidence, one),
        )
        for one in told
        # A line that nobody came near is in the scenario, and nothing was done about it.
        if one.place >= 0
    )
    head = ("Word", "Whose", "What was said", "What was done", "State")
    table = Table(
        "Words that were put to the test",
        head,
        rows,
        (0.11, 0.19, 0.3, 0.29, 0.11),
        "No line was crossed, no paper was proposed, and no warning was given.",
    )
    own = OwnText("deeds", "What the words were worth")
    return Section("deeds", "Words and deeds", (own, table))


def forecasts(evidence: Evidence) -> Section:
    """What was expected, beside what happened, with the scores."""
    expected = Expectations(evidence.replay).until(evidence.replay.last)
    rows = tuple(
        Row(
            (
                f"{one.turn}",
                _who(evidence, one),
                one.words,
                "" if one.share is None else f"{round(100 * one.share)} %",
                f"{_CAME.get(one.kept, '')}. {one.deed}",
            ),
            _cites(evidence, one),
        )
        for one in expected
    )
    head = ("Turn", "Who", "What was expected", "Chance", "What happened")
    beliefs = Table(
        "Whether a blow would be answered: the law's account of what each seat believed when it "
        "struck, against what came within a turn",
        head,
        rows,
        (0.08, 0.2, 0.34, 0.1, 0.28),
        "No seat struck another.",
    )
    scores = []
    for seat in evidence.end.seats:
        mine = [one for one in expected if one.actor == seat.actor]
        score = brier(mine)
        if score is not None:
            cites = tuple(dict.fromkeys(c for one in mine for c in _cites(evidence, one)))
            cells = (evidence.name(seat.actor), f"{score:.2f}", f"{len(mine)}")
            scores.append(Row(cells, cites))
    table = Table(
        "Brier scores of these beliefs (0 is perfect, 0.25 is a coin)",
        ("Seat", "Score", "Blows"),
        tuple(scores),
        (0.5, 0.25, 0.25),
        "No belief can be scored.",
    )
    own = OwnText("forecasts", "What was foreseen, and what was not")
    more = _predictions(evidence)
    blocks: tuple[Block, ...] = (own, *more, beliefs, table)
    return Section("forecasts", "Forecasts and outcomes", blocks)


def _predictions(evidence: Evidence) -> tuple[Table, ...]:
    """What a student predicted, beside the engine; nothing where nobody was asked."""
    found = resolved(evidence.scenario, evidence.line)
    if not found:
        return ()
    made = {
        record.event.turn: record.number
        for record in evidence.of_kind(PredictionsMade)
        if isinstance(record.event, PredictionsMade)
    }
    rows = tuple(
        Row(
            (
                f"{one.turn}",
                one.words,
                f"{round(100 * one.chance)} %",
                "made none" if one.engine is None else f"{round(100 * one.engine)} %",
                {True: "Came about", False: "Did not", None: "Open"}[one.happened],
            ),
            evidence.cite(made[one.turn], *one.cites),
        )
        for one in found
    )
    scores = brier_of(found)
    caption = "What was predicted during play, and the engine's own chances at the same moment"
    if scores.student is not None:
        caption += f"; Brier score {scores.student:.2f} over {scores.count} that are decided"
    if scores.engine is not None and scores.student_of_both is not None:
        caption += (
            f"; over the {scores.both} that the engine made too: {scores.student_of_both:.2f} "
            f"against {scores.engine:.2f}"
        )
    head = ("Turn", "What was predicted", "Chance", "Engine", "What happened")
    return (Table(caption, head, rows, (0.08, 0.46, 0.12, 0.14, 0.2)),)


def _who(evidence: Evidence, one: WordAndDeed) -> str:
    name = evidence.name(one.actor)
    return f"{name}, towards {evidence.name(one.towards)}" if one.towards else name


def _cites(evidence: Evidence, one: WordAndDeed) -> tuple[Cite, ...]:
    if not 0 <= one.place < len(evidence.line):
        return ()
    return evidence.cite(evidence.line[one.place].number)
