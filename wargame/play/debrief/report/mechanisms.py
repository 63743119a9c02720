"""How each rise of the index came about: deliberate, inadvertent or accidental (MODEL B2)."""

from __future__ import annotations

from wargame.model.report import Measure, Paragraph, Row, Sentence, Table
from wargame.model.why_view import MECHANISM_WORDS, Mechanism
from wargame.play.debrief.report.evidence import Evidence, change_of, points
from wargame.play.debrief.why import Why

MOST_RISES = 14
LEAST_RISE = 0.5
"""Points below which a rise is left to the sums."""

_TOLD = (Mechanism.DELIBERATE, Mechanism.INADVERTENT, Mechanism.ACCIDENTAL)


def mechanisms(evidence: Evidence) -> tuple[Paragraph, Table]:
    """The sums by mechanism, and the largest rises one by one."""
    replay = evidence.replay
    rises = Why(replay).moved(0, replay.last).rises
    sentences = []
    for mechanism in _TOLD:
        mine = [evidence.records[rise.number] for rise in rises if rise.mechanism is mechanism]
        if not mine:
            words = MECHANISM_WORDS[mechanism].lower()
            sentences.append(Sentence(f"No rise of the index counts as {words}."))
            continue
        change = points(change_of(mine, "index"), Measure.CHANGE)
        words = f"{MECHANISM_WORDS[mechanism]} acts moved the index by {change.text} in all."
        cites = evidence.cite(*(record.number for record in mine))
        sentences.append(Sentence(words, cites, figures=(change,)))
    rows = []
    largest = [rise for rise in rises if rise.change >= LEAST_RISE][:MOST_RISES]
    for rise in sorted(largest, key=lambda rise: rise.number):
        record = evidence.records[rise.number]
        change = points(change_of((record,), "index"), Measure.CHANGE)
        aim = f" → {rise.target}" if rise.target else ""
        named = MECHANISM_WORDS[rise.mechanism]
        cells = (
            f"{rise.turn}",
            f"{rise.actor or ''}{aim}",
            rise.words,
            change.text,
            f"{named}. {rise.reason}".strip(),
        )
        actors = tuple(actor for actor in (rise.actor, rise.target) if actor)
        rows.append(Row(cells, evidence.cite(rise.number), actors, (change,)))
    table = Table(
        "The largest rises, and how each came about",
        ("Turn", "Who", "What", "Index", "Mechanism"),
        tuple(rows),
        (0.08, 0.16, 0.32, 0.09, 0.35),
        "Nothing raised the index by half a point.",
    )
    return Paragraph(tuple(sentences)), table
