"""What kind of act something was: a map draws strikes, messages and deployments apart."""

from __future__ import annotations

from wargame.model.console_view import ActKind
from wargame.model.events import ActResolved
from wargame.model.moves import Category, Resolution, Step
from wargame.model.scenario import Scenario

_WORDS = frozenset({Category.DIPLOMATIC, Category.INFORMATIONAL})


def act_kind(scenario: Scenario, act: ActResolved) -> ActKind:
    """The kind of an act, from the entry of the catalogue that it carried out.

    Force counts as a strike however it was used, covertly too; a military or nuclear move that
    uses none has moved or readied something.
    """
    move = scenario.move.get(act.order.move)
    if move is None:
        return "strike" if act.weapons or act.killed else "other"
    if move.resolution is not Resolution.PLAIN or act.weapons or act.killed:
        return "strike"
    if move.category in _WORDS or move.step in {Step.NOTICE, Step.TALKS}:
        return "message"
    return "deployment" if move.category in {Category.MILITARY, Category.NUCLEAR} else "other"
