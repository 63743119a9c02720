"""What a computer seat keeps in mind from turn to turn: facts on record, and what goes on.

A rollout has no log, so the law keeps here what requirements of moves ask about earlier acts, the
moves that go on or are being prepared, and the choice that is being made. Adjudication fills the
same fields from its log, so that one doctrine serves both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wargame.engine.law.world_view import Numbers, Whole

ONGOING = 96
"""Rows for moves that go on or are being prepared, of all actors together."""

SHORTLIST = 10
"""Candidates that are weighed against one another once every move has been looked at."""

DRAWN = 64
"""Candidates whose noise is worked out in one go; a multiple of ``TOGETHER``."""

TOGETHER = 8
"""Numbers that a processor works out with one instruction at the most."""

LONG_AGO = -99

ROW_FIELDS = (
    "going_actor",
    "going_move",
    "going_target",
    "going_since",
    "going_ready",
    "going_act",
    "going_forced",
    "own_next",
)
PICK_FIELDS = ("pick_move", "pick_target", "pick_forced")
ACTOR_FIELDS = ("notice_turn", "want_code", "telegraphs", "own_first", "burns")
NUMBERS = ("political", "material", "fear", "pressed", "freed", "bound")
ACTOR_NUMBERS = ("want", "routine", "owed", "coming", "active", "struck", "threat")


class Past:
    """The memory of a block of worlds; the last axis is the lane.

    Attributes:
        facts: Acts counted for requirements of moves, by the places of the playbook.
        done_turn: Last turn in which an actor made a move, by actor and move.
        notice_turn: Last turn in which an actor gave notice of a strike.
        going_count: Rows in use of what goes on.
        going_actor: Whose it is.
        going_move: The move.
        going_target: Its target; -1 for none.
        going_since: The turn in which it began.
        going_ready: The turn in which a prepared move happens; ``going_since`` without preparation.
        going_forced: As ``pick_forced``, for a forced order that is being prepared.
        going_act: Its row among the turn's acts; below 0 for none.
        own_first: First row of what goes on for each actor; -1 for none (``going_rows``).
        own_next: The row that follows for the same actor; -1 for none.
        burns: 1 where whoever is choosing keeps up force against an actor.
        ordered: Rows of the turn's acts that actors ordered; systems add theirs behind.
        want: Desired rung towards each actor, for whoever is choosing.
        want_code: Why: one of the codes of ``desired_reply``.
        routine: Desired rung of fire that goes on, towards each actor.
        owed: Weight of what calls for a reply to each actor (S units).
        coming: Severity of what is being prepared against each actor (S units).
        active: How far each actor has been striking its rivals lately, 0 to 1.
        struck: How far each actor is itself under fire, 0 to 1.
        threat: How far a salvo against each actor is to be expected, 0 to 1.
        telegraphs: 1 where a barrage is to be announced.
        pick_count: Moves chosen.
        pick_move: The moves chosen, best first.
        pick_target: Their targets.
        pick_forced: For orders that a what-if forces their place among these, from 1; else 0.
        list_count: Length of the shortlist.
        list_at: Candidates of the shortlist, best first.
        list_score: Their scores.
        drawn_count: Candidates whose noise is still to be worked out.
        drawn_at: Which they are.
        drawn_pull: Their pulls.
        drawn_u: Their draws.
        drawn_score: Their pulls with noise.
        political: Political points left while choosing.
        material: Material points left while choosing.
        fear: How far heat restrains, 0 to 1.
        freed: What its patron and its politics make of the opportunism of whoever is choosing.
        bound: What its own patron makes of the restraint of whoever is choosing.
        previews: 1 where a strike that whoever is choosing wants is to be announced.
        pressed: Leverage that a patron uses on whoever is choosing, 0 to 1.
        over: Turn in which the game ended; 0 while it goes on.
    """

    facts: Whole
    done_turn: Whole
    notice_turn: Whole
    going_count: Whole
    going_actor: Whole
    going_move: Whole
    going_target: Whole
    going_since: Whole
    going_ready: Whole
    going_act: Whole
    going_forced: Whole
    own_first: Whole
    own_next: Whole
    burns: Whole
    ordered: Whole
    want: Numbers
    want_code: Whole
    routine: Numbers
    owed: Numbers
    coming: Numbers
    active: Numbers
    struck: Numbers
    threat: Numbers
    telegraphs: Whole
    pick_count: Whole
    pick_move: Whole
    pick_target: Whole
    pick_forced: Whole
    list_count: Whole
    previews: Whole
    list_at: Whole
    list_score: Numbers
    drawn_count: Whole
    drawn_at: Whole
    drawn_pull: Numbers
    drawn_u: Numbers
    drawn_score: Numbers
    political: Numbers
    material: Numbers
    fear: Numbers
    pressed: Numbers
    freed: Numbers
    bound: Numbers
    over: Whole

    def __init__(self, actors: int, moves: int, facts: int, picks: int, lanes: int = 1) -> None:
        """An empty memory."""
        for name, code, shape in fields_of(actors, moves, facts, picks, lanes):
            size = 8
            for length in shape:
                size *= length
            memory = memoryview(bytearray(size))
            view = memory.cast("d", shape) if code == "d" else memory.cast("q", shape)
            setattr(self, name, view)
        for i in range(actors):
            for k in range(lanes):
                self.notice_turn[i, k] = LONG_AGO
                for m in range(moves):
                    self.done_turn[i, m, k] = LONG_AGO


def fields_of(
    actors: int, moves: int, facts: int, picks: int, lanes: int
) -> list[tuple[str, str, list[int]]]:
    """Name, kind (``q`` whole, ``d`` number) and shape of every field."""
    return [
        ("facts", "q", [max(facts, 1), lanes]),
        ("done_turn", "q", [actors, moves, lanes]),
        *((name, "q", [actors, lanes]) for name in ACTOR_FIELDS),
        *((name, "d", [actors, lanes]) for name in ACTOR_NUMBERS),
        *(
            (name, "q", [lanes])
            for name in (
                *("going_count", "pick_count", "list_count", "drawn_count", "ordered", "over"),
                "previews",
            )
        ),
        *((name, "q", [ONGOING, lanes]) for name in ROW_FIELDS),
        *((name, "q", [picks, lanes]) for name in PICK_FIELDS),
        ("list_at", "q", [SHORTLIST, lanes]),
        ("list_score", "d", [SHORTLIST, lanes]),
        ("drawn_at", "q", [DRAWN, lanes]),
        *((name, "d", [DRAWN, lanes]) for name in ("drawn_pull", "drawn_u", "drawn_score")),
        *((name, "d", [lanes]) for name in NUMBERS),
    ]
