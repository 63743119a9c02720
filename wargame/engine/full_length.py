"""How a game that ran its full length came out: what its last turn leaves standing, in words.

The gravest thing that is true is told: a programme that broke out, a patron at war, war in the
open, a campaign that goes on, an ally broken, an exchange that nobody closed; then what was gained.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wargame.engine.law.nuclear import has_decided, has_programme
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId
from wargame.model.moves import Lasting, Resolution
from wargame.model.outcome import Ending, Outcome
from wargame.model.scenario import Front, Scenario

SOIL_RUNG = 11.0
"""Lowest rung of a strike on the soil of a direct rival (MODEL D3, threshold B)."""

OPEN_RUNG = 12.0
"""Rung from which a patron that strikes, or is struck, is at war."""

FIRE_RUNG = 7.0
CAMPAIGN_RUNG = 14.0
RECENT_DAYS = 14.0
"""Days within which a strike still calls for an answer."""

OWED = 6.0
"""S units owed from which a reply is still to be expected (``doctrine.forced_debt``)."""


@dataclass(frozen=True, slots=True)
class _End:
    """What the sentences are made from."""

    scenario: Scenario
    turn: int
    w: WorldNumbers
    p: Parameters
    acts: Sequence[ActResolved]

    def recent(self, act: ActResolved) -> bool:
        """Whether an act was done in the last two weeks."""
        return (self.turn - act.turn) * self.scenario.turn_days < RECENT_DAYS

    def name(self, actor: ActorId | None) -> str:
        """An actor's name."""
        return self.scenario.actor[actor].full_name if actor else "nobody"

    def place(self, actor: ActorId | None) -> int:
        """An actor's row; -1 for none."""
        return self.scenario.layout.actors.index(actor) if actor else -1

    def names(self, flags: memoryview[float]) -> str:
        """The actors for which a flag is set."""
        found = [a.full_name for n, a in enumerate(self.scenario.actors) if flags[n, 0] > 0.0]
        return " and ".join(found)

    def front(self, act: ActResolved) -> Front:
        """The front of an act."""
        return next(f for f in self.scenario.fronts if f.id == act.front)

    def on_soil(self) -> list[ActResolved]:
        """Strikes of direct rivals on each other's soil, oldest first."""
        found = []
        for act in self.acts:
            i, j = self.place(act.actor), self.place(act.order.target)
            at_home = self.scenario.move[act.order.move].home_soil and act.rung >= SOIL_RUNG
            if at_home and j >= 0 and self.p.direct[i, j]:
                found.append(act)
        return found


def how_it_stands(
    scenario: Scenario,
    turn: int,
    w: WorldNumbers,
    p: Parameters,
    acts: Sequence[ActResolved],
) -> Outcome:
    """How a game came out that ends with its last turn.

    Args:
        scenario: The scenario.
        turn: The last turn.
        w: The world's numbers after it.
        p: Constants and tables.
        acts: Every act of the game, oldest first.
    """
    end = _End(scenario, turn, w, p, acts)
    for judge in _JUDGES:
        found = judge(end)
        if found is not None:
            return Outcome(found.ending, f"All {turn} turns were played. {found.words}")
    return Outcome(Ending.TURNS_PLAYED, f"All {turn} turns were played.")


def _breakout(end: _End) -> Outcome | None:
    for i, actor in enumerate(end.scenario.actors):
        if not has_programme(end.w, i, 0) or not has_decided(end.w, end.p, i, 0):
            continue
        if end.w.arsenal[i, 0] >= 1.0:
            words = f"{actor.full_name} has put a nuclear weapon together."
        else:
            weeks = max(end.w.breakout_weeks[i, 0], 0.0)
            words = (
                f"{actor.full_name} has decided to build a nuclear weapon and has material for one "
                f"{'now' if weeks < 0.1 else f'in {weeks:.1f} weeks'}."
            )
        return Outcome(Ending.BREAKOUT, words)
    return None


def _patron_at_war(end: _End) -> Outcome | None:
    p = end.p
    for act in reversed(end.acts):
        i, j = end.place(act.actor), end.place(act.order.target)
        how = end.scenario.move[act.order.move].resolution
        if j < 0 or act.rung < OPEN_RUNG or how is Resolution.PLAIN or not end.recent(act):
            continue
        for patron, rival in ((i, j), (j, i)):
            partners = [n for n in range(p.n_actors) if p.partner_of[patron, n]]
            shared = [n for n in partners if p.direct[n, rival]]
            if shared and p.rivals[patron, rival]:
                actors = end.scenario.actors
                return Outcome(
                    Ending.PATRON_AT_WAR,
                    f"{actors[patron].full_name} and {actors[rival].full_name} are at war: the "
                    f"exchange of {actors[shared[0]].full_name} has become its patron's.",
                )
    return None


def _strait_closed(end: _End) -> Outcome | None:
    for act in end.acts:
        if act.turn == end.turn and "strait" in end.scenario.move[act.order.move].tags:
            oil = f"oil costs {end.w.oil[0]:.1f} times what it did before the crisis"
            return Outcome(
                Ending.STRAIT_CLOSED, f"{end.name(act.actor)} keeps the strait closed: {oil}."
            )
    return None


def _wider_war(end: _End) -> Outcome | None:
    if not any(end.w.drawn_in[i, 0] > 0.0 for i in range(end.p.n_actors)):
        return None
    names = end.names(end.w.drawn_in)
    return Outcome(Ending.WIDER_WAR, f"The war has drawn in who stood aside: {names}.")


