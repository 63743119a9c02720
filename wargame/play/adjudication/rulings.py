"""Control's desk for rulings: questions about the moves of a turn, and the commands that rule.

Nothing here rolls again: a ruling states what holds, why, and who said so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.parameters_view import Parameters
from wargame.engine.ledger_values import changed_values
from wargame.engine.odds import margin_of, odds_of
from wargame.engine.ruling_numbers import index_of, ruled_entries
from wargame.errors import RuleError
from wargame.model.events import Event
from wargame.model.ids import Phase
from wargame.model.ledger import Entry
from wargame.model.ruling_views import (
    ActDraft,
    AdjudicationView,
    Case,
    CaseView,
    OutcomeDraft,
    Queue,
    QueueRow,
    RulingPreview,
)
from wargame.model.rulings import (
    ActRuled,
    ActsAccepted,
    ArgumentWeighed,
    AutomationSet,
    EndOverruled,
    OrderRuled,
    facts_of,
)
from wargame.model.weighing import HEAVIEST, Roll, Way, Weighing
from wargame.play.adjudication.ruling_cases import (
    act_of,
    adjudication_view,
    case_view,
    fallen,
    order_of,
    queue_of,
    unruled,
    weighing_of,
)
from wargame.play.adjudication.ruling_drafts import (
    LONGEST_WORDS,
    changes_in_words,
    differences,
    endings_of_turn,
    reason_fault,
    ruled_facts,
    written_act,
    written_entries,
)
from wargame.play.adjudication.ruling_effects import effects_of_act, effects_to_choose
from wargame.play.changes import Changes
from wargame.play.live_game import LiveGame

MOST_UMPIRES = 12
MOST_REASONS = 24
_SIDES = 6
_MISSING = "Estimates are missing; wait for them or close them."
_PER_CENT = 100


class Rulings:
    """What control asks and decides between the lock and the publication of an outcome."""

    def __init__(self, game: LiveGame) -> None:
        self._game = game

    @cached_property
    def _parameters(self) -> Parameters:
        # Made once: it takes longer than a ruling.
        return parameters_for(self._game.scenario, self._game.world.settings.start)

    # Questions

    def view(self) -> AdjudicationView:
        """The list of the turn's moves."""
        game = self._game
        return adjudication_view(game.scenario, game.world, game.line)

    def queue(self) -> tuple[QueueRow, ...]:
        """Every move of the turn, those that ask for judgement first."""
        game = self._game
        return queue_of(game.scenario, game.world, game.line)

    def unruled(self) -> int:
        """How many moves ask for judgement and have not got it."""
        return unruled(self._game.scenario, self._game.world)

    def case(self, case: Case) -> CaseView:
        """A move opened for its ruling.

        Raises:
            RuleError: There is no such move this turn.
        """
        row = next((row for row in self.queue() if row.case == case), None)
        if row is None:
            raise RuleError("ruling.unknown", "There is no such move this turn.")
        return case_view(self._game.scenario, self._game.world, row)

    def preview(self, case: Case, draft: ActDraft) -> RulingPreview:
        """What a ruling on an act would do, and what is still missing."""
        game = self._game
        act = act_of(game.world, case.act)
        effects = effects_of_act(game.scenario, game.world, case.act, act)
        by = differences(draft.finals, effects)
        after = ruled_facts(act, draft, by)
        changes = changes_in_words(game.scenario, facts_of(act), after, by, effects)
        ledger = ruled_entries(game.scenario, self._parameters, game.world, by, self._cause())
        fault = reason_fault(draft.reason) if changes else ""
        return self._preview(changes, ledger, fault)

    def preview_outcome(self, case: Case, draft: OutcomeDraft) -> RulingPreview:
        """What a written outcome would do, and what is still missing."""
        ledger = self._written_ledger(case, draft)
        return self._preview((), ledger, self._outcome_fault(case, draft))

    # Commands

    def accept(self, cases: Sequence[Case], who: str = "") -> None:
        """Accept acts as the law proposed them: one event, whatever their number."""
        self._check_phase()
        acts = tuple(case.act for case in cases if not case.is_written)
        known = {row.case.act for row in self.queue() if row.queue is not Queue.RULED}
        if not acts or not set(acts) <= known:
            raise RuleError("ruling.unknown", "Some of these moves are ruled already.")
        self._commit(ActsAccepted(self._game.world.turn, acts, who))

    def accept_ready(self, who: str = "") -> int:
        """Accept every act that is ready; gives how many there were."""
        ready = [row.case for row in self.queue() if row.queue is Queue.READY]
        if ready:
            self.accept(ready, who)
        return len(ready)

    def rule(self, case: Case, draft: ActDraft, who: str = "") -> None:
        """Rule on an act: accepted where nothing differs, otherwise changed with a reason.

        Raises:
            RuleError: It is not the time, there is no such act, or the reason is too short.
        """
        self._check_phase()
        game = self._game
        try:
            act = act_of(game.world, case.act)
        except KeyError:
            raise RuleError("ruling.unknown", "There is no such move this turn.") from None
        if act.turn != game.world.turn:
            raise RuleError("ruling.turn", "Only moves of the present turn are ruled on.")
        preview = self.preview(case, draft)
        if preview.fault:
            raise RuleError("ruling.reason", preview.fault)
        if not preview.changes:
            self._commit(ActsAccepted(act.turn, (case.act,), who))
            return
        effects = effects_of_act(game.scenario, game.world, case.act, act)
        after = ruled_facts(act, draft, differences(draft.finals, effects))
        reason = draft.reason.strip()
        self._commit(
            ActRuled(act.turn, case.act, facts_of(act), after, preview.ledger, reason, who)
        )

    def weigh(self, case: Case, weighing: Weighing) -> None:
        """Keep reasons, umpires and estimates of an order that waits.

        Raises:
            RuleError: The order does not wait, or what is kept makes no sense.
        """
        self._check_waits(case)
        if len(weighing.reasons) > MOST_REASONS or len(weighing.umpires) > MOST_UMPIRES:
            raise RuleError("ruling.many", "That is more than an argument can hold.")
        if any(not 1 <= reason.weight <= HEAVIEST for reason in weighing.reasons):
            raise RuleError("ruling.weight", f"A reason weighs 1 to {HEAVIEST}.")
        if any(not 0 <= chance <= 1 for _, chance in weighing.estimates):
            raise RuleError("ruling.estimate", "An estimate lies between 0 and 100 %.")
        if len(set(weighing.umpires)) != len(weighing.umpires):
            raise RuleError("ruling.umpires", "Two umpires have the same name.")
        if self.weighing(case).is_rolled:
            raise RuleError("ruling.rolled", "The dice have fallen; what they rest on stands.")
        turn = self._game.world.turn
        self._commit(ArgumentWeighed(turn, case.seat, case.slot, weighing))

    def roll(self, case: Case, typed: Roll | None = None) -> None:
        """Let the dice fall, or take those that fell at the table; this happens once.

        Raises:
            RuleError: Estimates are missing, no dice settle it, or the dice are none.
        """
        self._check_waits(case)
        weighing = self.weighing(case)
        if not weighing.rolls:
            raise RuleError("ruling.way", "No dice settle this one.")
        if weighing.estimates and not weighing.is_open:
            raise RuleError("ruling.estimates", _MISSING)
        if typed is not None and not _is_roll(typed, weighing.way):
            raise RuleError("ruling.dice", "Type two dice from 1 to 6, or a number from 1 to 100.")
        self.weigh(case, replace(weighing, is_rolled=True, typed=typed))

    def write(self, case: Case, draft: OutcomeDraft, who: str = "") -> None:
        """Rule on an order that the law did not judge.

        Raises:
            RuleError: The order does not wait, or the outcome is not complete.
        """
        self._check_waits(case)
        fault = self._outcome_fault(case, draft)
        if fault:
            raise RuleError("ruling.outcome", fault)
        game = self._game
        order = order_of(game.world, case)
        weighing = self.weighing(case)
        roll = fallen(game.world, case, weighing)
        odds = odds_of(weighing) if roll is not None else None
        ledger = self._written_ledger(case, draft)
        act = written_act(game.scenario, game.world, case, order, draft, ledger)
        self._commit(
            OrderRuled(
                turn=game.world.turn,
                seat=case.seat,
                slot=case.slot,
                act=act,
                reason=draft.reason.strip(),
                who=who,
                weighing=weighing,
                odds=odds,
                roll=roll,
                margin=margin_of(odds, roll, weighing.way) if odds and roll else 0,
                is_overruled=draft.is_overruled,
            )
        )

    def overrule_end(self, reason: str, who: str = "") -> None:
        """Let a game go on that this turn would end: what ended it is taken back.

        Raises:
            RuleError: The turn ends nothing, it is the last one, or the reason is too short.
        """
        self._check_phase()
        game = self._game
        if game.world.outcome is None:
            raise RuleError("ruling.no-end", "Nothing ends with this turn.")
        if game.world.turn >= game.scenario.turns:
            raise RuleError("ruling.last-turn", "The last turn was played; the game ends with it.")
        fault = reason_fault(reason)
        if fault:
            raise RuleError("ruling.reason", fault)
        by = endings_of_turn(game.world)
        ledger = ruled_entries(game.scenario, self._parameters, game.world, by, self._cause())
        self._commit(EndOverruled(game.world.turn, ledger, reason.strip(), who))

    def set_automation(self, *, automatic: bool, forecast: bool, computers: bool) -> None:
        """Switch automatic adjudication, forecasts and computer seats on or off.

        Raises:
            RuleError: A turn is being adjudicated; half of it would follow other rules.
        """
        if self._game.world.phase is Phase.ADJUDICATE:
            raise RuleError(
                "automation.phase", "Automation is switched before the lock or after the outcome."
            )
        self._commit(AutomationSet(automatic, forecast, computers))

    def weighing(self, case: Case) -> Weighing:
        """What an order that waits is weighed by."""
        return weighing_of(self._game.world, case)

    # How it is done

    def _outcome_fault(self, case: Case, draft: OutcomeDraft) -> str:
        weighing = self.weighing(case)
        roll = fallen(self._game.world, case, weighing)
        if order_of(self._game.world, case).argument is not None and weighing.rolls and not roll:
            return "Roll the dice first."
        if weighing.umpires and weighing.estimates and not weighing.is_open:
            return _MISSING
        if not draft.words.strip():
            return "Say what happened."
        if len(draft.words) > LONGEST_WORDS:
            return f"A text may have {LONGEST_WORDS} characters."
        if not 0 <= draft.rung <= 20 or draft.front not in self._game.scenario.layout.fronts:
            return "Give a rung from 0 to 20 and a front."
        if roll is not None:
            worked = margin_of(odds_of(weighing), roll, weighing.way) >= 0
            if worked != draft.success and not draft.is_overruled:
                return "The roll says otherwise: overrule it, with a reason."
        return reason_fault(draft.reason) if draft.is_overruled else ""

    def _written_ledger(self, case: Case, draft: OutcomeDraft) -> tuple[Entry, ...]:
        game = self._game
        target = order_of(game.world, case).target
        effects = effects_to_choose(game.scenario, game.world, case.seat, target)
        return written_entries(
            game.scenario, self._parameters, game.world, draft, effects, self._cause()
        )

    def _preview(
        self, changes: tuple[str, ...], ledger: tuple[Entry, ...], fault: str
    ) -> RulingPreview:
        scenario, world = self._game.scenario, self._game.world
        before = scenario.layout.read(world.values, "index")
        values = bytearray(changed_values(scenario, world.values, ledger))
        after = index_of(scenario, self._parameters, values) if ledger else before
        return RulingPreview(changes, ledger, before, after, scenario.band_of(after), fault)

    def _cause(self) -> str:
        return f"ruling:{self._game.world.events + 1}"

    def _check_phase(self) -> None:
        if self._game.world.phase is not Phase.ADJUDICATE:
            raise RuleError("phase.wrong", "Control rules between the lock and the outcome.")

    def _check_waits(self, case: Case) -> None:
        self._check_phase()
        if case not in {row.case for row in self.queue() if row.case.is_written}:
            raise RuleError("ruling.unknown", "This order does not wait for a ruling.")

    def _commit(self, event: Event) -> None:
        events = 0 if isinstance(event, ArgumentWeighed | AutomationSet) else 1
        meter = isinstance(event, ActRuled | OrderRuled | EndOverruled)
        self._game.commit(
            [event], Changes(parts=frozenset({"rulings"}), events=events, meter=meter)
        )


def _is_roll(roll: Roll, way: Way) -> bool:
    if way is Way.PERCENT:
        return len(roll.dice) == 1 and 1 <= roll.dice[0] <= _PER_CENT
    return len(roll.dice) == 2 and all(1 <= die <= _SIDES for die in roll.dice)


def names_of(text: str) -> tuple[str, ...]:
    """Umpires' names from a line of text, each once.

    >>> names_of("Ines, Grace,  Tomas, Ines")
    ('Ines', 'Grace', 'Tomas')
    """
    found = dict.fromkeys(" ".join(name.split()) for name in text.split(","))
    return tuple(name for name in found if name)
