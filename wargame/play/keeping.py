"""The way from a live game to its file: in order, and never losing what the disk refuses.

What cannot be written stays here and is written at the next chance; the game goes on meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime, timedelta

from wargame.errors import InternalError, RuleError, SaveError
from wargame.model.events import Event
from wargame.model.ids import ActorId
from wargame.model.orders import Draft, Order
from wargame.model.world import World
from wargame.storage.codec import decode_order, encode_order
from wargame.storage.save_file import SaveFile
from wargame.storage.summary import Progress


def now() -> str:
    """The wall clock in UTC, ISO 8601 with milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def stamp_after(last: str) -> str:
    """The wall clock, at least a millisecond after an earlier stamp: equal stamps mean one command.

    Args:
        last: The stamp of the last event, ISO 8601 in UTC; may be empty.
    """
    stamp = now()
    if not last or stamp > last:
        return stamp
    later = datetime.fromisoformat(last) + timedelta(milliseconds=1)
    return later.isoformat(timespec="milliseconds")


def as_kept(order: Order) -> Order:
    """The order as it will be read back, so that a reopened game is the same to the last digit.

    Raises:
        RuleError: It holds something that no file can keep, such as half a character.
    """
    try:
        return decode_order(encode_order(order))
    except InternalError:
        raise RuleError(
            "order.unkeepable", "The order holds a character or a number that cannot be kept."
        ) from None


class Keeping:
    """What of a game is on disk, and what is not yet.

    Attributes:
        saved_at: When the file was last written, ISO 8601 in UTC.
        refusal: Why the file is behind, in one sentence; empty when it is not.
    """

    def __init__(self, save: SaveFile, saved_at: str) -> None:
        self.saved_at = saved_at
        self.refusal = ""
        self._save = save
        self._waiting: list[Event] = []
        self._settled: set[ActorId] = set()
        self._waiting_beside: list[Callable[[], None]] = []

    def append(
        self,
        events: Sequence[Event],
        at: str,
        progress: Progress,
        settled: Collection[ActorId] = (),
    ) -> None:
        """Writes events to the log, after those that still wait.

        Args:
            events: What happened.
            at: When, ISO 8601 in UTC.
            progress: What the start page shows.
            settled: Seats whose drafts the events settle; they go in the same piece.
        """
        self._waiting += events
        self._settled |= set(settled)
        self.write(at, progress)

    def beside(self, write: Callable[[], None]) -> None:
        """Writes something outside the log, such as a draft or a snapshot."""
        self._waiting_beside.append(write)
        self._write_beside()

    def keep_draft(self, draft: Draft, at: str) -> None:
        """Keeps an order that is being written, ``at`` ISO 8601 in UTC."""
        self.beside(lambda: self._save.keep_draft(draft, at))

    def drop_draft(self, seat: ActorId, slot: int) -> None:
        """Throws the draft in a slot away."""
        self.beside(lambda: self._save.drop_drafts(seat, slot))

    def keep_snapshot(self, world: World) -> None:
        """Keeps a world from which later folds can begin."""
        self.beside(lambda: self._save.keep_snapshot(world.events, world))

    def write(self, at: str, progress: Progress) -> None:
        """Tries to write everything that waits."""
        if self._waiting:
            try:
                self._save.append(self._waiting, at, progress, drop_drafts_of=self._settled)
            except SaveError as error:
                self.refusal = str(error)
                return
            self._waiting.clear()
            self._settled.clear()
            self.saved_at, self.refusal = at, ""
        self._write_beside()

    def move_to(self, save: SaveFile) -> None:
        """Writes into another file from now on; what waits goes there at the next chance."""
        self._save = save

    def _write_beside(self) -> None:
        """Writes drafts and snapshots in order; never before the events that they follow."""
        if self._waiting:
            return
        while self._waiting_beside:
            try:
                self._waiting_beside[0]()
            except SaveError as error:
                self.refusal = str(error)
                return
            self._waiting_beside.pop(0)
            self.saved_at, self.refusal = now(), ""
