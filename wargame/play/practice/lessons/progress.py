"""What a person has done on the learning path, in a small file of its own among the saves.

A damaged file costs what it held and nothing else: it is laid aside, and a new one begins.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Final

from wargame import paths
from wargame.errors import SaveError
from wargame.play.practice.lessons.kept_run import KeptRun, read_run

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_NAME: Final = "learning.json"
_FORMAT: Final = 1
_LARGEST: Final = 1_000_000
"""Bytes of the largest file that is read; ours has some hundred."""


@dataclass(frozen=True, slots=True)
class ExerciseRecord:
    """What was answered in an exercise.

    Attributes:
        before: Id of the answer before the first run; empty for none yet.
        before_said: What the run said of it, as ``Verdict`` writes it; empty before the run.
        after: Id of the answer in the other case.
        after_said: What the second run said of that.
        done_at: When it was finished, ISO 8601 in UTC; empty when it is not.
        run: The table of the first run; None before it, and once the exercise is finished.
    """

    before: str = ""
    before_said: str = ""
    after: str = ""
    after_said: str = ""
    done_at: str = ""
    run: KeptRun | None = None


@dataclass(frozen=True, slots=True)
class GuidedRecord:
    """How far a guided game is.

    Attributes:
        step: Steps that are behind, from 0.
        save: Name of the save among the person's games; empty before it was begun.
        done_at: When it was finished, ISO 8601 in UTC; empty when it is not.
    """

    step: int = 0
    save: str = ""
    done_at: str = ""


@dataclass(frozen=True, slots=True)
class _Kept:
    exercises: dict[str, ExerciseRecord]
    left: dict[str, ExerciseRecord]
    guided: dict[str, GuidedRecord]


class ProgressBook:
    """The progress of whoever uses this machine account.

    Attributes:
        fault: What was wrong with the file, in one sentence; empty as a rule.
    """

    def __init__(self, path: Path | None = None) -> None:
        """Read the file, if there is one.

        Args:
            path: The file; None for the person's own.
        """
        self._path = path or paths.saves() / FILE_NAME
        self.fault = ""
        self._kept = self._read()

    def exercise(self, name: str) -> ExerciseRecord:
        """What was answered in an exercise; an empty record before it was begun.

        Once it was finished, that stays until it is finished anew.
        """
        kept = self._kept.exercises.get(name, ExerciseRecord())
        return kept if kept.done_at else self._kept.left.get(name, kept)

    def left(self, name: str) -> ExerciseRecord:
        """What was answered in an exercise that was left half way; an empty record otherwise."""
        kept = self._kept.exercises.get(name, ExerciseRecord())
        return self._kept.left.get(name, ExerciseRecord() if kept.done_at else kept)

    def guided(self, name: str) -> GuidedRecord:
        """How far a guided game is."""
        return self._kept.guided.get(name, GuidedRecord())

    def guides(self, save: str) -> bool:
        """Whether a guide is still wanted in the game of a save, by the save's name."""
        return any(one.save == save and not one.done_at for one in self._kept.guided.values())

    def keep_exercise(self, name: str, record: ExerciseRecord) -> None:
        """Write down what was answered, half way or to the end.

        Raises:
            SaveError: The disk refuses it; the record is kept for this sitting all the same.
        """
        if record.done_at:
            self._kept.exercises[name] = record
            self._kept.left.pop(name, None)
        else:
            self._kept.left[name] = record
        self._write()

    def forget_left(self, name: str) -> None:
        """Forget what was answered half way in an exercise; errors as in keeping it."""
        self._kept.left.pop(name, None)
        if not self.exercise(name).done_at:
            self._kept.exercises.pop(name, None)
        self._write()

    def keep_guided(self, name: str, record: GuidedRecord) -> None:
        """Write down how far a guided game is; errors as with an exercise."""
        self._kept.guided[name] = record
        self._write()

    def _read(self) -> _Kept:
        try:
            with self._path.open("rb") as file:
                text = file.read(_LARGEST)
            return _kept(json.loads(text))
        except FileNotFoundError:
            return _Kept({}, {}, {})
        except OSError as error:
            reason = error.strerror or "unknown reason"
            self.fault = f"Progress cannot be read: {reason}."
        except (ValueError, RecursionError):
            # Laid aside, never overwritten: somebody may still read in it what was answered.
            aside = self._path.with_suffix(".damaged.json")
            with contextlib.suppress(OSError):
                self._path.replace(aside)
            self.fault = f"The file of progress was damaged and lies aside as {aside.name}."
        return _Kept({}, {}, {})

    def _write(self) -> None:
        body = {
            "format": _FORMAT,
            "exercises": {name: asdict(one) for name, one in self._kept.exercises.items()},
            "left": {name: asdict(one) for name, one in self._kept.left.items()},
            "guided": {name: asdict(one) for name, one in self._kept.guided.items()},
        }
        text = json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._path)
        except OSError as error:
            reason = error.strerror or "unknown reason"
            raise SaveError(f"Progress cannot be written: {reason}.", self._path) from error


def _kept(body: object) -> _Kept:
    """The records in a file.

    Raises:
        ValueError: It is none of ours.
    """
    if not isinstance(body, dict) or body.get("format") != _FORMAT:
        message = "not a file of progress"
        raise ValueError(message)
    return _Kept(
        {name: _exercise(one) for name, one in _entries(body, "exercises")},
        {name: _exercise(one) for name, one in _entries(body, "left")} if "left" in body else {},
        {name: _guided(one) for name, one in _entries(body, "guided")},
    )


def _entries(body: dict[object, object], key: str) -> list[tuple[str, Mapping[str, object]]]:
    part = body.get(key)
    if not isinstance(part, dict):
        message = f"no {key}"
        raise ValueError(message)
    found = [(name, one) for name, one in part.items() if isinstance(one, dict)]
    return [(str(name), {str(k): v for k, v in one.items()}) for name, one in found]


def _exercise(one: Mapping[str, object]) -> ExerciseRecord:
    """A record of the entries that we know; what a newer program added is left."""
    known = {f.name for f in fields(ExerciseRecord)} - {"run"}
    texts = {key: value for key, value in one.items() if key in known and isinstance(value, str)}
    return ExerciseRecord(**texts, run=read_run(one.get("run")))


def _guided(one: Mapping[str, object]) -> GuidedRecord:
    step, save, done_at = one.get("step"), one.get("save"), one.get("done_at")
    return GuidedRecord(
        step=step if isinstance(step, int) and not isinstance(step, bool) and step >= 0 else 0,
        save=save if isinstance(save, str) else "",
        done_at=done_at if isinstance(done_at, str) else "",
    )
