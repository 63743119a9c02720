"""Opens a scenario where it lies, in a folder or in a zip, and takes its files word for word."""

from __future__ import annotations

from pathlib import Path

from wargame.scenarios.archive import read_archive
from wargame.scenarios.limits import MAX_FILE_BYTES
from wargame.scenarios.text import (
    BRIEFINGS,
    KINDS,
    ScenarioText,
    belongs,
    check_size,
    check_total,
    is_stray,
    refusal,
)


def read_text(path: Path) -> ScenarioText:
    """The files of a scenario folder or zip, as they are.

    Raises:
        ScenarioError: There is nothing there, it cannot be read, or it is refused for its size or
            for what a zip holds.
    """
    try:
        if path.is_dir():
            return _read_folder(path)
        if not path.exists():
            raise refusal(path.name or str(path), "there is no such file or folder")
        if not path.is_file():
            raise refusal(path.name, "neither a file nor a folder")
        return read_archive(path)
    except (OSError, ValueError) as error:
        raise refusal(path.name or str(path), f"cannot be read ({_reason(error)})") from error


def _reason(error: Exception) -> str:
    return (error.strerror or "unknown reason") if isinstance(error, OSError) else str(error)


def _read_folder(folder: Path) -> ScenarioText:
    """The files of a folder; hidden files, pictures and notes beside them are left alone."""
    files: dict[str, bytes] = {}
    for path in _entries(folder):
        name = path.relative_to(folder).as_posix()
        if belongs(name) or is_stray(name):
            if not path.is_file():
                raise refusal(name, "a folder or a device stands where a file belongs")
            check_size(name, path.stat().st_size)
            with path.open("rb") as file:
                files[name] = file.read(MAX_FILE_BYTES + 1)
            check_size(name, len(files[name]))
            check_total(folder.name, files)
    return ScenarioText(files, folder.resolve().name)


def _entries(folder: Path) -> list[Path]:
    """What lies in the folder and in those of its folders that can hold scenario files."""
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        found.append(path)
        if path.is_dir() and path.name in {*KINDS, BRIEFINGS}:
            found += [part for part in sorted(path.iterdir()) if not part.name.startswith(".")]
    return found
