"""The sheet of branches: a new one at this moment, and those that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from wargame.ui.debrief.branches.kept_branches import KeptBranches
from wargame.ui.debrief.branches.new_branch import NewBranch
from wargame.ui.theme.metrics import SPACE_12
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.surface import column, stack
from wargame.ui.widgets.tabs import TabStrip

if TYPE_CHECKING:
    from wargame.model.branch_options import BranchOptions
    from wargame.play.debrief.branching.kept_branches import Branch

NEW: Final = "new"
KEPT: Final = "kept"
_WIDTH: Final = 480


class BranchSheet(QWidget):
    """Two pages under tabs.

    Attributes:
        new: The page that makes a branch; None where this moment allows none.
        kept: The page of branches that are kept.
    """

    def __init__(
        self,
        options: BranchOptions | None,
        refusal: str,
        branches: Sequence[Branch],
        title: str,
        runs: int,
        parent: QWidget | None = None,
    ) -> None:
        """Show both pages, the one with work to do in front.

        Args:
            options: What can be changed in the turn; None where nothing can.
            refusal: Why nothing can be changed; empty where something can.
            branches: Branches that are kept.
            title: A name for the next branch.
            runs: How often it is run unless the person says otherwise.
            parent: The owner.
        """
        super().__init__(parent)
        self.setMinimumWidth(_WIDTH)
        self.tabs = TabStrip([(NEW, "New branch", None), (KEPT, "Kept", None)], "Branches")
        self.new = NewBranch(options, title, runs) if options is not None else None
        self.kept = KeptBranches(branches)
        whole = column(self, spacing=SPACE_12)
        whole.addWidget(self.tabs)
        self._pages = stack(whole, 1)
        self._pages.addWidget(self.new or EmptyState(refusal))
        self._pages.addWidget(self.kept)
        self.tabs.current_changed.connect(self.show_page)
        self.tabs.set_count(KEPT, len(branches) or None)

    def focus_work(self) -> None:
        """The page in front."""
        page = self.new if self.tabs.current() == NEW else self.kept
        if page is not None:
            page.focus_work()

    def show_page(self, key: str) -> None:
        """Bring a page to the front."""
        self.tabs.set_current(key)
        self._pages.setCurrentIndex(0 if key == NEW else 1)
        self.focus_work()

    def show_branches(self, branches: Sequence[Branch], chosen: int = 0) -> None:
        """Show other branches that are kept."""
        self.tabs.set_count(KEPT, len(branches) or None)
        self.kept.show_branches(branches, chosen)
