"""Lists of injects from and to spreadsheets: the dialogs, and the work in the background."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wargame.errors import WargameError
from wargame.ui.widgets.file_dialog import FileDialog
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.play.control.injects import Injects
    from wargame.play.live_game import LiveGame
    from wargame.reports.inject_columns import Field
    from wargame.reports.inject_import import ImportPreview
    from wargame.reports.sheets import Sheet
    from wargame.ui.injects.import_sheet import ImportSheet
    from wargame.ui.injects.inject_queue import InjectQueue

_LISTS = "Lists (*.xlsx *.xlsm *.csv *.tsv *.txt)"
_BOOK, _TEXT = "Spreadsheet (*.xlsx)", "Text (*.csv)"


@dataclass(frozen=True, slots=True)
class _Found:
    """The table of a file that most looks like a list."""

    names: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    columns: dict[Field, int]


class InjectFiles(QObject):
    """Opens and writes lists; what is large is read off the window's thread.

    Signals:
        sheet_wished(str, QWidget): The preview of a list, with its title.
        sheet_done(): The list was taken in.
        refused(str): A file could not be read or written; one sentence.
    """

    sheet_wished = Signal(str, QWidget)
    sheet_done = Signal()
    refused = Signal(str)

    def __init__(
        self,
        game: LiveGame,
        injects: Injects,
        queue: InjectQueue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._game, self._injects, self._queue = game, injects, queue
        self._reading = LatestJob(self)
        self._previews = LatestJob(self)
        self._writing = LatestJob(self)
        self._sheet: ImportSheet | None = None
        self._preview: ImportPreview | None = None
        queue.head.cancel_requested.connect(self._on_cancelled)

    def close(self) -> None:
        """Answer no more: the session closes."""
        for job in (self._reading, self._previews, self._writing):
            job.cancel()

    def choose_list(self) -> None:
        """Ask for a file to take a list from."""
        dialog = self._dialog("Import a list of injects", QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_LISTS])
        dialog.fileSelected.connect(lambda name: self.open_list(Path(name)))
        dialog.open()

    def choose_place(self) -> None:
        """Ask for a place to write the list to."""
        dialog = self._dialog("Export the list of injects", QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.setNameFilters([_BOOK, _TEXT])
        dialog.selectFile("injects.xlsx")
        dialog.fileSelected.connect(lambda name: self.write_list(Path(name)))
        dialog.open()

    def open_list(self, path: Path) -> None:
        """Read a file and show what it would bring."""

        def read(progress: Progress) -> _Found:
            from wargame.reports.inject_columns import guessed_columns, header_row
            from wargame.reports.sheets import read_sheets

            sheet = max(read_sheets(path), key=_likeness)
            progress.check()
            names, rows = sheet.shaped(header_row(sheet))
            return _Found(names, rows, guessed_columns(names))

        self._queue.head.set_progress(0, 1)
        self._reading.run(read, partial(self._on_read, path.name), self._on_failed)

    def write_list(self, path: Path) -> None:
        """Write the whole list into a file."""
        lines = self._injects.lines()

        def write(_progress: Progress) -> None:
            from wargame.reports.inject_export import write_injects

            write_injects(path, lines)

        self._queue.head.set_progress(0, 1)
        self._writing.run(write, lambda _: self._queue.head.clear_progress(), self._on_failed)

    def _on_read(self, name: str, found: _Found) -> None:
        from wargame.ui.injects.import_sheet import ImportSheet

        self._queue.head.clear_progress()
        # By now a team may be at the laptop.
        if not self._queue.isVisible():
            return
        sheet = ImportSheet(found.names, found.columns)
        self._sheet, self._preview = sheet, None
        sheet.destroyed.connect(partial(self._forget, id(sheet)))
        sheet.columns_changed.connect(partial(self._look, found))
        sheet.import_wished.connect(self._on_import)
        self.sheet_wished.emit(f"Import: {name}", sheet)
        sheet.focus_work()
        self._look(found, found.columns)

    def _look(self, found: _Found, columns: dict[Field, int]) -> None:
        """Work out what would come in with these columns."""
        game = self._game
        lines = self._injects.lines()
        first_day = game.scenario.start[game.world.settings.start].day

        def look(_progress: Progress) -> ImportPreview:
            from wargame.reports.inject_import import read_injects

            return read_injects(
                found.names,
                found.rows,
                columns,
                game.scenario,
                first_day,
                known=[line.inject.id for line in lines],
                sent=[line.inject.id for line in lines if line.state == "fired"],
            )

        self._previews.run(look, self._on_preview, self._on_failed)

    def _on_preview(self, preview: ImportPreview) -> None:
        if self._sheet is not None:
            self._preview = preview
            self._sheet.show_preview(preview)

    def _on_import(self) -> None:
        if self._preview is None or self._sheet is None:
            return
        try:
            self._injects.write(self._preview.injects)
        except WargameError as error:
            self._sheet.refuse(str(error))
            return
        self.sheet_done.emit()

    def _on_cancelled(self) -> None:
        self._queue.head.clear_progress()
        self.close()

    def _on_failed(self, sentence: str) -> None:
        self._queue.head.clear_progress()
        self.refused.emit(sentence)

    def _forget(self, which: int) -> None:
        if id(self._sheet) == which:
            self._sheet = self._preview = None

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = FileDialog(self._queue, title)
        dialog.setAcceptMode(mode)
        return dialog


def _likeness(sheet: Sheet) -> tuple[int, int]:
    """How much a table looks like a list of injects: columns that are known, then rows."""
    from wargame.reports.inject_columns import guessed_columns, header_row

    return len(guessed_columns(sheet.rows[header_row(sheet) - 1])), len(sheet.rows)
