"""What can be changed in a turn, and what speaks against a change."""

from __future__ import annotations

from wargame.engine.legal_moves import move_options
from wargame.engine.rules_version import RULES_VERSION
from wargame.engine.words import act_words
from wargame.errors import RuleError
from wargame.model.branch_options import ActChoice, BranchOptions, OrderChoice
from wargame.model.branches import BranchChange, Changed
from wargame.model.events import SessionStarted
from wargame.model.rulings import ActRuled, EndOverruled
from wargame.model.seat_view import ActorLabel
from wargame.play.debrief.branching.change_words import order_words
from wargame.play.debrief.branching.changed_turn import other_sheets, scenario_with
from wargame.play.debrief.branching.played_turn import (
    PlayedTurn,
    acts_of_turn,
    played_turn,
    rulings_of_turn,
    sheets_of,
)
from wargame.play.debrief.replay import Replay
from wargame.play.panels.parameter_list import parameter_lines


def branch_options(replay: Replay, turn: int) -> BranchOptions:
    """Everything that can be changed in a turn.

    Raises:
        RuleError: The turn has not been adjudicated by the law.
    """
    played = played_turn(replay, turn)
    scenario = replay.scenario
    before = replay.world(played.planned)
    sheets = sheets_of(replay, played)
    labels = {a.id: ActorLabel(a.id, a.full_name, a.camp, a.place) for a in scenario.actors}
    return BranchOptions(
        turn=turn,
        seats=tuple(labels[a.id] for a in scenario.seats),
        actors=tuple(labels.items()),
        orders=tuple(
            OrderChoice(seat, slot, order, order_words(scenario, order))
            for seat, sheet in sheets.items()
            for slot, order in enumerate(sheet, start=1)
        ),
        acts=tuple(_acts(replay, played)),
        parameters=parameter_lines(scenario),
        moves=tuple((seat.id, move_options(scenario, before, seat.id)) for seat in scenario.seats),
        note=_note(replay),
    )


def change_refusal(replay: Replay, turn: int, change: BranchChange) -> str:
    """Why a turn cannot be changed like this, in one sentence; empty when it can.

    Draws and rulings are asked when the branch is made: the law has to try them.
    """
    try:
        played = played_turn(replay, turn)
        if change.what is Changed.ORDER:
            other_sheets(replay, played, change)
        elif change.what is Changed.PARAMETER:
            scenario_with(replay.scenario, change.parameter, change.value)
        elif not change.act:
            return "Choose what came of the turn."
    except RuleError as error:
        return str(error)
    return ""


def _acts(replay: Replay, played: PlayedTurn) -> list[ActChoice]:
    scenario = replay.scenario
    rulings = rulings_of_turn(replay, played)
    ruled = {r.event.act for r in rulings if isinstance(r.event, ActRuled)}
    found = []
    for number, act in acts_of_turn(replay, played):
        aim = f", at {scenario.actor[act.order.target].name}" if act.order.target else ""
        found.append(
            ActChoice(
                number=number,
                actor=act.actor,
                order=act.order,
                words=f"{act_words(scenario, act)}{aim}",
                killed=act.killed,
                success=act.success,
                is_ruled=number in ruled,
                is_drawn=act.order.move in scenario.move and bool(act.draws),
            )
        )
    # What weighs most first: it is what people ask about.
    found.sort(key=lambda choice: (-choice.killed, choice.number))
    found += [
        ActChoice(
            number=r.number,
            actor=None,
            order=None,
            words="The game went on by a ruling",
            killed=0,
            success=True,
            is_ruled=True,
            is_drawn=False,
        )
        for r in rulings
        if isinstance(r.event, EndOverruled)
    ]
    return found


def _note(replay: Replay) -> str:
    """That the game was played by other rules, where it was."""
    began = replay.line[0].event
    if not isinstance(began, SessionStarted) or began.rules == RULES_VERSION:
        return ""
    return (
        f"The game was played by rules {began.rules} and this program has rules {RULES_VERSION}: "
        "a turn may come out otherwise even with nothing changed."
    )
