"""How a team's screen says things: certainty, costs, conditions, outcomes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.team.seat_views import BRIEFING, IRN, ISR, LABELS, QAT, USA, known, seat_view
from wargame.model.conditions import Measure, Struck
from wargame.model.ids import MoveId, Weapon
from wargame.model.orders import Order
from wargame.ui.item_models.band_scales import band_scale
from wargame.ui.item_models.moments import days_words, turn_words, wall_words
from wargame.ui.team.briefing import briefing_lead, roles_markdown
from wargame.ui.team.outcome_words import change_words, index_sentence, outcome_words
from wargame.ui.team.words import (
    aim_words,
    certainty,
    certainty_words,
    condition_words,
    cost_words,
    crossed_words,
    names_words,
    order_facts,
    promise_words,
    shortage_words,
)

NAMES = {label.id: label for label in LABELS}
SCALE = band_scale(seat_view().bands)


@pytest.mark.parametrize(
    ("how", "sure", "words"),
    [
        ("own", 1.0, "Our own"),
        ("told", 1.0, "Told to us only"),
        ("public", 1.0, "Public"),
        ("target", 0.95, "Certain"),
        ("target", 0.85, "Likely, 85 %"),
        ("intelligence", 0.5, "Perhaps, 50 %"),
        ("public", 0.2, "Doubtful, 20 %"),
    ],
)
def test_that_every_way_of_knowing_has_its_words(how: str, sure: float, words: str) -> None:
    assert certainty(known(1, how=how, sure=sure))[1] == words


def test_that_an_unknown_actor_is_said_to_be_unknown() -> None:
    event = known(1, actor=None, sure=0.0, how="target")
    assert certainty_words(event, NAMES) == "We were the target. Who did it is not known."


def test_that_a_likely_actor_is_named_with_the_doubt() -> None:
    words = certainty_words(known(1, sure=0.7, how="intelligence"), NAMES)
    assert words.endswith("Who did it is not certain: Israel, likely, 70 %.")


def test_that_costs_and_shortages_are_said_in_points() -> None:
    assert cost_words(2.0, 3.0) == "2 political, 3 material"
    assert cost_words(0.0, 0.0) == "nothing"
    assert shortage_words(-1.0, -0.5) == "needs 1 more political and 0.5 more material"


def test_that_names_are_joined_as_people_join_them() -> None:
    assert names_words(NAMES, (QAT,)) == "Qatar"
    assert names_words(NAMES, (QAT, ISR, USA)) == "Qatar, Israel and United States"


def test_that_a_condition_says_who_strikes_whom() -> None:
    assert condition_words(Struck(13.0), NAMES) == "Only if we are struck at R13 or more"
    by_israel = Struck(9.0, by=ISR, whom=QAT)
    assert condition_words(by_israel, NAMES) == "Only if Qatar is struck at R9 or more by Israel"
    other = condition_words(Measure("talks", ">=", 0.5), NAMES)
    assert other == "Only under a condition that was written outside this screen"


def test_that_a_sealed_order_is_told_without_what_was_left_open() -> None:
    bare = Order(MoveId("M12"), ISR)
    assert order_facts(bare, NAMES) == []
    assert aim_words(bare, NAMES) == "at Israel"
    full = replace(
        bare,
        salvo=((Weapon.DRONE, 1200), (Weapon.ROCKET, 0)),
        overt=False,
        warning_hours=30.0,
        told=(QAT,),
        meant=11.0,
        audience=(ISR,),
        message="It ends here.",
        rationale="Why",
        condition=Struck(10.0),
    )
    assert dict(order_facts(full, NAMES)) == {
        "Scale": "Drones 1,200",
        "Signature": "Deniable",
        "Warning": "30 h, to Qatar",
        "Message": "For Israel: It ends here.",
        "Meant as": "R11",
        "Condition": "Only if we are struck at R10 or more",
        "Rationale": "Why",
    }


def test_that_the_rung_of_a_warning_is_told_as_the_line_that_it_draws() -> None:
    warning = Order(MoveId("I02"), ISR, meant=11.0)
    assert order_facts(warning, NAMES, is_warning=True) == [("Line drawn at", "R11")]


def test_that_a_red_line_says_what_was_promised_and_whether_it_was_said() -> None:
    crossed, held = seat_view().red_lines
    assert (promise_words(crossed), crossed_words(crossed)) == (
        "We said: a direct reply",
        "Crossed, turn 1",
    )
    assert (promise_words(held), crossed_words(held)) == (
        "Not said aloud: close the strait",
        "Not crossed",
    )


def test_that_the_index_is_said_with_its_band_and_change() -> None:
    assert index_sentence((65.9, 64.1), SCALE) == (
        "Escalation 64.1 of 100, band 4 of 5, Direct strikes, 1.8 lower in turn 1."
    )
    assert change_words((65.96, 65.94)) == "0.1 lower in turn 1"
    assert change_words((65.94, 65.93)) == "unchanged in turn 1"


def test_that_an_outcome_counts_what_was_learned_in_its_turn() -> None:
    own = known(4, actor=IRN, how="own")
    view = seat_view(known=(known(1, 0), known(2), own), index_path=(58.0, 61.0))
    assert outcome_words(view, SCALE, 1) == (
        "Escalation rose by 3.0 to 61.0 and is now in band 4, Direct strikes. "
        "We know of 1 act of ours and 1 other thing. There may be more."
    )


def test_that_the_lead_of_a_briefing_is_whole_sentences_without_marks() -> None:
    assert briefing_lead(BRIEFING) == "A guest was killed. A reply is owed."
    assert briefing_lead(BRIEFING, 25) == "A guest was killed."
    assert briefing_lead("# Only a title") == ""


def test_that_roles_keep_their_own_signs() -> None:
    assert r"Wants \[calm\]" in roles_markdown((("President", "Wants [calm]"),))
    assert roles_markdown(()) == ""


def test_that_turns_and_days_are_said_as_people_say_them() -> None:
    assert turn_words(4, 12) == "Turn 4 of 12"
    assert turn_words(0, 12) == "Before turn 1"
    assert days_words("2023-12-31", "2024-01-02") == "31 December 2023 – 2 January 2024"
    assert days_words("2024-08-03", "2024-08-03") == "3 August 2024"
    assert wall_words("never") == ""
