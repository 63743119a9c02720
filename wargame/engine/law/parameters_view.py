"""The constants and tables of a scenario as the law's functions read them, without NumPy.

A constant ``index.half_life_days`` is the attribute ``index_half_life_days``; what is counted by
weapon, layer, actor or move is an array. Compiled functions get a NumPy record with the same names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from wargame.engine.law.world_view import Numbers, Whole


class Parameters:
    """Constants by name, and the tables that are derived from the scenario.

    Axes: A actors, F fronts, M moves, E effects, W weapon classes (5), Y layers (5), G tags.
    """

    n_actors: int
    n_fronts: int
    n_moves: int
    # By weapon and layer
    reliability: Numbers  # W
    flight_hours: Numbers  # W
    lethality: Numbers  # W
    nation: Numbers  # Y W: weapons a salvo that a full national shield can engage
    partner: Numbers  # Y W: what partners add
    ships: Numbers  # Y W: a ship group
    kill: Numbers  # Y W: probability of each engagement
    full_stock: Numbers  # Y: shots of a full stock
    supplies: Numbers  # W: weapons a week over a fully open route
    # Actors
    actor_key: Whole  # A: 31-bit word of the id, so that draws do not depend on places in lists
    initiative: Whole  # A
    state: Whole  # A: 1 for states, 0 for groups that somebody sponsors
    played: Whole  # A: 1 for actors with a seat
    rivals: Whole  # A A
    proxy: Whole  # A A: the first is the patron of the second, a group
    partner_of: Whole  # A A: the first is the patron of the second, a state
    allies: Whole  # A A
    mediates: Whole  # A A
    near: Whole  # A A: neighbours, so that weapons fly for minutes
    direct: Whole  # A A: rivals that face each other directly
    front_of: Whole  # A A: front of acts between two actors
    home_front: Whole  # A A: front of acts on home soil
    material_income: Numbers  # A: material points a turn
    reply_ratio: Numbers  # A
    opportunism: Numbers  # A
    ceiling: Numbers  # A
    routine: Numbers  # A
    solidarity: Numbers  # A
    telegraphs: Numbers  # A A: chance of notice before a direct strike of the first
    # Fronts
    front_weight: Numbers  # F
    front_first: Whole  # F: the first two rivals who face each other there, -1 for none
    front_second: Whole  # F
    linked_front: Whole  # F: 1 where a truce lowers the solidarity of groups elsewhere
    first_front: Whole  # A: front of the actor's first rivalry, else the diplomatic one
    # Moves
    move_key: Whole  # M
    move_rung: Numbers  # M
    move_intensity: Numbers  # M: S of that rung
    move_goldstein: Numbers  # M
    move_lasting: Whole  # M: 0 event, 1 sustained, 2 standing
    move_step: Whole  # M
    move_resolution: Whole  # M
    move_political: Numbers  # M
    move_material: Numbers  # M
    move_preparation: Whole  # M
    move_prepared_ln: Numbers  # M: natural logarithm of one more than its turns of preparation
    move_deniability: Numbers  # M
    move_front: Whole  # M: -1 for the front of the pair
    move_home_soil: Whole  # M
    move_joint: Whole  # M
    move_tag: Whole  # M G
    move_who: Whole  # M A: who may make it
    move_aims: Whole  # M A: at whom it may be aimed
    move_weapon: Whole  # M W: count offered first
    effect_from: Whole  # M + 1: effects of move m are effect_from[m] .. effect_from[m + 1] - 1
    # Effects
    effect_base: Whole  # E: place of the variable's first number
    effect_scope: Whole  # E
    effect_of: Whole  # E
    effect_change: Whole  # E
    effect_amount: Numbers  # E
    effect_towards: Numbers  # E
    effect_at_success: Whole  # E
    effect_per_turn: Whole  # E
    effect_key: Whole  # E: weapon or layer, -1 for all
    effect_low: Numbers  # E
    effect_high: Numbers  # E

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> float: ...

    def __init__(self, record: np.ndarray[tuple[int], np.dtype[np.void]]) -> None:
        """View a record made by ``parameters.parameter_record``."""
        memory = memoryview(record.tobytes())
        for name in record.dtype.names or ():
            kind = record.dtype[name]
            at = int(record.dtype.fields[name][1]) if record.dtype.fields else 0
            piece = memory[at : at + kind.itemsize]
            shape = list(kind.shape) or [1]
            value = piece.cast("q", shape) if kind.base.kind == "i" else piece.cast("d", shape)
            setattr(self, name, value if kind.shape else value[0])
