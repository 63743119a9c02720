"""Makes lists of injects as other people keep them: three shapes, none of them ours.

Run as a module with a folder to have the files: ``python -m tests.reports.lists FOLDER``.
"""

from __future__ import annotations

import csv
import sys
from datetime import date, time
from pathlib import Path

from openpyxl import Workbook


def staff_list(folder: Path) -> Path:
    """A staff college's list: a title above, dates as dates, methods, notes, a formula, a merge."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "MSEL"
    sheet["A1"] = "EXERCISE STILL WATER, MASTER LIST"
    sheet.merge_cells("A1:J1")
    sheet["A2"] = "Version"
    sheet["B2"] = 3.0
    sheet.append([])
    sheet.append(
        [
            *("Serial", "DTG", "Start time", "Event", "Description", "Method"),
            *("To", "From", "Expected action", "Responsible", "Weight"),
        ]
    )
    sheet.append(
        [
            *(1, date(2024, 8, 1), time(0, 15), "Call from the port", "Two ships wait."),
            *("Phone", "USA", "Harbour master", "Ask the Navy", "Lt. Brandt", 1.5),
        ]
    )
    sheet.append(
        [
            *(2, date(2024, 8, 6), time(1, 30), "Pictures of the depot", "Sheds are empty."),
            *("Intel", "Israel; United States", "", "Raise readiness", "Maj. Roth", "=1+1"),
        ]
    )
    sheet.append(
        [
            *(3, "D+9", None, "Crowds in the square", "Thousands are in the streets."),
            *("Media", "all", None, None, None, '=CMD|"/C calc"!A0'),
        ]
    )
    sheet.append([4, date(2024, 1, 1), None, "Too early", "Old news.", "Media", "", "", ""])
    book.create_sheet("Contacts").append(["Name", "Phone"])
    path = folder / "staff.xlsx"
    book.save(path)
    return path


def seminar_list(folder: Path) -> Path:
    """A university's list: text with semicolons in an old encoding, turns, names for seats."""
    path = folder / "seminar.csv"
    rows = [
        ["Runde", "Turn", "Recipients", "Type", "Headline", "Body", "Bemerkung"],
        [
            "a",
            "Turn 2",
            "Iran, Hezbollah",
            "press",
            "Café attacked",
            "Three are dead.",
            "für später",
        ],
        ["b", "4", "Everyone", "e-mail", "=HYPERLINK(1)", "@here; read this", "+49 30 1234"],
        ["c", "two", "Atlantis", "smoke signal", "Nobody", "Nothing", ""],
        ["d", "", "", "", "", "", "only a note"],
    ]
    with path.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def control_list(folder: Path) -> Path:
    """A control cell's list: conditions in words, no titles, columns in another order."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Trigger", "Team", "Inject text", "Auto", "Credibility", "Kind", "Colour"])
    sheet.append(
        [
            "index >= 75 and minutes of planning >= 10",
            "ISR",
            "A convoy has crossed the border at night. It has no markings.",
            "yes",
            "probable",
            "report",
            "red",
        ]
    )
    sheet.append(["acts >= 2 R12 by ISR at IRN", "QAT, EGY", "Both ask you.", "", "", "", "blue"])
    sheet.append(["index >= lots", "ISR", "Never", "", "", "", ""])
    path = folder / "control.xlsx"
    book.save(path)
    return path


def long_list(folder: Path, rows: int = 5_000) -> Path:
    """A list of many rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("MSEL")
    sheet.append(["No", "Title", "Text", "To", "Type", "Turn", "Minutes", "Owner", "Remark"])
    seats = ("ISR", "IRN", "USA", "HZB", "")
    kinds = ("news", "intel", "message", "event")
    for n in range(1, rows + 1):
        sheet.append(
            [
                *(f"m{n}", f"Inject number {n} of a long list", f"What happens in inject {n}."),
                *(seats[n % 5], kinds[n % 4], n % 12 + 1, n % 240, f"Owner {n % 7}", f"Remark {n}"),
            ]
        )
    path = folder / "long.xlsx"
    book.save(path)
    return path


if __name__ == "__main__":
    place = Path(sys.argv[1])
    for make in (staff_list, seminar_list, control_list, long_list):
        make(place)