def _open_war(end: _End) -> Outcome | None:
    index = end.w.index[0]
    strikes = [act for act in end.on_soil() if end.recent(act)]
    if not strikes or end.scenario.band_of(index).number < end.scenario.bands[-1].number:
        return None
    last = strikes[-1]
    return Outcome(
        Ending.OPEN_WAR,
        f"{end.name(last.actor)} and {end.name(last.order.target)} are in open war, and only "
        f"chance keeps it from all-out war: index {index:.0f}, the last strike in turn "
        f"{last.turn}.",
    )


def _campaign(end: _End) -> Outcome | None:
    found = [act for act in _begun_campaigns(end) if not end.front(act).linked]
    if not found:
        return None
    act = found[-1]
    name = end.scenario.move[act.order.move].name.lower()
    what = f"{name} of {end.name(act.actor)} against {end.name(act.order.target)}"
    return Outcome(Ending.CAMPAIGN, f"The {what} goes on, and nobody has ended it.")


def _linked_war(end: _End) -> Outcome | None:
    """A war begun on the linked front stays there, or opens other fronts (M73)."""
    wars = [act for act in _begun_campaigns(end) if end.front(act).linked]
    if not wars:
        return None
    here = end.front(wars[-1])
    burning = {act.front for act in end.acts if act.turn == end.turn and act.rung >= FIRE_RUNG}
    others = [f.name for f in end.scenario.fronts if f.id in burning and not f.linked]
    if others:
        words = f"The war did not stay where it began ({here.name}): {', '.join(others)} burn too."
        return Outcome(Ending.SPREAD, words)
    return Outcome(
        Ending.CONTAINED, f"The war stayed where it began ({here.name}), and no other front burns."
    )


def _begun_campaigns(end: _End) -> list[ActResolved]:
    """Campaigns that go on in the last turn and began in the game, not before it."""
    begun = {(a.actor, a.order.move, a.order.target) for a in end.acts if not a.goes_on}
    found = []
    for act in end.acts:
        move = end.scenario.move[act.order.move]
        lasts = act.turn == end.turn and move.lasting is Lasting.SUSTAINED
        if lasts and move.rung >= CAMPAIGN_RUNG and (act.actor, move.id, act.order.target) in begun:
            found.append(act)
    return found


def _ally_broken(end: _End) -> Outcome | None:
    if not any(end.w.collapsed[i, 0] > 0.0 for i in range(end.p.n_actors)):
        return None
    names = end.names(end.w.collapsed)
    return Outcome(
        Ending.ALLY_BROKEN, f"{names} collapsed: its patron fights on without it, or not at all."
    )


def _unsettled(end: _End) -> Outcome | None:
    strikes = [act for act in end.on_soil() if end.recent(act)]
    if not strikes:
        return None
    last = strikes[-1]
    i, j = end.place(last.actor), end.place(last.order.target)
    owed = end.w.debt[j, i, 0]
    who, whom = end.name(last.actor), end.name(last.order.target)
    reply = f"{whom} still owes a reply" if owed >= OWED else f"{whom} may leave it at that"
    return Outcome(
        Ending.UNSETTLED_EXCHANGE,
        f"The exchange of strikes on home soil is not over: {who} struck last, in turn "
        f"{last.turn}, and {reply}.",
    )


def _partial_truce(end: _End) -> Outcome | None:
    held = [f.name for n, f in enumerate(end.scenario.fronts) if end.w.truce[n, 0] > 0.0]
    if not held:
        return None
    words = f"A truce holds ({' and '.join(held)}); elsewhere nothing has been agreed."
    return Outcome(Ending.PARTIAL_TRUCE, words)


def _absorbed(end: _End) -> Outcome | None:
    strikes = end.on_soil()
    if not strikes or len({act.actor for act in strikes}) > 1:
        return None
    last = strikes[-1]
    who, whom = end.name(last.actor), end.name(last.order.target)
    return Outcome(
        Ending.ABSORBED,
        f"{who} struck at the soil of {whom}, last in turn {last.turn}, and {whom} has not struck "
        f"back at its own: the blow was absorbed, or answered elsewhere.",
    )


def _stepped_back(end: _End) -> Outcome | None:
    strikes = end.on_soil()
    if not strikes:
        return None
    last = strikes[-1]
    return Outcome(
        Ending.STEPPED_BACK,
        f"{end.name(strikes[0].actor)} and {end.name(strikes[0].order.target)} struck at each "
        f"other's soil and stopped: there has been no such strike since turn {last.turn}.",
    )


def _shadow_war(end: _End) -> Outcome | None:
    fire = any(end.w.sustained[i, 0] > 0.0 for i in range(end.p.n_actors))
    if end.scenario.band_of(end.w.index[0]).number < 3 and not fire:
        return None
    return Outcome(
        Ending.SHADOW_WAR,
        "Nobody struck the other's soil: the war goes on through allied groups and in the shadows, "
        "below the line.",
    )


def _cooled(end: _End) -> Outcome:
    words = (
        f"The crisis has cooled without an agreement: index {end.w.index[0]:.0f}, no front burns."
    )
    return Outcome(Ending.COOLED, words)


_JUDGES: tuple[Callable[[_End], Outcome | None], ...] = (
    _breakout,
    _patron_at_war,
    _strait_closed,
    _wider_war,
    _open_war,
    _campaign,
    _ally_broken,
    _unsettled,
    _partial_truce,
    _absorbed,
    _stepped_back,
    _linked_war,
    _shadow_war,
    _cooled,
)
"""What is asked, the gravest first; the last one always answers."""
