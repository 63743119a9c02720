"""Rollouts by the law as it stands in Python: the same bits as the compiled ones, far slower.

For a hundred runs or so where the compiled law is not made yet.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from wargame.engine.law.acts_table import Acts
from wargame.engine.law.context import Context
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.past import ONGOING
from wargame.engine.law.playbook import playbook_record
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.rollout_turn import play_block
from wargame.engine.law.what_came import FLAGS, SUMS, WhatCame
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.rollout_results import Rollouts, WhatIf
from wargame.engine.seat_memory import memory_of
from wargame.model.scenario import Scenario
from wargame.model.world import World

_ROOM = 32
"""Rows of the table of acts for what systems add, as for compiled rollouts."""


class PlainRollouts:
    """What runs from one world need, made once."""

    def __init__(
        self, scenario: Scenario, world: World, turns: int, seed: int, what_if: WhatIf
    ) -> None:
        """Make the tables.

        Args:
            scenario: The scenario.
            world: Where to begin: a world whose turn has not been adjudicated yet.
            turns: Turns to play in each run, from 1.
            seed: Seed of the draws.
            what_if: What is different from the scenario as it stands; its constants do not vary.
        """
        self._scenario, self._world, self._turns, self._seed = scenario, world, turns, seed
        self._first_turn = max(world.turn, 1)
        self._parameters = parameters_for(scenario, world.settings.start, what_if.parameters)
        self._playbook = Playbook(
            playbook_record(scenario, what_if.forced, what_if.forbidden, what_if.held)
        )

    def play(
        self, runs: int, *, first: int = 1, stopped: Callable[[], bool] = lambda: False
    ) -> Rollouts:
        """Play runs one after another; fewer when it was stopped.

        Args:
            runs: How many, from 1.
            first: Number of the first.
            stopped: Asked before each run.
        """
        done: list[WhatCame] = []
        for number in range(first, first + runs):
            if stopped():
                break
            done.append(self._run(number))
        actors, count = len(self._scenario.actors), len(done)
        index = np.zeros((self._turns, count))
        acts = np.zeros((actors, actors, count), dtype=np.int64)
        large = np.zeros_like(acts)
        for at, came in enumerate(done):
            index[:, at] = np.asarray(came.index)[: self._turns, 0]
            acts[..., at] = np.asarray(came.acts)[..., 0]
            large[..., at] = np.asarray(came.large)[..., 0]
        return Rollouts(
            index=index,
            flags={name: _column(done, name) for name in FLAGS},
            sums={name: _column(done, name) for name in SUMS},
            acts=acts,
            large=large,
            first_turn=self._first_turn,
            constants={},
        )

    def _run(self, number: int) -> WhatCame:
        scenario, actors = self._scenario, len(self._scenario.actors)
        world = WorldNumbers(scenario.layout, bytearray(self._world.values))
        memory = memory_of(scenario, self._world, self._playbook, None)
        acts = Acts(scenario.max_orders * actors + ONGOING + _ROOM)
        context = Context(self._seed, self._first_turn, scenario.turn_days)
        came = WhatCame(actors)
        came.seed[0], came.first_rollout[0] = self._seed, number
        came.first_turn[0], came.turns[0] = self._first_turn, self._turns
        play_block(world, self._parameters, self._playbook, memory, acts, context, came)
        return came


def _column(done: list[WhatCame], name: str) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array([getattr(came, name)[0] for came in done], dtype=np.int64)
