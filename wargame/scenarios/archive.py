"""Scenarios as zips: read without trusting a word of their headers, written the same every time."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from pathlib import Path

from wargame.scenarios.limits import MAX_FILE_BYTES, MAX_FILES, MAX_UNPACKED_BYTES, MEBIBYTE
from wargame.scenarios.text import (
    ScenarioText,
    belongs,
    check_size,
    check_total,
    is_stray,
    refusal,
)

_DRIVE = re.compile(r"[A-Za-z]:")
_CHUNK = 64 * 1024
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def pack(text: ScenarioText) -> bytes:
    """A zip of the files; equal files give equal bytes on every machine.

    Nothing is compressed, because compressed bytes differ between versions of zlib.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in text.files.items():
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 3
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, content)
    return out.getvalue()


def unpack(content: bytes, name: str = "scenario.zip") -> ScenarioText:
    """The files of a zip.

    Args:
        content: The bytes of the zip.
        name: What to call it in faults.

    Raises:
        ScenarioError: It is no zip, or it holds something that is refused.
    """
    if len(content) > MAX_UNPACKED_BYTES:
        raise _too_much(name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _unpacked(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, LookupError, ValueError) as error:
        raise refusal(name, "not a zip that can be read, or a damaged one") from error
    except (NotImplementedError, RuntimeError, AttributeError, TypeError) as error:
        # Locked entries, or a kind of compression that Python does not know.
        raise refusal(name, "a zip that is locked or packed in an unknown way") from error


def read_archive(path: Path) -> ScenarioText:
    """The files of a zip on disk; see ``unpack``."""
    if path.stat().st_size > MAX_UNPACKED_BYTES:
        raise _too_much(path.name)
    if path.suffix.lower() in {".yaml", ".yml", ".md"}:
        raise refusal(path.name, "a single file; a scenario is a folder or a zip")
    return unpack(path.read_bytes(), path.name)


def _too_much(name: str) -> Exception:
    limit = MAX_UNPACKED_BYTES // MEBIBYTE
    return refusal(name, f"unpacks to more than {limit} MiB, the most that is allowed")


def _unpacked(archive: zipfile.ZipFile, name: str) -> ScenarioText:
    entries = archive.infolist()
    if len(entries) > 4 * MAX_FILES:
        raise refusal(name, f"holds more than {4 * MAX_FILES} entries")
    for entry in entries:
        _check_entry(entry, name)
    top = _top_folder([entry.filename for entry in entries])
    files: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        content = _content(archive, entry, name, MAX_UNPACKED_BYTES - total)
        total += len(content)
        inner = entry.filename.removeprefix(f"{top}/") if top else entry.filename
        if belongs(inner) or is_stray(inner):
            if inner in files:
                raise refusal(name, f"holds {inner} twice")
            if entry.is_dir():
                raise refusal(inner, "a folder stands where a file belongs")
            check_size(inner, len(content))
            files[inner] = content
    check_total(name, files)
    return ScenarioText(files, top)


def _check_entry(entry: zipfile.ZipInfo, name: str) -> None:
    inner = entry.orig_filename
    parts = inner.split("/")
    shown = " ".join(ascii(inner)[1:-1].split())[:80]
    if inner.startswith("/") or _DRIVE.match(inner) or "\\" in inner or "\0" in inner:
        raise refusal(name, f"holds the entry {shown}, which is not a path inside the zip")
    if ".." in parts:
        raise refusal(name, f"holds the entry {shown}, which leads out of the zip")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise refusal(
            name, f"holds {shown}, a link or a device; only files and folders are allowed"
        )


def _top_folder(names: list[str]) -> str:
    """The one folder that everything lies in; empty when the files lie at the top."""
    tops = {name.split("/")[0] for name in names if not name.startswith("__MACOSX/")}
    if len(tops) != 1 or any("/" not in name for name in names):
        return ""
    return tops.pop()


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, room: int) -> bytes:
    """The bytes of an entry, counted while they are unpacked; its header may say anything."""
    if entry.is_dir():
        return b""
    parts: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > room:
                raise _too_much(name)
            if size > MAX_FILE_BYTES and (entry.filename.endswith((".yaml", ".md"))):
                check_size(entry.filename, size)
            parts.append(piece)
    return b"".join(parts)
