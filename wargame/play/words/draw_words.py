"""Draws in words: what was asked of chance, about whom, and what came of it."""

from __future__ import annotations

from typing import Final

from wargame.model.events import Draw
from wargame.model.ids import Layer, Weapon
from wargame.model.scenario import Scenario
from wargame.play.words.number_words import key_words

_WORDS: Final = {
    "warning.detect": "Is the plan detected",
    "warning.hours": "Hours of warning",
    "warning.choreography": "Is the notice understood",
    "warning.false": "Does it see an attack that is not coming",
    "covert.success": "Does it succeed",
    "covert.exposure": "Is the asset found",
    "barrage.arrive": "Arrive",
    "barrage.seen": "Seen in time",
    "barrage.kill": "Stopped",
    "barrage.preempted": "Share destroyed before launch",
    "strike.success": "Does the strike land",
    "harm.deaths": "People killed",
    "perception.noise": "Noise in the target's reading",
    "perception.reader": "Noise in a reading",
    "intelligence.learn": "Does it learn of the act",
    "proxies.call": "Answer to the patron's call",
    "proxies.unnotified": "Does it begin an operation",
    "proxies.seen": "Does it see the preparation",
    "proxies.foiled": "Is the operation stopped",
    "decapitation.negotiator": "Did the leader carry the talks",
    "talks.hold": "Does it hold its reply",
    "politics.veto": "Is the concession vetoed",
    "politics.fall": "Does the government fall",
    "hazard.all_out": "Is control lost",
    "hazard.collapse": "Does it drop out",
    "hazard.neutral": "Does it enter the fighting",
    "goodwill.join": "Does it join the defence",
    "nuclear.breakout": "Does it decide to break out",
    "nuclear.seen": "Does it see the breakout",
    "nuclear.assembly": "Is the weapon assembled",
    "nuclear.setback": "Weeks that the programme loses",
}
_ANSWERS: Final = ("obeys", "joins", "goes its own way")
_BY_ACTOR: Final = {
    "perception.reader",
    "intelligence.learn",
    "proxies.call",
    "proxies.unnotified",
    "proxies.seen",
    "hazard.collapse",
    "hazard.neutral",
    "politics.fall",
    "warning.false",
    "goodwill.join",
    "nuclear.breakout",
    "nuclear.seen",
    "nuclear.assembly",
}
_BY_WEAPON: Final = {"barrage.arrive", "barrage.seen"}
_KILL_STRIDE: Final = 8
"""Draws of a layer lie this far apart, see ``engine/law/barrage.py``."""


def draw_name(draw: Draw) -> str:
    """What was asked.

    >>> draw_name(Draw("strike.success", 0, 0.5, 1.0))
    'Does the strike land'
    """
    name = _WORDS.get(draw.stream)
    return name or draw.stream.replace(".", ", ").replace("_", " ").capitalize()


def draw_subject(scenario: Scenario, draw: Draw) -> str:
    """About whom or what it was asked; empty where the question says it."""
    actors = scenario.actors
    if draw.stream in _BY_ACTOR and draw.index < len(actors):
        return actors[draw.index].id
    if draw.stream == "covert.exposure":
        owner, host = divmod(draw.index, len(actors))
        return f"{actors[owner].id} in {actors[host].id}"
    if draw.stream in _BY_WEAPON:
        return key_words(tuple(Weapon)[draw.index])
    if draw.stream == "harm.deaths" and draw.index:
        return "of the actor's own"
    if draw.stream == "barrage.kill":
        layer, weapon = divmod(draw.index, _KILL_STRIDE)
        return f"{key_words(tuple(Weapon)[weapon])}, {key_words(tuple(Layer)[layer])}"
    return ""


def draw_result(draw: Draw) -> str:
    """What came of it.

    >>> draw_result(Draw("strike.success", 0, 0.5, 1.0)), draw_result(Draw("x", 0, 0.5, 0.25))
    ('yes', '0.25')
    """
    if draw.stream == "proxies.call" and draw.result in (0.0, 1.0, 2.0):
        return _ANSWERS[int(draw.result)]
    asks = draw_name(draw).split(maxsplit=1)[0] in ("Is", "Does", "Did")
    if asks and draw.result in (0.0, 1.0):
        return "yes" if draw.result else "no"
    if draw.stream == "warning.hours":
        return f"{draw.result:.1f} h"
    if draw.stream.startswith("perception."):
        return f"× {draw.result:.2f}"
    if draw.result == round(draw.result):
        return f"{draw.result:,.0f}"
    return f"{draw.result:.2f}"
