"""Control rules on acts: differences on the numbers, the proposal kept, one event for many."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.played import doctrine_game
from tests.scenes import AMB, BLU, GRN, IRN, ISR, loaded, order, settings_for
from wargame.errors import RuleError
from wargame.model.events import ActResolved, GameEnded, SystemSettled
from wargame.model.ids import Phase
from wargame.model.ledger import Entry, total_change
from wargame.model.outcome import Ending, Outcome
from wargame.model.ruling_views import ActDraft, Case, EffectLine, Learning, Queue
from wargame.model.rulings import ActRuled, ActsAccepted, How
from wargame.play.adjudication.rulings import Rulings
from wargame.play.changes import Changes
from wargame.play.live_game import LiveGame, open_game
from wargame.play.new_game import new_game
from wargame.play.verify import verify_save

REASON = "The room would not call that a full reply."


@pytest.fixture
def game(tmp_path: Path) -> Iterator[LiveGame]:
    blank = loaded("blank")
    live = new_game(blank, settings_for(blank.scenario), tmp_path / "game.wargame")
    live.start_planning()
    live.seal(BLU, (order("C04", "AMB"),))
    live.seal(AMB, (order("D04", "GRN"),))
    live.seal(GRN, ())
    live.lock_and_adjudicate()
    yield live
    live.close()


def case_of(desk: Rulings, seat: str) -> Case:
    return next(row.case for row in desk.queue() if row.case.seat == seat)


def effect_of(desk: Rulings, case: Case, variable: str) -> EffectLine:
    return next(line for line in desk.case(case).effects if line.place[0] == variable)


def test_that_every_act_of_the_turn_stands_in_the_list(game: LiveGame) -> None:
    rows = Rulings(game).queue()
    acts = [n for n, h in game.world.turns[-1] if isinstance(h, ActResolved)]
    assert {row.case.act for row in rows} == set(acts)
    assert all(row.queue is not Queue.RULED for row in rows)


def test_that_accepting_what_is_ready_is_one_event(game: LiveGame) -> None:
    desk = Rulings(game)
    ready = sum(row.queue is Queue.READY for row in desk.queue())
    before = game.world.events
    assert desk.accept_ready("Ines") == ready > 0
    assert game.world.events == before + 1
    assert isinstance(game.records[-1].event, ActsAccepted)
    assert not [row for row in desk.queue() if row.queue is Queue.READY]


def test_that_a_changed_number_needs_a_reason_of_ten_letters(game: LiveGame) -> None:
    desk = Rulings(game)
    case = case_of(desk, BLU)
    heat = effect_of(desk, case, "front_heat")
    draft = ActDraft(finals=((heat.place, heat.proposed + 5.0),), reason="too short")
    assert "1 more" in desk.preview(case, draft).fault
    with pytest.raises(RuleError):
        desk.rule(case, draft)
    assert desk.case(case).ruling is None


def test_that_a_ruling_moves_the_numbers_by_its_difference_and_the_index_after_them(
    game: LiveGame,
) -> None:
    desk, read = Rulings(game), game.scenario.layout.read
    case = case_of(desk, BLU)
    heat = effect_of(desk, case, "front_heat")
    before = read(game.world.values, *heat.place)
    draft = ActDraft(finals=((heat.place, heat.proposed + 5.0),), reason=REASON)
    shown = desk.preview(case, draft)
    assert shown.after > shown.before
    desk.rule(case, draft, "Ines")
    assert read(game.world.values, *heat.place) == pytest.approx(before + 5.0)
    assert read(game.world.values, "index") == shown.after == game.world.index_path[-1]
    event = game.records[-1].event
    assert isinstance(event, ActRuled)
    assert (event.reason, event.who) == (REASON, "Ines")


def test_that_the_ledger_of_the_turn_still_sums_to_its_change(game: LiveGame) -> None:
    desk = Rulings(game)
    case = case_of(desk, BLU)
    heat = effect_of(desk, case, "front_heat")
    desk.rule(case, ActDraft(finals=((heat.place, heat.proposed + 9.0),), reason=REASON))
    moved = sum(
        total_change(getattr(happening, "ledger", ()), "index")
        for _, happening in game.world.turns[-1]
    )
    path = game.world.index_path
    assert moved == pytest.approx(path[-1] - path[-2], abs=1e-12)
    meter = game.console().meter
    assert sum(step.change for step in meter.steps) == pytest.approx(path[-1] - path[-2])


def test_that_a_value_beyond_its_range_stops_at_the_end_of_it(game: LiveGame) -> None:
    desk = Rulings(game)
    case = case_of(desk, BLU)
    heat = effect_of(desk, case, "front_heat")
    desk.rule(case, ActDraft(finals=((heat.place, -1e9),), reason=REASON))
    assert game.scenario.layout.read(game.world.values, *heat.place) >= 0.0


def test_that_the_proposal_stays_in_the_log_and_the_ruled_act_is_what_is_known(
    game: LiveGame,
) -> None:
    desk = Rulings(game)
    case = case_of(desk, BLU)
    words = "A lone saboteur was caught at the fence."
    desk.rule(case, ActDraft(success=False, words=words, reason=REASON))
    proposed = game.records[case.act - 1].event
    assert isinstance(proposed, ActResolved)
    assert proposed.words == ""
    ruled = next(h for n, h in game.world.turns[-1] if n == case.act)
    assert isinstance(ruled, ActResolved)
    assert (ruled.words, ruled.success) == (words, False)
    game.publish()
    assert any(event.words == words for event in game.view(BLU).known)


def test_that_nothing_of_a_ruling_is_known_before_publication(game: LiveGame) -> None:
    desk = Rulings(game)
    before = game.view(AMB)
    case = case_of(desk, BLU)
    heat = effect_of(desk, case, "front_heat")
    desk.rule(case, ActDraft(finals=((heat.place, heat.proposed + 5.0),), reason=REASON))
    assert game.view(AMB) == before


def test_that_control_decides_who_learns_and_what_each_reads(game: LiveGame) -> None:
    desk = Rulings(game)
    case = case_of(desk, AMB)
    learnings = (Learning(GRN, learns=True, words="Somebody asks us for a favour."),)
    desk.rule(case, ActDraft(learnings=learnings, reason=REASON))
    other = case_of(desk, BLU)
    desk.rule(other, ActDraft(learnings=(Learning(GRN, learns=False),), reason=REASON))
    game.publish()
    known = [event.words for event in game.view(GRN).known if event.turn == 1]
    assert "Somebody asks us for a favour." in known
    acts = [event for event in game.view(GRN).known if event.turn == 1 and event.actor == BLU]
    assert not acts


def test_that_a_second_ruling_counts_from_the_first(game: LiveGame) -> None:
    desk, read = Rulings(game), game.scenario.layout.read
    case = case_of(desk, BLU)
    heat = effect_of(desk, case, "front_heat")
    before = read(game.world.values, *heat.place)
    desk.rule(case, ActDraft(finals=((heat.place, heat.proposed + 5.0),), reason=REASON))
    again = effect_of(desk, case, "front_heat")
    assert again.proposed == pytest.approx(heat.proposed + 5.0)
    desk.rule(case, ActDraft(finals=((heat.place, heat.proposed + 2.0),), reason=REASON))
    assert read(game.world.values, *heat.place) == pytest.approx(before + 2.0)


def test_that_rulings_come_back_with_the_game_and_its_snapshot(game: LiveGame) -> None:
    desk = Rulings(game)
    case = case_of(desk, BLU)
    heat = effect_of(desk, case, "front_heat")
    words = "Nobody saw it."
    draft = ActDraft(finals=((heat.place, heat.proposed + 5.0),), words=words, reason=REASON)
    desk.rule(case, draft)
    game.publish()
    game.begin_next_turn()
    game.start_planning()
    game.lock_and_adjudicate()
    before, path = game.world, game.path
    game.close()
    again = open_game(path)
    assert again.world == before
    assert again.world.state_hash() == before.state_hash()
    again.close()
    found = verify_save(path)
    assert found.is_whole, found.words


def test_that_nothing_is_ruled_once_the_outcome_is_out(game: LiveGame) -> None:
    desk = Rulings(game)
    case = case_of(desk, BLU)
    game.publish()
    with pytest.raises(RuleError):
        desk.rule(case, ActDraft())
    assert game.world.phase is Phase.OUTCOME


def test_that_an_act_without_changes_is_simply_accepted(game: LiveGame) -> None:
    desk = Rulings(game)
    case = case_of(desk, AMB)
    desk.rule(case, ActDraft())
    ruling = game.world.rulings.of_act(case.act)
    assert ruling is not None
    assert ruling.how is How.ACCEPTED


def test_that_a_ruling_on_what_a_seat_may_not_know_leaves_its_view_as_it_was(
    tmp_path: Path,
) -> None:
    shown = []
    for ruled in (False, True):
        blank = loaded("blank")
        live = new_game(blank, settings_for(blank.scenario), tmp_path / f"{ruled}.wargame")
        live.start_planning()
        live.seal(BLU, (order("C04", "AMB"),))
        live.lock_and_adjudicate()
        desk = Rulings(live)
        case = case_of(desk, BLU)
        if ruled:
            secret = next(
                line
                for line in desk.case(case).effects
                if {line.place[1], line.place[2]} == {BLU, AMB} and line.place[0] != "precedent"
            )
            draft = ActDraft(
                finals=((secret.place, secret.low),),
                learnings=(Learning(AMB, learns=True, words="You were told a secret."),),
                reason="Nobody else may read this reason.",
            )
            desk.rule(case, draft, "Ines")
        live.publish()
        shown.append(repr(live.view(GRN)))
        if ruled:
            for seat in (BLU, AMB, GRN):
                assert "Nobody else may read this" not in repr(live.view(seat))
            assert "You were told a secret." in repr(live.view(AMB))
        live.close()
    assert shown[0] == shown[1]


@pytest.mark.bench
def test_that_a_step_of_adjudication_takes_less_than_50_ms_at_5000_events(tmp_path: Path) -> None:
    game = doctrine_game(tmp_path, 2)
    game.begin_next_turn()
    game.start_planning()
    game.lock_and_adjudicate()
    past = game.world.turns[:-1]
    long_ago = tuple(
        tuple((n - 1_000_000 + 1_000 * copy, happening) for n, happening in turn)
        for copy in range(5_000 // sum(map(len, past)) + 1)
        for turn in past
    )
    game.world = replace(game.world, turns=(*long_ago, *game.world.turns))
    desk = Rulings(game)
    case = max(desk.queue(), key=lambda row: row.rung or 0.0).case
    line = desk.case(case).effects[0]
    draft = ActDraft(finals=((line.place, line.proposed + 1.0),), reason=REASON)
    steps = (
        desk.view,
        lambda: desk.case(case),
        lambda: desk.preview(case, draft),
        desk.unruled,
    )
    for step in steps:
        best = min(timed(step) for _ in range(5))
        assert best < 0.05, f"{best:.3f} s"
    game.close()


def timed(step: Callable[[], object]) -> float:
    begin = time.perf_counter()
    step()
    return time.perf_counter() - begin


def ended(game: LiveGame) -> None:
    """The turn loses control, as a hazard of the law would."""
    lost = Entry("all_out", "", "", 0.0, 1.0, "hazard", "S23")
    words = "Control over the escalation was lost."
    outcome = Outcome(Ending.ALL_OUT_WAR, words)
    settled = SystemSettled(1, "hazard", words, (), public=True, draws=(), ledger=(lost,))
    game.commit([settled, GameEnded(1, outcome)], Changes(meter=True))


def test_that_control_lets_a_game_go_on_that_the_law_would_end(game: LiveGame) -> None:
    ended(game)
    desk = Rulings(game)
    with pytest.raises(RuleError, match="at least 10"):
        desk.overrule_end("No.")
    desk.overrule_end("The room is not done; this was one bad draw.", "Ines")
    assert game.world.outcome is None
    assert game.scenario.layout.read(game.world.values, "all_out") == 0.0
    assert game.world.index_path[-1] < 100.0
    before, path = game.world, game.path
    game.publish()
    for seat in (BLU, AMB, GRN):
        assert "was lost" not in repr(game.view(seat))
    game.begin_next_turn()
    game.start_planning()
    game.lock_and_adjudicate()
    assert game.world.turn == 2
    turns = game.world.turns
    game.close()
    again = open_game(path)
    assert again.world.turns == turns
    assert again.world.turns[0][: len(before.turns[0])] == before.turns[0]
    again.close()


def test_that_a_game_that_goes_on_anyway_has_no_end_to_overrule(game: LiveGame) -> None:
    with pytest.raises(RuleError, match="Nothing ends"):
        Rulings(game).overrule_end("There is nothing to overrule here.")


def test_that_the_umpire_reads_a_warning_s_line_as_a_line(tmp_path: Path) -> None:
    whole = loaded("after-tehran")
    live = new_game(whole, settings_for(whole.scenario), tmp_path / "warned.wargame")
    live.start_planning()
    live.seal(ISR, (order("I02", IRN, meant=11.0),))
    live.seal(IRN, (order("I01", ISR, meant=3.0),))
    live.lock_and_adjudicate()
    desk = Rulings(live)
    warned, spoken = (desk.case(case_of(desk, seat)).facts for seat in (ISR, IRN))
    assert "Draws a line at R11" in warned
    assert not any(fact.startswith("Meant") for fact in warned)
    assert "Meant as R3" in spoken
    live.close()
