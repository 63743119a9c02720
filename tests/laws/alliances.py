"""A small alliance for the laws of groups, talks and patrons: two patrons, two groups, a mediator.

AMB sponsors PRX, who fights its own war on the border, and SOL, who fires from the hills in
solidarity. GRN is the patron of BLU. A truce on the border is the one that SOL looks to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from tests.builders import AMB, BLU, BORDER, GRN, MOVES, PRX, START, move, relation, scenario
from tests.builders import world as world_of
from wargame.engine.law.acts_table import Acts
from wargame.engine.law.context import Context
from wargame.engine.law.own_acts import append_act
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.turn import play_turn
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.ids import ActorId, FrontId
from wargame.model.layout import Layout
from wargame.model.moves import Lasting, Move, Resolution, Salvo, Step
from wargame.model.scenario import Front, Scenario

SOL = ActorId("SOL")
HILLS = FrontId("hills")
EVERYONE = (BLU, AMB, GRN, PRX, SOL)


def _plain(name: str, tag: str, step: Step = Step.TALKS, **more: object) -> Move:
    """A move of rung 0 that only its tag's system acts on."""
    return move(
        name,
        0,
        goldstein=1.0,
        hostility=1,
        step=step,
        resolution=Resolution.PLAIN,
        tags=frozenset({tag}),
        **more,
    )


def _covert(name: str, rung: float, *tags: str) -> Move:
    return move(name, rung, step=Step.COVERT, resolution=Resolution.COVERT, tags=frozenset(tags))


ALLIANCE_MOVES: tuple[Move, ...] = (
    _plain("restrain", "restrain-proxy", Step.NOTICE),
    _plain("ask-hold", "ask-hold", Step.NOTICE),
    _plain("appeal", "restraint-appeal", Step.NOTICE),
    _plain("rally", "rally", Step.NOTICE),
    _plain("reveal", "reveals", Step.INTELLIGENCE),
    _plain("open-talks", "talks-open"),
    _plain("mediate", "mediation", lasting=Lasting.STANDING),
    _plain("accept", "terms"),
    _plain("reject", "reject"),
    _plain("concede", "concession"),
    _plain("normalise", "normalisation"),
    _plain("access", "protects-civilians", lasting=Lasting.STANDING),
    _plain("arm", "arms-flow", Step.PARTNER, lasting=Lasting.STANDING),
    _plain("condition", "condition", Step.PARTNER, lasting=Lasting.STANDING),
    _plain("pact", "pact", Step.PARTNER),
    _plain("deploy", "deployment", Step.PARTNER, lasting=Lasting.STANDING),
    _plain("supply", "arms-transfer", Step.COVERT, lasting=Lasting.STANDING),
    move(
        "signal",
        18,
        step=Step.NOTICE,
        resolution=Resolution.PLAIN,
        targets=(),
        tags=frozenset({"nuclear-signal"}),
    ),
    _covert("behead", 10, "decapitation"),
    _covert("guest", 11, "decapitation", "guest", "negotiator"),
    _covert("devices", 10, "devices"),
    _covert("mid", 9, "kill-mid"),
    move("interdict", 9, tags=frozenset({"interdiction"})),
    move("beside", 15, home_soil=True, tags=frozenset({"great-power"})),
    move("unseen", 14, home_soil=True, tags=frozenset({"unnotified"})),
    move(
        "all-fronts",
        16,
        resolution=Resolution.BARRAGE,
        salvo=Salvo((), (), 1000),
        home_soil=True,
        material=4.0,
        tags=frozenset({"call-proxies"}),
    ),
)

