"""The sheet of lines beside the played one: a new branch, those that are kept, and history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wargame.ui.debrief.branches.history_page import HistoryPage
from wargame.ui.debrief.branches.kept_branches import KeptBranches
from wargame.ui.debrief.branches.new_branch import NewBranch
from wargame.ui.theme.metrics import SPACE_12
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.surface import column, stack
from wargame.ui.widgets.tabs import TabSpec, TabStrip

if TYPE_CHECKING:
    from wargame.model.branch_options import BranchOptions
    from wargame.model.history_view import HistoryLine
    from wargame.play.debrief.branching.kept_branches import Branch

NEW: Final = "new"
KEPT: Final = "kept"
HISTORY: Final = "history"
COMPARE: Final = "compare"
_WIDTH: Final = 480


class BranchSheet(QWidget):
    """Pages under tabs.

    Attributes:
        new: The page that makes a branch; None where this moment allows none.
        kept: The page of branches that are kept.
        history: The page of what happened; None where no timeline comes with the scenario.

    Signals:
        compare_wished(): Lay the game beside others of its scenario.
    """

    compare_wished = Signal()

    def __init__(
        self,
        options: BranchOptions | None,
        refusal: str,
        branches: Sequence[Branch],
        title: str,
        runs: int,
        history: HistoryLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show both pages, the one with work to do in front.

        Args:
            options: What can be changed in the turn; None where nothing can.
            refusal: Why nothing can be changed; empty where something can.
            branches: Branches that are kept.
            title: A name for the next branch.
            runs: How often it is run unless the person says otherwise.
            history: What happened in the time of the game; None for nothing.
            parent: The owner.
        """
        super().__init__(parent)
        self.setMinimumWidth(_WIDTH)
        tabs: list[TabSpec] = [(NEW, "New branch", None), (KEPT, "Kept", None)]
        if history is not None:
            tabs.append((HISTORY, history.title, None))
        tabs.append((COMPARE, "Compare", None))
        self.tabs = TabStrip(tabs, "Lines beside the played one")
        self.new = NewBranch(options, title, runs) if options is not None else None
        self.kept = KeptBranches(branches)
        self.history = HistoryPage(history) if history is not None else None
        whole = column(self, spacing=SPACE_12)
        whole.addWidget(self.tabs)
        self._pages = stack(whole, 1)
        self._pages.addWidget(self.new or EmptyState(refusal))
        self._pages.addWidget(self.kept)
        self._pages.addWidget(self.history or QWidget())
        self.compare = EmptyState(
            "Lay this game beside others of the same scenario: where they parted, what was "
            "chosen, how they came out.",
            "Compare with other sessions",
        )
        self.compare.action_requested.connect(self.compare_wished)
        self._pages.addWidget(self.compare)
        self.tabs.current_changed.connect(self.show_page)
        self.tabs.set_count(KEPT, len(branches) or None)

    def focus_work(self) -> None:
        """The page in front."""
        match self.tabs.current():
            case "kept":
                self.kept.focus_work()
            case "history" if self.history is not None:
                self.history.focus_work()
            case _ if self.new is not None:
                self.new.focus_work()

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        self.tabs.set_current(key)
        self._pages.setCurrentIndex((NEW, KEPT, HISTORY, COMPARE).index(key))
        self.focus_work()

    def show_branches(self, branches: Sequence[Branch], chosen: int = 0) -> None:
        """Show other branches that are kept."""
        self.tabs.set_count(KEPT, len(branches) or None)
        self.kept.show_branches(branches, chosen)
