"""What seats say to one another: who hears it, when, in whose words, and who else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.scenes import HZB, IRN, ISR, QAT, USA, loaded, order, settings_for
from wargame.errors import RuleError
from wargame.model.channel_view import MessageView
from wargame.model.channels import Delay, MessageSent, Notice, Way, Words
from wargame.model.events import ClockSet
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId, Controller
from wargame.model.seats import Seat
from wargame.play.changes import Changes
from wargame.play.dealings.conversations import Conversations
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    scenario = loaded("after-tehran")
    live = new_game(scenario, settings_for(scenario.scenario), tmp_path / "game.wargame")
    live.start_planning()
    yield live
    live.close()


@pytest.fixture
def talk(game: LiveGame) -> Conversations:
    return Conversations(game, lambda: game.records[-1].at)


def at_share(game: LiveGame, share: float) -> None:
    """Let the clock of planning stand at a share of its time."""
    game.commit([ClockSet(1200.0 * (1 - share), 1200.0, runs=False)], Changes())


def messages(game: LiveGame, seat: ActorId) -> tuple[MessageView, ...]:
    return game.view(seat).channels.messages


def played_on(game: LiveGame) -> None:
    game.lock_and_adjudicate()
    game.publish()


def test_that_a_direct_message_is_read_at_once_and_by_nobody_else(
    game: LiveGame, talk: Conversations
) -> None:
    talk.send(IRN, Words(HZB, "We will answer; hold until we say."))
    (got,) = messages(game, HZB)
    assert (got.words, got.sender, got.is_new) == ("We will answer; hold until we say.", IRN, True)
    (own,) = messages(game, IRN)
    assert (own.status, own.is_new) == ("Delivered", False)
    for seat in (ISR, USA, QAT):
        assert messages(game, seat) == ()


def test_that_nobody_speaks_without_a_line(game: LiveGame, talk: Conversations) -> None:
    lines = {line.actor for line in game.view(IRN).channels.lines}
    assert ISR not in lines
    with pytest.raises(RuleError, match=r"You have no line to Israel\. Ask a mediator\."):
        talk.send(IRN, Words(ISR, "Listen."))
    assert talk.refusal(IRN, Words(ISR, "Listen.", via=QAT)) is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (Words(HZB, "  "), "message.empty"),
        (Words(HZB, "x" * 2001), "message.long"),
        (Words(IRN, "to myself"), "message.nobody"),
        (Words(ActorId("XXX"), "to nobody"), "message.nobody"),
        (Words(None, "in public", via=QAT), "message.carried"),
        (Words(QAT, "through itself", via=QAT), "message.carried"),
        (Words(HZB, "", notice=Notice(ISR, 0.0, None)), "notice.hours"),
        (Words(HZB, "", notice=Notice(ISR, 24.0, 30.0)), "notice.rung"),
        (Words(HZB, "", notice=Notice(IRN, 24.0, None)), "notice.nobody"),
    ],
)
def test_that_what_cannot_be_said_is_refused_in_a_sentence(
    talk: Conversations, words: Words, code: str
) -> None:
    with pytest.raises(RuleError) as refused:
        talk.send(IRN, words)
    assert refused.value.code == code
    assert str(refused.value).endswith(".")


def test_that_a_mediator_puts_a_message_into_its_own_words_and_takes_hours(
    game: LiveGame, talk: Conversations
) -> None:
    at_share(game, 0.25)
    talk.send(USA, Words(IRN, "Hold, or else.", via=QAT))
    assert messages(game, IRN) == ()
    (asked,) = messages(game, QAT)
    assert asked.asks
    assert asked.can_pass
    assert asked.words == "Hold, or else."
    talk.pass_on(QAT, asked.number, "Washington asks you to wait.")
    assert messages(game, IRN) == ()
    assert talk.deliver_due() == 0
    at_share(game, 0.75)
    assert talk.deliver_due() == 1
    (got,) = messages(game, IRN)
    assert (got.words, got.by, got.sender) == ("Washington asks you to wait.", QAT, USA)
    assert "in Qatar's words · took" in got.status
    (own,) = messages(game, USA)
    assert own.words == "Hold, or else."
    assert own.status == "Delivered to Iran"


def test_that_a_mediator_may_refuse_and_only_once(game: LiveGame, talk: Conversations) -> None:
    talk.send(USA, Words(IRN, "Hold.", via=QAT))
    (asked,) = messages(game, QAT)
    talk.refuse(QAT, asked.number)
    assert messages(game, IRN) == ()
    assert messages(game, USA)[0].status == "Qatar would not carry it"
    with pytest.raises(RuleError, match="No message waits"):
        talk.pass_on(QAT, asked.number, "Hold.")
    with pytest.raises(RuleError, match="No message waits"):
        talk.refuse(IRN, 1)


def test_that_a_computer_carries_a_message_by_itself(game: LiveGame, talk: Conversations) -> None:
    game.change_seat(Seat(QAT, Controller.DOCTRINE))
    talk.send(USA, Words(IRN, "Hold.", via=QAT))
    assert game.world.channels.messages[0].way is Way.CARRIED
    at_share(game, 1.0)
    talk.deliver_due()
    assert [m.words for m in messages(game, IRN)] == ["Hold."]


def test_that_a_message_arrives_with_the_next_phase_where_time_is_counted_so(
    game: LiveGame, talk: Conversations
) -> None:
    talk.set_delay(Delay.PHASE, 0.0)
    talk.send(USA, Words(IRN, "Hold.", via=QAT))
    talk.pass_on(QAT, 1, "Hold, please.")
    at_share(game, 1.0)
    assert talk.deliver_due() == 0
    game.lock_and_adjudicate()
    assert messages(game, IRN) == ()
    game.publish()
    assert [m.words for m in messages(game, IRN)] == ["Hold, please."]


def test_that_minutes_on_the_wall_can_be_the_measure(game: LiveGame) -> None:
    wall = ["2026-01-01T10:00:00.000+00:00"]
    talk = Conversations(game, lambda: wall[0])
    talk.set_delay(Delay.MINUTES, 5.0)
    talk.send(USA, Words(IRN, "Hold.", via=QAT))
    talk.pass_on(QAT, 1, "Hold, please.")
    wall[0] = "2026-01-01T10:04:59.000+00:00"
    assert talk.deliver_due() == 0
    wall[0] = "2026-01-01T10:05:00.000+00:00"
    assert talk.deliver_due() == 1
    assert len(messages(game, IRN)) == 1


def test_that_reading_takes_the_mark_away_for_the_reader_alone(
    game: LiveGame, talk: Conversations
) -> None:
    talk.send(IRN, Words(None, "A reply will come."))
    events = game.world.events
    talk.read(ISR, [1])
    talk.read(ISR, [1, 7])
    assert game.world.events == events + 1
    assert not messages(game, ISR)[0].is_new
    assert messages(game, USA)[0].is_new


def test_that_leaks_and_listeners_come_out_with_the_outcome_and_not_before(
    game: LiveGame, talk: Conversations
) -> None:
    for number in range(100):
        talk.send(IRN, Words(HZB, f"Message {number:03d}.", quotable=number % 2 == 0))
    leaked = [m for m in game.world.channels.messages if m.leaked]
    heard = {seat for m in game.world.channels.messages for seat, _ in m.overheard}
    assert leaked
    assert ISR in heard
    before = game.view(ISR).known
    played_on(game)
    told = [e for e in game.view(ISR).known if e.words.startswith(("Leaked", "Inter", "Traffic"))]
    assert not [e for e in before if "Leaked" in e.words]
    assert {e.words.split()[0].strip(":") for e in told} == {"Leaked", "Intercepted", "Traffic"}
    assert [e.number for e in game.view(ISR).known] == list(range(1, len(game.view(ISR).known) + 1))
    hidden = [e for e in told if "an unnamed side" in e.words]
    assert all(e.actor is None for e in hidden)
    silent = [m for m in game.world.channels.messages if not m.leaked and not m.overheard]
    assert all(m.text not in repr(game.view(ISR)) for m in silent)


def test_that_the_risk_that_is_shown_is_the_risk_that_is_drawn(
    game: LiveGame, talk: Conversations
) -> None:
    line = next(line for line in game.view(IRN).channels.lines if line.actor == QAT)
    assert talk.risk(IRN, Words(QAT, "x")) == line.risk
    assert talk.risk(IRN, Words(USA, "x", via=QAT)) == line.carried_risk
    assert 0.0 < line.risk < line.carried_risk < 0.2


def test_that_what_others_say_moves_no_draw(tmp_path: Path) -> None:
    drawn = []
    for chatter in (False, True):
        scenario = loaded("after-tehran")
        path = tmp_path / f"{chatter}.wargame"
        game = new_game(scenario, settings_for(scenario.scenario), path)
        talk = Conversations(game)
        if chatter:
            talk.send(ISR, Words(USA, "Between us."))
        talk.send(IRN, Words(HZB, "Between us."))
        last = game.world.channels.messages[-1]
        sent = game.records[-1].event
        assert isinstance(sent, MessageSent)
        drawn.append((last.leaked, last.overheard, sent.draws))
        game.close()
    assert drawn[0] == drawn[1]


def test_that_a_spoken_warning_announces_the_act(game: LiveGame, talk: Conversations) -> None:
    strike = replace(order("M12", "ISR"), told=(), warning_hours=0.0)
    if game.refusal(IRN, strike) is not None:
        strike = order("M11", "ISR")
    talk.send(IRN, Words(QAT, "Tonight.", notice=Notice(ISR, 72.0, 13.0)))
    (notice,) = game.view(QAT).channels.notices
    assert (notice.by, notice.about, notice.hours, notice.came) == (IRN, ISR, 72.0, None)
    assert game.view(USA).channels.notices == ()
    game.seal(IRN, (strike,))
    played_on(game)
    acts = [h for _, h in game.world.happenings() if isinstance(h, ActResolved)]
    struck = next(act for act in acts if act.actor == IRN and act.order.move == strike.move)
    assert struck.warning_hours >= 72.0
    assert game.view(QAT).channels.notices[0].came


def test_that_conversations_are_the_same_after_reopening(
    game: LiveGame, talk: Conversations
) -> None:
    talk.send(USA, Words(IRN, "Hold.", via=QAT))
    talk.pass_on(QAT, 1, "Hold, please.")
    talk.send(IRN, Words(None, "We have heard."))
    world, path = game.world, game.path
    game.close()
    again = open_game(path)
    assert again.world == world
    assert again.world.state_hash() == world.state_hash()
    again.close()
