"""What the game cost in people, stated plainly and apart from the index."""

from __future__ import annotations

from wargame.engine.words import act_words
from wargame.model.report import Measure, OwnText, Paragraph, Row, Section, Sentence, Table
from wargame.model.variables import BY_NAME
from wargame.play.debrief.report.evidence import Evidence, act_figures, change_of, count

MOST_ACTS = 12
_LEAST = 0.5
"""Changes of a count below it print as nothing."""


def harm(evidence: Evidence) -> Section:
    """The dead and the displaced: where, and by which acts."""
    rows = []
    for actor in evidence.scenario.actors:
        dead = evidence.moved("deaths", actor.id)
        gone = evidence.moved("displaced", actor.id)
        killed = change_of(dead, "deaths", actor.id)
        displaced = change_of(gone, "displaced", actor.id)
        if max(abs(killed), abs(displaced)) < _LEAST:
            continue
        figures = tuple(
            count(value, Measure.CHANGE, variable, actor.id)
            for value, variable in ((killed, "deaths"), (displaced, "displaced"))
        )
        cells = (evidence.name(actor.id), *(figure.text for figure in figures))
        cites = evidence.cite(*(record.number for record in (*dead, *gone)))
        rows.append(Row(cells, cites, figures=figures))
    sides = Table(
        "People killed and displaced during the game, by side (less than zero: people went home)",
        ("Side", "Killed", "Displaced"),
        tuple(rows),
        (),
        "Nobody was killed or displaced during the game.",
    )
    worst = sorted(
        (act for act in evidence.acts if act.act.killed), key=lambda act: -act.act.killed
    )[:MOST_ACTS]
    acts = []
    for act in sorted(worst, key=lambda act: act.number):
        what = act.act
        killed_by = count(what.killed, Measure.KILLED)
        displaced_by = count(what.displaced, Measure.DISPLACED)
        aim = f" → {what.order.target}" if what.order.target else ""
        words = act_words(evidence.scenario, what)
        cells = (f"{what.turn}", f"{what.actor}{aim}", words, f"R{round(what.rung)}")
        actors = (what.actor, what.order.target) if what.order.target else (what.actor,)
        figures = (*act_figures(what), killed_by, displaced_by)
        rows_cells = (*cells, killed_by.text, displaced_by.text)
        acts.append(Row(rows_cells, act.cites, actors, figures))
    deadliest = Table(
        "The acts in which most people were killed",
        ("Turn", "Who", "What", "Rung", "Killed", "Displaced"),
        tuple(acts),
        (0.08, 0.17, 0.4, 0.09, 0.11, 0.15),
        "No act killed anybody.",
    )
    basis = f"{BY_NAME['deaths'].meaning}. {BY_NAME['displaced'].meaning}."
    own = OwnText("harm", "What the harm meant for those who decided")
    return Section("harm", "Harm", (own, Paragraph((Sentence(basis),)), sides, deadliest))
