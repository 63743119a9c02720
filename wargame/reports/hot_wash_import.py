"""Answers of participants out of a spreadsheet: one row for each person, or one for each answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from wargame.errors import OutsideError
from wargame.model.debrief_notes import Answered
from wargame.model.ids import ActorId
from wargame.model.seat_view import ActorLabel
from wargame.reports.sheets import read_sheets

MOST_ANSWERS: Final = 2_000
_NAME: Final = frozenset({"name", "participant", "player", "by", "who"})
_SEAT: Final = frozenset({"team", "seat", "actor", "side", "delegation"})
_QUESTION: Final = frozenset({"question"})
_ANSWER: Final = frozenset({"answer", "response", "reply"})
_PASSED_OVER: Final = frozenset(
    {"timestamp", "time", "date", "email", "email address", "e-mail", "id", "no", "nr", "number"}
)


def read_answers(path: Path, actors: Sequence[ActorLabel]) -> tuple[Answered, ...]:
    """The answers in a file, in its order; nothing in it is ever executed.

    A column "Question" beside a column "Answer" gives one answer for each row; otherwise every
    column that is no name, team, date or address is a question, and each row one participant.

    Args:
        path: The spreadsheet or text file.
        actors: The actors, by whose ids and names teams are known.

    Raises:
        OutsideError: The file cannot be read, or holds no answers.
    """
    sheet = read_sheets(path)[0]
    names, rows = sheet.shaped(1)
    answers = tuple(_answers(names, [cells for _, cells in rows], _teams(actors)))
    if not answers:
        raise OutsideError(
            f"{path.name} holds no answers: its first row must name the questions, "
            "or a column Question and a column Answer."
        )
    if len(answers) > MOST_ANSWERS:
        raise OutsideError(f"{path.name} holds more than {MOST_ANSWERS:,} answers.")
    return answers


def _answers(
    names: Sequence[str], rows: Sequence[Sequence[str]], teams: Mapping[str, ActorId]
) -> Iterator[Answered]:
    places = {name.casefold().rstrip(":?*"): at for at, name in enumerate(names)}

    def place(known: frozenset[str]) -> int:
        return next((at for name, at in places.items() if name in known), -1)

    who, seat = place(_NAME), place(_SEAT)
    question, answer = place(_QUESTION), place(_ANSWER)
    if question >= 0 and answer >= 0:
        asked = [(answer, "")]
    else:
        left_out = {who, seat, *(at for name, at in places.items() if name in _PASSED_OVER)}
        asked = [(at, name) for at, name in enumerate(names) if at not in left_out]
    for cells in rows:
        by = cells[who] if who >= 0 else ""
        team = teams.get(cells[seat].casefold()) if seat >= 0 else None
        for at, words in asked:
            told = words or (cells[question] if question >= 0 else "")
            if cells[at].strip() and told:
                yield Answered(told, cells[at].strip(), " ".join(by.split()), team)


def _teams(actors: Sequence[ActorLabel]) -> dict[str, ActorId]:
    teams = {str(label.id).casefold(): label.id for label in actors}
    for label in actors:
        teams[label.name.casefold()] = label.id
        teams[label.name.partition(" (")[0].casefold()] = label.id
    return teams
