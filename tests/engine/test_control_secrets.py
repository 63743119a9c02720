"""What control sends to others, edits, holds or answers leaves no trace in a seat's bytes.

The same test is run against planted leaks: it must find each of them.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engine.secret_games import SEATS, Room, everything
from wargame.engine import control_words, visibility
from wargame.errors import RuleError
from wargame.model.conditions import Elapsed
from wargame.model.control_words import Report, SeatQuestion
from wargame.model.ids import ActorId, Controller
from wargame.model.injects import InjectKind
from wargame.model.world import World
from wargame.play.control.injects import Injects
from wargame.play.control.questions import Questions

HUNT = 40
KINDS: tuple[InjectKind, ...] = ("news", "intelligence", "message", "event")


def pair_of(seed: int, length: int = 20) -> tuple[Room, Room, ActorId]:
    """Two rooms after the same script; the second also lives through what the observer must not."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    observer = chance.choice(SEATS)
    others = [seat for seat in SEATS if seat != observer]
    controllers = [Controller.PEOPLE] * len(SEATS)
    plain, other = Room(seed, controllers), Room(seed, controllers)
    for number in range(length):
        if chance.random() < 0.5:
            act = _open(chance, number, observer)
            _try(act, plain)
            _try(act, other)
        else:
            _try(_hidden(chance, number, others), other)
    return plain, other, observer


def _open(chance: random.Random, number: int, observer: ActorId) -> Callable[[Room], None]:
    kind, text = chance.randrange(4), f"Open {number}"
    to = tuple(seat for seat in SEATS if chance.random() < 0.5)
    inject_kind = chance.choice(KINDS)

    def act(room: Room) -> None:
        if kind == 0:
            room.go_on()
        elif kind == 1:
            Injects(room.game).send_now(text, to, inject_kind, sender="A minister")
        elif kind == 2:
            Questions(room.game).ask(observer, text)
        else:
            waiting = [q for q in room.world.questions if q.is_open and q.seat == observer]
            if waiting:
                Questions(room.game).answer(waiting[0].number, text, to_all=bool(to))

    return act


def _hidden(chance: random.Random, number: int, others: list[ActorId]) -> Callable[[Room], None]:
    kind, text = chance.randrange(6), f"Secret {number} {chance.random():.6f}"
    to = [seat for seat in others if chance.random() < 0.5] or others[:1]
    own = f"i{chance.randrange(1, 4):02}"

    def act(room: Room) -> None:
        injects, questions = Injects(room.game), Questions(room.game)
        if kind == 0:
            injects.send_now(text, to, chance.choice(KINDS))
        elif kind == 1:
            questions.ask(to[0], text)
        elif kind == 2:
            waiting = [q for q in room.world.questions if q.is_open and q.seat in others]
            if waiting:
                questions.answer(waiting[0].number, text)
        elif kind == 3:
            injects.write([replace(injects.blank(), title=text, text=text, when=Elapsed(5.0))])
        elif kind == 4:
            injects.skip([own])
        else:
            injects.switch(by_themselves=chance.random() < 0.5, on_hold=chance.random() < 0.5)

    return act


def _try(act: Callable[[Room], None], room: Room) -> None:
    try:
        act(room)
    except RuleError:
        return


def differs(seed: int) -> bool:
    plain, other, observer = pair_of(seed)
    return everything(plain, observer) != everything(other, observer)


@given(st.integers(0, 2**32))
@settings(max_examples=40)
def test_that_what_control_does_for_others_changes_none_of_a_seats_bytes(seed: int) -> None:
    assert not differs(seed)


@pytest.mark.soak
def test_that_thousands_of_games_keep_what_control_says_to_others() -> None:
    assert not [seed for seed in range(2_000) if differs(seed)]


def test_that_the_games_hold_something_to_keep() -> None:
    told = hidden = 0
    for seed in range(HUNT):
        plain, other, observer = pair_of(seed)
        view = visibility.view_for(plain.scenario, plain.world, observer)
        told += len(view.reports) + len(view.questions)
        hidden += other.world.events - plain.world.events
    assert told > 2 * HUNT
    assert hidden > 4 * HUNT


# Planted leaks


def numbers_among_all_reports(patch: pytest.MonkeyPatch) -> None:
    """Reports carry the number that they have among all."""
    real = control_words.reports_for

    def leaky(world: World, seat: ActorId) -> tuple[Report, ...]:
        count = len(world.injects.deliveries)
        return tuple(replace(report, number=count) for report in real(world, seat))

    patch.setattr(visibility, "reports_for", leaky)


def everybodys_reports(patch: pytest.MonkeyPatch) -> None:
    """What was sent to others is listed too."""
    real = control_words.reports_for

    def leaky(world: World, _seat: ActorId) -> tuple[Report, ...]:
        return tuple(report for one in SEATS for report in real(world, one))

    patch.setattr(visibility, "reports_for", leaky)


def controls_own_numbers(patch: pytest.MonkeyPatch) -> None:
    """Questions carry control's own number."""
    real = control_words.questions_for

    def leaky(world: World, seat: ActorId) -> tuple[SeatQuestion, ...]:
        numbers = [question.number for question in world.questions if question.seat == seat]
        return tuple(
            replace(question, number=number)
            for question, number in zip(real(world, seat), numbers, strict=False)
        )

    patch.setattr(visibility, "questions_for", leaky)


def how_many_wait(patch: pytest.MonkeyPatch) -> None:
    """A question says how many others wait for an answer."""
    real = control_words.questions_for

    def leaky(world: World, seat: ActorId) -> tuple[SeatQuestion, ...]:
        waiting = sum(question.is_open for question in world.questions)
        return tuple(replace(one, answer=f"{waiting}") for one in real(world, seat))

    patch.setattr(visibility, "questions_for", leaky)


PLANTED = (numbers_among_all_reports, everybodys_reports, controls_own_numbers, how_many_wait)


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_that_a_planted_leak_of_control_is_found(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    assert any(differs(seed) for seed in range(HUNT))
