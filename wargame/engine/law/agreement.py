"""What signatures on paper do to the numbers, and what a broken word costs (S13, S14, S9).

A ceasefire that both sides of a front have signed is a truce like one that talks brought about; an
exchange does what a release by both sides does; a pact is in force. Whoever breaks a clause pays
in trust and standing as for any other word that was given.
"""

from __future__ import annotations

from wargame.engine.law.arithmetic import held
from wargame.engine.law.constant import JUDGED, Constant
from wargame.engine.law.hardening import move_towards_hardliners
from wargame.engine.law.ladder import intensity
from wargame.engine.law.leverage import IN_FORCE
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "proposals.willing",
        0.5,
        0.35,
        0.65,
        JUDGED,
        "Willingness from which a computer seat signs a ceasefire or an exchange: at it, talks "
        "neither gain nor lose by themselves.",
        "MODEL D5.14",
    ),
    Constant(
        "proposals.trusting",
        0.4,
        0.2,
        0.6,
        JUDGED,
        "Trust in every other party from which a computer seat signs a pact.",
        "MODEL D5.10",
    ),
    Constant(
        "proposals.exchange_captives",
        0.8,
        0.5,
        0.95,
        JUDGED,
        "Share of its captives that a side still holds after an exchange.",
        "moves D10",
    ),
    Constant(
        "proposals.exchange_talks",
        0.15,
        0.05,
        0.25,
        JUDGED,
        "Progress of the talks that an exchange brings.",
        "moves D10",
    ),
    Constant(
        "proposals.exchange_willing",
        0.05,
        0.0,
        0.1,
        JUDGED,
        "Willingness that it adds on each side.",
        "moves D10",
    ),
    Constant(
        "proposals.pact_trust",
        0.05,
        0.0,
        0.1,
        JUDGED,
        "Trust in each other that a pact gives its parties.",
        "moves D13",
    ),
)


def begin_truce(w: WorldNumbers, p: Parameters, k: int, f: int) -> None:
    """A truce on a front whose two sides have both signed."""
    i, j = p.front_first[f], p.front_second[f]
    w.truce[f, k] = 1.0
    w.talks[f, k] = max(w.talks[f, k], p.talks_agreement)
    w.accepted[i, j, k] = 0.0
    w.accepted[j, i, k] = 0.0
    change_trust(w, k, i, j, p.talks_truce_trust)
    change_trust(w, k, j, i, p.talks_truce_trust)
    move_towards_hardliners(w, i, k, -p.hardening_truce)
    move_towards_hardliners(w, j, k, -p.hardening_truce)


def exchange(w: WorldNumbers, p: Parameters, k: int, i: int, j: int) -> None:
    """Two sides let captives go."""
    f = p.front_of[i, j]
    w.captives[i, k] *= p.proposals_exchange_captives
    w.captives[j, k] *= p.proposals_exchange_captives
    w.talks[f, k] = min(1.0, w.talks[f, k] + p.proposals_exchange_talks)
    w.willingness[i, k] = min(1.0, w.willingness[i, k] + p.proposals_exchange_willing)
    w.willingness[j, k] = min(1.0, w.willingness[j, k] + p.proposals_exchange_willing)


def conclude_pact(w: WorldNumbers, p: Parameters, k: int, i: int, j: int) -> None:
    """Two parties are bound to each other."""
    w.pact[i, j, k] = IN_FORCE
    w.pact[j, i, k] = IN_FORCE
    change_trust(w, k, i, j, p.proposals_pact_trust)
    change_trust(w, k, j, i, p.proposals_pact_trust)


def break_promise(w: WorldNumbers, p: Parameters, k: int, breaker: int, rung: float) -> None:
    """What a forbidden act costs its author in standing, by its rung."""
    cost = p.face_broken_word * intensity(rung)
    w.face[breaker, k] = held(w.face[breaker, k] - cost, 0.0, 1.0)


def change_trust(w: WorldNumbers, k: int, i: int, j: int, change: float) -> None:
    """The trust of one in another, moved within its range."""
    w.trust[i, j, k] = held(w.trust[i, j, k] + change, 0.0, 1.0)


def signs_terms(p: Parameters, willingness: float) -> bool:
    """Whether a side signs a ceasefire or an exchange, by its willingness 0..1."""
    return willingness >= p.proposals_willing


def signs_pact(p: Parameters, trust: float) -> bool:
    """Whether a side signs a pact, by its trust 0..1 in the least trusted other party."""
    return trust >= p.proposals_trusting
