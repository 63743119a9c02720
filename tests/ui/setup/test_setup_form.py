"""The set-up without a window: faults, presets, and the settings that come of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scenes import AMB, BLU, GRN, blank, settings_for
from wargame.model.ids import Controller
from wargame.model.seats import Player
from wargame.ui.setup.setup_form import (
    LARGEST_SEED,
    SeatForm,
    SetupForm,
    dealt_words,
    form_fault,
    form_of,
    pin_fault,
    seed_fault,
    settings_of,
    with_preset,
)

BOTH = (Controller.PEOPLE, Controller.FACILITATOR)


@pytest.fixture(scope="module")
def form() -> SetupForm:
    return form_of(settings_for(blank()))


def plain(pin: str) -> str:
    return f"hash of {pin}"


def test_that_settings_survive_the_way_through_the_form(form: SetupForm) -> None:
    assert settings_of(form, plain) == settings_for(blank())


@pytest.mark.parametrize("text", ["0", "48151", str(LARGEST_SEED)])
def test_that_every_whole_number_up_to_the_limit_is_a_seed(text: str) -> None:
    assert seed_fault(text) == ""


@pytest.mark.parametrize(
    "text", ["", "-1", "1.5", "4e3", str(LARGEST_SEED + 1), "٤٢", "0x10", " 7", "nan"]
)
def test_that_anything_else_is_refused_with_the_range(text: str) -> None:
    assert "0 to 9,007,199,254,740,991" in seed_fault(text)


@given(st.text(max_size=20))
def test_that_no_text_passes_as_a_seed_and_then_fails(text: str) -> None:
    if not seed_fault(text):
        assert 0 <= int(text) <= LARGEST_SEED


@pytest.mark.parametrize(("pin", "is_fine"), [("", True), ("12", False), ("1234", True)])
def test_that_a_pin_has_four_digits_or_none(pin: str, is_fine: bool) -> None:
    assert (pin_fault(pin) == "") is is_fine


def test_that_the_start_waits_for_a_name_a_seed_and_whole_pins(form: SetupForm) -> None:
    half = replace(form.seat(AMB), pin="12")
    assert form_fault(form, blank()) == ""
    assert "name" in form_fault(replace(form, title="  "), blank())
    assert "seed" in form_fault(replace(form, seed="x"), blank())
    assert "PIN" in form_fault(form.with_seat(half), blank())


def test_that_a_half_pin_of_a_seat_without_people_is_nobodys_business(form: SetupForm) -> None:
    seat = SeatForm(AMB, Controller.FACILITATOR, (), "12")
    assert form_fault(form.with_seat(seat), blank()) == ""


def test_that_players_and_pin_count_only_where_people_play(form: SetupForm) -> None:
    team = (Player(" Dana ", "Head"), Player("", ""))
    people = SeatForm(BLU, Controller.PEOPLE, team, "1234")
    control = replace(people, actor=AMB, controller=Controller.FACILITATOR)
    settings = settings_of(form.with_seat(people).with_seat(control), plain)
    blu, amb, _ = settings.seats
    assert (blu.players, blu.pin) == ((Player("Dana", "Head"),), "hash of 1234")
    assert (amb.players, amb.pin) == ((), "")


def test_that_changing_who_decides_keeps_the_names(form: SetupForm) -> None:
    named = form.with_seat(SeatForm(BLU, Controller.PEOPLE, (Player("Dana"),)))
    dealt = with_preset(with_preset(named, "facilitator", BOTH), "teams", BOTH)
    assert dealt.seat(BLU).players == (Player("Dana"),)


def test_that_solo_gives_one_seat_to_people_and_the_rest_to_whoever_is_offered(
    form: SetupForm,
) -> None:
    alone = with_preset(form, "solo", BOTH, GRN)
    assert [seat.controller for seat in alone.seats] == [
        Controller.FACILITATOR,
        Controller.FACILITATOR,
        Controller.PEOPLE,
    ]
    against = with_preset(form, "solo", (*BOTH, Controller.DOCTRINE), GRN)
    assert against.count(Controller.DOCTRINE) == 2


def test_that_the_dealing_is_told_in_words(form: SetupForm) -> None:
    assert dealt_words(form) == "3 played by people"
    alone = with_preset(form, "solo", BOTH, GRN)
    assert dealt_words(alone) == "1 played by people, 2 with the facilitator"


def test_that_what_the_program_does_by_itself_is_on_until_it_is_switched_off() -> None:
    plain = form_of(settings_for(blank()))
    assert (plain.automatic, plain.forecast, plain.computers) == (True, True, True)
    form = replace(plain, automatic=False, computers=False)
    settings = settings_of(form, lambda pin: pin)
    assert (settings.automatic, settings.forecast, settings.computers) == (False, True, False)
    assert form_of(settings) == form
