"""What a branch changes, in a sentence."""

from __future__ import annotations

from wargame.engine.words import act_words
from wargame.model.branches import BranchChange, Changed
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.play.debrief.branching.played_turn import acts_of_turn, played_turn, sheets_of
from wargame.play.debrief.replay import Replay
from wargame.play.words.warned_lines import line_words


def change_words(replay: Replay, turn: int, change: BranchChange) -> str:
    """The change as a sentence, such as "In turn 4 Iran leaves out Announced barrage, at Israel."

    Raises:
        RuleError: The turn has not been adjudicated.
    """
    match change.what:
        case Changed.ORDER:
            return _order_words(replay, turn, change)
        case Changed.PARAMETER:
            parameter = replay.scenario.parameter.get(change.parameter)
            instead = f" instead of {parameter.value:g}" if parameter else ""
            return f"From turn {turn} on {change.parameter} is {change.value:g}{instead}."
        case Changed.DRAW:
            share = round(100 * change.quantile)
            act = _act_words(replay, turn, change.act)
            return f"In turn {turn} other luck decides: {act} ({share} % of draws are milder)."
        case Changed.RULING:
            act = _act_words(replay, turn, change.act)
            if change.success is None:
                return f"In turn {turn} control does not overrule: {act}."
            killed = "" if change.killed is None else f", {change.killed:,} killed"
            how = "comes off" if change.success else "fails"
            return f"In turn {turn} control rules that it {how}{killed}: {act}."


def order_words(scenario: Scenario, order: Order) -> str:
    """An order in a few words, such as "Announced barrage, at Israel"."""
    if order.argument is not None:
        return "an order in its own words"
    name = scenario.move[order.move].name
    aim = f", at {scenario.actor[order.target].name}" if order.target else ""
    warning = f", {order.warning_hours:g} h warning" if order.warning_hours else ""
    return f"{name}{aim}{warning}{line_words(scenario, order)}"


def _order_words(replay: Replay, turn: int, change: BranchChange) -> str:
    scenario = replay.scenario
    if change.seat is None:
        return f"In turn {turn} somebody orders otherwise."
    who = scenario.actor[change.seat].name
    sheet = sheets_of(replay, played_turn(replay, turn)).get(change.seat, ())
    was = sheet[change.slot - 1] if 1 <= change.slot <= len(sheet) else None
    if change.order is None:
        what = order_words(scenario, was) if was else "an order"
        return f"In turn {turn} {who} leaves out {what}."
    ordered = order_words(scenario, change.order)
    if was is None:
        return f"In turn {turn} {who} orders {ordered} as well."
    return f"In turn {turn} {who} orders {ordered} instead of {order_words(scenario, was)}."


def _act_words(replay: Replay, turn: int, number: int) -> str:
    for found, act in acts_of_turn(replay, played_turn(replay, turn)):
        if found == number:
            who = replay.scenario.actor[act.actor].name
            aim = f", at {replay.scenario.actor[act.order.target].name}" if act.order.target else ""
            return f"{who}, {act_words(replay.scenario, act)}{aim}"
    return "the end of the game"
