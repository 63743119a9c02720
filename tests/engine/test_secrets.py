"""Two worlds that differ only in what a seat may not know give that seat equal bytes, everywhere.

The same test is run against planted leaks: it must find each of them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.secret_games import Room, everything, pair_of, with_other_secrets
from wargame.engine import (
    overheard,
    seat_channels,
    seat_perceptions,
    seat_proposals,
    seat_red_lines,
    sending,
    visibility,
)
from wargame.errors import RuleError
from wargame.model.channel_view import MessageView
from wargame.model.channels import Message
from wargame.model.ids import ActorId
from wargame.model.proposals import Proposal
from wargame.model.red_lines import OwnLine
from wargame.model.scenario import Scenario
from wargame.model.seat_view import KnownEvent
from wargame.model.world import World
from wargame.play.dealings import conversations, negotiations

SAMPLE = 40
HUNT = 60
"""Games in which every planted leak must show at least once."""


def differs(seed: int) -> bool:
    """Whether a pair of worlds can be told apart by the observer."""
    plain, other, observer = pair_of(seed)
    return everything(plain, observer) != everything(other, observer)


@given(st.integers(0, 2**32))
@settings(max_examples=SAMPLE)
def test_that_what_a_seat_may_not_know_changes_none_of_its_bytes(seed: int) -> None:
    assert not differs(seed)


@given(st.integers(0, 2**32))
@settings(max_examples=SAMPLE)
def test_that_no_hidden_number_of_the_world_reaches_a_seat(seed: int) -> None:
    room, _, observer = pair_of(seed)
    before = everything(room, observer)
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    room.world = with_other_secrets(room, observer, chance)
    assert everything(room, observer) == before


@pytest.mark.soak
def test_that_thousands_of_games_keep_their_secrets() -> None:
    found = [seed for seed in range(3_000) if differs(seed)]
    assert not found


def test_that_the_games_hold_secrets_worth_keeping() -> None:
    hidden = told = 0
    for seed in range(HUNT):
        plain, other, observer = pair_of(seed)
        hidden += other.world.events - plain.world.events
        view = visibility.view_for(other.scenario, other.world, observer)
        told += len(view.channels.messages) + len(view.channels.proposals) + len(view.known)
    assert hidden > 3 * HUNT
    assert told > 5 * HUNT


# Planted leaks


def numbers_of_the_log(patch: pytest.MonkeyPatch) -> None:
    """Messages carry the number that they have among all."""
    real = seat_channels._view

    def leaky(
        scenario: Scenario, world: World, seat: ActorId, m: Message, number: int
    ) -> MessageView:
        return replace(real(scenario, world, seat, m, number), number=m.number)

    patch.setattr(seat_channels, "_view", leaky)


def everybodys_messages(patch: pytest.MonkeyPatch) -> None:
    """Everybody's messages are listed."""
    patch.setattr(seat_channels, "_learned", lambda message, _seat: message.sent)


def a_count_of_all_messages(patch: pytest.MonkeyPatch) -> None:
    """The status says how much is said in all."""
    real = seat_channels._view

    def leaky(
        scenario: Scenario, world: World, seat: ActorId, m: Message, number: int
    ) -> MessageView:
        count = len(world.channels.messages)
        return replace(real(scenario, world, seat, m, number), status=f"{count} said")

    patch.setattr(seat_channels, "_view", leaky)


def everybodys_papers(patch: pytest.MonkeyPatch) -> None:
    """Proposals among others are listed."""
    patch.setattr(seat_proposals, "proposals_of", lambda world, _seat: world.proposals)


def numbers_of_all_papers(patch: pytest.MonkeyPatch) -> None:
    """Proposals carry the number that they have among all."""

    def leaky(scenario: Scenario, world: World, seat: ActorId) -> tuple[object, ...]:
        return tuple(
            seat_proposals.proposal_view(scenario, world, p, p.number, seat)
            for p in seat_proposals.proposals_of(world, seat)
        )

    patch.setattr(seat_channels, "proposals_known", leaky)


