"""An entry of the move catalogue: its name, its cost, who may make it, and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from wargame.model.conditions import Condition
from wargame.model.ids import ActorId, FrontId, MoveId, SourceId, Weapon


class Category(StrEnum):
    """The categories of the move panel, in its order."""

    DIPLOMATIC = "diplomatic"
    INFORMATIONAL = "informational"
    MILITARY = "military"
    ECONOMIC = "economic"
    COVERT = "covert"
    NUCLEAR = "nuclear"


class Lasting(StrEnum):
    """How long a move goes on (MODEL D6).

    An event happens once. A sustained move heats as a flow for its turn and goes on until its actor
    stops it or makes another choice. A standing move stays in place without costing again.
    """

    EVENT = "event"
    SUSTAINED = "sustained"
    STANDING = "standing"


class Step(StrEnum):
    """The steps of adjudication in which a move is resolved, in the order of MODEL D2."""

    INTELLIGENCE = "intelligence"
    NOTICE = "notice"
    PARTNER = "partner"
    COVERT = "covert"
    PREEMPT = "preempt"
    STRIKE = "strike"
    GROUND = "ground"
    ECONOMIC = "economic"
    TALKS = "talks"


class Resolution(StrEnum):
    """Which system decides whether and how a move succeeds; ``plain`` moves simply take effect."""

    PLAIN = "plain"
    COVERT = "covert"
    BARRAGE = "barrage"
    STRIKE = "strike"
    FIRE = "fire"


class Change(StrEnum):
    """How an effect changes its variable."""

    ADD = "add"
    SCALE = "scale"
    RAISE_TO = "raise-to"
    LOWER_TO = "lower-to"
    CLOSE_GAP = "close-gap"


EffectOf = Literal[
    "world",
    "actor",
    "target",
    "actor-target",
    "target-actor",
    "front",
    "rivals-actor",
    "proxies-actor",
]
"""Whose number an effect changes: of the world, of the actor, of the target, of the pair in either
direction, of the act's front, of all rivals towards the actor, of all proxies towards the actor."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One declared effect of a move on one state variable, clamped to the variable's range.

    Attributes:
        variable: Name in ``model/variables.py``.
        of: Whose number it is.
        change: How it changes: ``add`` an amount, ``scale`` by it, ``raise-to`` or ``lower-to`` it,
            ``close-gap``: move that share of the way to ``towards``.
        amount: The amount.
        towards: The goal of ``close-gap``.
        at_success: Only when the act succeeded (covert acts, strikes that landed).
        per_turn: Applied again each turn while a sustained or standing move goes on.
        key: Weapon class or layer for variables that have one; ``*`` for all.
    """

    variable: str
    of: EffectOf
    change: Change
    amount: float
    towards: float = 0.0
    at_success: bool = False
    per_turn: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something that must hold before a move is open.

    Attributes:
        condition: What must hold. In it ``actor`` and ``target`` stand for the two sides, and
            ``front`` for the front on which the move acts.
        code: Stable reason code, such as ``precedent.missing``.
        reason: What a player reads when it does not hold, such as "Needs a strike of R14".
    """

    condition: Condition
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Salvo:
    """How a move uses weapons.

    Attributes:
        classes: The weapon classes it may use.
        default: The counts offered first, in the order of ``classes``.
        largest: The largest total count of one order.
    """

    classes: tuple[Weapon, ...]
    default: tuple[int, ...]
    largest: int


@dataclass(frozen=True, slots=True)
class Move:
    """One move of the catalogue (MODEL D6, ``moves.csv``).

    Attributes:
        id: Catalogue id, such as ``M11``.
        category: Tab of the move panel.
        name: What players read.
        summary: One or two sentences: what it does and what it risks.
        rung: Theatre rung, 0 to 20.
        kahn: Rung of Kahn's ladder (MODEL B1).
        cameo: CAMEO code.
        goldstein: Goldstein score, -10 to 10; a positive score cools (MODEL D4).
        rivera: Class of Rivera et al. (MODEL B7).
        hostility: Correlates of War level, 1 to 5 (MODEL B6).
        lasting: Event, sustained or standing.
        step: When it is resolved.
        resolution: Which system decides its success.
        political: Cost in political points.
        material: Cost in material points.
        preparation: Turns of preparation before it can happen, 0 or more.
        deniability: How deniable it is, 0 (open) to 1.
        who: Actors that may make it.
        targets: Actors that it may be aimed at; empty when it has no target.
        front: The front it acts on; None for the front of the pair.
        home_soil: Whether it strikes the target's own soil.
        joint: Whether other actors take part on their own draw.
        salvo: How it uses weapons; None when it uses none.
        requires: What must hold before it is open.
        effects: Declared effects, beside what its systems do.
        tags: Words by which a doctrine or a system knows it, such as ``reply``, ``talks``, ``vow``.
        precedent: What happened when it was done before, in our words; may be empty.
        precedent_day: The day from which that can be known; None when it always could be.
        sources: Sources of the entry.
    """

    id: MoveId
    category: Category
    name: str
    summary: str
    rung: float
    kahn: str
    cameo: str
    goldstein: float
    rivera: str
    hostility: int
    lasting: Lasting
    step: Step
    resolution: Resolution
    political: float
    material: float
    preparation: int
    deniability: float
    who: tuple[ActorId, ...]
    targets: tuple[ActorId, ...]
    front: FrontId | None
    home_soil: bool
    joint: bool
    salvo: Salvo | None
    requires: tuple[Requirement, ...]
    effects: tuple[Effect, ...]
    tags: frozenset[str]
    precedent: str
    precedent_day: date | None
    sources: tuple[SourceId, ...]
