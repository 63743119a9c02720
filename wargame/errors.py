"""The errors of the project: one root and three families.

Every door can answer in one sentence because of them. ``RuleError`` says that the rules forbid
what was asked, ``OutsideError`` that a file or the machine is wrong, ``InternalError`` that we have
a bug. Messages are plain sentences that can be read aloud.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class WargameError(Exception):
    """The root of everything this project raises on purpose."""


class RuleError(WargameError):
    """What was asked is against the rules of the game.

    Attributes:
        code: A stable reason code such as ``stock.short``, for tests, tool tips and translations.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class OutsideError(WargameError):
    """The outside world is wrong: a file, a folder, a disk, a display."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a scenario file.

    Attributes:
        file: The file as the author knows it, relative to the scenario's folder.
        line: Line, counted from 1; 0 when the whole file or folder is meant.
        column: Column, counted from 1; 0 when the whole line is meant.
        place: Dotted path of the value, such as ``moves.M11.cost.political``; may be empty.
        message: What is wrong, the value, and what was expected, in one sentence.
    """

    file: str
    line: int
    column: int
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.place}: {self.message}"


class ScenarioError(OutsideError):
    """A scenario cannot be used.

    Attributes:
        faults: Every fault that was found, in the order of files and lines.
    """

    def __init__(self, message: str, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(message)
        self.faults = faults


class SaveError(OutsideError):
    """A save file cannot be opened, read or written; the original is left as it was.

    Attributes:
        path: The file that is meant, or None where there is none yet.
    """

    def __init__(self, message: str, path: Path | None = None) -> None:
        super().__init__(message)
        self.path = path


class InternalError(WargameError):
    """We have a bug: something that the code promised did not hold."""
