"""The commands that ask the model: forecast, salvo, index."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wargame.cli.main import main

pytestmark = pytest.mark.compiled

TIMELINE = Path(__file__).parents[1] / "laws" / "timeline.csv"


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(words)
    out, err = capsys.readouterr()
    return status, out, err


def forecast(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    few = ("--rollouts", "70", "--turns", "4", "--seed", "5", "--json")
    status, out, _ = printed(capsys, "forecast", "after-tehran", *few, *words)
    assert status == 0
    document = json.loads(out)
    assert isinstance(document, dict)
    return document


def test_that_a_forecast_has_what_was_promised(capsys: pytest.CaptureFixture[str]) -> None:
    document = forecast(capsys)
    index = document["index"]
    assert isinstance(index, dict)
    assert set(index) == {"p05", "p25", "p50", "p75", "p95"}
    assert all(len(path) == 4 for path in index.values())
    for name in ("p_all_out", "p_direct_strike", "p_truce", "p_collapse"):
        estimate = document[name]
        assert isinstance(estimate, dict)
        assert 0 <= estimate["low"] <= estimate["value"] <= estimate["high"] <= 1
    acts = document["mean_acts"]
    assert isinstance(acts, dict)
    assert set(acts["ISR->HZB"]) == {"all", "rung_9_5_up"}


def test_that_threads_do_not_change_a_forecast(capsys: pytest.CaptureFixture[str]) -> None:
    one = forecast(capsys, "--threads", "1")["digest"]
    assert one == forecast(capsys, "--threads", "2")["digest"]


def test_that_what_ifs_change_a_forecast(capsys: pytest.CaptureFixture[str]) -> None:
    base = forecast(capsys)["digest"]
    for words in (
        ("--set", "doctrine.IRN.reply_ratio=1.6"),
        ("--set", "dyads.USA-ISR.leverage=0.9"),
        ("--set", "face.IRN=0.3"),
        ("--set", "parameters.index.scale=50"),
        ("--order", "1 ISR M13 IRN"),
        ("--forbid", "ISR HAM 5"),
    ):
        assert forecast(capsys, *words)["digest"] != base, words


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--set", "doctrine.IRN.replyratio=1"), "doctrine.IRN.reply_ratio"),
        (("--set", "face.IRAN=1"), "face.IRN"),
        (("--set", "face.IRN=7"), "between 0 and 1"),
        (("--set", "face.IRN"), "PATH=NUMBER"),
        (("--order", "1 ISR M99 IRN"), "no move M99"),
        (("--order", "ISR M13"), "TURN ACTOR MOVE TARGET"),
        (("--forbid", "ISR"), "ACTOR TARGET MINRUNG"),
        (("--forbid", "XXX IRN 9"), "no actor XXX"),
        (("--rollouts", "0"), "rollouts"),
        (("--start", "yesterday"), "yesterday"),
    ],
)
def test_that_a_wrong_question_is_refused_in_one_sentence(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = printed(capsys, "forecast", "after-tehran", *words)
    assert (status, out) == (2, "")
    assert sentence in err
    assert "Traceback" not in err


def test_that_more_warning_lets_fewer_weapons_through(capsys: pytest.CaptureFixture[str]) -> None:
    leaks = []
    for hours in ("0", "72"):
        status, out, _ = printed(
            capsys,
            *("salvo", "--ballistic-new", "180", "--warning-hours", hours),
            *("--draws", "200", "--json"),
        )
        assert status == 0
        leaks.append(json.loads(out)["leak"]["mean"])
    assert leaks[1] < leaks[0]


def test_that_an_unknown_shield_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = printed(
        capsys, "salvo", "--drone", "5", "--warning-hours", "1", "--shield", "tin"
    )
    assert status == 2
    assert "no shield tin" in err


def test_that_the_index_along_the_timeline_peaks_where_it_should(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, out, _ = printed(capsys, "index", str(TIMELINE), "--json")
    assert status == 0
    days = {day["date"]: day for day in json.loads(out)["days"]}
    assert max(days.values(), key=lambda day: float(day["index"]))["date"] == "2024-10-01"
    assert days["2024-07-31"]["band"] == "Direct strikes"
