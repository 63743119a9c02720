"""What verifying a save says, also when other rules played it."""

from __future__ import annotations

from pathlib import Path

import pytest

from wargame.cli.main import main
from wargame.engine.rules_version import RULES_VERSION
from wargame.play import new_game as making
from wargame.play.verify import verify_save


def _played(path: Path) -> None:
    assert main(("new", "blank", "--save", str(path), "--seed", "5")) == 0
    assert main(("play", str(path), "--turns", "1")) == 0


def test_that_a_save_of_these_rules_is_adjudicated_again(tmp_path: Path) -> None:
    path = tmp_path / "now.wargame"
    _played(path)
    found = verify_save(path)
    assert found.is_whole
    assert found.same_rules
    assert found.words.endswith("every turn adjudicates the same again.")


def test_that_a_save_of_other_rules_is_whole_and_says_in_a_sentence_what_cannot_be_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "then.wargame"
    with monkeypatch.context() as patched:
        patched.setattr(making, "RULES_VERSION", "0")
        _played(path)
    found = verify_save(path)
    assert found.is_whole
    assert not found.same_rules
    assert found.rules == "0"
    assert f"rules 0 played it and this program has rules {RULES_VERSION}" in found.words
    assert "cannot be adjudicated again" in found.words
    assert found.words.count(". ") == 0
    assert found.state
