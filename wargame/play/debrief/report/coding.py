"""The crisis in the coding of the International Crisis Behavior project, by stated rules.

MODEL B5 names the variables. What the codebook leaves to a coder's judgement is decided here by
thresholds, and every code comes with the events that it follows from, so that a reader may differ.
"""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.events import GameEnded
from wargame.model.ids import ActorId
from wargame.model.moves import Category
from wargame.model.proposals import ProposalAccepted
from wargame.model.report import Cite, OwnText, Paragraph, Row, Section, Sentence, Table
from wargame.play.debrief.report.evidence import Act, Evidence, ledger_of

TRIGGERS = {
    1: "verbal",
    2: "political",
    3: "economic",
    5: "other non-violent",
    7: "non-violent military",
    8: "indirect violent",
    9: "violent",
}
GRAVITIES = {
    0: "economic threat",
    1: "limited military threat",
    2: "political threat",
    3: "threat to territory",
    4: "threat to influence",
    5: "threat of grave damage",
    6: "threat to existence",
}
VIOLENCE = {1: "none", 2: "minor clashes", 3: "serious clashes", 4: "full-scale war"}
TECHNIQUES = {
    1: "negotiation",
    3: "mediation",
    4: "several without violence",
    5: "non-military pressure",
    6: "non-violent military means",
    7: "several with violence",
    8: "violence",
}

SHADOW_WAR = 6.0
"""Rung from which an act can trigger a crisis for whom it is aimed at."""
SOIL = 11.0
"""Rung of strikes on home soil: a threat of grave damage."""
SERIOUS = 10.0
USE_OF_FORCE = 4
"""Level of hostility from which a move is a use of force."""
OPEN_WAR = 15.0
MANY_DEAD = 100
FULL_INDEX = 80.0
TALK = 3.0

_RULES = (
    "Trigger: for each seat the first act of R6 or above that was aimed at it, or at one whose "
    "patron it is (then indirect); its code follows from the kind of the act, violent from level 4 "
    "of hostility or where somebody was killed. Gravity: existence "
    "where the actor dropped out or control was lost to all-out war; grave damage where its soil "
    "was struck at R11 or above or an act against it killed 100 people; territory where a ground "
    "operation was aimed at it; influence where force was used on one whose patron it is; limited "
    "military where force was used on it otherwise; else political or economic. Violence: "
    "full-scale war from R15 or index 80, serious clashes from R10 or 100 killed by one act. "
    "Technique: the kinds of means that took place from R3 up, beside talks."
)


@dataclass(frozen=True, slots=True)
class Code:
    """A code with what it follows from.

    Attributes:
        number: The code.
        words: Its name.
        cites: The events that it follows from.
    """

    number: int
    words: str
    cites: tuple[Cite, ...]


def coding(evidence: Evidence) -> Section:
    """The coding as a section."""
    rows = []
    for seat in evidence.scenario.seats:
        trigger, gravity = trigger_of(evidence, seat.id), gravity_of(evidence, seat.id)
        if trigger is None and gravity is None:
            continue
        cells = (evidence.name(seat.id), _code(trigger), _code(gravity))
        cites = tuple(dict.fromkeys(c for code in (trigger, gravity) if code for c in code.cites))
        rows.append(Row(cells, cites))
    whole = tuple(
        Row((name, _code(code)), code.cites)
        for name, code in (
            ("Violence", violence_of(evidence)),
            ("Technique", technique_of(evidence)),
        )
    )
    outcome = _outcome(evidence)
    blocks = (
        Paragraph((Sentence(_RULES),)),
        Table("By actor", ("Actor", "Trigger", "Gravity"), tuple(rows), (0.4, 0.3, 0.3)),
        Table("The crisis as a whole", ("", "Code"), (*whole, outcome), (0.24, 0.76)),
        OwnText("coding", "Other readings of the coding"),
    )
    return Section("coding", "The crisis in ICB coding", blocks)


def is_violent(evidence: Evidence, act: Act) -> bool:
    """Whether force was used, by what came of it or by the move's level of hostility (MODEL B6)."""
    if act.act.weapons or act.act.killed:
        return True
    move = evidence.scenario.move.get(act.act.order.move)
    return move is not None and move.hostility >= USE_OF_FORCE


def trigger_of(evidence: Evidence, seat: ActorId) -> Code | None:
    """What made it a crisis for a seat; None where nothing was aimed at it."""
    clients = _clients(evidence, seat)
    for act in evidence.acts:
        target = act.act.order.target
        if act.act.goes_on or act.act.rung < SHADOW_WAR or act.act.actor == seat:
            continue
        if target == seat or target in clients:
            number = _trigger_kind(evidence, act, indirect=target != seat)
            return Code(number, TRIGGERS[number], act.cites)
    return None


