"""Writing a turn down as the law computes it: the ledger, the draws, and an event for each act.

Changes are found by comparing all numbers with those at the last mark, so the ledger is complete by
construction and the equations know nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from wargame.engine.acts import Intent, order_of_row
from wargame.engine.law import tables
from wargame.engine.law.acts_table import Acts
from wargame.engine.law.context import CAUSES, Context
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.law.rng import STREAMS
from wargame.engine.law.tags import BREAKOUT, UNNOTIFIED
from wargame.engine.law.turn import STEPS
from wargame.engine.law.world_view import WorldNumbers
from wargame.engine.news import News, news_of
from wargame.engine.sightings import sightings_of
from wargame.model.events import ActResolved, Draw, OrderLapsed, SystemSettled, Weapons
from wargame.model.ids import Weapon
from wargame.model.ledger import Entry
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME

Happening = ActResolved | OrderLapsed | SystemSettled

_STREAM_NAMES = {number: name for name, number in STREAMS.items()}
_WEAPONS = tuple(Weapon)
_STANDING = 2


class Recording:
    """The listener of one adjudicated turn.

    Attributes:
        events: What happened so far, in order.
        resolved_rows: Rows of acts that were carried out.
    """

    def __init__(
        self,
        scenario: Scenario,
        memory: bytearray,
        w: WorldNumbers,
        p: Parameters,
        a: Acts,
        intents: list[Intent],
        admits: Callable[[int], bool],
        is_ripe: Callable[[int], bool],
    ) -> None:
        self.events: list[Happening] = []
        self.resolved_rows: list[int] = []
        self._scenario = scenario
        self._addresses = scenario.layout.addresses
        self._w, self._p, self._a = w, p, a
        self._intents = intents
        self._admits = admits
        self._is_ripe = is_ripe
        self._now = np.frombuffer(memory, dtype=np.int64)
        self._then = self._now.copy()
        self._numbers = np.frombuffer(memory, dtype=np.float64)
        self._before = self._numbers.copy()
        self._entries: list[Entry] = []
        self._draws: list[Draw] = []
        self._acts = 0
        self.context: Context | None = None

    def admits(self, row: int) -> bool:
        """Whether a pending act may go ahead; acts of systems always may."""
        return row >= len(self._intents) or self._admits(row)

    def is_ripe(self, row: int) -> bool:
        """Whether the condition of a prepared order holds now; acts of systems have none."""
        return row >= len(self._intents) or self._is_ripe(row)

    def changed(self, cause: int, system: int) -> None:
        """Write an entry for every number that differs from the last mark."""
        where = np.flatnonzero(self._now != self._then)
        if len(where) == 0:
            return
        words = CAUSES[cause] if cause < 0 else f"act:{self._acts + 1}"
        for at in where.tolist():
            address = self._addresses[at]
            self._entries.append(
                Entry(
                    address.variable,
                    address.first,
                    address.second,
                    float(self._before[at]),
                    float(self._numbers[at]),
                    words,
                    f"S{system}" if system else BY_NAME[address.variable].system,
                )
            )
        self._then[where] = self._now[where]
        self._before[where] = self._numbers[where]

    def drew(self, stream: int, index: int, u: float, result: float) -> None:
        """Write down a draw."""
        self._draws.append(Draw(_STREAM_NAMES[stream], index, u, float(result)))

    def resolved(self, row: int) -> None:
        """Write the event of an act; a standing move that merely stays in place leaves none."""
        self.changed(row, 23)
        self.resolved_rows.append(row)
        a = self._a
        quiet = a.going_on[row, 0] and self._p.move_lasting[a.move[row, 0]] == _STANDING
        if quiet and not self._entries:
            self._draws = []
            return
        act = self._act(row)
        self.events.append(act)
        step = tables.STEPS[self._p.move_step[a.move[row, 0]]]
        self._tell(step, news_of(self._scenario, act.ledger))

    def settled(self, cause: int) -> None:
        """Write the event of a step that is nobody's act, when it changed or drew anything."""
        self.changed(cause, 23)
        news = news_of(self._scenario, self._entries)
        words = " ".join(item.words for item in news if item.public)
        self.write_step(CAUSES[cause], words, public=bool(words))
        self._tell(CAUSES[cause], [item for item in news if not item.public])

    def _tell(self, step: str, news: Iterable[News]) -> None:
        """Write news as events of their own, each for those who hear it."""
        turn = self.context.turn if self.context else 0
        for item in news:
            self.events.append(
                SystemSettled(turn, step, item.words, item.seen_by, item.public, (), ())
            )

    def write_step(self, step: str, words: str = "", public: bool = False) -> None:
        """Write what was recorded since the last event as a step of the turn."""
        entries, draws = self._taken()
        if entries or draws or words:
            turn = self.context.turn if self.context else 0
            self.events.append(SystemSettled(turn, step, words, (), public, draws, entries))

    def _taken(self) -> tuple[tuple[Entry, ...], tuple[Draw, ...]]:
        entries, draws = tuple(self._entries), tuple(self._draws)
        self._entries, self._draws = [], []
        return entries, draws

    def _act(self, row: int) -> ActResolved:
        a, c = self._a, self.context
        assert c is not None  # noqa: S101 - set before the law runs
        scenario = self._scenario
        intent = self._intents[row] if row < len(self._intents) else None
        order = intent.order if intent else order_of_row(scenario, a, row)
        seen = sightings_of(scenario, self._w, self._p, a, c, row, order)
        entries, draws = self._taken()
        self._acts += 1
        step = self._p.move_step[a.move[row, 0]]
        return ActResolved(
            number=self._acts,
            turn=c.turn,
            day=c.days * (c.turn - 1 + (step + 0.5) / STEPS),
            actor=scenario.actors[a.actor[row, 0]].id,
            order=order,
            front=scenario.fronts[a.front[row, 0]].id,
            rung=a.rung[row, 0],
            severity=a.severity[row, 0],
            success=bool(a.success[row, 0]),
            choreographed=bool(a.choreographed[row, 0]),
            warning_hours=a.warning[row, 0],
            weapons=tuple(self._weapons(row)),
            killed=a.killed[row, 0],
            displaced=a.displaced[row, 0],
            attribution=a.attribution[row, 0],
            sightings=seen,
            draws=draws,
            ledger=entries,
            why=intent.why if intent else self._own_reason(row),
            goes_on=bool(a.going_on[row, 0]),
        )

    def _own_reason(self, row: int) -> str:
        """Why a group or a programme acted by itself: the mechanism and the numbers behind it."""
        a, w, g = self._a, self._w, self._a.actor[row, 0]
        if self._p.move_tag[a.move[row, 0], BREAKOUT]:
            return "M3: decided within the programme; nobody at the table ordered it."
        patrons = [n for n in range(self._p.n_actors) if self._p.proxy[n, g]]
        if not patrons:
            return ""
        patron = patrons[0]
        ties = f"alignment {w.alignment[g, patron, 0]:.2f}, autonomy {w.autonomy[g, patron, 0]:.2f}"
        if self._p.move_tag[a.move[row, 0], UNNOTIFIED]:
            return f"M32: an operation prepared for four weeks without notice; {ties}."
        return f"M35: followed its patron's call; {ties}."

    def _weapons(self, row: int) -> list[Weapons]:
        a = self._a
        return [
            Weapons(
                weapon,
                launched=a.launched[row, n, 0],
                arrived=a.arrived[row, n, 0],
                stopped=a.stopped[row, n, 0],
                leaked=a.leaked[row, n, 0],
                shots=a.shots[row, n, 0],
            )
            for n, weapon in enumerate(_WEAPONS)
            if a.launched[row, n, 0] > 0
        ]
