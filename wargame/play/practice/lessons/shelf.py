"""The lessons there are: those that came with the program, and those that a person wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wargame import paths
from wargame.errors import ScenarioError
from wargame.model.lessons import Exercise, GuidedGame
from wargame.scenarios.lessons import read_exercise, read_guided_game

GUIDED_FILE = "first-game.yaml"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every lesson.

    Attributes:
        guided: The guided first game; None where its file is missing or faulty.
        exercises: The exercises, by number.
        faults: One sentence for each file that cannot be used.
    """

    guided: GuidedGame | None
    exercises: tuple[Exercise, ...]
    faults: tuple[str, ...]

    def of(self, name: str) -> Exercise | None:
        """An exercise by its id; None where there is none of that name."""
        return next((one for one in self.exercises if one.id == name), None)


def lessons_folder() -> Path:
    """The folder of the lessons that came with the program."""
    return paths.assets() / "lessons"


def own_lessons() -> Path:
    """The folder for exercises that this person wrote; it may not exist."""
    return paths.saves() / "lessons"


def lesson_shelf() -> Shelf:
    """Every lesson; a faulty file costs only itself. An own exercise replaces one of its id."""
    faults: list[str] = []
    found: dict[str, Exercise] = {}
    for path in (*_files(lessons_folder() / "exercises"), *_files(own_lessons())):
        try:
            exercise = read_exercise(path)
        except ScenarioError as error:
            faults.append(str(error))
            continue
        found[exercise.id] = exercise
    guided: GuidedGame | None = None
    try:
        guided = read_guided_game(lessons_folder() / GUIDED_FILE)
    except ScenarioError as error:
        faults.append(str(error))
    ordered = sorted(found.values(), key=lambda exercise: (exercise.number, exercise.id))
    return Shelf(guided, tuple(ordered), tuple(faults))


def guided_game() -> GuidedGame | None:
    """The guided first game; None where its file is missing or faulty."""
    try:
        return read_guided_game(lessons_folder() / GUIDED_FILE)
    except ScenarioError:
        return None


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(folder.glob("*.yaml"))
