"""What the tags of a move make of an act once it has been carried out: one call a system.

``resolve.py`` calls this for every act, after its declared effects; hostile acts are judged at home
and against truces as well. Each block is one system of MODEL A8 and writes its own ledger lines.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.assets import publish_intelligence
from wargame.engine.law.context import Context, mark
from wargame.engine.law.deferral import ask_to_hold, promises_kept, terms_rejected
from wargame.engine.law.deployments import deploy
from wargame.engine.law.hardening import harden, move_towards_hardliners
from wargame.engine.law.nuclear import cap_enrichment
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.patronage import (
    appeal,
    ease_pressure,
    press_partner,
    send_arms,
    sign_pact,
    signal_nuclear,
    strike_beside_partner,
)
from wargame.engine.law.politics import judge_act, pay_for_concession
from wargame.engine.law.proxies import ask_to_stand_down, call_to_attack, leave_out, settle_pretexts
from wargame.engine.law.tags import (
    ARMS_FLOW,
    ASK_HOLD,
    CALL_PROXIES,
    CAPS_ENRICHMENT,
    CONCESSION,
    CONDITION,
    DEPLOYMENT,
    GREAT_POWER,
    MEDIATION,
    NORMALISATION,
    NUCLEAR_SIGNAL,
    PACT,
    PROTECTS_CIVILIANS,
    REJECT,
    RESTRAIN_PROXY,
    RESTRAINT_APPEAL,
    REVEALS,
    TALKS_OPEN,
    TERMS,
    UNNOTIFIED,
)
from wargame.engine.law.talks import mediate, open_talks, talks_front
from wargame.engine.law.truces import accept_terms, break_truce, breaks_truce, reject_terms
from wargame.engine.law.unnotified import expect_solidarity, show_solidarity
from wargame.engine.law.world_view import WorldNumbers


def follow_up(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Let the systems of groups, talks, patrons and politics act on what was done."""
    follow_groups(w, p, a, c, n, k)
    mark(c, n, 4)
    follow_talks(w, p, a, c, n, k)
    mark(c, n, 13)
    follow_patrons(w, p, a, n, k)
    mark(c, n, 14)
    m = a.move[n, k]
    if p.move_tag[m, REVEALS] and a.target[n, k] >= 0:
        publish_intelligence(w, p, a, n, k, c.days)
        mark(c, n, 12)
    if p.move_tag[m, CAPS_ENRICHMENT]:
        cap_enrichment(w, p, a, n, k)
        mark(c, n, 18)
    if p.move_tag[m, CONCESSION]:
        pay_for_concession(w, p, a, n, k)
        mark(c, n, 16)


def suffer(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """What a hostile act does to a truce, and to those who decide on both sides."""
    if breaks_truce(w, p, a, n, k):
        break_truce(w, p, a, n, k)
        mark(c, n, 13)
    judge_act(w, p, a, n, k, c.days)
    mark(c, n, 16)
    harden(w, p, a, n, k)
    mark(c, n, 17)


def follow_groups(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Calls of a patron, its solidarity after an attack without notice, and who is left out."""
    m = a.move[n, k]
    show_solidarity(w, p, a, n, k)
    if p.move_tag[m, RESTRAIN_PROXY]:
        ask_to_stand_down(w, p, a, c, n, k)
    if p.move_tag[m, CALL_PROXIES] and a.target[n, k] >= 0:
        call_to_attack(w, p, a, c, n, k)
    if p.move_tag[m, UNNOTIFIED]:
        expect_solidarity(w, p, a, n, k, c.days)
    if p.move_tag[m, NORMALISATION]:
        leave_out(w, p, a, n, k)


def follow_talks(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Talks opened, mediated, accepted or rejected, and replies held for their sake."""
    m = a.move[n, k]
    if p.move_tag[m, TALKS_OPEN]:
        open_talks(w, p, a, n, k, c.days)
    if p.move_tag[m, MEDIATION]:
        mediate(w, p, a, n, k, c.days)
    if p.move_tag[m, TERMS] and accept_terms(w, p, a, n, k, c.days):
        move_towards_hardliners(w, a.actor[n, k], k, -p.hardening_truce)
        move_towards_hardliners(w, a.target[n, k], k, -p.hardening_truce)
        front = talks_front(p, a, n, k)
        if p.linked_front[front]:
            promises_kept(w, p, k)
            settle_pretexts(w, p, front, k)
    if p.move_tag[m, REJECT]:
        reject_terms(w, a, n, k)
        terms_rejected(w, p, k)
    if p.move_tag[m, ASK_HOLD]:
        ask_to_hold(w, p, a, c, n, k)


def follow_patrons(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """Arms and their conditions, appeals, pacts, deployments, a great power's own acts."""
    m = a.move[n, k]
    if p.move_tag[m, ARMS_FLOW]:
        send_arms(w, p, a, n, k)
    if p.move_tag[m, CONDITION]:
        press_partner(w, p, a, n, k)
    if p.move_tag[m, PROTECTS_CIVILIANS]:
        ease_pressure(w, p, a, n, k)
    if p.move_tag[m, RESTRAINT_APPEAL]:
        appeal(w, p, a, n, k)
    if p.move_tag[m, PACT]:
        sign_pact(w, a, n, k)
    if p.move_tag[m, DEPLOYMENT]:
        deploy(w, p, a, n, k)
    if p.move_tag[m, GREAT_POWER]:
        strike_beside_partner(w, p, a, n, k)
    if p.move_tag[m, NUCLEAR_SIGNAL]:
        signal_nuclear(w, p, a, n, k)
