"""Writes the report of an open debrief: its preview, the author's words, and the files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from wargame.errors import WargameError
from wargame.ui.widgets.file_dialog import FileDialog
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from wargame.model.export import ExportTable
    from wargame.model.ids import ActorId
    from wargame.model.report import Report
    from wargame.play.debrief.replay import Replay
    from wargame.ui.debrief.report.report_sheet import ReportSheet
    from wargame.ui.debriefing.open_debrief import OpenDebrief

    _Game = tuple[Path, Replay, str]

_SUFFIXES: Final = {"word": "docx", "pdf": "pdf", "html": "html"}
_FILTERS: Final = {
    "docx": "Word document (*.docx)",
    "pdf": "PDF (*.pdf)",
    "html": "Web page (*.html)",
}
_TABLES: Final = ("Spreadsheet (*.xlsx)", "Text files (*.csv)", "JSON (*.json)")


class ReportDesk(QObject):
    """Serves the report buttons of the debrief that is open.

    Signals:
        written(str): What was written where; one sentence.
        refused(str): It could not be made, kept or written; one sentence.
        busy(str): What takes time; empty when it is done.
    """

    written = Signal(str)
    refused = Signal(str)
    busy = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._making = LatestJob(self)
        self._writing = LatestJob(self)
        self._open: OpenDebrief | None = None
        self._sheet: ReportSheet | None = None
        self._kind = "word"
        self._made: tuple[Report, dict[int, str]] | None = None

    def open(self, opened: OpenDebrief) -> None:
        """Serve a debrief that has been opened."""
        self._open = opened
        opened.screen.report_wished.connect(self.show_preview)

    def close(self) -> None:
        """The debrief is given up; words that were written are kept first."""
        if self._sheet is not None:
            self._sheet.keep()
        self._making.cancel()
        self._writing.cancel()
        self._open = self._sheet = self._made = None

    def show_preview(self, kind: str) -> None:
        """Open the preview for a kind of file: ``word``, ``pdf`` or ``html``."""
        from wargame.ui.debrief.report.report_sheet import ReportSheet

        if self._open is None:
            return
        screen, course = self._open.screen, self._open.course
        self._kind, self._made = kind, None
        named = {label.id: label for label in course.actors}
        sheet = ReportSheet(kind, [named[seat] for seat in course.seats], screen.seat)
        sheet.seat_chosen.connect(self._make)
        sheet.text_written.connect(self._on_text_written)
        sheet.save_wished.connect(self._ask_report_place)
        sheet.tables_wished.connect(self._ask_tables_place)
        sheet.destroyed.connect(partial(self._on_sheet_gone, sheet))
        self._sheet = sheet
        screen.sheet.present("Report", sheet)
        self._make(screen.seat)

    def write(self, path: Path) -> None:
        """Write the report of the preview; the file's ending says how."""
        if self._made is None or self._open is None:
            return
        self.busy.emit("Writing the report")
        # What the author wrote since the preview was made belongs into the file.
        seat = self._reader()
        work = partial(_finished, _game_of(self._open), seat, path)
        self._writing.run(work, partial(self._on_finished, path), self._on_failed)

    def write_tables(self, path: Path) -> None:
        """Write the tables of what the preview shows; the file's ending says how."""
        if self._open is None:
            return
        self.busy.emit("Writing tables")
        seat = self._reader()
        work = partial(_tables, self._open.path, self._open.replay, seat, path)
        self._writing.run(work, self._on_tables, self._on_failed)

    def _reader(self) -> str:
        """For which seat the report is; empty for control."""
        return self._sheet.reader.current_key() if self._sheet is not None else ""

    def _make(self, seat: str) -> None:
        if self._open is None:
            return
        self.busy.emit("Making the report")
        work = partial(_made, _game_of(self._open), seat)
        self._making.run(work, self._on_made, self._on_failed)

    def _on_made(self, made: tuple[Report, dict[int, str]]) -> None:
        self.busy.emit("")
        self._made = made
        if self._sheet is not None:
            self._sheet.show_report(made[0])

    def _on_text_written(self, place: str, text: str) -> None:
        from wargame.model.report_texts import ReportTextWritten
        from wargame.play.debrief.notebook import Notebook

        if self._open is None:
            return
        try:
            Notebook(self._open.path).add(ReportTextWritten(place, text))
        except WargameError as error:
            self.refused.emit(str(error))

    def _ask_report_place(self) -> None:
        suffix = _SUFFIXES[self._kind]
        name = f"Report {self._reader()}".rstrip()
        self._ask("Save the report", f"{name}.{suffix}", [_FILTERS[suffix]], self.write)

    def _ask_tables_place(self) -> None:
        name = f"Tables {self._reader()}".rstrip()
        self._ask("Save the tables", f"{name}.xlsx", list(_TABLES), self.write_tables)

    def _ask(self, title: str, name: str, filters: list[str], then: Callable[[Path], None]) -> None:
        if self._open is None:
            return
        dialog = FileDialog(self._open.screen, title, Path.home())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(filters)
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix(chosen.rpartition(".")[2].rstrip(")"))
        )
        dialog.selectFile(f"{self._open.path.stem} {name}")
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
        dialog.open()

    def _on_finished(self, path: Path, sheets: tuple[str, str, dict[str, str]] | None) -> None:
        if sheets is None:
            self.busy.emit("")
            self.written.emit(f"The report is written to {path}.")
            return
        # Pages are set on the window's thread; let it say first that it is busy.
        QTimer.singleShot(0, self, partial(self._print, path, *sheets))

    def _print(self, path: Path, html: str, foot: str, pictures: dict[str, str]) -> None:
        from wargame.ui.printing.press import write_pdf

        self.busy.emit("")
        try:
            pages = write_pdf(html, path, foot, pictures)
        except OSError as error:
            reason = error.strerror or str(error)
            self.refused.emit(f"“{path.name}” cannot be written: {reason}.")
            return
        self.written.emit(f"The report of {pages} pages is written to {path}.")

    def _on_tables(self, files: tuple[Path, ...]) -> None:
        self.busy.emit("")
        many = "The tables are" if len(files) == 1 else f"{len(files)} tables are"
        self.written.emit(f"{many} written to {files[0].parent}.")

    def _on_failed(self, sentence: str) -> None:
        self.busy.emit("")
        self.refused.emit(sentence)

    def _on_sheet_gone(self, sheet: ReportSheet) -> None:
        if self._sheet is sheet:
            self._sheet = None


