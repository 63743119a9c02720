"""Groups, patrons and politics as they show in many games of doctrine: S13 to S17, D9 11 and 12.

After Tehran, every seat on doctrine, on shared draws; acts are counted a game of twelve turns.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest

from wargame import paths
from wargame.engine.rollout import roll_out
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.forecast_start import forecast_start
from wargame.play.forecasts.what_if import Asked, changed_scenario

pytestmark = pytest.mark.compiled

COUNT = 320
TURNS = 12
SEED = 11


@cache
def _start() -> tuple[Scenario, World]:
    return forecast_start("after-tehran", None)


@dataclass(frozen=True, slots=True)
class Seen:
    """Means over many games.

    Attributes:
        acts: Hostile acts by actor and target.
        large: The same from rung 9.5.
        direct: Share of games in which a direct rival's soil was struck.
        index: The index at the end.
    """

    acts: dict[tuple[str, str], float]
    large: dict[tuple[str, str], float]
    direct: float
    index: float


@cache
def _seen(asked: Asked) -> Seen:
    scenario, world, what_if = changed_scenario(*_start(), asked)
    found = roll_out(
        scenario,
        world,
        COUNT,
        TURNS,
        SEED,
        compiled_in=paths.cache() / "law",
        threads=2,
        what_if=what_if,
    )
    pairs = [(i, j) for i in scenario.layout.actors for j in scenario.layout.actors]
    at = scenario.layout.actors.index
    return Seen(
        acts={(i, j): float(found.acts[at(i), at(j)].mean()) for i, j in pairs},
        large={(i, j): float(found.large[at(i), at(j)].mean()) for i, j in pairs},
        direct=float((found.flags["direct"] > 0).mean()),
        index=float(found.index[-1].mean()),
    )


def seen(**values: float) -> Seen:
    """What comes of the start with some numbers changed: ``truce__gaza=1`` and so on."""
    return _seen(Asked(tuple((name.replace("__", "."), v) for name, v in values.items())))


def test_that_a_truce_in_gaza_stills_the_groups_that_tie_their_fire_to_it() -> None:
    """S13, D9 11: at least 80 % fewer acts (prototype .94 to .00 a turn), by linkage alone.

    The debts are as a truce that is made leaves them (M48).
    """
    owed = {"HZB": 12.0, "HTH": 9.6}
    settled = {f"debt__{group}__ISR": 0.36 * debt for group, debt in owed.items()}
    at_war = seen()
    truce = seen(truce__gaza=1.0, talks__gaza=0.9, **settled)
    unlinked = seen(truce__gaza=1.0, talks__gaza=0.9, linkage=0.0, **settled)
    for group in owed:
        assert at_war.acts[group, "ISR"] > 8
        assert truce.acts[group, "ISR"] <= 0.2 * at_war.acts[group, "ISR"]
        assert unlinked.acts[group, "ISR"] > 0.7 * at_war.acts[group, "ISR"]
    assert truce.index < at_war.index


def test_that_deployments_embolden_the_partner_unless_leverage_is_used() -> None:
    """S15, M54: at leverage 1 the boldness of the partner is without effect."""
    free, bold = (seen(leverage__USA__ISR=0.0, boldness__USA__ISR=b) for b in (0.0, 0.6))
    assert bold.large["ISR", "IRN"] > free.large["ISR", "IRN"]
    assert bold.large["ISR", "HZB"] > free.large["ISR", "HZB"]
    held, still_held = (seen(leverage__USA__ISR=1.0, boldness__USA__ISR=b) for b in (0.0, 0.6))
    gained = still_held.large["ISR", "HZB"] - held.large["ISR", "HZB"]
    assert gained < 0.3 * (bold.large["ISR", "HZB"] - free.large["ISR", "HZB"])


def test_that_deployments_deter_the_rival() -> None:
    """S15, M70: fewer direct acts of Iran while ships stand off its coast."""
    away, near = (seen(leverage__USA__ISR=0.0, fear__IRN__USA=fear) for fear in (0.0, 1.0))
    assert near.large["IRN", "ISR"] < away.large["IRN", "ISR"]


def test_that_a_reckoning_at_home_drives_decisive_blows() -> None:
    """S16, M58: without one the hawk strikes less and lower."""
    without, with_one = (seen(reckoning__ISR=reckoning) for reckoning in (0.0, 1.0))
    assert without.large["ISR", "HZB"] < with_one.large["ISR", "HZB"]
    assert without.large["ISR", "IRN"] < with_one.large["ISR", "IRN"]


def test_that_hardliners_reply_oftener_to_the_same_provocation() -> None:
    """S17, M61: h .9 against .3."""
    soft, hard = (seen(hardline__IRN=h) for h in (0.3, 0.9))
    assert hard.large["IRN", "ISR"] > soft.large["IRN", "ISR"] + 0.15
    assert hard.direct > soft.direct + 0.1


def test_that_leverage_and_the_pact_restrain_the_partner() -> None:
    """S14, D9 12: large acts of Israel fall with leverage, and with the pact at full support."""
    loose, pressed = (seen(support__USA__ISR=1.0, leverage__USA__ISR=l) for l in (0.0, 1.0))  # noqa: E741
    bound = seen(support__USA__ISR=1.0, leverage__USA__ISR=0.0, pact__USA__ISR=1.0)
    for whom in ("HZB", "IRN"):
        assert pressed.large["ISR", whom] < loose.large["ISR", whom]
        assert bound.large["ISR", whom] < loose.large["ISR", whom]
