"""The channels of a team's screen: read, written, carried and signed with the real widgets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.team.channel_views import NOTICE, channels, message, proposal
from tests.ui.team.conftest import Open, Seat
from tests.ui.team.seat_views import BANDS, IRN, ISR, QAT, USA, known, seat_view
from wargame.model.channel_view import Channels
from wargame.model.channels import Words
from wargame.model.proposals import ProposalKind, Terms
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.team.channels.channel_words import NO_LINE
from wargame.ui.team.channels.channels_panel import ChannelsPanel
from wargame.ui.team.channels.notice_form import NoticeForm
from wargame.ui.team.channels.proposal_form import ProposalForm
from wargame.ui.team.red_line_form import LineWish, RedLineForm


def panel(seat: Seat) -> ChannelsPanel:
    found = seat.screen.channels
    assert found is not None
    return found


def shown(seat: Seat) -> list[str]:
    return [message.words for message in panel(seat).conversation.messages]


def test_that_a_conversation_shows_its_own_messages_and_counts_the_new(open_seat: Open) -> None:
    there = channels(message(1), message(2, partner=USA, by=USA, sender=USA), message(3))
    seat = open_seat(seat_view(channels=there))
    assert panel(seat).tabs.current() == QAT
    assert shown(seat) == ["Message 1", "Message 3"]
    assert panel(seat).tabs.accessibleName() == "Conversation with: Qatar, 2"


def test_that_what_is_new_behind_the_tabs_is_said_in_the_head(open_seat: Open) -> None:
    every = [
        message(n, partner=who, by=who, sender=who) for n, who in enumerate((QAT, USA, ISR), 1)
    ]
    seat = open_seat(seat_view(channels=channels(*every)))
    labels = [action.text() for action in panel(seat).list_new().actions()]
    assert "Public statement" in labels
    subtitle = panel(seat).head._subtitle.text()
    assert subtitle.startswith("also new: ")


def test_that_an_arriving_message_leaves_a_half_written_one_alone(
    open_seat: Open, qtbot: QtBot
) -> None:
    seat = open_seat(seat_view(channels=channels(message(1))))
    compose = panel(seat).compose
    compose.text.setFocus()
    QTest.keyClicks(compose.text, "We hear th")
    seat.screen.show_dealings(seat_view(channels=channels(message(1), message(2))))
    assert compose.text.toPlainText() == "We hear th"
    assert QApplication.focusWidget() is compose.text
    QTest.keyClicks(compose.text, "is every week.")
    assert compose.text.toPlainText() == "We hear this every week."
    assert shown(seat) == ["Message 1", "Message 2"]


def test_that_each_conversation_keeps_what_was_typed_in_it(open_seat: Open) -> None:
    seat = open_seat(seat_view(channels=channels(message(1))))
    compose = panel(seat).compose
    QTest.keyClicks(compose.text, "To Qatar")
    panel(seat).open_with(USA)
    assert compose.text.toPlainText() == ""
    QTest.keyClicks(compose.text, "To Washington")
    panel(seat).open_with(QAT)
    assert compose.text.toPlainText() == "To Qatar"


def test_that_a_message_goes_directly_through_a_mediator_or_in_public(
    open_seat: Open, qtbot: QtBot
) -> None:
    seat = open_seat(seat_view(channels=channels(message(1))))
    sent: list[Words] = []
    panel(seat).send_wished.connect(sent.append)
    compose = panel(seat).compose
    QTest.keyClicks(compose.text, "Wait.")
    compose.send.click()
    assert compose.risk.text() == "Leak risk 3 %"
    compose.carry.set_current_key(ISR)
    compose.carry.key_changed.emit(ISR)
    compose.discreet.click()
    assert compose.risk.text() == "Leak risk 9 %"
    QTest.keyClick(compose.text, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    panel(seat).open_with(None)
    QTest.keyClicks(compose.text, "To all.")
    compose.send.click()
    assert sent == [
        Words(QAT, "Wait."),
        Words(ISR, "Wait.", via=QAT, quotable=False),
        Words(None, "To all."),
    ]


def test_that_a_mediator_passes_on_in_its_own_words_or_does_not(
    open_seat: Open, qtbot: QtBot
) -> None:
    asked = message(1, partner=USA, by=USA, sender=USA, to=QAT, via=IRN, asks=True, can_pass=True)
    seat = open_seat(seat_view(channels=channels(asked)))
    passed: list[tuple[int, str]] = []
    declined: list[int] = []
    panel(seat).passed.connect(lambda number, words: passed.append((number, words)))
    panel(seat).declined.connect(declined.append)
    compose = panel(seat).compose
    assert "Qatar" in compose.ask.text()
    compose.send.click()
    QTest.keyClicks(compose.text, "In our words.")
    compose.send.click()
    compose.refuse.click()
    assert passed == [(1, "Message 1"), (1, "In our words.")]
    assert declined == [1]


def test_that_messages_in_sight_count_as_read_after_a_moment(open_seat: Open, qtbot: QtBot) -> None:
    seat = open_seat(seat_view(channels=channels(message(1), message(2, is_new=False))))
    with qtbot.waitSignal(panel(seat).messages_read, timeout=5000) as read:
        pass
    assert read.args == [(1,)]


def test_that_a_seat_without_lines_is_told_whom_to_ask(open_seat: Open) -> None:
    seat = open_seat(seat_view(channels=Channels()))
    labels = [action.text() for action in panel(seat).list_new().actions()]
    assert NO_LINE in labels
    assert panel(seat).tabs.current() == "public"


def test_that_a_proposal_is_signed_or_declined_on_its_card(open_seat: Open) -> None:
    there = channels(proposals=(proposal(1), proposal(2, may_sign=False)), notices=(NOTICE,))
    seat = open_seat(seat_view(channels=there))
    signed: list[int] = []
    dropped: list[int] = []
    panel(seat).signed.connect(signed.append)
    panel(seat).turned_down.connect(dropped.append)
    newest, oldest = panel(seat).papers.cards
    oldest.sign.click()
    oldest.drop.click()
    assert (signed, dropped) == ([1], [1])
    assert newest.sign.isHidden()


def test_that_an_advance_warning_names_target_hours_and_rung(
    qtbot: QtBot, dark: QApplication
) -> None:
    form = NoticeForm(seat_view(channels=channels()))
    qtbot.addWidget(form)
    sent: list[Words] = []
    form.send_wished.connect(sent.append)
    form.about.set_current_key(ISR)
    form.hours.set_value(72)
    form.rung.set_current_key("13")
    form.send.click()
    (words,) = sent
    assert words.to == QAT
    assert words.notice is not None
    assert (words.notice.about, words.notice.hours, words.notice.rung) == (ISR, 72.0, 13.0)


def test_that_a_proposal_is_written_with_clauses_that_forbid(
    qtbot: QtBot, dark: QApplication
) -> None:
    form = ProposalForm(seat_view(channels=channels()))
    qtbot.addWidget(form)
    made: list[Terms] = []
    form.proposed.connect(made.append)
    form.title.setText("Quiet")
    form.parties.set_chosen((IRN, ISR))
    form.clauses[0].text.set_text("No fire.")
    form.clauses[0].rung.set_current_key("7")
    form.more.click()
    form.propose.click()
    (terms,) = made
    assert (terms.title, terms.kind, terms.front) == ("Quiet", ProposalKind.CEASEFIRE, "lebanon")
    assert [(c.text, c.rung, c.front) for c in terms.clauses] == [("No fire.", 7.0, None)]
    assert set(terms.parties) == {IRN, ISR}


def test_that_a_reading_is_asked_for_and_recorded(open_seat: Open, qtbot: QtBot) -> None:
    asked = known(3, read_rung=None, reading="asked")
    seat = open_seat(seat_view(known=(known(1, 0), known(2), asked)))
    knowledge = seat.screen.knowledge
    assert knowledge is not None
    recorded: list[tuple[int, float, str]] = []
    knowledge.reading_recorded.connect(lambda *all_of: recorded.append(all_of))
    knowledge.list.setCurrentIndex(knowledge.list.model().index(0, 0))
    field = knowledge.detail.reading
    assert field.isVisible()
    assert field.slider.value() == 10
    field.slider.setValue(12)
    field.line.set_current_key("a strike in the capital")
    field.keep.click()
    assert recorded == [(3, 12.0, "a strike in the capital")]
    knowledge.list.setCurrentIndex(knowledge.list.model().index(1, 0))
    assert field.isHidden()


@pytest.mark.parametrize("size", [(1440, 876), (1280, 696)])
def test_that_channels_give_way_only_in_a_low_window(
    open_seat: Open, size: tuple[int, int]
) -> None:
    seat = open_seat(seat_view(), size=size)
    knowledge = seat.screen.knowledge
    assert knowledge is not None
    assert panel(seat).isVisible()
    knowledge.list.setCurrentIndex(knowledge.list.model().index(0, 0))
    assert panel(seat).isVisible() == (size[1] > 800)
    knowledge.list.drop_choice()
    assert panel(seat).isVisible()


def test_that_a_line_is_drawn_changed_and_given_up(qtbot: QtBot, dark: QApplication) -> None:
    form = RedLineForm(seat_view(channels=channels()), band_scale(BANDS))
    qtbot.addWidget(form)
    drawn: list[LineWish] = []
    dropped: list[str] = []
    form.drawn.connect(drawn.append)
    form.dropped.connect(dropped.append)
    form.text.set_text("Fire at our ports")
    form.promise.set_text("fire at theirs")
    form.keep.click()
    form.which.set_current_key("fire on oil terminals")
    form.which.key_changed.emit("fire on oil terminals")
    form.keep.click()
    form.drop.click()
    assert drawn[0] == LineWish("", "Fire at our ports", 9.0, "fire at theirs", "", 4)
    assert drawn[1].line == "fire on oil terminals"
    assert drawn[1].rung == 14.0
    assert dropped == ["fire on oil terminals"]


def test_that_a_conversation_is_kept_at_its_end_until_somebody_scrolls_back(
    open_seat: Open, qtbot: QtBot
) -> None:
    many = [message(number, words="A long message. " * 8) for number in range(1, 30)]
    seat = open_seat(seat_view(channels=channels(*many)))
    bar = panel(seat).conversation.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    bar.setValue(0)
    read = [message(number, words="A long message. " * 8, is_new=False) for number in range(1, 30)]
    seat.screen.show_dealings(seat_view(channels=channels(*read)))
    assert bar.value() == 0
    seat.screen.show_dealings(seat_view(channels=channels(*read, message(30))))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
