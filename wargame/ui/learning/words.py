"""What the learning path says: numbers of a run, what it makes of an answer, how far one is."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from wargame.model.lessons import Exercise, GuidedGame
from wargame.play.practice.lessons.progress import ExerciseRecord, GuidedRecord
from wargame.play.practice.lessons.trials import (
    COMPILED_RUNS,
    PLAIN_RUNS,
    Compared,
    TrialResult,
    Verdict,
)
from wargame.ui.charts.forecast.words import percent, signed

LIMIT: Final = (
    "The model teaches how choices differ. Its levels are no forecast, and its constants are "
    "partly judged. What a run says is true of the model; whether it is true of the world is "
    "yours to weigh."
)

_GOES_ON: Final = "It goes on where you left it."

VERDICTS: Final = {
    Verdict.BORNE_OUT: "The runs bear this out.",
    Verdict.REFUTED: "The runs say otherwise.",
    Verdict.OPEN: "The runs are not clear about this.",
}


def value_text(compared: Compared, value: float) -> str:
    """A mean in the measure's unit.

    >>> from wargame.model.lessons import Measure
    >>> from wargame.model.outlook import Estimate
    >>> share = Compared(Measure("x", ("direct",), "x"), 0.4, 0.9, Estimate(0.5, 0.4, 0.6))
    >>> value_text(share, 0.4), difference_text(share)
    ('40 %', '+50 points')
    """
    return percent(value) if compared.measure.is_share else number_text(value)


def number_text(value: float) -> str:
    """A count or a level; small ones with two decimals."""
    text = f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}"
    return text.replace("-", "\u2212")


def difference_text(compared: Compared) -> str:
    """How much higher or lower in the second setting."""
    value = compared.difference.value
    if compared.measure.is_share:
        return f"{signed(100 * value, 0 if abs(value) >= 0.1 else 1)} points"
    return signed(value, 2 if abs(value) < 10 else 1)


def interval_text(compared: Compared) -> str:
    """The 95 % interval of the difference."""
    scale = 100.0 if compared.measure.is_share else 1.0
    ends = (scale * compared.difference.low, scale * compared.difference.high)
    decimals = 1 if max(map(abs, ends)) >= 1 else 2
    return " to ".join(signed(end, decimals) for end in ends)


def clearness_text(compared: Compared) -> str:
    """Whether the difference can be told from chance."""
    return "clear" if compared.difference.is_clear else "not clear"


def compared_sentence(compared: Compared, one: str, other: str) -> str:
    """A row of the table for who hears it."""
    return (
        f"{compared.measure.words}: {value_text(compared, compared.one)} where {one}, "
        f"{value_text(compared, compared.other)} where {other}. Difference "
        f"{difference_text(compared)}, 95 % interval {interval_text(compared)}, "
        f"{clearness_text(compared)}."
    )


def runs_text(result: TrialResult) -> str:
    """How many runs a table is made of, and by which law."""
    pairs = f"{result.runs:,} games in each world, on the same luck"
    if result.runs < result.wanted:
        pairs += f" (stopped; {result.wanted:,} were meant)"
    if result.is_compiled:
        return f"From {pairs}."
    return f"From {pairs}. The fast law is not ready yet, so these are few: intervals are wide."


def law_text(done: int, total: int) -> str:
    """How far the fast law is, and what that means for a run.

    >>> law_text(3, 9)
    'The fast law is 3 of 9 parts ready. Until then a run has 60 games, later 2,000.'
    """
    share = f"{done} of {total} parts ready" if total > 1 else "being made ready"
    return (
        f"The fast law is {share}. Until then a run has {PLAIN_RUNS} games, "
        f"later {COMPILED_RUNS:,}."
    )


def day_text(iso: str) -> str:
    """The day of a moment in ISO 8601, such as ``20 Nov 2026``; empty for none."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return ""
    return f"{moment.day} {moment:%b %Y}"


def exercise_state(
    exercise: Exercise, record: ExerciseRecord, left: ExerciseRecord
) -> tuple[str, ...]:
    """What was answered in an exercise, a line each; nothing is counted.

    Args:
        exercise: The exercise.
        record: What was answered when it was last finished, or so far.
        left: What was answered in it half way; an empty record where it was not left so.
    """
    is_left = exercise.before.choice(left.before) is not None
    before, after = exercise.before.choice(record.before), exercise.after.choice(record.after)
    if not record.done_at or before is None or after is None:
        return (f"Begun. {_GOES_ON}",) if is_left else ()
    day = day_text(record.done_at)
    return (
        f"Done{f' on {day}' if day else ''}",
        f"First case: {before.text}",
        f"Other case: {after.text}",
        *([f"Begun again. {_GOES_ON}"] if is_left else []),
    )


def guided_state(guided: GuidedGame, record: GuidedRecord) -> str:
    """How far the guided game is."""
    if record.done_at:
        day = day_text(record.done_at)
        return f"Done{f' on {day}' if day else ''}. You can play it again."
    if record.save and record.step:
        return f"At step {record.step + 1} of {len(guided.steps)}. {_GOES_ON}"
    return f"{len(guided.steps)} short steps, about {guided.minutes} minutes"
