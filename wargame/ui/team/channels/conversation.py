"""One conversation as a list, oldest on top, kept at its end as people expect of messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget

from wargame.ui.item_models.actor_values import actor_value
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.rows_model import RowsModel
from wargame.ui.team.channels.channel_words import notice_words, spoken_message
from wargame.ui.team.channels.message_delegate import NOTICE_ROLE, MessageDelegate
from wargame.ui.team.words import Names, name_of
from wargame.ui.theme.item_roles import ACTOR_ROLE, ActorValue
from wargame.ui.widgets.views import ListView

if TYPE_CHECKING:
    from wargame.model.channel_view import MessageView


class Conversation(ListView):
    """The messages of one tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Conversation, oldest first", parent)
        self._names: Names = {}
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(MessageDelegate(self))
        self._messages: RowsModel[MessageView] = RowsModel((self._column(),), (), self)
        self.setModel(self._messages)
        self._is_at_end = True
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_range_changed)

    @property
    def messages(self) -> tuple[MessageView, ...]:
        """What is shown, oldest first."""
        return self._messages.rows

    def show_messages(self, messages: Sequence[MessageView], names: Names) -> None:
        """Show these messages; whoever reads at the end stays at the end."""
        self._names = names
        if len(messages) != len(self._messages.rows):
            self._is_at_end = True
        self._messages.set_rows(messages)
        self.scheduleDelayedItemsLayout()
        if self._is_at_end:
            self.scrollToBottom()

    def _on_scrolled(self, value: int) -> None:
        self._is_at_end = value >= self.verticalScrollBar().maximum()

    def _on_range_changed(self, _low: int, high: int) -> None:
        # Heights are known only once the list has its width.
        if self._is_at_end:
            self.verticalScrollBar().setValue(high)

    def _value(self, message: MessageView) -> ActorValue:
        label = self._names.get(message.by)
        return actor_value(label) if label else ActorValue("unknown", str(message.by))

    def _notice(self, message: MessageView) -> str:
        return notice_words(message.notice, self._names) if message.notice else ""

    def _column(self) -> Column[MessageView]:
        return Column(
            "Conversation",
            text=lambda message: f"{name_of(self._names, message.by)}: {message.words}",
            stretch=True,
            spoken=lambda message: spoken_message(message, self._names),
            roles={ACTOR_ROLE: self._value, NOTICE_ROLE: self._notice},
        )