def _game_of(opened: OpenDebrief) -> _Game:
    """What work in the background may hold: everything but the screen."""
    return opened.path, opened.replay, opened.branch


def _made(game: _Game, seat: str, progress: Progress) -> tuple[Report, dict[int, str]]:
    from wargame.play.debrief.report.making import report_of

    progress.check()
    path, replay, branch = game
    return report_of(path, _seat(seat), replay, branch)


def _finished(
    game: _Game, seat: str, target: Path, progress: Progress
) -> tuple[str, str, dict[str, str]] | None:
    """Writes a Word document or a web page; of a PDF what it is set from."""
    from wargame.reports.report_files import sheets_of, write_report
    from wargame.ui.printing.press import QtPress

    report, words = _made(game, seat, progress)
    progress.check()
    if target.suffix.casefold() == ".pdf":
        return sheets_of(report)
    write_report(report, words, target, QtPress)
    return None


def _tables(
    path: Path, replay: Replay, seat: str, target: Path, progress: Progress
) -> tuple[Path, ...]:
    from wargame.play.debrief.report.making import tables_of
    from wargame.reports.exports import write_tables

    tables: tuple[ExportTable, ...] = tables_of(path, _seat(seat), replay)
    progress.check()
    return write_tables(tables, target)


def _seat(seat: str) -> ActorId | None:
    from wargame.model.ids import ActorId

    return ActorId(seat) if seat else None
