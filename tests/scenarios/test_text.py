"""Files are kept word for word, and folders and zips are refused before they can do harm."""

from __future__ import annotations

import io
import shutil
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from tests.scenarios.conftest import TINY
from wargame.errors import ScenarioError
from wargame.scenarios.archive import pack, unpack
from wargame.scenarios.limits import MEBIBYTE
from wargame.scenarios.loading import load_scenario, scenario_of
from wargame.scenarios.opening import read_text
from wargame.scenarios.text import ScenarioText


def zipped(*entries: tuple[str, bytes], packed: bool = True) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as made:
        for name, content in entries:
            made.writestr(name, content)
    return out.getvalue()


def refused(content: bytes) -> str:
    with pytest.raises(ScenarioError) as caught:
        unpack(content, "x.zip")
    (fault,) = caught.value.faults
    assert str(caught.value) == f"{fault.file}: {fault.message}"
    return str(caught.value)


def test_that_a_text_holds_the_files_word_for_word_in_order_of_names() -> None:
    text = read_text(TINY)
    assert text.folder == "tiny"
    assert list(text.files) == sorted(text.files)
    for name, content in text.files.items():
        assert content == (TINY / name).read_bytes()
    assert "briefings/RED.md" in text.files


def test_that_the_hash_depends_on_names_and_contents_only() -> None:
    one = ScenarioText({"moves.yaml": b"a", "actors.yaml": b"b"}, "x")
    same = ScenarioText({"actors.yaml": b"b", "moves.yaml": b"a"}, "y")
    shifted = ScenarioText({"actors.yaml": b"ba", "moves.yaml": b""}, "x")
    assert one == same
    assert one.sha256 == same.sha256
    assert one.sha256 != shifted.sha256


def test_that_packing_gives_equal_bytes_and_loses_nothing(tiny: ScenarioText) -> None:
    again = ScenarioText(dict(reversed(list(tiny.files.items()))))
    assert pack(tiny) == pack(again)
    found = unpack(pack(tiny))
    assert found.files == tiny.files
    assert found.sha256 == tiny.sha256


def test_that_notes_pictures_and_hidden_files_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "README.md").write_text("mine", "utf-8")
    (folder / ".draft.yaml").write_text("x", "utf-8")
    (folder / "briefings" / "map.png").write_bytes(b"\x89PNG")
    (folder / "old").mkdir()
    (folder / "old" / "moves.yaml").write_text("x", "utf-8")
    assert read_text(folder) == read_text(TINY)


def test_that_a_zip_of_the_folder_and_one_of_its_files_load_alike(tmp_path: Path) -> None:
    files = read_text(TINY).files.items()
    inside = tmp_path / "inside.zip"
    inside.write_bytes(zipped(*((f"tiny/{name}", content) for name, content in files)))
    bare = tmp_path / "bare.zip"
    bare.write_bytes(zipped(*files))
    assert load_scenario(inside).scenario == load_scenario(bare).scenario
    assert read_text(inside).folder == "tiny"
    assert read_text(bare).folder == ""


def test_that_split_files_load_like_whole_ones(tmp_path: Path) -> None:
    whole = load_scenario(TINY).scenario
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    moves = (folder / "moves.yaml").read_text("utf-8")
    head, first, second, third = moves.split("  - id: ")
    (folder / "moves.yaml").unlink()
    (folder / "moves").mkdir()
    for name, part in (("a.yaml", f"{head}  - id: {first}  - id: {second}"), ("b.yaml", third)):
        text = part if name == "a.yaml" else f"moves:\n  - id: {part}"
        (folder / "moves" / name).write_text(text, "utf-8")
    (folder / "sources").mkdir()
    (folder / "sources" / "more.yaml").write_text(
        "sources:\n  extra: {title: More, kind: public, confidence: low}\n", "utf-8"
    )
    split = load_scenario(folder).scenario
    assert split.moves == whole.moves
    assert [source.id for source in split.sources] == ["extra", "notes"]


