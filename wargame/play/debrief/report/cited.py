"""Events that a report cites, in words, so that a reader without the program can look them up."""

from __future__ import annotations

from wargame.model.report import Report
from wargame.play.debrief.replay import Replay
from wargame.play.words.event_words import event_words


def cited_events(replay: Replay, report: Report) -> dict[int, str]:
    """Every event that a report cites, by number."""
    cited = {cite.number for claim in report.claims() for cite in claim.cites}
    return {
        record.number: event_words(replay.scenario, record.event)
        for record in replay.line
        if record.number in cited
    }