PLAIN_VALUES = {
    "stock.SOL.rocket": 20_000.0,
    "stock.SOL.drone": 200.0,
    "alignment.PRX.AMB": 0.6,
    "autonomy.PRX.AMB": 0.5,
    "alignment.SOL.AMB": 0.85,
    "autonomy.SOL.AMB": 0.35,
    "resupply.AMB.PRX": 0.5,
    "resupply.AMB.SOL": 0.5,
    "support.GRN.BLU": 0.7,
    "leverage.GRN.BLU": 0.3,
    "captives.PRX": 100.0,
    "talks.border": 0.3,
    "talks.hills": 0.1,
    "intel.BLU.PRX": 0.9,
    "intel.BLU.SOL": 0.9,
    "intel.BLU.AMB": 0.9,
    "front_heat.border": 10.0,
    "front_heat.hills": 10.0,
}


def alliance(
    values: Mapping[str, float] | None = None,
    *,
    parameters: Mapping[str, float] | None = None,
    turn_days: float = 7.0,
) -> Scenario:
    """Two rival states, each with a patron or groups, and a truce on the border that SOL awaits."""
    base = scenario(
        {**PLAIN_VALUES, **(values or {})},
        moves=(),
        parameters=parameters,
        turn_days=turn_days,
    )
    group = base.actor[PRX]
    sol = replace(group, id=SOL, name="Sol", abstract_name="Sol", initiative=50)
    sol = replace(sol, doctrine=replace(sol.doctrine, solidarity=5.0))
    relations = (
        *base.relations,
        relation(BLU, SOL, "rivals", HILLS),
        relation(AMB, SOL, "patron-proxy"),
        relation(GRN, BLU, "patron-partner"),
        relation(SOL, PRX, "allies"),
    )
    border = replace(base.fronts[1], linked=True)
    hills = Front(HILLS, "Hills", 0.5, "")
    return replace(
        base,
        actors=(*base.actors, sol),
        relations=relations,
        fronts=(base.fronts[0], border, hills, base.fronts[2]),
        moves=tuple(
            replace(m, who=EVERYONE, targets=EVERYONE if m.targets else ())
            for m in (*MOVES, *ALLIANCE_MOVES)
        ),
    )


@dataclass(frozen=True)
class Block:
    """Many worlds of one scenario side by side, for the law's functions.

    Attributes:
        w: Their numbers.
        p: Constants and tables.
        a: Their acts.
        c: The turn.
        layout: Where the numbers lie.
    """

    w: WorldNumbers
    p: Parameters
    a: Acts
    c: Context
    layout: Layout

    def act(self, k: int, actor: ActorId, name: str, target: ActorId | None = None) -> int:
        """Add a pending act in one lane; its row."""
        ids = self.layout.actors
        aimed = ids.index(target) if target else -1
        return append_act(self.p, self.a, k, ids.index(actor), MOVE[name], aimed)

    def turned(self, turn: int, days: float | None = None, seed: int = 1) -> Block:
        """The same worlds in another turn, without acts."""
        lanes = self.c.lanes
        a = Acts(self.a.rows, lanes)
        c = Context(seed, turn, self.c.days if days is None else days, lanes)
        return replace(self, a=a, c=c)

    def play(self) -> Block:
        """Play the turn with its acts."""
        play_turn(self.w, self.p, self.a, self.c)
        return self

    def at(self, name: str, k: int = 0) -> float:
        """A number of one lane, such as ``face.BLU``."""
        return self.w.flat[self.layout.offset(*[*name.split("."), "", ""][:3]), k]


MOVE: dict[str, int] = {m.id: n for n, m in enumerate((*MOVES, *ALLIANCE_MOVES))}
"""Place of each move in the catalogue of :func:`alliance`."""


def block(of: Scenario, lanes: int = 1, days: float = 7.0, turn: int = 1, seed: int = 1) -> Block:
    """Equal worlds at the start of a scenario, with room for some acts in each."""
    numbers = np.frombuffer(world_of(of).values, dtype=np.float64)
    memory = bytearray(np.repeat(numbers, lanes).tobytes())
    return Block(
        WorldNumbers(of.layout, memory, lanes),
        parameters_for(of, START),
        Acts(32, lanes),
        Context(seed, turn, days, lanes),
        of.layout,
    )


__all__ = ["AMB", "BLU", "BORDER", "GRN", "HILLS", "PRX", "SOL", "Block", "alliance", "block"]
