"""``wargame dry-run``: an answer on stdout, progress on stderr, and what is done when stopped."""

from __future__ import annotations

import json

import pytest

from wargame.cli.main import DONE, UNUSABLE, main
from wargame.play.dry_run.bot_game import BotGame, Played


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(("dry-run", *words))
    out, err = capsys.readouterr()
    return status, out, err


def test_that_it_prints_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = printed(capsys, "blank", "--games", "3", "--seed", "5", "--json")
    assert status == DONE
    document = json.loads(out)
    assert (document["scenario"], document["seed"], document["games"]) == ("blank", 5, 3)
    assert sum(ended["games"] for ended in document["endings"]) == 3
    for name in ("dead_injects", "unused_moves", "idle_seats", "refused", "comparison"):
        assert isinstance(document[name], list)
    assert document["refused"] == []
    assert "3 of 3 games" in err


def test_that_equal_seeds_print_equal_answers(capsys: pytest.CaptureFixture[str]) -> None:
    first = printed(capsys, "blank", "--games", "2")[1]
    assert first == printed(capsys, "blank", "--games", "2")[1]
    assert first.startswith("Two sides and a mediator, from 2 games:")


@pytest.mark.compiled
def test_that_kinds_are_compared_seed_by_seed(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("blank", "--games", "2", "--seats", "doctrine,planner:BLU", "--effort", "0.05")
    status, out, err = printed(capsys, *words, "--json")
    assert status == DONE
    document = json.loads(out)
    assert document["comparison"][0]["seeds"] == 2
    assert {"seed", "seat", "doctrine", "planner"} == set(document["results"][0])
    assert "4 of 4 games" in err
    assert "planner over doctrine" in printed(capsys, *words)[1]


def test_that_what_is_done_is_told_when_it_is_stopped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, played = BotGame.play, [0]

    def play(self: BotGame) -> Played:
        played[0] += 1
        if played[0] == 4:
            raise KeyboardInterrupt
        return real(self)

    monkeypatch.setattr(BotGame, "play", play)
    status, out, err = printed(capsys, "blank", "--games", "50")
    assert status == DONE
    assert "from 3 games" in err
    assert "from 3 games:" in out


def test_that_stopping_before_the_first_game_is_over_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def play(self: BotGame) -> Played:
        raise KeyboardInterrupt

    monkeypatch.setattr(BotGame, "play", play)
    status, out, err = printed(capsys, "blank", "--games", "2")
    assert (status, out) == (UNUSABLE, "")
    assert err.endswith("No game was finished.\n")


@pytest.mark.parametrize(
    "words",
    [
        ("nowhere",),
        ("blank", "--games", "0"),
        ("blank", "--seed", "-1"),
        ("blank", "--start", "never"),
        ("blank", "--effort", "99"),
        ("blank", "--effort", "nan"),
        ("blank", "--threads", "0"),
        ("blank", "--seats", "wizard"),
        ("blank", "--seats", "planner:XXX"),
    ],
)
def test_that_unusable_words_are_answered_in_a_sentence(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    status, out, err = printed(capsys, *words)
    assert (status, out) == (UNUSABLE, "")
    assert err.count("\n") == 1
    assert err.rstrip().endswith(".")
    assert "Traceback" not in err
