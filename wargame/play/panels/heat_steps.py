"""How the heat of a front follows from an act, factor by factor."""

from __future__ import annotations

import math

from wargame.engine.law.ladder import intensity
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.resolve import UNCONFIRMED_BELOW
from wargame.model.events import ActResolved
from wargame.model.ledger import Entry
from wargame.model.moves import Lasting, Move
from wargame.model.scenario import Scenario
from wargame.model.workings import InputLine
from wargame.play.words.number_words import minus


def heat_steps(
    scenario: Scenario, start: str, act: ActResolved, entry: Entry
) -> tuple[InputLine, ...]:
    """The factors of MODEL D4 behind a change of a front's heat.

    Nothing where they do not come to the change, because another effect of the act moved the heat
    as well: a sum that does not come out would explain nothing.
    """
    move = scenario.move.get(act.order.move)
    if move is None:
        return ()
    p = parameters_for(scenario, start)
    lines = _added(scenario, p, act, move) if move.rung > 0 else _cooled(p, move, entry)
    told = math.prod(factor for _, factor in lines) if lines else 0.0
    if not math.isclose(told, entry.after - entry.before, rel_tol=1e-6, abs_tol=1e-9):
        return ()
    return (
        *(InputLine(name, minus(f"{factor:.4g}")) for name, factor in lines),
        InputLine("Multiplied: the change of heat", minus(f"{told:+.3f}")),
    )


def _added(
    scenario: Scenario, p: Parameters, act: ActResolved, move: Move
) -> list[tuple[str, float]]:
    """What an act of force adds."""
    s = intensity(act.rung)
    lines = [(f"S of R{act.rung:.1f}", s)]
    if s and act.severity != s:
        lines.append(("Size, and what came of it", act.severity / s))
    if move.lasting is Lasting.SUSTAINED:
        share = scenario.turn_days / p.index_flow_days
        lines.append((f"{scenario.turn_days:g} days of {p.index_flow_days:g}", share))
    if act.choreographed:
        lines.append(("Notice was given and held", p.index_choreographed))
    if act.attribution < UNCONFIRMED_BELOW:
        lines.append(("Nobody can say who did it", p.index_unconfirmed))
    return lines


def _cooled(p: Parameters, move: Move, entry: Entry) -> list[tuple[str, float]]:
    """What an act of co-operation takes off: its own front, or every front a little."""
    if move.goldstein <= 0:
        return []
    own = p.index_cooling * move.goldstein
    change = entry.after - entry.before
    is_own = math.isclose(-entry.before * own, change, rel_tol=1e-6)
    rate = p.index_cooling if is_own else p.index_cooling_everywhere
    return [
        ("Heat before", entry.before),
        ("Cooling, own front" if is_own else "Cooling, every front", -rate),
        ("Goldstein score", move.goldstein),
    ]
