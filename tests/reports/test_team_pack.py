"""A team on paper knows what its screen knows, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.played import doctrine_game
from tests.scenes import AMB, BLU, after_tehran, blank, planning_world
from wargame.engine.visibility import view_for
from wargame.model.ids import ActorId
from wargame.model.seat_view import SeatView
from wargame.reports.papers import as_html
from wargame.reports.team_pack import MOST_EVENTS, rung_words, team_pack


def view(seat: ActorId = BLU) -> SeatView:
    return view_for(blank(), planning_world(blank()), seat)


def test_that_a_pack_holds_the_briefing_and_a_form_for_each_order() -> None:
    pack = team_pack(view())
    assert "Your briefing" in pack
    assert pack.count("<h3>Order ") == blank().max_orders
    assert "Blue" in pack


def test_that_what_people_wrote_is_shown_as_letters() -> None:
    told = replace(view(), session="<script>alert(1)</script> & co")
    pack = team_pack(told)
    assert "<script>" not in pack
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co" in pack
    assert "<b>" not in str(as_html("a <b>bold</b> word"))
    assert "<img" not in str(as_html("![x](file:///etc/hosts)"))


def test_that_a_rung_prints_with_its_letter() -> None:
    assert (rung_words(12.6), rung_words(0.0), rung_words(None)) == ("R13", "R0", "")


def test_that_every_seat_of_a_played_game_has_a_pack_with_what_it_knows(tmp_path: Path) -> None:
    game = doctrine_game(tmp_path / "game.wargame", 2)
    try:
        for seat in game.world.seats:
            seen = game.view(seat.actor)
            pack = team_pack(seen)
            assert pack.count("<tr><td>") >= min(len(seen.known), MOST_EVENTS)
            assert pack == team_pack(game.view(seat.actor))
    finally:
        game.close()


def test_that_a_pack_depends_on_the_view_alone() -> None:
    first = view_for(after_tehran(), planning_world(after_tehran()), ActorId("IRN"))
    other = view_for(after_tehran(), planning_world(after_tehran()), ActorId("ISR"))
    assert team_pack(first) != team_pack(other)
    assert other.briefing[40:120] not in team_pack(first)
    assert team_pack(view(AMB)) != team_pack(view(BLU))
