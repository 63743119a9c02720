"""Covert assets: exposed with a hazard, used before they are lost (S12). Carries M42, M43, M45.

An asset in the other side's ranks matures while its owner collects (moves C01) and is found with a
hazard that a search raises (moves C02). Whether to use it now, before it is lost, is the owner's
choice; ``use_chance`` says how strongly the hazard presses.
"""

from __future__ import annotations

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.arithmetic import exp2, held, log2
from wargame.engine.law.constant import JUDGED, SOURCE, Constant
from wargame.engine.law.context import Context, note
from wargame.engine.law.hazards import happens
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import COVERT_EXPOSURE, paired, uniform
from wargame.engine.law.world_view import WorldNumbers

CONSTANTS = (
    Constant(
        "assets.quiet_exposure",
        0.02,
        0.005,
        0.05,
        JUDGED,
        "Hazard a week that an asset is found when nobody searches for it.",
        "moves C01",
    ),
    Constant(
        "assets.exposure_days",
        14.0,
        7.0,
        30.0,
        JUDGED,
        "Days in which a raised hazard of being found eases by half, once the search is over.",
        "moves C02",
    ),
    Constant(
        "assets.intel_left",
        0.7,
        0.5,
        0.9,
        JUDGED,
        "Share of the intelligence on the other side that is left when an asset is found.",
        "MODEL D5.3",
    ),
    Constant(
        "assets.matured",
        0.6,
        0.4,
        0.8,
        JUDGED,
        "How far an asset must have matured before it can be used.",
        "moves C08",
    ),
    Constant(
        "assets.horizon_weeks",
        4.0,
        2.0,
        8.0,
        JUDGED,
        "Weeks over which an owner reckons the chance of losing an asset.",
        "MODEL D5.3",
    ),
    Constant(
        "assets.use_from",
        0.3,
        0.1,
        0.5,
        JUDGED,
        "Least cost of giving a matured asset away, as a share of its value: no owner uses it "
        "for a smaller expected loss.",
        "MODEL D5.3",
    ),
    Constant(
        "assets.use_surely",
        0.9,
        0.6,
        1.0,
        JUDGED,
        "Greatest such cost: every owner uses it when it expects to lose more.",
        "MODEL D5.3, M42",
    ),
    Constant(
        "assets.opportunity_disarray",
        0.6,
        0.3,
        0.9,
        JUDGED,
        "Share of the cost of using an asset that the other side's disarray makes up for.",
        "MODEL D5.3, M41",
        ("002",),
    ),
    Constant(
        "assets.revealed_days",
        7.0,
        3.0,
        14.0,
        JUDGED,
        "Days for which published intelligence takes the surprise out of what the other side "
        "prepares.",
        "moves I07",
    ),
    Constant(
        "assets.revealed_hours",
        24.0,
        12.0,
        48.0,
        SOURCE,
        "Least warning of an act whose preparation was published.",
        "moves I07, M7",
        ("002",),
    ),
)

LONGEST_REVEALED = 60.0


def fade_assets(w: WorldNumbers, p: Parameters, k: int, days: float) -> None:
    """Searches end and published knowledge ages."""
    left = exp2(-days / p.assets_exposure_days)
    quiet = p.assets_quiet_exposure
    for i in range(p.n_actors):
        if w.revealed[i, k] > 0.0:
            w.revealed[i, k] = max(0.0, w.revealed[i, k] - days)
        for j in range(p.n_actors):
            if w.exposure[i, j, k] > quiet:
                w.exposure[i, j, k] = quiet + (w.exposure[i, j, k] - quiet) * left


def expose_assets(w: WorldNumbers, p: Parameters, c: Context, k: int) -> None:
    """Draw which assets are found (MODEL D5.3): the asset is gone, and much knowledge with it."""
    for i in range(p.n_actors):
        for j in range(p.n_actors):
            if w.asset[i, j, k] > 0.0 and w.exposure[i, j, k] > 0.0:
                place = paired(p.actor_key[i], p.actor_key[j])
                u = uniform(c.key_high[k], c.key_low[k], COVERT_EXPOSURE, place, 0)
                found = 1 if happens(u, w.exposure[i, j, k], c.days) else 0
                note(c, COVERT_EXPOSURE, i * p.n_actors + j, u, found)
                if found:
                    w.asset[i, j, k] = 0.0
                    w.exposure[i, j, k] = p.assets_quiet_exposure
                    w.intel[i, j, k] *= p.assets_intel_left


def is_matured(w: WorldNumbers, p: Parameters, i: int, j: int, k: int) -> bool:
    """Whether an asset of ``i`` in ``j`` is ready to be used."""
    return w.asset[i, j, k] >= p.assets_matured


def opportunity_of(w: WorldNumbers, p: Parameters, i: int, j: int, k: int) -> float:
    """How well a moment suits ``i`` for using what it has in ``j``, 0..1.

    It rises as ``i`` expects no answer, by how far its doctrine presses advantages, and jumps while
    the other side is in disarray (M21, M41).
    """
    open_door = p.opportunism[i] * (1.0 - w.belief[i, j, k])
    if w.disarray[j, k] > 0.0:
        open_door = max(open_door, p.assets_opportunity_disarray)
    return held(open_door, 0.0, 1.0)


def use_chance(w: WorldNumbers, p: Parameters, i: int, j: int, k: int, opportunity: float) -> float:
    """Probability that the owner uses a matured asset now (MODEL D5.3, M42).

    It acts when V (1 - (1 - x)^tau) > cost (1 - opportunity), where the cost of giving the asset
    away is somewhere between two shares of its value. Non-decreasing in the hazard and in the
    opportunity; 0 when both are 0.

    Args:
        w: The world.
        p: Constants and tables.
        i: The owner.
        j: In whose ranks the asset is.
        k: The lane.
        opportunity: How well the moment suits, 0..1; see ``opportunity_of``.
    """
    if not is_matured(w, p, i, j, k):
        return 0.0
    x = min(w.exposure[i, j, k], 1.0)
    lost = 1.0
    if x < 1.0:
        lost = 1.0 - exp2(p.assets_horizon_weeks * log2(1.0 - x))
    cost = 1.0 - opportunity
    low, high = p.assets_use_from * cost, p.assets_use_surely * cost
    if lost >= high:
        return 1.0 if lost > 0.0 or opportunity > 0.0 else 0.0
    return held((lost - low) / (high - low), 0.0, 1.0)


def publish_intelligence(
    w: WorldNumbers, p: Parameters, a: Acts, n: int, k: int, days: float
) -> None:
    """What the target prepares is known to everybody for a time (moves I07)."""
    j = a.target[n, k]
    w.revealed[j, k] = min(days + p.assets_revealed_days, LONGEST_REVEALED)
    prepares = 0.0
    for patron in range(p.n_actors):
        prepares = max(prepares, w.preparing[j, patron, k])
    if prepares > 0.0:
        for reader in range(p.n_actors):
            if reader != j:
                w.prepared_seen[reader, j, k] = 1.0
