"""What control ruled, with the reasons that it gave, and branches that were tried."""

from __future__ import annotations

from wargame.engine.words import act_words
from wargame.model.events import Record
from wargame.model.report import Figure, Measure, OwnText, Row, Section, Table
from wargame.model.rulings import ActRuled, ActsAccepted, EndOverruled, OrderRuled
from wargame.play.debrief.report.author import Author
from wargame.play.debrief.report.evidence import Evidence


def rulings(evidence: Evidence) -> Section:
    """Every ruling that changed or wrote something, with its reason."""
    kinds = (ActRuled, OrderRuled, EndOverruled, ActsAccepted)
    rows = tuple(_row(evidence, record) for record in evidence.of_kind(*kinds))
    head = ("Turn", "About", "What was ruled", "Reason", "By")
    none = "Control ruled nothing: every outcome stands as the rules gave it."
    table = Table("Rulings", head, rows, (0.08, 0.27, 0.25, 0.28, 0.12), none)
    own = OwnText("rulings", "Remarks on the rulings")
    return Section("rulings", "Rulings", (own, table))


def branches(evidence: Evidence, author: Author) -> Section:
    """Branches that were kept, beside the game as it was played."""
    rows = []
    for name, branch in author.branches:
        came = f"Index {branch.index[-1]:.1f} in the end" if branch.index else ""
        if branch.ending:
            came = f"{came}. {branch.ending}".lstrip(". ")
        words = f"{branch.words} {branch.reason}".strip()
        rows.append(Row((name, f"{branch.turn}", words, came), evidence.cite(branch.after)))
    table = Table(
        "Branches that were kept; each leaves the game after the event that is named",
        ("Name", "Turn", "What was changed", "How it came out"),
        tuple(rows),
        (0.2, 0.08, 0.36, 0.36),
        "No branch was kept.",
    )
    own = OwnText("branches", "What the branches show")
    return Section("branches", "Branches tried", (own, table))


def _row(evidence: Evidence, record: Record) -> Row:
    match record.event:
        case ActRuled() as ruled:
            act = evidence.by_number[ruled.act].act
            about = f"{act.actor}: {act_words(evidence.scenario, act)}"
            cells = (f"{ruled.turn}", about, changed_words(ruled), ruled.reason, ruled.who)
            return Row(cells, evidence.cite(record.number, ruled.act), (act.actor,))
        case OrderRuled() as written:
            did = act_words(evidence.scenario, written.act)
            about = f"{written.seat}: {did}"
            came = "Came off" if written.act.success else "Came to nothing"
            figures: tuple[Figure, ...] = ()
            if written.odds is not None:
                chance = Figure(
                    f"{round(100 * written.odds.chance)}",
                    100 * written.odds.chance,
                    Measure.CHANCE,
                )
                came += f"; the chance was {chance.text} %"
                figures = (chance,)
            if written.is_overruled:
                came += ", against the roll"
            cells = (f"{written.turn}", about, came, written.reason, written.who)
            return Row(cells, evidence.cite(record.number), (written.seat,), figures)
        case EndOverruled() as let:
            cells = (f"{let.turn}", "The end of the game", "Play goes on", let.reason, let.who)
            return Row(cells, evidence.cite(record.number))
        case ActsAccepted() as accepted:
            many = f"{len(accepted.acts)} acts" if len(accepted.acts) > 1 else "One act"
            cells = (f"{accepted.turn}", many, "Accepted as proposed", "", accepted.who)
            return Row(cells, evidence.cite(record.number, *accepted.acts))
    return Row(("", "", "", "", ""))


def changed_words(ruled: ActRuled) -> str:
    """What a ruling changed, in words."""
    before, after = ruled.before, ruled.after
    said = []
    if before.success != after.success:
        said.append("came off" if after.success else "came to nothing")
    if before.killed != after.killed:
        said.append(f"killed {after.killed:,} instead of {before.killed:,}")
    if before.displaced != after.displaced:
        said.append(f"displaced {after.displaced:,} instead of {before.displaced:,}")
    for (weapon, was), (_, now) in zip(before.leaked, after.leaked, strict=False):
        if was != now:
            said.append(f"{now:,} {weapon.value} got through instead of {was:,}")
    if before.words != after.words:
        said.append("told in control’s words")
    if before.told != after.told or before.sightings != after.sightings:
        said.append("what seats learn was changed")
    numbers = sum(entry.variable != "index" for entry in ruled.ledger)
    if not said and numbers:
        said.append(f"{numbers} {'number' if numbers == 1 else 'numbers'} of the world")
    words = "; ".join(said) or "Nothing"
    return words[:1].upper() + words[1:]
