"""Channels: conversations under tabs, papers to sign, and the field to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QWidget

from wargame.model.ids import ActorId
from wargame.ui.team.channels.channel_words import NO_LINE, NOTHING_SAID, PAPERS, PUBLIC
from wargame.ui.team.channels.compose_box import ComposeBox
from wargame.ui.team.channels.conversation import Conversation
from wargame.ui.team.channels.papers_page import PapersPage
from wargame.ui.team.words import Names, name_of
from wargame.ui.widgets.announce import announce
from wargame.ui.widgets.buttons import QuietButton
from wargame.ui.widgets.empty_state import EmptyState
from wargame.ui.widgets.panel import Panel
from wargame.ui.widgets.surface import column, stack
from wargame.ui.widgets.tabs import TabSpec, TabStrip

if TYPE_CHECKING:
    from wargame.model.channel_view import Channels, LineView, MessageView
    from wargame.model.seat_view import SeatView

_SHORT: Final = 7
"""Letters of a name that a tab shows in full."""

_MOST_TABS: Final = 2
"""Partners with a tab of their own; all others are one step away under New."""

READ_AFTER_MS: Final = 800
"""A message counts as read once its conversation has been in sight for so long (ms)."""


class ChannelsPanel(Panel):
    """Everything that is said and signed.

    Signals:
        send_wished(object): Say these Words.
        passed(int, str): Carry message number n on, in these words.
        declined(int): Do not carry message number n.
        messages_read(object): These messages were in sight; a tuple of numbers.
        signed(int): Sign proposal number n.
        turned_down(int): Turn proposal number n down, or take it back.
        notice_wished(): Write an advance warning.
        proposal_wished(): Write a proposal.
    """

    send_wished = Signal(object)
    passed = Signal(int, str)
    declined = Signal(int)
    messages_read = Signal(object)
    signed = Signal(int)
    turned_down = Signal(int)
    notice_wished = Signal()
    proposal_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Channels", parent=parent)
        self._channels: Channels | None = None
        self._names: Names = {}
        self._seat: ActorId | None = None
        self._known = 0
        self._recent: list[str] = []
        self._elsewhere: dict[str, int] = {}
        self.new = QuietButton("New", "plus", small=True)
        self.new.setAccessibleName("New message, warning or proposal")
        self.new.clicked.connect(self._on_new)
        self.add_action(self.new)
        self.tabs = TabStrip((), "Conversation with", padding=8)
        self.conversation = Conversation()
        self.empty = EmptyState(NOTHING_SAID)
        self.papers = PapersPage()
        self.compose = ComposeBox()
        talk = QWidget()
        spoken = column(talk)
        self._talk = stack(spoken, 1)
        self._talk.addWidget(self.conversation)
        self._talk.addWidget(self.empty)
        spoken.addWidget(self.compose)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(talk)
        self._pages.addWidget(self.papers)
        self.body.addWidget(self.tabs)
        self.body.addWidget(pages, 1)
        self._seen = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._seen.timeout.connect(self._on_seen)
        self.tabs.current_changed.connect(self._on_tab_chosen)
        self.compose.send_wished.connect(self.send_wished)
        self.compose.passed.connect(self.passed)
        self.compose.declined.connect(self.declined)
        self.papers.signed.connect(self.signed)
        self.papers.turned_down.connect(self.turned_down)

    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key visits, in order."""
        return (self.new, self.tabs, self.conversation, *self.compose.stops())

    def show_channels(self, view: SeatView) -> None:
        """Show what a seat may know of channels; what is being written stays untouched."""
        channels = view.channels
        self._names = {label.id: label for label in view.actors}
        self._seat = view.seat
        first = self._channels is None
        arrived = [m for m in channels.messages[self._known :] if m.is_new]
        self._channels, self._known = channels, len(channels.messages)
        self.papers.show_papers(channels, view)
        self._show_tabs()
        self._show_talk()
        if arrived and not first:
            who = name_of(self._names, arrived[-1].by)
            announce(self, f"New message from {who}: {arrived[-1].words}")

    def open_with(self, partner: ActorId | None) -> None:
        """Bring a conversation to the front and write in it; None for what is said in public."""
        key = str(partner) if partner is not None else PUBLIC
        if partner is not None:
            self._recent = [key, *(one for one in self._recent if one != key)]
        self._show_tabs()
        self.tabs.set_current(key)
        self._show_talk()
        self.compose.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def list_new(self) -> QMenu:
        """What can be begun: a word to anyone with a line, in public, a warning, a proposal."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = self._channels.lines if self._channels is not None else ()
        for line in lines:
            label = name_of(self._names, line.actor).replace("&", "&&")
            fresh = self._elsewhere.get(str(line.actor), 0)
            words = f"{label}, {fresh} new" if fresh else f"Message to {label}"
            menu.addAction(words).setData(str(line.actor))
        if not lines:
            menu.addAction(NO_LINE).setEnabled(False)
        menu.addSeparator()
        menu.addAction("Public statement").setData(PUBLIC)
        warning = menu.addAction("Advance warning")
        warning.setEnabled(bool(lines))
        warning.triggered.connect(self.notice_wished)
        menu.addAction("Proposal").triggered.connect(self.proposal_wished)
        menu.triggered.connect(lambda action: self._begin(action.data()))
        return menu

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._seen.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._seen.stop()
        super().hideEvent(event)

    def _begin(self, key: object) -> None:
        if key == PUBLIC:
            self.open_with(None)
        elif isinstance(key, str) and key:
            self.open_with(ActorId(key))

    def _on_new(self) -> None:
        self.list_new().popup(self.new.mapToGlobal(QPoint(0, self.new.height())))

    def _show_tabs(self) -> None:
        """Tabs of those who wrote last, all others under New; counts of what is unread."""
        channels = self._channels
        if channels is None:
            return
        unread: dict[str, int] = {}
        latest: list[str] = []
        for message in channels.messages:
            key = str(message.partner) if message.partner is not None else PUBLIC
            if message.is_new or message.asks:
                unread[key] = unread.get(key, 0) + 1
            if key != PUBLIC:
                latest = [key, *(one for one in latest if one != key)]
        lines = [str(line.actor) for line in channels.lines]
        begun = self._recent[:1]
        ordered = sorted(latest, key=lambda key: not unread.get(key, 0))
        partners = list(dict.fromkeys((*begun, *ordered, *lines)))[:_MOST_TABS]
        kept = self.tabs.current()
        if kept and kept not in {PUBLIC, PAPERS} and kept not in partners:
            partners[-1:] = [kept]
        tabs: list[TabSpec] = [
            (key, tab_words(key, name_of(self._names, ActorId(key))), None) for key in partners
        ]
        tabs += [(PUBLIC, "Public", None), (PAPERS, "Papers", None)]
        self.tabs.set_tabs(tabs)
        shown = {key for key, _label, _icon in tabs}
        self._elsewhere = {key: count for key, count in unread.items() if key not in shown}
        also = [name_of(self._names, ActorId(key)) for key in self._elsewhere]
        self.set_subtitle(f"also new: {', '.join(also)}" if also else "")
        waiting = sum(paper.may_sign for paper in channels.proposals)
        for key, _label, _icon in tabs:
            count = waiting if key == PAPERS else unread.get(key, 0)
            self.tabs.set_count(key, count or None)

    def _show_talk(self) -> None:
        channels, key = self._channels, self.tabs.current()
        if channels is None:
            return
        self._pages.setCurrentIndex(1 if key == PAPERS else 0)
        if key == PAPERS:
            return
        partner = None if key == PUBLIC else ActorId(key)
        messages = self._messages(partner)
        self.conversation.show_messages(messages, self._names)
        self._talk.setCurrentWidget(self.conversation if messages else self.empty)
        reachable = partner is None or self._line(partner) is not None
        self.empty.set_text(NOTHING_SAID if reachable else NO_LINE)
        asked = next((m for m in messages if m.asks), None)
        others = {key: label for key, label in self._names.items() if key != self._seat}
        self.compose.show_partner(partner, self._line(partner), asked, others)
        self._seen.start()

    def _messages(self, partner: ActorId | None) -> tuple[MessageView, ...]:
        channels = self._channels
        return tuple(m for m in channels.messages if m.partner == partner) if channels else ()

    def _line(self, partner: ActorId | None) -> LineView | None:
        lines = self._channels.lines if self._channels is not None else ()
        return next((line for line in lines if line.actor == partner), None)

    def _on_tab_chosen(self, _key: str) -> None:
        self._show_talk()

    def _on_seen(self) -> None:
        """What has been in sight for a moment counts as read."""
        if not self.isVisible() or self.tabs.current() == PAPERS:
            return
        fresh = tuple(m.number for m in self.conversation.messages if m.is_new)
        if fresh:
            self.messages_read.emit(fresh)


def tab_words(code: str, name: str) -> str:
    """A partner as a tab has room for it: a short name in full, for others the code.

    >>> tab_words("QAT", "Qatar"), tab_words("USA", "United States")
    ('Qatar', 'USA')
    """
    return name if len(name) <= _SHORT else code
