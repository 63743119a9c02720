"""What an actor wants: the shape of MODEL D5.8 and D5.10, one equation at a time."""

from __future__ import annotations

from functools import cache

import pytest

from wargame.engine.law import roles
from wargame.engine.law.context import Context
from wargame.engine.law.desired_reply import (
    forced_chance,
    freedom,
    opportunity,
    quiet,
    routine_rung,
)
from wargame.engine.law.doctrine import choose
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.past import Past
from wargame.engine.law.playbook import playbook_for
from wargame.engine.law.playbook_view import Playbook
from wargame.engine.law.signs import look_around
from wargame.engine.law.wish_limits import highest, taboo_line
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.start import start_values
from wargame.model.scenario import Scenario
from wargame.play.library import find_scenario

SEEDS = range(40)


@cache
def _scenario() -> Scenario:
    return find_scenario("after-tehran").scenario


@cache
def _tables() -> tuple[Parameters, Playbook]:
    return parameters_for(_scenario(), _scenario().starts[0].id), playbook_for(_scenario())


def _world() -> WorldNumbers:
    scenario = _scenario()
    return WorldNumbers(scenario.layout, bytearray(start_values(scenario, scenario.starts[0])))


def _actor(name: str) -> int:
    return [str(a) for a in _scenario().layout.actors].index(name)


def _front(name: str) -> int:
    return [str(f) for f in _scenario().layout.fronts].index(name)


def _picks(w: WorldNumbers, actor: str, seed: int) -> tuple[Past, list[int]]:
    p, d = _tables()
    scenario = _scenario()
    h = Past(len(scenario.actors), len(scenario.moves), d.fact_places[0], d.max_orders[0])
    c = Context(seed, 1, scenario.turn_days)
    look_around(w, p, h, 0, 1)
    choose(w, p, d, h, c, 0, _actor(actor))
    return h, [h.pick_move[slot, 0] for slot in range(h.pick_count[0])]


def test_that_each_vow_makes_a_forced_reply_likelier() -> None:
    w, (p, _) = _world(), _tables()
    i = _actor("IRN")
    chances = []
    for vows in range(5):
        w.vows[i, 0] = vows
        chances.append(forced_chance(w, p, 0, i))
    assert chances == sorted(chances)
    assert chances[4] > chances[0] + 0.3


def test_that_standing_well_above_the_floor_forces_nothing() -> None:
    w, (p, _) = _world(), _tables()
    i = _actor("IRN")
    w.vows[i, 0], w.face[i, 0] = 0.0, 0.7
    assert forced_chance(w, p, 0, i) < 0.01
    w.face[i, 0] = 0.4
    assert forced_chance(w, p, 0, i) > 0.9


def test_that_the_taboo_weakens_with_each_precedent() -> None:
    w, (p, _) = _world(), _tables()
    i, j = _actor("ISR"), _actor("IRN")
    lines = []
    for rung in (6.0, 9.0, 11.0, 13.0):
        w.precedent[i, j, 0] = w.precedent[j, i, 0] = rung
        lines.append(taboo_line(w, p, 0, i, j))
    assert lines == sorted(lines, reverse=True)
    assert lines[0] == pytest.approx(12.5)
    assert lines[-1] < 11.0


def test_that_a_patron_that_stays_silent_invites_pressing_on() -> None:
    w, (p, _) = _world(), _tables()
    i, j, patron = _actor("ISR"), _actor("HZB"), _actor("IRN")
    pulls = []
    for belief in (0.95, 0.7, 0.4, 0.1):
        w.belief[i, patron, 0] = belief
        pulls.append(opportunity(w, p, 0, i, j, 0.0, freedom(w, p, 0, i)))
    assert pulls == sorted(pulls)
    assert pulls[-1] > 3 * pulls[0]


def test_that_the_index_itself_restrains_nobody() -> None:
    for seed in SEEDS:
        calm, shown = _world(), _world()
        shown.index[0] = 99.0
        assert _picks(calm, "ISR", seed)[1] == _picks(shown, "ISR", seed)[1]


@pytest.mark.parametrize("actor", ["ISR", "IRN", "USA", "HZB", "HTH"])
def test_that_no_force_goes_beyond_the_ceiling(actor: str) -> None:
    p, d = _tables()
    w = _world()
    i = _actor(actor)
    for j in range(len(_scenario().actors)):
        w.debt[i, j, 0] = 200.0
    w.face[i, 0] = 0.1
    for seed in SEEDS:
        h, moves = _picks(w, actor, seed)
        for slot, m in enumerate(moves):
            j = h.pick_target[slot, 0]
            if d.role[m] == roles.FORCE:
                assert p.move_rung[m] <= highest(w, p, 0, i, j) + 0.5


def test_that_a_truce_in_gaza_stills_the_groups_that_are_tied_to_it() -> None:
    w, (p, d) = _world(), _tables()
    i, j = _actor("HZB"), _actor("ISR")
    assert routine_rung(w, p, 0, i, j) > 7.0
    w.truce[_front("gaza"), 0] = 1.0
    assert quiet(w, p, 0, i, j) > 0.5
    assert routine_rung(w, p, 0, i, j) == 0.0
    w.debt[i, j, 0] = 0.0
    for seed in SEEDS:
        assert not any(d.fires[m] for m in _picks(w, "HZB", seed)[1])


def test_that_more_is_wanted_the_more_is_owed() -> None:
    w = _world()
    i, j = _actor("ISR"), _actor("HZB")
    wanted = []
    for owed in (5.0, 12.0, 25.0, 50.0):
        w.debt[i, j, 0] = owed
        wanted.append(sum(_picks(w, "ISR", seed)[0].want[j, 0] for seed in SEEDS))
    assert wanted == sorted(wanted)
    assert wanted[-1] > wanted[0] * 1.3
