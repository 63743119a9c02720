"""Politics at home: survival, the delayed reckoning, elections, the veto of concessions (S16).

A leader wins by decisive blows and loses by casualties and long war; an attack from outside
rallies. A reckoning can be put off while war goes on, not cancelled: under a truce it falls due.
Carries M45, M58, M59, M60.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp2, held, log10, logistic
from wargame.engine.law.constant import JUDGED, SOURCE, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import POLITICS_VETO, uniform
from wargame.engine.law.talks import at_peace
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "politics.win",
        0.03,
        0.01,
        0.06,
        JUDGED,
        "Survival that a decisive blow brings the one who deals it.",
        "MODEL D5.15, M58",
        ("002",),
    ),
    Constant(
        "politics.win_rung",
        10.0,
        9.0,
        12.0,
        JUDGED,
        "Lowest rung of a single act that counts as such a blow when it comes off.",
        "MODEL D5.15",
    ),
    Constant(
        "politics.casualties",
        0.04,
        0.02,
        0.08,
        JUDGED,
        "Survival that a thousand deaths in one act, or in a week of fire, cost; ten cost a third.",
        "MODEL D5.15",
    ),
    Constant(
        "politics.war_week",
        0.01,
        0.005,
        0.02,
        JUDGED,
        "Survival that a week of an actor's own war costs.",
        "MODEL D5.15",
    ),
    Constant(
        "politics.rally",
        0.05,
        0.02,
        0.08,
        JUDGED,
        "Survival that a strike on home soil gives those in power.",
        "MODEL D5.15",
    ),
    Constant(
        "politics.rally_rung",
        12.0,
        11.0,
        13.0,
        JUDGED,
        "Lowest rung of a strike on home soil that rallies; a killing in the capital shames.",
        "MODEL D3, D5.15",
    ),
    Constant(
        "politics.veto",
        5.0,
        2.0,
        8.0,
        JUDGED,
        "Log-odds of a veto of a concession, a unit of hardline share above survival.",
        "MODEL D5.15",
    ),
    Constant(
        "politics.concession",
        0.05,
        0.02,
        0.1,
        JUDGED,
        "Survival that a concession costs where hardliners alone decide.",
        "MODEL D5.15, moves D08",
    ),
    Constant(
        "politics.surprise_rung",
        14.0,
        13.0,
        15.0,
        JUDGED,
        "Lowest rung of an attack on home soil for which those in power will have to answer.",
        "MODEL D5.15, M59",
        ("002",),
    ),
    Constant(
        "politics.surprise",
        0.2,
        0.1,
        0.4,
        JUDGED,
        "Reckoning that such an attack leaves.",
        "MODEL D5.15, M59",
        ("002",),
    ),
    Constant(
        "politics.reckoning_days",
        120.0,
        60.0,
        240.0,
        JUDGED,
        "Days of truce in which half of a reckoning is settled.",
        "M59",
        ("002",),
    ),
    Constant(
        "politics.reckoning_cost",
        0.3,
        0.1,
        0.6,
        JUDGED,
        "Survival that settling a full reckoning costs.",
        "M59",
    ),
    Constant(
        "politics.reckoning_risk",
        0.6,
        0.2,
        1.0,
        SOURCE,
        "How much a reckoning adds to the pull of decisive blows, measured from a half, as the "
        "state has it for which MODEL gives the opportunism.",
        "A8 S16, M58",
        ("002",),
    ),
    Constant(
        "politics.realism",
        0.005,
        0.0,
        0.01,
        JUDGED,
        "Appetite for risk that a week of an actor's own war takes away.",
        "M62",
        ("001",),
    ),
    Constant(
        "politics.mandate",
        0.5,
        0.2,
        0.8,
        JUDGED,
        "Share of the way to an even standing that an election brings survival.",
        "A8 S16",
    ),
)

DAYS_A_WEEK = 7.0
NO_ELECTION = 999.0
ELECTION_DAY = 1e-9
EVENT = 0
EVEN = 0.5


def veto_chance(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """Probability that a concession is vetoed at home: sg(5 (h - Y)) of MODEL D5.15."""
    return logistic(p.politics_veto * (w.hardline[i, k] - w.approval[i, k]))


def is_vetoed(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> bool:
    """Draw whether a concession is vetoed at home."""
    u = uniform(c.key_high[k], c.key_low[k], POLITICS_VETO, a.place[n, k], 0)
    vetoed = u < veto_chance(w, p, a.actor[n, k], k)
    note(c, POLITICS_VETO, 0, u, 1.0 if vetoed else 0.0)
    return vetoed


def pay_for_concession(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int) -> None:
    """A concession costs at home, the more the more hardliners decide."""
    i = a.actor[n, k]
    cost = p.politics_concession * w.hardline[i, k]
    w.approval[i, k] = max(0.0, w.approval[i, k] - cost)


def judge_act(w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, days: float) -> None:
    """What both sides' publics make of a hostile act: win, casualties, rally (MODEL D5.15)."""
    i, j, m = a.actor[n, k], a.target[n, k], a.move[n, k]
    single = p.move_lasting[m] == EVENT
    rung = a.rung[n, k]
    if single and a.success[n, k] and rung >= p.politics_win_rung:
        w.approval[i, k] = min(1.0, w.approval[i, k] + p.politics_win * a.attribution[n, k])
    # A flow is weighed as the week it would fill, so that the length of a turn decides nothing.
    week = 1.0 if single else days / DAYS_A_WEEK
    lost = p.politics_casualties * log10(1.0 + a.killed[n, k] / week) / 3.0 * week
    if single and p.move_home_soil[m]:
        if rung >= p.politics_rally_rung:
            lost -= p.politics_rally
        if rung >= p.politics_surprise_rung and a.success[n, k]:
            w.reckoning[j, k] = min(1.0, w.reckoning[j, k] + p.politics_surprise)
    w.approval[j, k] = held(w.approval[j, k] - lost, 0.0, 1.0)


def weigh_war(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Weeks of war wear down survival and teach realism (MODEL D5.15, M62)."""
    for i in range(p.n_actors):
        if w.sustained[i, k] > 0.0:
            weeks = days / DAYS_A_WEEK
            w.approval[i, k] = max(0.0, w.approval[i, k] - p.politics_war_week * weeks)
            risk = w.risk_appetite[i, k] - p.politics_realism * weeks
            w.risk_appetite[i, k] = max(0.0, risk)


def pass_politics(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Elections come nearer, and under a truce a reckoning falls due (M59)."""
    settled = 1.0 - exp2(-days / p.politics_reckoning_days)
    for i in range(p.n_actors):
        if w.election_turns[i, k] < NO_ELECTION:
            left = w.election_turns[i, k] - days / DAYS_A_WEEK
            w.election_turns[i, k] = left
            if left <= ELECTION_DAY:
                w.election_turns[i, k] = NO_ELECTION
                w.approval[i, k] += p.politics_mandate * (EVEN - w.approval[i, k])
        if w.reckoning[i, k] > 0.0 and at_peace(w, p, i, k):
            paid = w.reckoning[i, k] * settled
            w.reckoning[i, k] -= paid
            cost = p.politics_reckoning_cost * paid
            w.approval[i, k] = max(0.0, w.approval[i, k] - cost)


def risk_factor(w: WorldNumbers, p: Parameters, i: int, k: int) -> float:
    """What a pending reckoning makes of an actor's opportunism: 1 at a half, more above (M58)."""
    return 1.0 + p.politics_reckoning_risk * (w.reckoning[i, k] - EVEN)
