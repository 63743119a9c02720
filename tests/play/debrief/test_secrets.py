"""A replay through a seat's eyes keeps the secrets that play keeps.

Two games that differ only in what the seat may not know give its replay equal bytes; planted leaks
are found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.secret_games import Room, pair_of
from wargame.engine import seat_channels
from wargame.engine.overheard import overheard_by
from wargame.model.channels import Message
from wargame.model.debrief_view import SeenRow
from wargame.model.ids import ActorId
from wargame.model.scenario import Scenario
from wargame.model.seat_view import KnownEvent
from wargame.model.world import World
from wargame.play.debrief import seen
from wargame.play.debrief.orders import order_rows
from wargame.play.debrief.replay import Replay
from wargame.play.debrief.seat_dealings import dealings_known
from wargame.ui.team.known_map import known_row

SAMPLE = 30
HUNT = 40
"""Games in which every planted leak must show at least once."""


def everything(room: Room, seat: ActorId) -> str:
    """All that the debrief shows of a seat's point of view, without what it missed."""
    replay = Replay(room.scenario, room.records)
    view = replay.view(seat, replay.last)
    rows = seen.SeenBook(room.scenario).rows(replay.world(replay.last), seat)
    orders = [replace(row, place=0) for row in order_rows(replay, replay.last, seat)]
    acts = [known_row(event) for event in view.known]
    return repr((seen.as_known(rows), dealings_known(view), orders, acts))


def differs(seed: int) -> bool:
    """Whether a pair of games can be told apart through the observer's eyes."""
    plain, other, observer = pair_of(seed)
    return everything(plain, observer) != everything(other, observer)


@given(st.integers(0, 2**32))
@settings(max_examples=SAMPLE)
def test_that_what_a_seat_may_not_know_changes_nothing_of_its_replay(seed: int) -> None:
    assert not differs(seed)


@pytest.mark.soak
def test_that_a_thousand_replays_keep_their_secrets() -> None:
    assert not [seed for seed in range(1_000) if differs(seed)]


def test_that_the_replays_show_something_worth_keeping() -> None:
    shown = 0
    for seed in range(HUNT):
        plain, _, observer = pair_of(seed)
        replay = Replay(plain.scenario, plain.records)
        shown += len(
            seen.as_known(seen.SeenBook(plain.scenario).rows(replay.world(replay.last), observer))
        )
    assert shown > 2 * HUNT


# Planted leaks


def everybodys_messages(patch: pytest.MonkeyPatch) -> None:
    """Everybody's messages are listed."""

    def leaky(world: World, _seat: ActorId) -> tuple[Message, ...]:
        return world.channels.messages

    patch.setattr(seat_channels, "messages_of", leaky)
    patch.setattr(seen, "messages_of", leaky)


def numbers_of_the_log(patch: pytest.MonkeyPatch) -> None:
    """Rows carry the numbers that events have in the log."""

    def leaky(rows: Iterable[SeenRow]) -> tuple[SeenRow, ...]:
        return tuple(row for row in rows if not row.is_missed)

    patch.setattr(seen, "as_known", leaky)


def a_count_of_all_messages(patch: pytest.MonkeyPatch) -> None:
    """What was overheard says how much is said in all."""

    def leaky(
        scenario: Scenario, world: World, seat: ActorId, turn: int, number: int
    ) -> Iterable[KnownEvent]:
        count = len(world.channels.messages)
        for heard in overheard_by(scenario, world, seat, turn, number):
            yield replace(heard, words=f"{heard.words}, one of {count}")

    patch.setattr(seen, "overheard_by", leaky)


@pytest.mark.parametrize(
    "plant", [everybodys_messages, numbers_of_the_log, a_count_of_all_messages]
)
def test_that_a_planted_leak_is_found(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    assert any(differs(seed) for seed in range(HUNT))


def test_that_what_was_missed_is_never_shown_as_known() -> None:
    for seed in range(HUNT):
        room, _, observer = pair_of(seed)
        rows = seen.SeenBook(room.scenario).rows(room.world, observer)
        known = seen.as_known(rows)
        assert len(known) == sum(not row.is_missed for row in rows)
        assert all((row.number, row.wrong, row.meant) == (0, "", None) for row in known)
