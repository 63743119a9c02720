"""Two rival states, a patron, a group and a bystander, side by side in many worlds.

BLU stands under the guarantee of GRN and borders the group PRX, which AMB sponsors; SID borders BLU
and stands aside; FRD is a friend of GRN that nobody plays. AMB enriches uranium.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tests.builders import AMB, BLU, BORDER, GRN, MOVES, PRX, START, relation, scenario
from tests.builders import world as world_of
from wargame.engine.law.acts_table import Acts
from wargame.engine.law.context import Context
from wargame.engine.law.own_acts import append_act
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.turn import play_turn
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario

SID, FRD = ActorId("SID"), ActorId("FRD")
EVERYONE = (BLU, AMB, GRN, PRX, SID, FRD)
MOVE: dict[str, int] = {m.id: n for n, m in enumerate(MOVES)}

Order = tuple[ActorId, str] | tuple[ActorId, str, ActorId]
"""Who does what, and to whom."""

_VALUES = {
    "breakout_weeks.AMB": 3.0,
    "nuclear_resolve.AMB": 0.2,
    "intel.BLU.AMB": 0.9,
    "intel.BLU.PRX": 0.9,
    "naval.GRN": 0.6,
    "shield.FRD": 0.4,
    "stock.PRX.drone": 500.0,
    "front_heat.border": 10.0,
}


def neighbourhood(
    values: Mapping[str, float] | None = None, parameters: Mapping[str, float] | None = None
) -> Scenario:
    """The scenario; ``values`` such as ``face.BLU`` over its plain start."""
    base = scenario({**_VALUES, **(values or {})}, moves=(), parameters=parameters)
    state = base.actor[GRN]
    sid = replace(state, id=SID, name="Sid", abstract_name="Sid", initiative=60, borders=(BLU,))
    frd = replace(
        state, id=FRD, name="Frd", abstract_name="Frd", initiative=70, playable=False, borders=()
    )
    return replace(
        base,
        actors=(*base.actors, sid, frd),
        relations=(
            *base.relations,
            relation(GRN, BLU, "patron-partner"),
            relation(GRN, FRD, "allies"),
            relation(GRN, PRX, "rivals", BORDER),
        ),
        moves=tuple(replace(m, who=EVERYONE, targets=EVERYONE if m.targets else ()) for m in MOVES),
    )


@dataclass
class Block:
    """Many worlds of one scenario on their own draws, played turn by turn.

    Attributes:
        of: The scenario.
        p: Constants and tables.
        w: The numbers.
        a: The acts of the last turn.
        turn: The last turn played.
    """

    of: Scenario
    p: Parameters
    w: WorldNumbers
    a: Acts
    lanes: int
    turn: int = 0

    def play(self, orders: Sequence[Order] = (), days: float = 7.0, **how: float) -> Block:
        """Play a turn in which every world has these acts; ``going_on=1`` marks them as old."""
        self.turn += 1
        self.a = Acts(48, self.lanes)
        ids = self.of.layout.actors
        for k in range(self.lanes):
            for order in orders:
                target = ids.index(order[2]) if len(order) == 3 else -1
                n = append_act(self.p, self.a, k, ids.index(order[0]), MOVE[order[1]], target)
                for field, value in how.items():
                    getattr(self.a, field)[n, k] = value
        play_turn(self.w, self.p, self.a, Context(1, self.turn, days, self.lanes))
        return self

    def all(self, name: str) -> list[float]:
        """A number in every world, such as ``face.BLU``."""
        at = self.of.layout.offset(*[*name.split("."), "", ""][:3])
        return [self.w.flat[at, k] for k in range(self.lanes)]

    def mean(self, name: str) -> float:
        """Its mean over the worlds."""
        return sum(self.all(name)) / self.lanes


def block(
    values: Mapping[str, float] | None = None,
    lanes: int = 1,
    parameters: Mapping[str, float] | None = None,
    political: Mapping[str, float] | None = None,
) -> Block:
    """Equal worlds at the start; ``political`` gives moves another cost."""
    of = neighbourhood(values, parameters)
    dear = political or {}
    moves = (replace(m, political=dear.get(m.id, m.political)) for m in of.moves)
    of = replace(of, moves=tuple(moves))
    numbers = np.frombuffer(world_of(of).values, dtype=np.float64)
    memory = bytearray(np.repeat(numbers, lanes).tobytes())
    return Block(
        of, parameters_for(of, START), WorldNumbers(of.layout, memory, lanes), Acts(1, lanes), lanes
    )
