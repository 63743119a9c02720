"""An export that finds no room leaves what was there, and nothing half-written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from wargame.errors import OutsideError
from wargame.reports.exports import write_bytes
from wargame.reports.inject_export import write_injects


@contextmanager
def no_room() -> Iterator[None]:
    """A disk that takes not one byte of a file."""
    import resource

    most, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))


def test_that_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "Report.html"
    for content in (b"first", b"second"):
        write_bytes(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="only some systems bound a file's size")
def test_that_a_full_disk_leaves_the_earlier_export(tmp_path: Path) -> None:
    page, table = tmp_path / "Report.html", tmp_path / "Injects.csv"
    page.write_bytes(b"earlier")
    with no_room():
        with pytest.raises(OutsideError, match=r"^Report.html cannot be written: .+\.$"):
            write_bytes(page, b"later")
        with pytest.raises(OutsideError, match=r"^Injects.csv cannot be written: .+\.$"):
            write_injects(table, [])
    assert page.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [page]


def test_that_a_link_goes_on_pointing_to_its_file(tmp_path: Path) -> None:
    path, link = tmp_path / "Report.html", tmp_path / "Latest.html"
    path.write_bytes(b"earlier")
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("links may not be made here")
    write_bytes(link, b"later")
    assert (link.is_symlink(), path.read_bytes()) == (True, b"later")
