"""The after-action report of a game, in the order that exercise evaluators know (HSEEP)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wargame.model.report import Block, OwnText, Report, Section
from wargame.play.debrief.replay import Replay
from wargame.play.debrief.report.author import Author, author_of
from wargame.play.debrief.report.closing import appendix, improvement, voices
from wargame.play.debrief.report.coding import coding
from wargame.play.debrief.report.evidence import Evidence
from wargame.play.debrief.report.harm import harm
from wargame.play.debrief.report.objectives import objectives
from wargame.play.debrief.report.overview import overview, summary
from wargame.play.debrief.report.perceptions import meant_and_read
from wargame.play.debrief.report.rulings import branches, rulings
from wargame.play.debrief.report.timeline import decisions, escalation, timeline
from wargame.play.debrief.report.words_and_deeds import forecasts, words_and_deeds

TITLE = "After-action report and improvement plan"


def after_action_report(replay: Replay, author: Author | None = None) -> Report:
    """The report for control: everything, with the author's own words where they belong.

    Args:
        replay: The game.
        author: What people added in the debrief; None for nothing.
    """
    added = author or author_of(replay)
    evidence = Evidence(replay)
    sections = (
        overview(evidence),
        summary(evidence),
        objectives(evidence, added),
        timeline(evidence),
        decisions(evidence),
        meant_and_read(evidence),
        escalation(evidence, added),
        words_and_deeds(evidence),
        forecasts(evidence),
        harm(evidence),
        rulings(evidence),
        branches(evidence, added),
        coding(evidence),
        voices(evidence, added),
        improvement(added),
        appendix(evidence),
    )
    return Report(
        title=TITLE,
        subtitle=f"{replay.scenario.title}: {evidence.end.settings.title}",
        seat=None,
        made_from=replay.line[-1].at,
        sections=tuple(with_texts(section, added.texts) for section in sections),
    )


def with_texts(section: Section, texts: Mapping[str, str]) -> Section:
    """A section with the author's words in their places."""
    return replace(section, blocks=tuple(_with_text(block, texts) for block in section.blocks))


def _with_text(block: Block, texts: Mapping[str, str]) -> Block:
    if isinstance(block, OwnText):
        return replace(block, text=texts.get(block.key, block.text))
    return block
