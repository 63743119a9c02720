"""What an event itself holds, and what its move's catalogue entry declares, in words."""

from __future__ import annotations

import math

from wargame.engine.words import actor_name, weapon_words
from wargame.model.events import ActResolved, SystemSettled
from wargame.model.ledger import Entry
from wargame.model.moves import Change, Effect, Move
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.workings import InputLine
from wargame.play.panels.parameter_list import cited
from wargame.play.words.number_words import minus, variable_name


def act_facts(scenario: Scenario, act: ActResolved) -> tuple[InputLine, ...]:
    """Rung, front, severity, warning, attribution, salvo and losses of an act."""
    front = next((f for f in scenario.fronts if f.id == act.front), None)
    facts = [InputLine("Rung", f"R{act.rung:.1f}")]
    if front is not None:
        facts.append(InputLine("Front", f"{front.name}, weight {front.weight:g}", front.note))
    facts += [
        InputLine("Severity", f"{minus(f'{act.severity:.2f}')} S", "S × size, before choreography"),
        InputLine("Came off", "yes" if act.success else "no"),
    ]
    if act.goes_on:
        facts.append(InputLine("Goes on", "another turn of a move begun earlier"))
    if act.warning_hours or act.choreographed:
        held = ", as choreography" if act.choreographed else ""
        facts.append(InputLine("Warning", f"{act.warning_hours:.1f} h{held}"))
    facts.append(InputLine("Attribution", f"{100 * act.attribution:.0f} %"))
    facts += [
        InputLine(
            weapon_words(w.weapon, w.launched),
            f"{w.arrived:,} arrived, {w.stopped:,} stopped, {w.leaked:,} through",
            f"{w.shots:,} shots of the defence",
        )
        for w in act.weapons
    ]
    if act.killed:
        facts.append(InputLine("People killed", f"{act.killed:,}"))
    if act.displaced:
        facts.append(InputLine("People displaced", f"{act.displaced:,}"))
    if act.why:
        facts.append(InputLine("Reason", act.why))
    return tuple(facts)


def settled_facts(scenario: Scenario, settled: SystemSettled) -> tuple[InputLine, ...]:
    """What a step that is nobody's act holds."""
    seen = ", ".join(actor_name(scenario, seat) for seat in settled.seen_by)
    told = "everybody" if settled.public else seen or "control only"
    return (
        InputLine("Days of the turn", f"{scenario.turn_days:g}"),
        InputLine("Told to", told),
    )


def is_declared(scenario: Scenario, act: ActResolved, entry: Entry) -> bool:
    """Whether an entry is just what one declared effect of the act's move does."""
    move = scenario.move.get(act.order.move)
    if move is None:
        return False
    return any(
        effect.variable == entry.variable
        and math.isclose(_after(effect, entry.before), entry.after, abs_tol=1e-12)
        for effect in move.effects
    )


def catalogue_steps(scenario: Scenario, act: ActResolved, variable: str) -> tuple[InputLine, ...]:
    """What the move's entry declares about a variable, and what the entry rests on."""
    move = scenario.move.get(act.order.move)
    if move is None:
        return ()
    lines = [
        InputLine(f"{variable_name(effect.variable)}, {_whose(effect)}", effect_words(effect))
        for effect in move.effects
        if effect.variable == variable
    ]
    return (
        InputLine("Entry", f"{move.id} {move.name}", move.summary),
        *lines,
        *_sources(scenario, move),
    )


def effect_words(effect: Effect) -> str:
    """A declared effect in words.

    >>> effect_words(Effect("face", "actor", Change.ADD, -0.05, at_success=True))
    '−0.05, if it came off'
    """
    amount = minus(f"{effect.amount:g}")
    words = {
        Change.ADD: minus(f"{effect.amount:+g}"),
        Change.SCALE: f"× {amount}",
        Change.RAISE_TO: f"at least {amount}",
        Change.LOWER_TO: f"at most {amount}",
        Change.CLOSE_GAP: f"{100 * effect.amount:g} % of the way to {effect.towards:g}",
    }[effect.change]
    if effect.at_success:
        words += ", if it came off"
    if effect.per_turn:
        words += ", each turn"
    return words


def _after(effect: Effect, before: float) -> float:
    """What an effect makes of a number."""
    known = BY_NAME[effect.variable]
    after = {
        Change.ADD: before + effect.amount,
        Change.SCALE: before * effect.amount,
        Change.RAISE_TO: max(before, effect.amount),
        Change.LOWER_TO: min(before, effect.amount),
        Change.CLOSE_GAP: before + effect.amount * (effect.towards - before),
    }[effect.change]
    return min(known.high, max(known.low, after))


def _whose(effect: Effect) -> str:
    return {
        "world": "the world's",
        "actor": "the actor's",
        "target": "the target's",
        "actor-target": "the actor's towards the target",
        "target-actor": "the target's towards the actor",
        "front": "the front's",
        "rivals-actor": "every rival's towards the actor",
        "proxies-actor": "every allied group's towards the actor",
    }[effect.of]


def _sources(scenario: Scenario, move: Move) -> tuple[InputLine, ...]:
    return tuple(
        InputLine("Source", source.title, ", ".join(source.doubts))
        for source in cited(scenario, move.sources)
    )