def test_that_split_files_that_disagree_are_found(tiny: ScenarioText) -> None:
    files = dict(tiny.files)
    files["sources/more.yaml"] = (
        b"sources:\n  notes: {title: Again, kind: public, confidence: low}\n"
    )
    files["scenario/more.yaml"] = b"turns: 5\n"
    files["moves/more.yaml"] = b"moves:\n  - {id: M05, rung: x}\n"
    with pytest.raises(ScenarioError) as caught:
        scenario_of(ScenarioText(files))
    found = [str(fault) for fault in caught.value.faults]
    assert (
        "sources/more.yaml:2:3: sources.notes: the key “notes” was already given in sources.yaml, "
        "line 3" in found
    )
    assert (
        "scenario/more.yaml:1:1: scenario.turns: the key “turns” was already given in "
        "scenario.yaml" in found
    )
    assert "moves/more.yaml:2:21: moves.M05.rung: expected a number, found “x”" in found
    assert (
        "moves/more.yaml:2:10: moves.M05.id: the id “M05” was already given in moves.yaml, line 14"
        in found
    )


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("../moves.yaml", "leads out of the zip"),
        ("a/../../b.yaml", "leads out of the zip"),
        ("/etc/moves.yaml", "is not a path inside the zip"),
        ("C:/moves.yaml", "is not a path inside the zip"),
        ("C:moves.yaml", "is not a path inside the zip"),
    ],
)
def test_that_paths_out_of_a_zip_are_refused(entry: str, reason: str) -> None:
    assert refused(zipped((entry, b"x"))) == f"x.zip: holds the entry {entry}, which {reason}"


def test_that_backslashes_in_a_zip_are_refused() -> None:
    content = zipped(("a/b.yaml", b"x")).replace(b"a/b.yaml", b"..\\byaml")
    assert "not a path inside the zip" in refused(content)


def test_that_links_in_a_zip_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        link = zipfile.ZipInfo("moves.yaml")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
    assert refused(out.getvalue()) == (
        "x.zip: holds moves.yaml, a link or a device; only files and folders are allowed"
    )


def test_that_a_zip_that_unpacks_to_too_much_is_refused_while_it_is_read() -> None:
    piece = bytes(MEBIBYTE)
    content = zipped(*((f"part{n}.bin", piece) for n in range(65)))
    assert len(content) < MEBIBYTE
    assert refused(content) == "x.zip: unpacks to more than 64 MiB, the most that is allowed"


def test_that_a_zip_that_lies_about_its_size_is_refused() -> None:
    content = bytearray(zipped(("note.bin", bytes(70 * MEBIBYTE))))
    size = struct.pack("<I", 70 * MEBIBYTE)
    for _ in range(2):
        at = content.index(size)
        content[at : at + 4] = struct.pack("<I", 10)
    assert refused(bytes(content)).startswith("x.zip: ")


def test_that_a_file_of_more_than_two_mebibytes_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "moves.yaml").write_bytes(b"#" * (2 * MEBIBYTE + 1))
    sentence = "moves.yaml: larger than 2 MiB, the largest file allowed"
    with pytest.raises(ScenarioError) as caught:
        read_text(folder)
    assert str(caught.value) == sentence
    assert refused(zipped(("moves.yaml", b"#" * (2 * MEBIBYTE + 1)))) == sentence


def test_that_too_many_files_are_refused() -> None:
    many = zipped(*((f"moves/m{n}.yaml", b"moves: []") for n in range(501)))
    assert refused(many) == "x.zip: holds more than 500 scenario files"
    more = zipped(*((f"p{n}.png", b"") for n in range(2001)))
    assert refused(more) == "x.zip: holds more than 2000 entries"


def test_that_too_much_text_in_all_is_refused() -> None:
    part = b"#" * (2 * MEBIBYTE)
    content = zipped(*((f"moves/m{n}.yaml", part) for n in range(5)))
    assert refused(content) == "x.zip: holds more than 8 MiB of scenario text"


def test_that_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(TINY, folder)
    (folder / "sources.yaml").unlink()
    (folder / "sources.yaml").mkdir()
    with pytest.raises(ScenarioError, match=r"^sources\.yaml: a folder or a device stands where"):
        read_text(folder)


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"PK\x05\x06" + bytes(18), b"no zip", zipped(("moves.yaml", b"x"))[:40]],
    # A zip holds the time of day, and workers must name their tests alike.
    ids=["nothing", "two letters", "an empty zip", "no zip", "a zip cut short"],
)
def test_that_what_is_no_zip_or_an_empty_one_is_refused(content: bytes) -> None:
    with pytest.raises(ScenarioError):
        scenario_of(unpack(content, "x.zip"))


def test_that_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"^nothing: there is no such file or folder$"):
        read_text(tmp_path / "nothing")
