"""The first game, without a window: sealed, adjudicated, published, closed and reopened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.scenes import AMB, BLU, GRN, loaded, order, settings_for
from wargame.errors import RuleError, SaveError
from wargame.model.events import OrdersSealed
from wargame.model.ids import ActorId, Controller, Phase
from wargame.model.seats import Player, Seat, Settings
from wargame.play.changes import Changes
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game
from wargame.play.settings import hash_pin, pin_matches, settings_refusal
from wargame.storage.opening import open_save
from wargame.storage.save_file import SaveFile


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    blank = loaded("blank")
    live = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    yield live
    live.close()


def reopened(game: LiveGame) -> LiveGame:
    path = game.path
    game.close()
    return open_game(path)


def test_that_a_new_game_waits_in_the_briefing_of_turn_1(game: LiveGame) -> None:
    assert (game.world.turn, game.world.phase) == (1, Phase.BRIEF)
    assert game.world.index_path == (game.scenario.layout.read(game.world.values, "index"),)


def test_that_a_played_turn_is_the_same_to_the_last_digit_after_reopening(game: LiveGame) -> None:
    game.start_planning()
    game.seal(BLU, (order("C04", "AMB"),))
    game.seal(AMB, (order("D04", "GRN"),))
    game.seal(GRN, ())
    game.lock_and_adjudicate()
    game.publish()
    before, hashed, console = game.world, game.world.state_hash(), game.console()
    again = reopened(game)
    assert again.world == before
    assert again.world.state_hash() == hashed
    assert again.console() == console
    again.begin_next_turn()
    assert again.world.turn == 2
    again.close()


def test_that_a_snapshot_of_other_variables_is_passed_over(game: LiveGame) -> None:
    game.start_planning()
    game.lock_and_adjudicate()
    path, before = game.path, game.world
    game.close()
    with open_save(path) as save:
        save.keep_snapshot(before.events, replace(before, values=before.values[:-8]))
    again = open_game(path)
    assert again.world == before
    again.close()


def test_that_a_published_outcome_is_what_everybody_knows(game: LiveGame) -> None:
    game.start_planning()
    game.seal(BLU, (order("C04", "AMB"),))
    game.lock_and_adjudicate()
    assert len(game.view(AMB).index_path) == 1
    game.publish()
    assert game.world.published == game.world.values
    assert game.view(AMB).index_path == game.world.index_path
    assert len(game.view(AMB).index_path) == 2


def test_that_unsealing_keeps_every_draft_in_its_slot(game: LiveGame) -> None:
    game.start_planning()
    unfinished, sealed = order("M02"), order("D04", "GRN")
    game.keep_draft(AMB, 1, unfinished)
    game.keep_draft(AMB, 3, sealed)
    game.seal(AMB, (sealed,))
    game.unseal(AMB)
    assert [(d.slot, d.order) for d in game.drafts(AMB)] == [(1, unfinished), (3, sealed)]


def test_that_orders_sealed_without_drafts_become_drafts_when_unsealed(game: LiveGame) -> None:
    game.start_planning()
    sealed = (order("D04", "GRN"), order("D01"))
    game.keep_draft(AMB, 1, order("M02"))
    game.seal(AMB, sealed)
    game.unseal(AMB)
    assert [d.order for d in game.drafts(AMB)] == [order("M02"), *sealed]


def test_that_drafts_are_there_after_reopening(game: LiveGame) -> None:
    game.start_planning()
    half = order("M05", message="Stop")
    game.keep_draft(AMB, 2, half)
    again = reopened(game)
    assert [(d.slot, d.order) for d in again.drafts(AMB)] == [(2, half)]
    again.close()


def test_that_a_sealed_sheet_cannot_be_sealed_again_but_taken_back(game: LiveGame) -> None:
    game.start_planning()
    game.seal(GRN, (order("D07", "BLU"),))
    with pytest.raises(RuleError):
        game.seal(GRN, ())
    game.unseal(GRN)
    assert game.world.sealed_orders(GRN) is None
    assert [d.order for d in game.drafts(GRN)] == [order("D07", "BLU")]


def test_that_orders_against_the_rules_change_nothing(game: LiveGame) -> None:
    game.start_planning()
    before = game.world
    with pytest.raises(RuleError) as refused:
        game.seal(GRN, (order("M05", "AMB"),))
    assert refused.value.code == "actor.not-able"
    assert game.world == before


def test_that_commands_have_their_phase(game: LiveGame) -> None:
    for command in (game.lock_and_adjudicate, game.publish, game.begin_next_turn):
        with pytest.raises(RuleError) as refused:
            command()
        assert refused.value.code == "phase.wrong"
    with pytest.raises(RuleError):
        game.keep_draft(BLU, 1, order("D01"))


def test_that_seats_that_have_not_sealed_go_with_their_drafts(game: LiveGame) -> None:
    game.start_planning()
    game.keep_draft(GRN, 1, order("D07", "BLU"))
    game.lock_and_adjudicate()
    sealed = {
        r.event.seat: r.event.orders for r in game.records if isinstance(r.event, OrdersSealed)
    }
    assert sealed[GRN] == (order("D07", "BLU"),)
    assert sealed[BLU] == ()
    assert game.drafts(GRN) == ()


def test_that_a_seat_that_seals_during_the_lock_is_not_overruled(game: LiveGame) -> None:
    game.start_planning()
    work = game.begin_adjudication()
    events = work(lambda _done, _total: None)
    game.seal(GRN, (order("D07", "BLU"),))
    with pytest.raises(RuleError) as refused:
        game.finish_adjudication(events)
    assert refused.value.code == "orders.changed"


def test_that_orders_unsealed_during_the_lock_are_not_carried_out(game: LiveGame) -> None:
    game.start_planning()
    game.seal(GRN, (order("D07", "BLU"),))
    events = game.begin_adjudication()(lambda _done, _total: None)
    game.unseal(GRN)
    with pytest.raises(RuleError) as refused:
        game.finish_adjudication(events)
    assert refused.value.code == "orders.changed"
    game.lock_and_adjudicate()
    assert game.world.phase is Phase.ADJUDICATE


def test_that_whole_numbers_in_an_order_are_the_same_after_reopening(game: LiveGame) -> None:
    game.start_planning()
    game.seal(GRN, (order("D02", "BLU", warning_hours=24, meant=3),))
    before = game.world.state_hash()
    again = reopened(game)
    assert again.world.state_hash() == before
    again.close()


def test_that_half_a_character_is_refused_in_a_sentence(game: LiveGame) -> None:
    game.start_planning()
    half = order("D02", "BLU", message="\ud800")
    with pytest.raises(RuleError, match="cannot be kept"):
        game.seal(GRN, (half,))
    with pytest.raises(RuleError, match="cannot be kept"):
        game.keep_draft(GRN, 1, half)
    with pytest.raises(RuleError):
        game.change_seat(Seat(GRN, Controller.PEOPLE, (Player("\udfff"),)))


def test_that_listeners_hear_what_moved_and_that_it_is_saved(game: LiveGame) -> None:
    heard: list[Changes] = []
    stop = game.listen(heard.append)
    game.start_planning()
    game.seal(GRN, ())
    game.lock_and_adjudicate()
    game.publish()
    stop()
    game.begin_next_turn()
    assert [c.phase for c in heard] == [Phase.PLAN, None, Phase.ADJUDICATE, Phase.OUTCOME]
    assert heard[1].seats == {GRN}
    assert heard[2].meter
    assert heard[3].published
    assert all(c.saved_at and not c.unsaved for c in heard)


def test_that_what_moved_it_adds_up_exactly(game: LiveGame) -> None:
    import math

    for _ in range(3):
        game.start_planning()
        game.lock_and_adjudicate()
        meter = game.console().meter
        total = math.fsum(step.change for step in meter.steps)
        assert total == pytest.approx(meter.index - meter.moved_from, abs=1e-12)
        assert meter.steps
        game.publish()
        game.begin_next_turn()


def test_that_the_same_seed_gives_the_same_game(tmp_path: Path) -> None:
    hashes = []
    for name in ("one", "two"):
        blank = loaded("blank")
        live = new_game(blank, settings_for(blank.scenario, seed=5), tmp_path / f"{name}.wargame")
        for _ in range(2):
            live.start_planning()
            live.seal(BLU, (order("C04", "AMB"),) if live.world.turn == 1 else ())
            live.lock_and_adjudicate()
            live.publish()
            live.begin_next_turn()
        hashes.append(live.world.state_hash())
        live.close()
    assert hashes[0] == hashes[1]


def test_that_another_seed_gives_another_game(tmp_path: Path) -> None:
    values = []
    for seed in (5, 6):
        blank = loaded("blank")
        settings = settings_for(blank.scenario, seed=seed)
        live = new_game(blank, settings, tmp_path / f"{seed}.wargame")
        live.start_planning()
        live.lock_and_adjudicate()
        values.append(live.world.values)
        live.close()
    assert values[0] != values[1]


def test_that_the_last_turn_ends_the_game(game: LiveGame) -> None:
    while not game.has_ended:
        game.start_planning()
        game.lock_and_adjudicate()
        game.publish()
        if not game.has_ended:
            game.begin_next_turn()
    assert game.world.outcome is not None
    assert game.world.outcome.words
    assert game.world.turn <= game.scenario.turns


def test_that_the_facilitator_can_end_the_game(game: LiveGame) -> None:
    game.end("The room has seen enough.")
    assert game.has_ended
    again = reopened(game)
    assert again.world.outcome is not None
    assert again.world.outcome.words == "The room has seen enough."
    again.close()


def test_that_a_seat_changes_hands_with_players_and_pin(game: LiveGame) -> None:
    seat = Seat(BLU, Controller.PEOPLE, (Player("Dana", "Head"),), hash_pin("4711"))
    game.change_seat(seat)
    again = reopened(game)
    kept = again.world.seat(BLU)
    assert kept.players == (Player("Dana", "Head"),)
    assert pin_matches("4711", kept.pin)
    assert not pin_matches("4712", kept.pin)
    assert "4711" not in kept.pin
    again.close()


def test_that_a_full_disk_keeps_the_game_in_memory_and_is_made_good(game: LiveGame) -> None:
    game.start_planning()
    disk = game._save._raw()
    pages = disk.execute("PRAGMA page_count").fetchone()[0]
    disk.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    long = order("D07", "BLU", message="m" * 2000, rationale="r" * 2000)
    rounds = 0
    while not game.saved()[1]:
        game.seal(GRN, (long,))
        game.unseal(GRN)
        rounds += 1
        assert rounds < 100
    assert "\n" not in game.saved()[1]
    game.seal(GRN, (long,))
    assert game.world.sealed_orders(GRN) == (long,)
    disk.execute("PRAGMA max_page_count = 1000000").fetchall()
    assert game.retry_save()
    state = game.world.state_hash()
    again = reopened(game)
    assert again.world.sealed_orders(GRN) == (long,)
    assert again.world.state_hash() == state
    again.close()


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"title": "  "}, "name"),
        ({"title": "x" * 81}, "80"),
        ({"seed": -1}, "seed"),
        ({"start": "never"}, "start point"),
        ({"plan_minutes": -5}, "minutes"),
        ({"seats": ()}, "seat"),
    ],
)
def test_that_settings_that_make_no_sense_are_refused(change: dict[str, object], word: str) -> None:
    scenario = loaded("blank").scenario
    wrong: Settings = replace(settings_for(scenario), **change)  # type: ignore[arg-type]
    assert word in settings_refusal(scenario, wrong)


def test_that_two_players_of_a_team_cannot_have_one_name() -> None:
    scenario = loaded("blank").scenario
    settings = settings_for(scenario)
    twins = Seat(ActorId("BLU"), Controller.PEOPLE, (Player("Dana"), Player(" dana ")))
    seats = (twins, *settings.seats[1:])
    assert "same name" in settings_refusal(scenario, replace(settings, seats=seats))


def test_that_a_game_goes_on_elsewhere_with_what_the_disk_refused(
    game: LiveGame, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game.start_planning()
    write = SaveFile.append

    def refuse(*_: object, **__: object) -> None:
        raise SaveError("The disk is full.")

    monkeypatch.setattr(SaveFile, "append", refuse)
    game.seal(BLU, (order("C04", "AMB"),))
    game.keep_draft(AMB, 1, order("M05"))
    assert game.saved()[1] == "The disk is full."
    monkeypatch.setattr(SaveFile, "append", write)
    first, second = game.path, tmp_path / "stick" / "game.wargame"
    second.parent.mkdir()
    assert game.save_elsewhere(second)
    assert (game.path, game.saved()[1]) == (second, "")
    game.seal(GRN, ())
    world = game.world
    again = reopened(game)
    assert again.world == world
    assert [draft.order.move for draft in again.drafts(AMB)] == ["M05"]
    again.close()
    before = open_game(first)
    assert before.world.sealed == ()
    before.close()
