"""Names for the things of a game, so that a move's id cannot pass for an actor's."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

ActorId = NewType("ActorId", str)
"""An actor of the scenario, such as ``IRN``; a seat has the id of the actor that it plays."""

MoveId = NewType("MoveId", str)
"""An entry of the move catalogue, such as ``M11``."""

FrontId = NewType("FrontId", str)
"""A front, such as ``lebanon``."""

SourceId = NewType("SourceId", str)
"""A source of the scenario, such as ``001`` or ``timeline-public``."""


class Weapon(StrEnum):
    """The weapon classes of the barrage law, in the order of its arrays (MODEL C1)."""

    DRONE = "drone"
    CRUISE = "cruise"
    BALLISTIC_OLD = "ballistic-old"
    BALLISTIC_NEW = "ballistic-new"
    ROCKET = "rocket"


class Layer(StrEnum):
    """The layers of an air defence, outermost first, as the law's arrays have them (MODEL C1)."""

    OUTER = "outer"
    FIGHTERS = "fighters"
    UPPER = "upper"
    LOWER = "lower"
    POINT = "point"


class Basis(StrEnum):
    """What a number rests on (MODEL D11)."""

    SOURCE = "source"
    DATA = "data"
    LITERATURE = "literature"
    JUDGED = "judged"


class Phase(StrEnum):
    """The phases of a turn, in order."""

    BRIEF = "brief"
    PLAN = "plan"
    ADJUDICATE = "adjudicate"
    OUTCOME = "outcome"
    ENDED = "ended"


class Controller(StrEnum):
    """Who decides for a seat."""

    PEOPLE = "people"
    FACILITATOR = "facilitator"
    DOCTRINE = "doctrine"
    PLANNER = "planner"
    SEARCHER = "searcher"
    HISTORY = "history"
