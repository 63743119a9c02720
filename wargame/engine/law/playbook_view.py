"""The tables of a playbook as the law's functions read them, without NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    import numpy as np

    from wargame.engine.law.world_view import Numbers, Whole


class Playbook:
    """Who may do what to whom, and what must hold before.

    Axes: A actors, C candidates, M moves, R rows of programs, F facts. A single number is an array
    of one, since that is how a record keeps it for compiled functions as for plain ones.
    """

    NUMBERS: ClassVar[frozenset[str]] = frozenset(
        {"op_value", "fact_rung", "forbid_rung", "forced_hours", "forced_meant"}
    )
    """Tables of numbers that are not whole."""

    max_orders: Whole  # one
    # Candidates by actor
    candidate_from: Whole  # A + 1
    candidate_move: Whole  # C
    candidate_target: Whole  # C: -1 for none
    candidate_front: Whole  # C: -1 for none
    # What a computer seat weighs: the candidates that can be chosen at all, bundled by their move.
    # Bundles of actor i are bundle_from[i] .. bundle_from[i + 1] - 1; the candidates of bundle b
    # are weighed[bundle_at[b]] .. weighed[bundle_at[b + 1] - 1], with their targets and keys beside
    # them, so that a turn's weighing reads memory from front to back.
    bundle_from: Whole  # A + 1
    bundle_move: Whole  # B
    bundle_at: Whole  # B + 1
    weighed: Whole  # up to C
    weighed_target: Whole  # up to C
    weighed_key: Whole  # up to C: word for the draws of the choice
    # Requirements: those of move m are the rows program_from[m] .. program_from[m + 1] - 1
    program_from: Whole  # M + 1
    op_kind: Whole  # R
    op_number: Whole  # R: parts that are joined, or the fact that is counted
    op_base: Whole  # R
    op_first: Whole  # R
    op_first_step: Whole  # R
    op_second: Whole  # R
    op_second_step: Whole  # R
    op_compare: Whole  # R
    op_value: Numbers  # R
    # Facts on record
    fact_count: Whole  # one
    fact_places: Whole  # one: cells of all facts together
    fact_base: Whole  # F
    fact_by_step: Whole  # F
    fact_target_step: Whole  # F
    fact_rung: Numbers  # F
    fact_front: Whole  # F: -1 for any
    fact_move: Whole  # F: -1 for any
    fact_within: Whole  # F: 0 for the whole game
    fact_by: Whole  # F: -1 for any, or for each
    fact_target: Whole  # F: -1 for any, or for each
    # Moves
    role: Whole  # M: what it is for (``roles``)
    telegraphed: Whole  # M
    opportunity: Whole  # M
    civilian: Whole  # M
    fires: Whole  # M: 1 for sustained force
    stands: Whole  # M: 1 for sustained and standing moves
    solidarity_move: Whole  # M
    answers: Whole  # M
    # Actors
    playable: Whole  # A
    in_turn: Whole  # A: actors by initiative
    talks_front: Whole  # A: front of the talks that it is a party to

    # What-ifs
    forced_count: Whole  # one
    forced_turn: Whole
    forced_actor: Whole
    forced_move: Whole
    forced_target: Whole  # -1 for none
    forced_paid: Whole
    forced_overt: Whole  # -1 where doctrine says it, and those below with it
    forced_told: Whole  # 1 where somebody was told in good time
    forced_hours: Numbers
    forced_meant: Numbers
    forced_own_salvo: Whole  # 1 where the order names its weapons
    forced_salvo: Whole  # five for each
    held_turn: Whole  # A: turn in which an actor orders nothing but what is forced; 0 for none
    forbid_rung: (
        Numbers  # A A in one row: lowest rung that the first may not use against the second
    )

    def __init__(self, record: np.ndarray[tuple[int], np.dtype[np.void]]) -> None:
        """View a record made by ``playbook.playbook_record``."""
        memory = memoryview(record.tobytes())
        for name in record.dtype.names or ():
            kind = record.dtype[name]
            at = int(record.dtype.fields[name][1]) if record.dtype.fields else 0
            piece = memory[at : at + kind.itemsize]
            setattr(self, name, piece.cast("q" if kind.base.kind == "i" else "d"))
