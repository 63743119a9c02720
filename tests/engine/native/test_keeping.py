"""Machine code on disk: kept once, made again where damaged, done without where it cannot be."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from wargame.engine.native.machine import Door, kept_code

TEXT = """
define void @door(ptr %x) {
  store double 4.0, ptr %x
  ret void
}
"""


class Maker:
    """Makes the text, and counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> str:
        self.made += 1
        return TEXT


def works(code: bytes) -> bool:
    record = np.zeros(1, np.dtype([("x", "<f8")]))
    Door(code, 1)(record)
    return bool(record["x"][0] == 4.0)


def test_that_code_is_made_once_and_told_of(tmp_path: Path) -> None:
    maker = Maker()
    said: list[tuple[int, int]] = []
    code = kept_code(tmp_path, "key", maker, lambda done, total: said.append((done, total)))
    assert said == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert kept_code(tmp_path, "key", maker) == code
    assert maker.made == 1
    assert works(code)
    assert [file.suffix for file in tmp_path.iterdir()] == [".code"]


def test_that_another_key_is_another_code(tmp_path: Path) -> None:
    maker = Maker()
    kept_code(tmp_path, "key", maker)
    kept_code(tmp_path, "other", maker)
    assert maker.made == 2


def test_that_damaged_code_is_made_again_and_never_run(tmp_path: Path) -> None:
    maker = Maker()
    kept_code(tmp_path, "key", maker)
    (file,) = tmp_path.iterdir()
    for damaged in (file.read_bytes()[:-20], b"", b"x" * 500):
        file.write_bytes(damaged)
        assert works(kept_code(tmp_path, "key", maker))
    assert maker.made == 4


def test_that_a_folder_that_cannot_be_made_costs_only_time(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("no folder")
    assert works(kept_code(in_the_way / "law", "key", Maker()))
