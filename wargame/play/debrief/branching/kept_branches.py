"""Branches that are kept with a game: made, listed, named, hidden, dropped, looked at."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.engine.rules_version import RULES_VERSION
from wargame.errors import RuleError
from wargame.model.branches import (
    BranchChange,
    BranchDropped,
    BranchFan,
    BranchKept,
    BranchRenamed,
    BranchShown,
)
from wargame.model.events import Record
from wargame.play.debrief.branching.change_words import change_words
from wargame.play.debrief.branching.changed_turn import ChangedTurn, scenario_with
from wargame.play.debrief.branching.run_on import RunOn, ended
from wargame.play.debrief.notebook import Notebook
from wargame.play.debrief.replay import Replay
from wargame.storage.packed_events import pack_events, unpack_events

LONGEST_TITLE = 60
MOST_BRANCHES = 200


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch as it is listed.

    Attributes:
        number: Its number: that of the entry that kept it.
        at: When it was kept, ISO 8601 in UTC.
        title: Its name now.
        shown: Whether it is drawn beside the played line.
        kept: What was kept.
    """

    number: int
    at: str
    title: str
    shown: bool
    kept: BranchKept


class Branches:
    """The branches of one game, in its notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook

    def listed(self) -> tuple[Branch, ...]:
        """Every branch that was not dropped, oldest first.

        Raises:
            SaveError: The notebook cannot be read.
        """
        found: dict[int, Branch] = {}
        for record in self._notebook.entries():
            match record.entry:
                case BranchKept() as kept:
                    found[record.number] = Branch(
                        record.number, record.at, kept.title, shown=True, kept=kept
                    )
                case BranchRenamed(number, title) if number in found:
                    old = found[number]
                    found[number] = Branch(number, old.at, title, old.shown, old.kept)
                case BranchShown(number, shown) if number in found:
                    old = found[number]
                    found[number] = Branch(number, old.at, old.title, shown, old.kept)
                case BranchDropped(number):
                    found.pop(number, None)
        return tuple(found.values())

    def branch(self, number: int) -> Branch:
        """A branch by its number.

        Raises:
            RuleError: There is none.
        """
        for branch in self.listed():
            if branch.number == number:
                return branch
        raise RuleError("branch.unknown", "There is no such branch any more.")

    def keep(self, kept: BranchKept) -> Branch:
        """Keeps a branch.

        Raises:
            RuleError: Its name is missing or too long, or there are too many.
            SaveError: It cannot be written.
        """
        title = self.check_title(kept.title)
        if len(self.listed()) >= MOST_BRANCHES:
            raise RuleError("branch.many", f"A game keeps {MOST_BRANCHES} branches; drop one.")
        (record,) = self._notebook.add(kept)
        return Branch(record.number, record.at, title, shown=True, kept=kept)

    def rename(self, number: int, title: str) -> None:
        """Gives a branch another name.

        Raises:
            RuleError: There is no such branch, or the name cannot be taken.
            SaveError: It cannot be written.
        """
        branch = self.branch(number)
        if title.strip() != branch.title:
            self._notebook.add(BranchRenamed(number, self.check_title(title)))

    def drop(self, number: int) -> None:
        """Lists a branch no more.

        Raises:
            RuleError: There is no such branch.
            SaveError: It cannot be written.
        """
        self._notebook.add(BranchDropped(self.branch(number).number))

    def show(self, number: int, *, shown: bool) -> None:
        """Draws a branch beside the played line, or no more.

        Raises:
            RuleError: There is no such branch.
            SaveError: It cannot be written.
        """
        if self.branch(number).shown != shown:
            self._notebook.add(BranchShown(number, shown))

    def check_title(self, title: str) -> str:
        """A name as it is kept, without blanks around it.

        Raises:
            RuleError: It is missing, too long, or another branch has it.
        """
        name = title.strip()
        if not name:
            raise RuleError("branch.title", "Give the branch a name.")
        if len(name) > LONGEST_TITLE:
            raise RuleError(
                "branch.title", f"The name of a branch may have {LONGEST_TITLE} characters."
            )
        if any(branch.title == name for branch in self.listed()):
            raise RuleError("branch.title", f"There is a branch “{name}” already.")
        return name


def kept_branch(
    replay: Replay,
    changed: ChangedTurn,
    change: BranchChange,
    *,
    title: str,
    reason: str,
    once: RunOn,
    fan: BranchFan | None = None,
) -> BranchKept:
    """A branch as it is kept.

    Args:
        replay: The game.
        changed: The turn with its change.
        change: The change.
        title: The name.
        reason: Why it was tried; may be empty.
        once: The branch played on once.
        fan: The branch run many times, if it was.
    """
    turn = changed.played.turn
    return BranchKept(
        title=title.strip(),
        after=changed.after,
        turn=turn,
        change=change,
        words=change_words(replay, turn, change),
        reason=reason.strip(),
        rules=RULES_VERSION,
        index=once.index,
        ending=ended(once.events),
        killed=once.killed,
        events=pack_events(once.events),
        fan=fan,
    )


def replay_of(replay: Replay, branch: Branch) -> Replay:
    """A branch to look back on as if it had been played.

    Args:
        replay: The game.
        branch: One of its branches.

    Raises:
        SaveError: The events of the branch cannot be read.
    """
    kept = branch.kept
    scenario = replay.scenario
    if kept.change.parameter:
        scenario = scenario_with(scenario, kept.change.parameter, kept.change.value)
    shared = [record for record in replay.records if record.number <= kept.after]
    own = (
        Record(number, branch.at, event)
        for number, event in enumerate(unpack_events(kept.events), start=kept.after + 1)
    )
    return Replay(scenario, (*shared, *own))