def lines_of_others(patch: pytest.MonkeyPatch) -> None:
    """A seat sees the lines that others drew."""

    def leaky(scenario: Scenario, world: World, seat: ActorId) -> tuple[OwnLine, ...]:
        return world.red_lines.own

    patch.setattr(seat_red_lines, "red_lines_of", leaky)


def listening_everywhere(patch: pytest.MonkeyPatch) -> None:
    """Everybody learns that two speak."""
    real = overheard.overheard_by

    def leaky(
        scenario: Scenario, world: World, seat: ActorId, turn: int, number: int
    ) -> Iterator[object]:
        yield from real(scenario, world, seat, turn, number)
        count = sum(m.tells == turn for m in world.channels.messages)
        if count:
            yield KnownEvent(
                number + 1, turn, 0.0, "", None, 0.0, None, None, f"{count}", None, "public", ""
            )

    patch.setattr(visibility, "overheard_by", leaky)


def draws_by_the_count_of_all(patch: pytest.MonkeyPatch) -> None:
    """What others say moves the draws of a message."""

    class Leaky(sending._Draws):
        def __init__(
            self,
            world: World,
            sender: ActorId,
            to: ActorId | None,
            via: ActorId | None,
            text: str,
            before: int,
        ) -> None:
            super().__init__(world, sender, to, via, text, before)
            self._place += 977 * len(world.channels.messages)

    patch.setattr(sending, "_Draws", Leaky)


def who_has_read(patch: pytest.MonkeyPatch) -> None:
    """A status tells how many have read a message."""
    real = seat_channels._view

    def leaky(
        scenario: Scenario, world: World, seat: ActorId, m: Message, number: int
    ) -> MessageView:
        return replace(real(scenario, world, seat, m, number), when=f"{len(m.read)} read it")

    patch.setattr(seat_channels, "_view", leaky)


def an_error_that_knows_more(patch: pytest.MonkeyPatch) -> None:
    """The refusal of an unknown message says whether there is one of that number."""

    def leaky(self: conversations.Conversations, seat: ActorId, number: int) -> Message:
        messages = self._game.world.channels.messages
        exists = 0 < number <= len(messages)
        raise RuleError("message.unknown", "Not yours." if exists else "There is none.")

    patch.setattr(conversations.Conversations, "_waiting", leaky)


def an_error_that_counts_papers(patch: pytest.MonkeyPatch) -> None:
    """The refusal of an unknown proposal says how many there are."""

    def leaky(self: negotiations.Negotiations, _seat: ActorId, number: int) -> Proposal:
        count = len(self._game.world.proposals)
        raise RuleError("proposal.unknown", f"There are {count} proposals, not {number}.")

    patch.setattr(negotiations.Negotiations, "_open", leaky)


def the_time_of_the_log(patch: pytest.MonkeyPatch) -> None:
    """What is known carries how far the log has come."""
    real = seat_perceptions.as_read

    def leaky(
        world: World, seat: ActorId, known: Iterable[tuple[int, KnownEvent]]
    ) -> tuple[KnownEvent, ...]:
        events = real(world, seat, known)
        return tuple(replace(event, when=f"event {world.events}") for event in events)

    patch.setattr(visibility, "as_read", leaky)


PLANTED: tuple[Callable[[pytest.MonkeyPatch], None], ...] = (
    numbers_of_the_log,
    everybodys_messages,
    a_count_of_all_messages,
    everybodys_papers,
    numbers_of_all_papers,
    lines_of_others,
    listening_everywhere,
    draws_by_the_count_of_all,
    who_has_read,
    an_error_that_knows_more,
    an_error_that_counts_papers,
    the_time_of_the_log,
)


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_that_a_planted_leak_is_found(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    assert any(differs(seed) for seed in range(HUNT))


def test_that_a_room_is_a_game(monkeypatch: pytest.MonkeyPatch) -> None:
    room, _, _ = pair_of(1)
    assert isinstance(room, Room)
    assert [record.number for record in room.records] == list(range(1, room.world.events + 1))
