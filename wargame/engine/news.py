"""What becomes known when the law changes a number that is news: one sentence, and who hears it.

The law holds no words. Here entries of the ledger that mean something to a seat, such as a truce or
an asset that was found, become a sentence for everybody or for those concerned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wargame.engine.words import actor_name
from wargame.model.ids import ActorId
from wargame.model.ledger import Entry
from wargame.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class News:
    """A sentence and who hears it.

    Attributes:
        words: The sentence.
        seen_by: Seats that hear it; empty when everybody does.
    """

    words: str
    seen_by: tuple[ActorId, ...] = ()

    @property
    def public(self) -> bool:
        """Whether everybody hears it."""
        return not self.seen_by


def news_of(scenario: Scenario, entries: Iterable[Entry]) -> tuple[News, ...]:
    """The news in some entries of the ledger, in their order, each sentence once."""
    found: dict[News, None] = {}
    for entry in entries:
        tell = _TELLERS.get(entry.variable)
        news = tell(scenario, entry) if tell else None
        if news is not None:
            found[news] = None
    return tuple(found)


def _began(entry: Entry) -> bool:
    return entry.before < 1 <= entry.after


def _ended(entry: Entry) -> bool:
    return entry.after <= 0 < entry.before


def _all_out(_: Scenario, entry: Entry) -> News | None:
    return News("Control over the escalation was lost.") if _began(entry) else None


def _collapsed(scenario: Scenario, entry: Entry) -> News | None:
    name = actor_name(scenario, entry.first)
    return News(f"{name} collapsed and dropped out of the conflict.") if _began(entry) else None


def _fallen(scenario: Scenario, entry: Entry) -> News | None:
    name = actor_name(scenario, entry.first)
    return News(f"The government of {name} has fallen.") if _began(entry) else None


def _drawn_in(scenario: Scenario, entry: Entry) -> News | None:
    name = actor_name(scenario, entry.first)
    return News(f"The war beside it draws {name} in.") if _began(entry) else None


def _arsenal(scenario: Scenario, entry: Entry) -> News | None:
    if not _began(entry):
        return None
    name = actor_name(scenario, entry.first)
    return _to(scenario, f"{name} has put a nuclear weapon together.", entry.first)


def _crossed(scenario: Scenario, entry: Entry) -> News | None:
    if not _ended(entry) or entry.cause != "words":
        return None
    warner, crosser = actor_name(scenario, entry.first), actor_name(scenario, entry.second)
    return News(f"{warner} let the crossing of its warning by {crosser} go without an answer.")


def _truce(scenario: Scenario, entry: Entry) -> News | None:
    front = next(f.name for f in scenario.fronts if f.id == entry.first)
    if _began(entry):
        return News(f"A truce begins: {front}.")
    return News(f"The truce is broken: {front}.") if _ended(entry) else None


def _pact(scenario: Scenario, entry: Entry) -> News | None:
    if not _began(entry):
        return None
    first, second = sorted((entry.first, entry.second))
    pair = f"{actor_name(scenario, first)} and {actor_name(scenario, second)}"
    return News(f"A formal pact is in force between {pair}.")


def _asset(scenario: Scenario, entry: Entry) -> News | None:
    if not _ended(entry) or entry.cause != "intelligence":
        return None
    owner, host = actor_name(scenario, entry.first), actor_name(scenario, entry.second)
    words = f"{host} has uncovered a source of {owner} in its own ranks."
    return _to(scenario, words, entry.first, entry.second)


def _alarm(scenario: Scenario, entry: Entry) -> News | None:
    if entry.cause != "intelligence" or entry.after <= entry.before:
        return None
    name = actor_name(scenario, entry.first)
    return News(f"{name} called out its forces against an attack that did not come.")


def _prepared_seen(scenario: Scenario, entry: Entry) -> News | None:
    if not _began(entry):
        return None
    name = actor_name(scenario, entry.second)
    words = f"{name} is seen to prepare an operation of which nobody was told."
    return _to(scenario, words, entry.first)


def _solidarity_due(scenario: Scenario, entry: Entry) -> News | None:
    if entry.before > 0 or not entry.after > 0:
        return None
    name = actor_name(scenario, entry.second)
    words = f"{name} acted without notice and expects solidarity within two weeks."
    return _to(scenario, words, entry.first, entry.second)


def _deferral(scenario: Scenario, entry: Entry) -> News | None:
    if not _ended(entry):
        return None
    holder, asker = actor_name(scenario, entry.first), actor_name(scenario, entry.second)
    words = f"{holder} no longer holds its replies at the request of {asker}."
    return _to(scenario, words, entry.first, entry.second)


def _held_rung(scenario: Scenario, entry: Entry) -> News | None:
    if entry.after >= entry.before:
        return None
    name = actor_name(scenario, entry.first)
    patrons = [r.first for r in scenario.relations if r.kind == "patron-proxy"]
    words = f"{name} holds its fire above R{entry.after:.0f} at its patron's request."
    return _to(scenario, words, entry.first, *patrons)


def _to(scenario: Scenario, words: str, *actors: str) -> News | None:
    """News for those of some actors that have a seat; None when none of them has."""
    seats = tuple(seat.id for seat in scenario.seats if seat.id in actors)
    return News(words, seats) if seats else None


_TELLERS: dict[str, Callable[[Scenario, Entry], News | None]] = {
    "all_out": _all_out,
    "collapsed": _collapsed,
    "fallen": _fallen,
    "drawn_in": _drawn_in,
    "arsenal": _arsenal,
    "crossed_days": _crossed,
    "truce": _truce,
    "pact": _pact,
    "asset": _asset,
    "alert": _alarm,
    "prepared_seen": _prepared_seen,
    "solidarity_due": _solidarity_due,
    "deferral_days": _deferral,
    "held_rung": _held_rung,
}