def gravity_of(evidence: Evidence, seat: ActorId) -> Code | None:
    """The gravest threat to a seat's values; None where nothing was aimed at it."""
    for variable, first in (("collapsed", seat), ("all_out", "")):
        moved = [
            record.number
            for record in evidence.moved(variable, first)
            if any(
                e.variable == variable and e.first == first and e.after > e.before
                for e in ledger_of(record.event)
            )
        ]
        if moved:
            return Code(6, GRAVITIES[6], evidence.cite(*moved))
    clients = _clients(evidence, seat)
    found: dict[int, Act] = {}
    for act in evidence.acts:
        target = act.act.order.target
        if act.act.actor == seat or target is None or (target != seat and target not in clients):
            continue
        number = _gravity_kind(evidence, act, indirect=target != seat)
        if number is not None and number not in found:
            found[number] = act
    for number in (5, 3, 4, 1, 2, 0):
        if number in found:
            return Code(number, GRAVITIES[number], found[number].cites)
    return None


def violence_of(evidence: Evidence) -> Code:
    """How violent the crisis became."""
    violent = [act for act in evidence.acts if is_violent(evidence, act) and act.act.rung > 0]
    high = [
        record.number
        for record in evidence.line
        for entry in ledger_of(record.event)
        if entry.variable == "index" and entry.after >= FULL_INDEX
    ]
    war = [act for act in violent if act.act.rung >= OPEN_WAR]
    if war or high:
        cites = war[0].cites if war else evidence.cite(high[0])
        return Code(4, VIOLENCE[4], cites)
    serious = [a for a in violent if a.act.rung >= SERIOUS or a.act.killed >= MANY_DEAD]
    if serious:
        return Code(3, VIOLENCE[3], tuple(c for act in serious for c in act.cites))
    if violent:
        return Code(2, VIOLENCE[2], tuple(c for act in violent for c in act.cites))
    return Code(1, VIOLENCE[1], ())


def technique_of(evidence: Evidence) -> Code:
    """By which means the actors managed the crisis."""
    kinds: dict[int, list[Act]] = {}
    for act in evidence.acts:
        number = _technique_kind(evidence, act)
        if number is not None and not act.act.goes_on:
            kinds.setdefault(number, []).append(act)
    first = [acts[0] for acts in kinds.values()]
    cites = tuple(cite for act in sorted(first, key=lambda a: a.number) for cite in act.cites)
    if len(kinds) == 1:
        number = next(iter(kinds))
        return Code(number, TECHNIQUES[number], cites)
    number = 7 if 8 in kinds else 4
    return Code(number, TECHNIQUES[number], cites)


def _outcome(evidence: Evidence) -> Row:
    agreed = [record.number for record in evidence.of_kind(ProposalAccepted)]
    ended = evidence.of_kind(GameEnded)
    form = "by agreement" if agreed else "without an agreement"
    if not ended:
        return Row(("Outcome", f"Not ended, {form} so far."), evidence.cite(*agreed))
    event = ended[-1].event
    name = event.outcome.ending.value.replace("-", " ") if isinstance(event, GameEnded) else ""
    return Row(
        ("Outcome", f"{name.capitalize()}, {form}."), evidence.cite(ended[-1].number, *agreed)
    )


def _clients(evidence: Evidence, seat: ActorId) -> set[ActorId]:
    """Those whose patron a seat is."""
    kinds = {"patron-proxy", "patron-partner"}
    return {r.second for r in evidence.scenario.relations if r.first == seat and r.kind in kinds}


def _trigger_kind(evidence: Evidence, act: Act, *, indirect: bool) -> int:
    if is_violent(evidence, act):
        return 8 if indirect else 9
    move = evidence.scenario.move.get(act.act.order.move)
    kinds = {
        Category.MILITARY: 7,
        Category.NUCLEAR: 7,
        Category.ECONOMIC: 3,
        Category.DIPLOMATIC: 2,
        Category.INFORMATIONAL: 1,
    }
    return kinds.get(move.category, 5) if move else 5


def _gravity_kind(evidence: Evidence, act: Act, *, indirect: bool) -> int | None:
    move = evidence.scenario.move.get(act.act.order.move)
    if is_violent(evidence, act):
        if indirect:
            return 4 if act.act.rung >= SHADOW_WAR else None
        if move is not None and "ground-war" in move.tags:
            return 3
        on_soil = act.act.rung >= SOIL and (move is None or move.home_soil)
        return 5 if on_soil or act.act.killed >= MANY_DEAD else 1
    if indirect or move is None or move.goldstein >= 0:
        return None
    return 0 if move.category is Category.ECONOMIC else 2


def _technique_kind(evidence: Evidence, act: Act) -> int | None:
    move = evidence.scenario.move.get(act.act.order.move)
    if is_violent(evidence, act):
        return 8
    if move is None:
        return None
    if "talks" in move.tags:
        mediator = evidence.scenario.actor[act.act.actor].camp == "mediators-and-neighbours"
        return 3 if mediator else 1
    if act.act.rung < TALK:
        return None
    if move.category in {Category.MILITARY, Category.NUCLEAR}:
        return 6
    return 5 if move.category in {Category.ECONOMIC, Category.DIPLOMATIC} else None


def _code(code: Code | None) -> str:
    return "none in the game" if code is None else f"{code.number} {code.words}"
