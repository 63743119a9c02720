"""What scripts see of dealings: a seat its own, the facilitator everything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.scenes import AMB, BLU, GRN
from wargame.cli.main import main
from wargame.model.channels import Notice, Words
from wargame.model.proposals import Clause, ProposalKind, Terms
from wargame.play.dealings.conversations import Conversations
from wargame.play.dealings.negotiations import Negotiations
from wargame.play.live_game import open_game

PRIVATE = "Between the two of us."


@pytest.fixture
def save(tmp_path: Path) -> str:
    path = tmp_path / "game.wargame"
    assert main(("new", "blank", "--save", str(path), "--seed", "3")) == 0
    game = open_game(path)
    game.start_planning()
    talk = Conversations(game)
    talk.send(AMB, Words(GRN, PRIVATE))
    talk.send(BLU, Words(GRN, "Tonight.", notice=Notice(AMB, 24.0, 13.0)))
    terms = Terms(
        "A pause", ProposalKind.PACT, (BLU, GRN), (), None, (Clause("No fire.", 7.0),), public=False
    )
    Negotiations(game).propose(BLU, terms)
    game.close()
    return str(path)


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(("show", *words)) == 0
    return capsys.readouterr().out


def test_that_a_seat_is_shown_its_messages_proposals_and_lines(
    save: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(capsys, save, "--seat", "GRN")
    assert "Lines: BLU, AMB" in text
    assert "BLU → GRN        Tonight. (Directly, new)" in text
    assert "1. A pause, by BLU: Waits for" in text
    assert "act against AMB, 24 h before" in text
    assert PRIVATE in text
    assert PRIVATE not in shown(capsys, save, "--seat", "BLU")


def test_that_json_for_a_seat_holds_its_part_alone(
    save: str, capsys: pytest.CaptureFixture[str]
) -> None:
    channels = json.loads(shown(capsys, save, "--seat", "AMB", "--json"))["view"]["channels"]
    assert [message["words"] for message in channels["messages"]] == [PRIVATE]
    assert channels["proposals"] == []


def test_that_json_for_the_facilitator_holds_all_dealings(
    save: str, capsys: pytest.CaptureFixture[str]
) -> None:
    dealings = json.loads(shown(capsys, save, "--json"))["dealings"]
    assert [row["text"] for row in dealings["traffic"]] == [PRIVATE, "Tonight."]
    assert [paper["title"] for paper in dealings["papers"]] == ["A pause"]
