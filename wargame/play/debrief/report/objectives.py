"""Objectives of the exercise and of the seats: how each stands, what was seen, how it is rated."""

from __future__ import annotations

from wargame.model.debrief_notes import RATING_WORDS
from wargame.model.ids import ActorId
from wargame.model.observing import MomentTagged, ObservationNoted
from wargame.model.report import Block, Cite, OwnText, Row, Section, Table
from wargame.play.debrief.notes import ObjectiveRow, TagRow
from wargame.play.debrief.report.author import Author
from wargame.play.debrief.report.evidence import PEOPLE, Evidence

STANDINGS = {
    "holding": "Held at the end",
    "at risk": "Not met at the end",
    "lost": "Lost for good",
    "for people to judge": "For people to judge",
}


def objectives(evidence: Evidence, author: Author) -> Section:
    """Each objective with its rating, evidence and the author's analysis."""
    notes = author.notes
    blocks: list[Block] = [OwnText("objectives", "What was to be learned, and whether it was")]
    whole = [one for one in notes.objectives if one.seat is None]
    if any(one.rated or _tags(author, one) for one in whole):
        rows = [
            Row((one.text, *_rated(author, one)), _seen(evidence, author, one)) for one in whole
        ]
        named = ("Objective", "Rating", "Evidence")
        blocks.append(Table("Objectives of the exercise", named, tuple(rows), (0.5, 0.34, 0.16)))
    for seat in _seats(evidence):
        view = evidence.replay.view(seat, evidence.replay.last)
        stands = {objective.id: STANDINGS[objective.standing] for objective in view.objectives}
        own = [one for one in notes.objectives if one.seat == seat]
        last = evidence.cite(evidence.line[-1].number)
        rows = [
            Row(
                (one.text, stands[one.key.partition("/")[2]], *_rated(author, one)),
                (*last, *_seen(evidence, author, one)),
            )
            for one in own
        ]
        caption = f"Objectives of {evidence.name(seat)}"
        head = ("Objective", "By the rules", "Rating", "Evidence")
        blocks.append(Table(caption, head, tuple(rows), (0.42, 0.22, 0.22, 0.14)))
        blocks.append(OwnText(f"objectives.{seat}", f"Analysis: {evidence.name(seat)}"))
    blocks.append(_evidence_table(evidence, author))
    return Section("objectives", "Objectives, ratings and analysis", tuple(blocks))


def _seats(evidence: Evidence) -> tuple[ActorId, ...]:
    played = tuple(s.actor for s in evidence.end.seats if s.controller in PEOPLE)
    return played or tuple(seat.actor for seat in evidence.end.seats)


def _tags(author: Author, objective: ObjectiveRow) -> list[TagRow]:
    return [tag for tag in author.notes.tags if tag.objective == objective.key]


def _seen(evidence: Evidence, author: Author, objective: ObjectiveRow) -> tuple[Cite, ...]:
    tags = _tags(author, objective)
    return evidence.cite(*(number for tag in tags for number in _events_of(evidence, tag)))


def _rated(author: Author, objective: ObjectiveRow) -> tuple[str, str]:
    """The rating of an objective with its reason, and how much evidence there is for it."""
    found = len(_tags(author, objective))
    rating = "Not rated"
    if objective.rated is not None and objective.rated.rating is not None:
        rating = RATING_WORDS[objective.rated.rating]
        if objective.rated.why:
            rating = f"{rating}. {objective.rated.why}"
    return rating, f"{found} noted" if found else "None yet"


def _events_of(evidence: Evidence, tag: TagRow) -> list[int]:
    """Where a mark of play stands in the log; for one of the debrief the event on screen then."""
    if not tag.is_from_play:
        return [tag.after]
    found = [
        record.number
        for record in evidence.of_kind(MomentTagged, ObservationNoted)
        if _mark_number(record.event) == -tag.number
    ]
    return found or [tag.after]


def _mark_number(event: object) -> int:
    match event:
        case MomentTagged(observation):
            return observation.number
        case ObservationNoted(number):
            return number
    return 0


def _evidence_table(evidence: Evidence, author: Author) -> Table:
    """What observers marked in play, and what was marked in the debrief."""
    rows = []
    for tag in author.notes.tags:
        where = evidence.name(tag.seat) if tag.seat else "The whole game"
        by = tag.by or "Not named"
        if not tag.is_from_play:
            by = f"{by}, in the debrief"
        cells = (f"{tag.turn}", by, where, tag.label, tag.note)
        actors = (tag.seat,) if tag.seat and tag.is_from_play else ()
        rows.append(Row(cells, evidence.cite(*_events_of(evidence, tag)), actors))
    head = ("Turn", "By", "About", "Mark", "Note")
    none = "Nobody marked a moment."
    return Table("Moments that were marked", head, tuple(rows), (0.08, 0.2, 0.2, 0.2, 0.32), none)
