"""Conditions: comparisons that can be read, ids that exist, rungs on the ladder."""

from __future__ import annotations

from wargame.model.variables import BY_NAME
from wargame.scenarios.checks.variables import check_address, check_range
from wargame.scenarios.files.conditions_part import ActsPart, ConditionPart, StruckPart
from wargame.scenarios.findings import shown
from wargame.scenarios.marks import Path
from wargame.scenarios.measure import MeasureError, read_measure
from wargame.scenarios.review import Review

SIDES = ("actor", "target")
"""The words that stand for the two sides in a move's requirements."""

WORDS = (*SIDES, "front")
"""All words of a move's requirements; ``front`` is the front on which the move acts."""


def check_condition(
    review: Review,
    condition: ConditionPart | None,
    kind: str,
    path: Path,
    *,
    words: tuple[str, ...] = (),
    by_control: bool = False,
) -> None:
    """Everything in a condition and its parts.

    Args:
        review: The reading.
        condition: The condition; None is always right.
        kind: The document.
        path: Where it is written.
        words: Words that may stand for a name here: ``WORDS`` in a move's requirements.
        by_control: Whether control asks, who has the clock on the wall and reads all messages.
    """
    if condition is None:
        return
    if condition.struck is not None:
        _check_struck(review, condition.struck, kind, (*path, "struck"))
    if condition.measure is not None:
        _check_measure(
            review, condition.measure, kind, (*path, "measure"), words, by_control=by_control
        )
    if condition.acts is not None:
        _check_acts(review, condition.acts, kind, (*path, "acts"), words)
    for key, given in (("messages", condition.messages), ("elapsed", condition.elapsed)):
        if given is not None and not by_control:
            review.findings.add(kind, (*path, key), f"{key} can be asked only by injects")
    if condition.messages is not None:
        review.check_name("actor", condition.messages.by, kind, (*path, "messages", "by"))
        review.check_name("actor", condition.messages.to, kind, (*path, "messages", "to"))
    for key, parts in (("all", condition.all_), ("any", condition.any_)):
        for n, part in enumerate(parts or []):
            check_condition(review, part, kind, (*path, key, n), words=words, by_control=by_control)
    check_condition(
        review, condition.not_, kind, (*path, "not"), words=words, by_control=by_control
    )


def _check_struck(review: Review, struck: StruckPart, kind: str, path: Path) -> None:
    review.check_rung(struck.rung, kind, (*path, "rung"))
    review.check_name("actor", struck.by, kind, (*path, "by"))
    review.check_name("actor", struck.whom, kind, (*path, "whom"))


def _check_acts(
    review: Review, acts: ActsPart, kind: str, path: Path, words: tuple[str, ...]
) -> None:
    review.check_rung(acts.rung, kind, (*path, "rung"))
    for key, side in (("by", acts.by), ("target", acts.target)):
        if side in SIDES and not words:
            message = f"the word {shown(side)} has a meaning only in a move's requirements"
            review.findings.add(kind, (*path, key), message)
        elif side not in words:
            review.check_name("actor", side, kind, (*path, key))
    review.check_name("front", acts.front, kind, (*path, "front"))
    review.check_name("move", acts.move, kind, (*path, "move"))


def _check_measure(
    review: Review,
    line: str,
    kind: str,
    path: Path,
    words: tuple[str, ...],
    *,
    by_control: bool,
) -> None:
    try:
        found = read_measure(line)
    except MeasureError as error:
        review.findings.add(kind, path, f"{error}, in {shown(line)}", offset=error.offset)
        return
    if found.variable == "turn" or (found.variable == "day" and by_control):
        if found.names:
            name = found.variable
            review.findings.add(kind, path, f"{name} stands alone, as in “{name} >= 3”")
        return
    variable = BY_NAME.get(found.variable)
    if variable is None:
        hint = review.findings.near(found.variable, (*BY_NAME, "turn"))
        review.findings.add(kind, path, f"there is no variable {shown(found.variable)}{hint}")
        return
    used = [name for name in found.names if name in WORDS]
    if used and not words:
        message = f"the word {shown(used[0])} has a meaning only in a move's requirements"
        review.findings.add(kind, path, message)
        return
    check_address(
        review, variable, found.names, kind, path, words=words, offsets=found.offsets or (0,)
    )
    check_range(review, variable, found.value, kind, path, found.value_offset)
