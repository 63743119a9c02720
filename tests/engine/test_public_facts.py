"""The public view holds what is public and nothing else, in every byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.played import doctrine_game
from tests.scenes import IRN, ISR, after_tehran, order, planning_world
from wargame.engine.public_facts import public_view
from wargame.model.channels import ChannelBook, Message, Way
from wargame.model.events import ActResolved, Draw, SystemSettled
from wargame.model.ids import ActorId, Phase
from wargame.model.injects import Delivery, InjectBook
from wargame.model.ledger import Entry
from wargame.model.outcome import Ending, Outcome
from wargame.model.scenario import Scenario
from wargame.model.world import Happening, World

SCENARIO = after_tehran()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    game = doctrine_game(tmp_path_factory.mktemp("public"), 3)
    yield game.world
    game.close()


def seen(world: World) -> bytes:
    return repr(public_view(SCENARIO, world)).encode()


def changed(world: World, change: Callable[[Happening], Happening | None]) -> World:
    """The world with every happening put through a change; None drops it."""
    turns = []
    for turn in world.turns:
        kept: list[tuple[int, Happening]] = []
        for number, happening in turn:
            other = change(happening)
            if other is not None:
                kept.append((number + 7, other))
        turns.append(tuple(kept))
    return replace(world, turns=tuple(turns))


def test_that_there_is_news_of_published_turns(world: World) -> None:
    view = public_view(SCENARIO, world)
    assert {item.turn for item in view.news} >= {0, 1, 2, 3}
    assert len(view.index_path) == 4
    assert view.news[0].turn == 3


def test_that_nothing_of_a_turn_is_public_before_its_outcome(world: World) -> None:
    hidden = replace(
        world,
        published_turn=2,
        index_published=world.index_path[:3],
        phase=Phase.ADJUDICATE,
        outcome=Outcome(Ending.ALL_OUT_WAR, "Nobody may know yet."),
    )
    view = public_view(SCENARIO, hidden)
    assert max(item.turn for item in view.news) == 2
    assert len(view.index_path) == 3
    assert not view.outcome
    assert b"Nobody may know" not in seen(hidden)


def test_that_numbers_draws_reasons_and_ledgers_leave_no_trace(world: World) -> None:
    def other(happening: Happening) -> Happening:
        if isinstance(happening, ActResolved | SystemSettled):
            entry = Entry("face", "ISR", "", 0.5, 0.1, "act:1", "S9")
            draw = Draw("x.y", 3, 0.25, 1.0)
            happening = replace(happening, ledger=(entry,), draws=(draw,))
        if isinstance(happening, ActResolved):
            happening = replace(
                happening, why="a secret reason", rung=happening.rung + 1, severity=9.0,
                attribution=0.123, number=happening.number + 30,
            )  # fmt: skip
        return happening

    changed_world = replace(
        changed(world, other),
        values=bytes(len(world.values)),
        published=bytes(len(world.published)),
        standing=(),
        standing_published=(),
        events=world.events + 400,
    )
    assert seen(changed_world) == seen(world)


def test_that_what_only_some_seats_learned_leaves_no_trace(world: World) -> None:
    def without_private(happening: Happening) -> Happening | None:
        if isinstance(happening, ActResolved):
            public = tuple(s for s in happening.sightings if s.how == "public")
            return replace(happening, sightings=public) if public else None
        if isinstance(happening, SystemSettled) and not happening.public:
            return None
        return happening if isinstance(happening, SystemSettled) else None

    assert seen(changed(world, without_private)) == seen(world)


def test_that_an_actor_is_named_only_when_nobody_in_public_doubts_it(world: World) -> None:
    def doubted(happening: Happening) -> Happening:
        if not isinstance(happening, ActResolved):
            return happening
        sightings = tuple(
            replace(s, shares=((happening.actor, 0.6),)) if s.how == "public" else s
            for s in happening.sightings
        )
        return replace(happening, actor=ISR, sightings=sightings)

    def doubted_of_another(happening: Happening) -> Happening:
        if not isinstance(happening, ActResolved):
            return happening
        sightings = tuple(
            replace(s, shares=((IRN, 0.6),)) if s.how == "public" else s
            for s in happening.sightings
        )
        return replace(happening, actor=IRN, sightings=sightings)

    assert seen(changed(world, doubted)) == seen(changed(world, doubted_of_another))
    news = public_view(SCENARIO, changed(world, doubted)).news
    assert any(item.words.startswith("Unknown actor") for item in news if item.turn)


def test_that_orders_and_drafts_are_counted_and_not_shown() -> None:
    world = planning_world(SCENARIO)
    secret = order("C04", "ISR", message="nobody may read this")
    sealed = replace(world, sealed=((IRN, (secret, secret)),))
    empty = replace(world, sealed=((IRN, ()),))
    assert seen(sealed) == seen(empty)
    assert public_view(SCENARIO, sealed).sealed == 1
    assert public_view(SCENARIO, replace(sealed, phase=Phase.BRIEF)).sealed == 0


def test_that_a_planted_leak_is_caught(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from wargame.engine import public_facts

    plain = public_facts._headline

    def leaking(scenario: Scenario, act: ActResolved) -> str:
        return f"{plain(scenario, act)} {act.why}"

    monkeypatch.setattr(public_facts, "_headline", leaking)
    public_facts._of_a_turn.cache_clear()
    with pytest.raises(AssertionError):
        test_that_numbers_draws_reasons_and_ledgers_leave_no_trace(world)
    public_facts._of_a_turn.cache_clear()


def test_that_the_end_is_told_when_it_is_published(tmp_path: Path) -> None:
    game = doctrine_game(tmp_path, 1)
    game.end("The facilitator stops here.")
    assert public_view(SCENARIO, game.world).outcome == "The facilitator stops here."
    game.close()


def test_that_what_control_gave_to_some_and_what_was_said_in_private_leave_no_trace(
    world: World,
) -> None:
    def delivery(words: str, *, is_public: bool) -> Delivery:
        to = tuple(seat.actor for seat in world.seats) if is_public else (ISR,)
        return Delivery("x", words, words, "news", "", "", to, is_public, 2, Phase.PLAN)

    def message(words: str, to: ActorId | None) -> Message:
        return Message(
            number=1,
            sender=IRN,
            to=to,
            via=None,
            text=words,
            quotable=True,
            notice=None,
            turn=2,
            hour=4.0,
            tells=2,
            leaked=False,
            overheard=(),
            way=Way.DELIVERED,
            words=words,
        )

    told = InjectBook(deliveries=(delivery("Oil rises", is_public=True),))
    also = InjectBook(
        deliveries=(delivery("A secret report", is_public=False), *told.deliveries),
        by_themselves=False,
        exercise_minutes=33.0,
    )
    said = ChannelBook(messages=(message("We shall answer.", None),))
    more = ChannelBook(messages=(message("Hold until Friday", ISR), *said.messages))
    plain = replace(world, injects=told, channels=said)
    assert seen(replace(world, injects=also, channels=more)) == seen(plain)
    words = [item.words for item in public_view(SCENARIO, plain).news]
    assert "Oil rises." in words
    assert "Iran: “We shall answer.”" in words


@given(seed=st.integers(0, 2**32 - 1))
@settings(max_examples=25, deadline=None)
def test_that_any_mixture_of_hidden_changes_leaves_no_trace(world: World, seed: int) -> None:
    """Happenings are changed at random in what is hidden, and hidden ones come and go."""
    drawn = Random(seed)  # noqa: S311 - no secret depends on it

    def other(happening: Happening) -> Happening | None:
        if not isinstance(happening, ActResolved):
            return happening if isinstance(happening, SystemSettled) and happening.public else None
        public = any(s.how == "public" for s in happening.sightings)
        if not public and drawn.random() < 0.5:
            return None
        hidden = tuple(s for s in happening.sightings if s.how == "public" or drawn.random() < 0.5)
        return replace(
            happening,
            sightings=hidden,
            rung=drawn.uniform(0, 20),
            severity=drawn.uniform(0, 90),
            attribution=drawn.random(),
            why=str(drawn.random()),
            warning_hours=drawn.uniform(0, 90),
            choreographed=drawn.random() < 0.5,
        )

    assert seen(changed(world, other)) == seen(world)
