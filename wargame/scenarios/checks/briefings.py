"""Briefings and notes: there for every seat, and plain Markdown without HTML or pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wargame.errors import ScenarioError
from wargame.scenarios.marks import Mark, Path
from wargame.scenarios.review import Review
from wargame.scenarios.scalars import unfit_character
from wargame.scenarios.text import BRIEFINGS, refusal

_NOT_MARKDOWN = (
    (re.compile(r"<(?!https?://|mailto:)(?:[A-Za-z][^<>\n]*>|/[A-Za-z]|!--|!\[|\?|!DOCTYPE)"),
     "HTML is not used in briefings; write Markdown"),
    (re.compile(r"!\["), "pictures are not used in briefings"),
)  # fmt: skip
_CODE = re.compile(r"`[^`\n]*`")


def check_briefings(review: Review) -> None:
    """The briefing of every seat, the public ones, the note, and every file of the folder."""
    for n, actor in enumerate(review.actors):
        if actor.briefing:
            _check_there(review, actor.briefing, "actors", ("actors", n, "briefing"))
        elif actor.playable and not review.findings.is_touched("actors", ("actors", n, "briefing")):
            message = f"{actor.id} is playable but has no briefing"
            review.findings.add("actors", ("actors", n, "playable"), message)
    scenario = review.files.scenario
    if scenario is not None:
        for n, start in enumerate(scenario.starts):
            path: Path = ("starts", n, "public_briefing")
            _check_there(review, start.public_briefing, "scenario", path)
        for _, _, message in faults_in(scenario.note):
            review.findings.add("scenario", ("note",), message)
    for name, content in review.text.files.items():
        if name.startswith(f"{BRIEFINGS}/") and name.endswith(".md"):
            _check_file(review, name, content)


def _check_there(review: Review, name: str, kind: str, path: Path) -> None:
    if name not in review.text.files:
        there = [file for file in review.text.files if file.startswith(f"{BRIEFINGS}/")]
        hint = review.findings.near(name, there)
        review.findings.add(kind, path, f"there is no file {name}{hint}")


def _check_file(review: Review, name: str, content: bytes) -> None:
    place = name.removesuffix(".md").replace("/", ".")
    try:
        text = markdown(content, name)
    except ScenarioError as error:
        for fault in error.faults:
            review.findings.add_at(Mark(name, fault.line, fault.column), place, fault.message)
        return
    if not text.strip():
        review.findings.add_at(Mark(name, 0, 0), place, "the briefing is empty")
    for line, column, message in faults_in(text):
        review.findings.add_at(Mark(name, line, column), place, message)


def markdown(content: bytes, name: str) -> str:
    """The text of a briefing.

    Raises:
        ScenarioError: It is not UTF-8, or holds characters that no text should.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refusal(name, "not UTF-8 text; save the file as UTF-8") from None
    unfit = unfit_character(text)
    if unfit:
        raise refusal(name, f"holds the character {unfit}, which no text file should")
    return text.replace("\r\n", "\n")


def faults_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column and message of everything in a Markdown text that is not shown."""
    for number, line in enumerate(text.split("\n"), start=1):
        bare = _CODE.sub(lambda code: " " * len(code.group()), line)
        for pattern, message in _NOT_MARKDOWN:
            found = pattern.search(bare)
            if found:
                yield number, found.start() + 1, message
