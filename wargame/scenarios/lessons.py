"""Lesson files into lessons, with every fault at once as scenarios have it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wargame.errors import Fault, ScenarioError
from wargame.model.lessons import (
    Choice,
    Doing,
    Exercise,
    Expectation,
    GuidedGame,
    Measure,
    Part,
    Setting,
    Step,
    Trial,
    Way,
)
from wargame.scenarios.files.lesson_file import (
    CasePart,
    ChoicePart,
    ExerciseFile,
    GuidedFile,
    SettingPart,
    StepPart,
    TrialPart,
)
from wargame.scenarios.findings import Findings
from wargame.scenarios.single_file import content_of, read_single

_EXERCISE = "exercise"
_GUIDED = "guided-game"


def read_exercise(path: Path) -> Exercise:
    """The exercise in a YAML file.

    Raises:
        ScenarioError: The file cannot be read or is faulty; every fault is in the error.
    """
    document, findings = read_single(path, ExerciseFile, _EXERCISE)
    if document is not None:
        for name, part in (("before", document.before), ("after", document.after)):
            _check_part(name, part, findings)
    if findings or document is None:
        raise _refusal(path, findings)
    return Exercise(
        id=document.id,
        number=document.number,
        title=document.title,
        argument=document.argument,
        sources=tuple(document.sources),
        minutes=document.minutes,
        scenario=document.scenario,
        before=_part(document.before),
        after=_part(document.after),
        limits=tuple(document.limits),
    )


def read_guided_game(path: Path) -> GuidedGame:
    """The guided game in a YAML file.

    Raises:
        ScenarioError: The file cannot be read or is faulty; every fault is in the error.
    """
    document, findings = read_single(path, GuidedFile, _GUIDED)
    if findings or document is None:
        raise _refusal(path, findings)
    return GuidedGame(
        id=document.id,
        title=document.title,
        line=document.line,
        minutes=document.minutes,
        scenario=document.scenario,
        start=document.start,
        seat=document.seat,
        seed=document.seed,
        turns=document.turns,
        steps=tuple(map(_step, document.steps)),
    )


def lesson_faults(path: Path) -> tuple[str, tuple[Fault, ...]] | None:
    """What kind of lesson a file says it is, and every fault in it; None where it says nothing.

    A lesson names its schema in its first line, since its name may be any.

    Raises:
        ScenarioError: The file cannot be read.
    """
    first = content_of(path).split(b"\n", 1)[0]
    readers: dict[str, Callable[[Path], object]] = {
        _EXERCISE: read_exercise,
        _GUIDED: read_guided_game,
    }
    for kind, read in readers.items():
        if f"/{kind}.schema.json".encode() in first:
            try:
                read(path)
            except ScenarioError as error:
                if not error.faults:
                    raise
                return kind, error.faults
            return kind, ()
    return None


def _refusal(path: Path, findings: Findings) -> ScenarioError:
    faults = findings.sorted()
    if not faults:
        return ScenarioError(f"{path.name} is empty.")
    first = faults[0]
    more = f", and {len(faults) - 1} more" if len(faults) > 1 else ""
    message = f"{path.name} cannot be used: line {first.line}: {first.message}{more}."
    return ScenarioError(message, faults)


def _check_part(name: str, part: CasePart, findings: Findings) -> None:
    """Ids that stand twice, and measures that no trial takes."""
    measures = [measure.id for measure in part.trial.measures]
    for at, measure in enumerate(measures):
        if measure in measures[:at]:
            place = (name, "trial", "measures", at, "id")
            findings.add(_EXERCISE, place, f"“{measure}” stands twice")
    choices = [choice.id for choice in part.choices]
    for at, choice in enumerate(part.choices):
        if choice.id in choices[:at]:
            findings.add(_EXERCISE, (name, "choices", at, "id"), f"“{choice.id}” stands twice")
        for number, expected in enumerate(choice.expects):
            if expected.measure not in measures:
                near = findings.near(expected.measure, measures)
                message = f"the trial has no measure “{expected.measure}”{near}"
                wrong = (name, "choices", at, "expects", number, "measure")
                findings.add(_EXERCISE, wrong, message)


def _part(part: CasePart) -> Part:
    return Part(
        case=tuple(part.case),
        question=part.question,
        choices=tuple(map(_choice, part.choices)),
        trial=_trial(part.trial),
        meaning=tuple(part.meaning),
    )


def _choice(part: ChoicePart) -> Choice:
    expects = tuple(Expectation(e.measure, Way(e.way), float(e.within)) for e in part.expects)
    return Choice(part.id, part.text, expects, part.thought or "")


def _trial(part: TrialPart) -> Trial:
    measures = tuple(Measure(m.id, tuple(m.of.split()), m.words) for m in part.measures)
    return Trial(part.start, part.turns, _setting(part.one), _setting(part.other), measures)


def _setting(part: SettingPart) -> Setting:
    values = tuple((path, float(value)) for path, value in part.values.items())
    return Setting(part.name, values, tuple(part.orders), tuple(part.forbidden))


def _step(part: StepPart) -> Step:
    return Step(
        title=part.title,
        text=part.text,
        doing=Doing(part.waits_for),
        move=part.move or "",
        to=part.to or "",
        hours=float(part.hours),
        turn=part.turn,
        place=part.place or "",
    )
