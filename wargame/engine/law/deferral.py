"""Holding a reply because a ceasefire is said to be close, and what follows if none comes (S13).

A patron of the other side asks; the one who owes a reply holds it with probability progress x
trust. After three weeks without agreement the promise lapses: the trust is spent and the reply is
free again.
Carries M49.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import held
from wargame.engine.law.constant import JUDGED, SOURCE, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.hardening import move_towards_hardliners
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import TALKS_HOLD, uniform
from wargame.engine.law.talks import linked_talks
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "deferral.days",
        21.0,
        14.0,
        42.0,
        JUDGED,
        "Days after the turn for which a promise of a ceasefire holds a reply back.",
        "MODEL D5.11, M49",
        ("002",),
    ),
    Constant(
        "deferral.lapse",
        0.3,
        0.1,
        0.5,
        SOURCE,
        "Trust in the asker that is lost when no agreement has come by then.",
        "MODEL D5.11, M49",
        ("002",),
    ),
    Constant(
        "deferral.rejected",
        0.1,
        0.05,
        0.2,
        JUDGED,
        "Trust in the asker that is lost when a side turns the terms down meanwhile.",
        "moves D09",
    ),
    Constant(
        "deferral.kept",
        0.1,
        0.0,
        0.2,
        JUDGED,
        "Trust in the asker that is gained when the agreement comes.",
        "MODEL D5.11",
    ),
    Constant(
        "deferral.hardline",
        0.6,
        0.0,
        1.0,
        JUDGED,
        "How much less an actor ruled by hardliners alone listens to such a request, measured "
        "from an even split.",
        "A8 S17, M61",
        ("001",),
    ),
    Constant(
        "deferral.reply",
        0.7,
        0.5,
        0.9,
        JUDGED,
        "Share of the reply it wants that an actor which fully holds it does without.",
        "MODEL D5.11",
    ),
    Constant(
        "deferral.forced",
        0.85,
        0.6,
        0.95,
        JUDGED,
        "Share by which a full deferral lowers the probability that a reply is forced.",
        "MODEL D5.11",
    ),
)

LONGEST_PROMISE = 60.0


def hold_chance(w: WorldNumbers, p: Parameters, asker: int, i: int, k: int) -> float:
    """Probability that an actor holds its reply when it is asked to (MODEL D5.11)."""
    listens = 1.0 - p.deferral_hardline * (w.hardline[i, k] - 0.5)
    return held(linked_talks(w, p, k) * w.trust[i, asker, k] * listens, 0.0, 1.0)


def ask_to_hold(w: WorldNumbers, p: Parameters, a: Acts, c: Context, n: int, k: int) -> None:
    """Ask the target to hold its replies to its rivals because a ceasefire is close (moves D12).

    A promise that runs already is not prolonged by asking again.
    """
    asker, i = a.actor[n, k], a.target[n, k]
    if i < 0 or w.deferral_days[i, asker, k] > 0.0:
        return
    u = uniform(c.key_high[k], c.key_low[k], TALKS_HOLD, a.place[n, k], 0)
    a.success[n, k] = 1 if u < hold_chance(w, p, asker, i, k) else 0
    note(c, TALKS_HOLD, 0, u, a.success[n, k])
    if a.success[n, k]:
        w.deferral_days[i, asker, k] = min(c.days + p.deferral_days, LONGEST_PROMISE)
        for j in range(p.n_actors):
            if p.rivals[i, j]:
                w.deferral[i, j, k] = 1.0


def promises_run_out(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Promises some days later; one that runs out without agreement costs trust (M49)."""
    for i in range(p.n_actors):
        for asker in range(p.n_actors):
            if w.deferral_days[i, asker, k] > 0.0:
                left = w.deferral_days[i, asker, k] - days
                w.deferral_days[i, asker, k] = max(0.0, left)
                if left <= 0.0:
                    lost = w.trust[i, asker, k] - p.deferral_lapse
                    w.trust[i, asker, k] = max(0.0, lost)
                    move_towards_hardliners(w, i, k, p.hardening_broken_promise)
                    release(w, p, i, k)


def release(w: WorldNumbers, p: Parameters, i: int, k: int) -> None:
    """Free an actor's replies, unless somebody else's promise still holds them."""
    for asker in range(p.n_actors):
        if w.deferral_days[i, asker, k] > 0.0:
            return
    for j in range(p.n_actors):
        w.deferral[i, j, k] = 0.0


def terms_rejected(w: WorldNumbers, p: Parameters, k: int) -> None:
    """A side turned the terms down: whoever holds a reply for their sake trusts less (D09)."""
    for i in range(p.n_actors):
        for asker in range(p.n_actors):
            if w.deferral_days[i, asker, k] > 0.0:
                lost = w.trust[i, asker, k] - p.deferral_rejected
                w.trust[i, asker, k] = max(0.0, lost)


def promises_kept(w: WorldNumbers, p: Parameters, k: int) -> None:
    """The agreement came: promises end with a gain in trust."""
    for i in range(p.n_actors):
        for asker in range(p.n_actors):
            if w.deferral_days[i, asker, k] > 0.0:
                gained = w.trust[i, asker, k] + p.deferral_kept
                w.trust[i, asker, k] = min(1.0, gained)
                w.deferral_days[i, asker, k] = 0.0
                release(w, p, i, k)


def reply_left(w: WorldNumbers, p: Parameters, i: int, j: int, k: int) -> float:
    """Share of the reply it wants that an actor still gives the other, 1 without deferral."""
    return 1.0 - p.deferral_reply * w.deferral[i, j, k]


def force_left(w: WorldNumbers, p: Parameters, i: int, j: int, k: int) -> float:
    """Share of the probability that a reply is forced which remains, 1 without deferral."""
    return 1.0 - p.deferral_forced * w.deferral[i, j, k]
