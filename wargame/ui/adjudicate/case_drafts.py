"""Drafts of rulings while they are written: one a move, kept while others are looked at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from wargame.model.ruling_views import ActDraft, Case, OutcomeDraft
from wargame.ui.adjudicate.ruling_panel import ACCEPT, CHANGE, WRITE

if TYPE_CHECKING:
    from wargame.model.ruling_views import CaseView

WORKS, FAILS = "works", "fails"


class CaseDrafts:
    """What was begun for each move; nothing of it is a ruling yet."""

    def __init__(self) -> None:
        self._acts: dict[Case, ActDraft] = {}
        self._outcomes: dict[Case, OutcomeDraft] = {}
        self._writing: set[Case] = set()

    def act(self, case: Case) -> ActDraft:
        """The draft for an act of the law."""
        return self._acts.get(case, ActDraft())

    def put_act(self, case: Case, draft: ActDraft) -> None:
        """Keep a draft for an act."""
        self._acts[case] = draft

    def outcome(self, view: CaseView) -> OutcomeDraft:
        """The draft for an order that waits; at first it follows the roll and the seat's words."""
        case = view.row.case
        kept = self._outcomes.get(case)
        if kept is not None:
            if view.roll is not None and not kept.is_overruled:
                return replace(kept, success=view.margin >= 0)
            return kept
        return OutcomeDraft(
            success=view.margin >= 0,
            words=view.row.words if view.order.argument is None else view.order.argument.do,
            rung=view.rung,
            front=view.front,
        )

    def put_outcome(self, case: Case, draft: OutcomeDraft) -> None:
        """Keep a draft for an order that waits."""
        self._outcomes[case] = draft

    def choice(self, view: CaseView) -> str:
        """Which of the round choices a draft amounts to."""
        case = view.row.case
        if case.is_written:
            return WORKS if self.outcome(view).success else FAILS
        if case in self._writing:
            return WRITE
        draft = self.act(case)
        return ACCEPT if replace(draft, reason="") == ActDraft() else CHANGE

    def choose(self, view: CaseView, choice: str) -> None:
        """The person chose: accepting throws changes away, writing asks for words."""
        case = view.row.case
        if choice in {WORKS, FAILS}:
            draft = self.outcome(view)
            success = choice == WORKS
            against = view.roll is not None and success != (view.margin >= 0)
            self.put_outcome(case, replace(draft, success=success, is_overruled=against))
            return
        if choice == WRITE:
            self._writing.add(case)
            return
        self._writing.discard(case)
        if choice == ACCEPT:
            self._acts.pop(case, None)

    def forget(self, case: Case) -> None:
        """The move is ruled."""
        self._acts.pop(case, None)
        self._outcomes.pop(case, None)
        self._writing.discard(case)
