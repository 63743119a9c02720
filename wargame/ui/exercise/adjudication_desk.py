"""Control's desk for rulings in the window: opens moves, previews drafts, records rulings.

Other draws of an act are made in the background and only for the move that is looked at.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from wargame.errors import WargameError
from wargame.model.ids import Phase
from wargame.model.ruling_views import ActDraft, Case, OutcomeDraft
from wargame.model.weighing import Roll, Weighing
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from wargame.model.workings import Working
    from wargame.play.adjudication.act_odds import ActOdds
    from wargame.play.changes import Changes
    from wargame.play.live_game import LiveGame
    from wargame.ui.adjudicate.adjudicate_screen import AdjudicateScreen


class AdjudicationDesk(QObject):
    """Shows the adjudication screen while a turn is between its lock and its outcome.

    Signals:
        screen_shown(QWidget): This screen is to fill the window.
        screen_dropped(QWidget): This screen is gone for good.
        console_wished(): Back to the console.
        hide_wished(): Hide the screen from those who pass by.
        refused(str): A ruling was refused; one sentence.
        sheet_wished(str, QWidget): Something to read beside the screen, with its title.
        menu_wished(QPoint): The full menu, at this place on the screen.
        theme_wished(): Dark to light or back.
        shortcuts_wished(): The sheet of shortcuts.
    """

    screen_shown = Signal(QWidget)
    screen_dropped = Signal(QWidget)
    console_wished = Signal()
    hide_wished = Signal()
    refused = Signal(str)
    sheet_wished = Signal(str, QWidget)
    menu_wished = Signal(QPoint)
    theme_wished = Signal()
    shortcuts_wished = Signal()

    def __init__(self, game: LiveGame, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from wargame.play.adjudication.rulings import Rulings

        self._game = game
        self._rulings = Rulings(game)
        self._screen: AdjudicateScreen | None = None
        self._odds = LatestJob(self)
        self._workings = LatestJob(self)
        self._odds_of: Case | None = None
        self._known: dict[Case, ActOdds] = {}

    @property
    def unruled(self) -> int:
        """How many moves ask for judgement and have not got it."""
        return self._rulings.unruled() if self._game.world.phase is Phase.ADJUDICATE else 0

    def open(self) -> None:
        """Show the screen."""
        if self._game.world.phase is not Phase.ADJUDICATE:
            self.refused.emit("Control rules between the lock and the outcome.")
            return
        screen = self._screen
        if screen is None:
            screen = self._build()
        screen.show_view(self._rulings.view())
        self.screen_shown.emit(screen)

    def take(self, changes: Changes) -> None:
        """Bring an open screen up to date with what a command changed."""
        if changes.phase is not None:
            # After going back, the same numbers may stand for other acts.
            self._known.clear()
            if changes.phase is not Phase.ADJUDICATE:
                self._leave()
                return
        moved = changes.phase is not None or "rulings" in changes.parts or changes.events
        if self._screen is not None and moved:
            self._screen.show_view(self._rulings.view())

    def _leave(self) -> None:
        """The turn is in another phase: nothing is left to rule on."""
        was_shown = self._screen is not None and self._screen.isVisible()
        self.close()
        if was_shown:
            self.console_wished.emit()

    def close(self) -> None:
        """Drop the screen and what runs for it."""
        self._odds.cancel()
        self._workings.cancel()
        self._odds_of = None
        self._known.clear()
        screen, self._screen = self._screen, None
        if screen is not None:
            screen.hide()
            self.screen_dropped.emit(screen)
            screen.deleteLater()

    def _build(self) -> AdjudicateScreen:
        from wargame.ui.adjudicate.adjudicate_screen import AdjudicateScreen

        screen = AdjudicateScreen(self._rulings.view())
        screen.case_wished.connect(self._on_case)
        screen.preview_wished.connect(self._on_preview)
        screen.record_wished.connect(self._on_record)
        screen.accept_wished.connect(self._on_accept)
        screen.weighing_wished.connect(self._on_weighing)
        screen.roll_wished.connect(self._on_roll)
        screen.odds_cancelled.connect(self._on_odds_cancelled)
        screen.working_wished.connect(self._on_working_wished)
        for theirs, mine in (
            (screen.back_wished, self.console_wished),
            (screen.hide_wished, self.hide_wished),
            (screen.menu_wished, self.menu_wished),
            (screen.theme_wished, self.theme_wished),
            (screen.shortcuts_wished, self.shortcuts_wished),
        ):
            theirs.connect(mine)
        self._screen = screen
        return screen

    def _on_case(self, case: object) -> None:
        if not isinstance(case, Case) or self._screen is None:
            return
        try:
            view = self._rulings.case(case)
        except WargameError as error:
            self.refused.emit(str(error))
            return
        self._screen.show_case(view)
        self._ask_odds(case)

    def _on_preview(self, case: object, draft: object) -> None:
        if not isinstance(case, Case) or self._screen is None:
            return
        if isinstance(draft, ActDraft):
            self._screen.show_preview(case, self._rulings.preview(case, draft))
        elif isinstance(draft, OutcomeDraft):
            self._screen.show_preview(case, self._rulings.preview_outcome(case, draft))

    def _on_record(self, case: object, draft: object) -> None:
        screen = self._screen
        if not isinstance(case, Case) or screen is None:
            return
        kept = screen.case
        screen.recorded(case)
        done = False
        if isinstance(draft, ActDraft):
            done = self._do(lambda: self._rulings.rule(case, draft, screen.who))
        elif isinstance(draft, OutcomeDraft):
            done = self._do(lambda: self._rulings.write(case, draft, screen.who))
        if not done and kept is not None:
            screen.show_case(kept)

    def _on_accept(self, cases: Sequence[Case]) -> None:
        who = self._screen.who if self._screen is not None else ""
        self._do(lambda: self._rulings.accept(tuple(cases), who))

    def _on_weighing(self, case: object, weighing: object) -> None:
        if isinstance(case, Case) and isinstance(weighing, Weighing):
            self._do(lambda: self._rulings.weigh(case, weighing))

    def _on_roll(self, case: object, roll: object) -> None:
        if isinstance(case, Case):
            typed = roll if isinstance(roll, Roll) else None
            self._do(lambda: self._rulings.roll(case, typed))

    def _on_working_wished(self, number: int) -> None:
        def open_it(_progress: Progress) -> Working | None:
            return self._game.working(number)

        self._workings.run(open_it, self._on_working, self.refused.emit)

    def _on_working(self, working: Working | None) -> None:
        # By now a team may be at the laptop.
        if working is None or self._screen is None or not self._screen.isVisible():
            return
        from wargame.ui.facilitator.working_sheet import WorkingSheet

        sheet = WorkingSheet(working)
        self.sheet_wished.emit("Working", sheet)
        sheet.focus_work()

    # Other draws

    def _ask_odds(self, case: Case) -> None:
        if self._screen is None or case.is_written:
            return
        known = self._known.get(case)
        if known is not None:
            self._screen.show_odds(case, known, known.runs)
        if known is not None or case == self._odds_of:
            return
        self._odds.cancel()
        self._odds_of = None
        from wargame.play.adjudication.act_odds import RUNS, odds_of_act
        from wargame.play.adjudication.ruling_cases import act_of
        from wargame.play.adjudication.ruling_effects import effects_of_act

        scenario, world = self._game.scenario, self._game.world
        act = act_of(world, case.act)
        if act.order.move not in scenario.move:
            self._screen.end_odds("Control wrote this outcome; there is no law of it.")
            return
        effects = effects_of_act(scenario, world, case.act, act)
        self._odds_of = case

        # The job's thread writes here and the window's reads: a list takes both.
        parts: list[ActOdds] = []

        def work(progress: Progress) -> ActOdds:
            return odds_of_act(
                scenario, world, case.act, act, effects, parts.append, progress.report, RUNS
            )

        def on_progress(_done: int, _total: int) -> None:
            if parts:
                self._on_odds(case, parts[-1])

        done = partial(self._on_odds_done, case)
        self._odds.run(work, done, self._on_odds_failed, on_progress)

    def _on_odds(self, case: Case, odds: ActOdds) -> None:
        from wargame.play.adjudication.act_odds import RUNS

        if self._screen is not None and self._known.get(case) is not odds:
            self._known[case] = odds
            self._screen.show_odds(case, odds, RUNS if case == self._odds_of else odds.runs)

    def _on_odds_done(self, case: Case, odds: ActOdds) -> None:
        self._odds_of = None
        self._on_odds(case, odds)

    def _on_odds_failed(self, sentence: str) -> None:
        self._odds_of = None
        if self._screen is not None:
            self._screen.end_odds(sentence)

    def _on_odds_cancelled(self) -> None:
        self._odds.cancel()
        self._odds_of = None
        if self._screen is not None:
            self._screen.end_odds()

    def _do(self, command: Callable[[], object]) -> bool:
        try:
            command()
        except WargameError as error:
            self.refused.emit(str(error))
            return False
        return True
