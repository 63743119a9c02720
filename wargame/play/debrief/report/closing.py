"""The end of a report: the improvement plan, what participants said, and how to make it again."""

from __future__ import annotations

from dataclasses import replace

from wargame import __version__
from wargame.engine.law.parameters import known_parameters
from wargame.engine.words import counted
from wargame.errors import WargameError
from wargame.model.events import SessionStarted
from wargame.model.report import Figure, Measure, OwnText, Paragraph, Row, Section, Sentence, Table
from wargame.model.rulings import AutomationSet
from wargame.model.scenario import Scenario
from wargame.play.debrief.report.author import Author
from wargame.play.debrief.report.evidence import Evidence, count
from wargame.play.library import find_scenario


def improvement(author: Author) -> Section:
    """What went well, what did not, and who does what by when."""
    strengths = tuple(Row((remark.text,)) for remark in author.notes.strengths())
    actions = tuple(
        Row((remark.text, remark.action, remark.owner or "Nobody yet", remark.due or "Not set"))
        for remark in author.notes.improvements()
    )
    blocks = (
        OwnText("strengths", "What went well"),
        Table("Strengths", ("Strength",), strengths, (), "None was entered."),
        OwnText("weaknesses", "What did not"),
        Table(
            "Improvement plan",
            ("Area for improvement", "Action", "Owner", "By"),
            actions,
            (0.36, 0.34, 0.17, 0.13),
            "None was entered.",
        ),
    )
    return Section("improvement", "Improvement plan", blocks)


def voices(evidence: Evidence, author: Author) -> Section:
    """What participants and observers said in the debrief."""
    rows = []
    for _, answer in author.notes.answers:
        who = answer.by or "Not named"
        if answer.seat:
            who += f", {evidence.name(answer.seat)}"
        rows.append(Row((answer.question, answer.text, who)))
    none = "None was entered."
    head = ("Question", "Answer", "By")
    table = Table("Answers of participants", head, tuple(rows), (0.34, 0.46, 0.2), none)
    own = OwnText("voices", "What the room said")
    return Section("voices", "Voices of the debrief", (own, table))


def appendix(evidence: Evidence) -> Section:
    """What it takes to play the same game again."""
    end, started = evidence.end, evidence.line[0]
    rows: list[Row] = []
    if isinstance(started.event, SessionStarted):
        event, cites = started.event, evidence.cite(started.number)
        seed = count(event.settings.seed, Measure.SEED)
        seed_text = f"{event.settings.seed}"
        rows = [
            Row(("Scenario", f"{event.scenario}, version {evidence.scenario.version}"), cites),
            Row(("Hash of the scenario", event.scenario_sha256), cites),
            Row(("Start point", event.settings.start), cites),
            Row(("Seed", seed_text), cites, figures=(_as_printed(seed, seed_text),)),
            Row(("Rules", event.rules), cites),
        ]
    rows.append(Row(("Report made by", f"Wargame {__version__}")))
    logged = f"{len(evidence.line):,} events count; the log holds {evidence.replay.logged:,}"
    rows.append(Row(("Log", logged), evidence.cite(end.events)))
    for record in evidence.of_kind(AutomationSet):
        if isinstance(record.event, AutomationSet):
            switched = record.event
            on = [
                name
                for name, is_on in (
                    ("adjudication", switched.automatic),
                    ("forecasts", switched.forecast),
                    ("computer seats", switched.computers),
                )
                if is_on
            ]
            words = f"On from then: {', '.join(on) or 'nothing'}"
            rows.append(Row(("Automation switched", words), evidence.cite(record.number)))
    facts = Table("Facts for making it again", ("", ""), tuple(rows), (0.24, 0.76))
    changed = changed_parameters(evidence.scenario)
    if changed is None:
        words = "The scenario does not come with this program, so its parameters are its own."
        return Section("appendix", "Appendix", (facts, Paragraph((Sentence(words),))))
    cites = evidence.cite(started.number)
    table = Table(
        "Parameters that differ from the scenario that comes with this program",
        ("Parameter", "Value", "As it comes"),
        tuple(Row((key, f"{now:g}", f"{usual:g}"), cites) for key, now, usual in changed),
        (0.5, 0.25, 0.25),
        "No parameter was changed.",
    )
    note = (
        "Numbers in brackets are numbers of events in the log of the save; "
        f"{counted(len(evidence.line), 'event', 'events')} can be looked up there."
    )
    return Section("appendix", "Appendix", (facts, table, Paragraph((Sentence(note),))))


def changed_parameters(scenario: Scenario) -> tuple[tuple[str, float, float], ...] | None:
    """Parameters with another value than in the bundled scenario of the same id.

    Returns:
        Key, value and the bundled value of each; None where no such scenario is bundled.
    """
    try:
        usual = find_scenario(scenario.id).scenario
    except WargameError:
        return None
    found = []
    for key, law in known_parameters().items():
        now = scenario.parameter_value(key, law.value)
        then = usual.parameter_value(key, law.value)
        if now != then:
            found.append((key, now, then))
    return tuple(found)


def _as_printed(figure: Figure, text: str) -> Figure:
    return replace(figure, text=text)
