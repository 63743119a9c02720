"""What durability and reading cost, as ratios in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from wargame.model.events import ActResolved, SystemSettled
from wargame.storage.codec import decode_event, encode_event
from wargame.storage.measure import append_latency, reading_time, typical_events

pytestmark = pytest.mark.bench


def test_that_typical_events_are_what_a_game_writes() -> None:
    events = typical_events(100)
    acts = [event for event in events if isinstance(event, ActResolved)]
    assert len(acts) > 50
    assert all(len(act.ledger) == 20 for act in acts)
    assert any(isinstance(event, SystemSettled) for event in events)
    for event in events:
        payload, read_back = encode_event(event)
        assert decode_event(event.kind, payload) == read_back == event


def test_that_a_durable_append_costs_at_most_1_6_bare_commits(tmp_path: Path) -> None:
    ratios = []
    for _ in range(5):
        measured = append_latency(rounds=3, folder=tmp_path)
        if measured.reference_ms < 0.08:
            pytest.skip("this disk is memory: there is nothing durable to compare with")
        ratios.append(measured.ratio)
        if measured.ratio <= 1.6:
            return
    pytest.fail(f"an append took {ratios} bare commits")


def test_that_opening_ten_thousand_events_is_a_matter_of_fetching_them(tmp_path: Path) -> None:
    measured = reading_time(count=2_000, rounds=7, folder=tmp_path)
    assert measured.ratio < 12
