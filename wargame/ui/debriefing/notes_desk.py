"""Keeps what a room notes while it looks back: in the notebook first, then on the screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from wargame.errors import WargameError
from wargame.model.debrief_notes import TAGS, BookmarkDropped, Bookmarked, Tagged
from wargame.play.debrief.notes import RoomNotes, checked, room_notes
from wargame.ui.widgets.file_dialog import FileDialog
from wargame.ui.worker import LatestJob, Progress

if TYPE_CHECKING:
    from wargame.model.debrief_entries import DebriefEntry
    from wargame.model.debrief_notes import Answered
    from wargame.model.seat_view import ActorLabel
    from wargame.play.debrief.notebook import Notebook
    from wargame.ui.debrief.notes.hot_wash_sheet import HotWashSheet
    from wargame.ui.debrief.notes.kept_sheet import KeptSheet
    from wargame.ui.debrief.notes.remarks_sheet import RemarksSheet
    from wargame.ui.debriefing.open_debrief import OpenDebrief

_FILES: Final = "Answers (*.xlsx *.xlsm *.csv *.tsv *.txt)"
_BRANCH: Final = "Notes belong to the game as it was played: close the branch first."


class NotesDesk(QObject):
    """Serves the left column, the bookmarks and the sheets for notes.

    Signals:
        refused(str): Something could not be kept or read; one sentence.
        told(str): Something was done; one sentence.
    """

    refused = Signal(str)
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: OpenDebrief | None = None
        self._book: Notebook | None = None
        self._notes = RoomNotes()
        self._importing = LatestJob(self)
        self._remarks: RemarksSheet | None = None
        self._wash: HotWashSheet | None = None

    @property
    def notes(self) -> RoomNotes:
        """What was noted, as it stands."""
        return self._notes

    def open(self, opened: OpenDebrief) -> None:
        """Serve this debrief."""
        from wargame.play.debrief.notebook import Notebook

        self.close()
        self._open = opened
        self._book = Notebook(opened.path)
        screen = opened.screen
        screen.tag_wished.connect(self._on_tag_wished)
        screen.transport.bookmark_wished.connect(self._on_bookmark_wished)
        screen.notes.rating_wished.connect(self._on_rating_wished)
        screen.notes.remarks_wished.connect(self._on_remarks_wished)
        screen.notes.hot_wash_wished.connect(self._on_hot_wash_wished)
        screen.notes.tags.tag_opened.connect(self._on_tag_opened)
        screen.points.bookmark_dropped.connect(self._on_bookmark_dropped)
        self._read()
        self._tell_damage(self._book)

    def close(self) -> None:
        """Serve nobody."""
        self._importing.cancel()
        self._open = self._book = self._remarks = self._wash = None
        self._notes = RoomNotes()

    # Reading and writing

    def _read(self) -> None:
        opened, book = self._open, self._book
        if opened is None or book is None:
            return
        try:
            entries = book.entries()
        except WargameError as error:
            entries = ()
            self.refused.emit(str(error))
        replay = opened.replay
        self._notes = room_notes(replay.scenario, replay.marked, entries)
        opened.screen.show_notes(
            self._notes,
            [(replay.place_of(mark.after), mark.words) for _, mark in self._notes.bookmarks],
        )
        if self._remarks is not None:
            self._remarks.show_remarks(self._notes.remarks)
        if self._wash is not None:
            self._wash.show_answers(self._notes.answers)

    def _tell_damage(self, book: Notebook) -> None:
        """Say that notes are missing before anybody takes the rest for all of them."""
        try:
            damaged = book.first_damaged()
        except WargameError:
            return  # Reading them has said so.
        if damaged:
            self.refused.emit(
                f"Note {damaged} of “{book.path.stem}” is damaged: it and those after it are not "
                "shown. The game itself is whole."
            )

    def _keep(self, *entries: DebriefEntry) -> str:
        """Write entries down; why they were not, or nothing."""
        opened, book = self._open, self._book
        if opened is None or book is None or not entries:
            return ""
        if opened.branch:
            return _BRANCH
        try:
            book.add(*(checked(entry) for entry in entries))
        except WargameError as error:
            return str(error)
        self._read()
        return ""

    def _tell(self, refusal: str) -> bool:
        """Say why something was not kept; whether it was."""
        if refusal:
            self.refused.emit(refusal)
        return not refusal

    # Tags and bookmarks

    def _on_tag_wished(self, key: int, note: str) -> None:
        opened = self._open
        moment = opened.screen.moment if opened is not None else None
        if opened is None or moment is None:
            return
        label, objective = TAGS[key - 1], opened.screen.notes.objectives.current_key()
        by = " ".join(opened.screen.notes.tags.by.text().split())
        tag = Tagged(by, moment.seat, label, objective, moment.turn, moment.number, note)
        if self._tell(self._keep(tag)):
            opened.screen.notes.tags.clear_note()
            self.told.emit(f"{label} is marked in turn {moment.turn}.")

    def _on_tag_opened(self, number: int) -> None:
        from wargame.ui.debrief.notes.tag_sheet import TagSheet

        opened = self._open
        tag = next((one for one in self._notes.tags if one.number == number), None)
        if opened is None or tag is None:
            return
        sheet = TagSheet(tag, self._objectives())
        sheet.kept.connect(partial(self._keep_and_close, opened))
        sheet.moment_wished.connect(opened.screen.number_wished)
        self._present(opened, "Tag", sheet)

    def _on_bookmark_wished(self) -> None:
        opened = self._open
        moment = opened.screen.moment if opened is not None else None
        if opened is None or moment is None:
            return
        marked = {mark.after for _, mark in self._notes.bookmarks}
        if moment.number in marked and not opened.branch:
            self.told.emit("This moment is bookmarked already; Delete in the list takes it out.")
            return
        self._tell(self._keep(Bookmarked(moment.turn, moment.number, moment.what)))

    def _on_bookmark_dropped(self, number: int) -> None:
        self._tell(self._keep(BookmarkDropped(number)))

    # Sheets

    def _on_rating_wished(self, key: str) -> None:
        from wargame.ui.debrief.notes.rating_sheet import RatingSheet

        opened = self._open
        objective = next((one for one in self._notes.objectives if one.key == key), None)
        if opened is None or objective is None:
            return
        evidence = [tag for tag in self._notes.tags if tag.objective == key]
        sheet = RatingSheet(objective, evidence)
        sheet.kept.connect(partial(self._keep_and_close, opened))
        self._present(opened, "Rating", sheet)

    def _on_remarks_wished(self) -> None:
        from wargame.ui.debrief.notes.remarks_sheet import RemarksSheet

        opened = self._open
        if opened is None:
            return
        sheet = RemarksSheet(self._objectives())
        self._present(opened, "Strengths and improvements", sheet)
        self._remarks = sheet
        sheet.destroyed.connect(partial(self._on_sheet_gone, sheet))
        self._serve(sheet)
        sheet.show_remarks(self._notes.remarks)
        sheet.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _serve(self, sheet: KeptSheet) -> None:
        sheet.kept.connect(partial(self._on_form_kept, sheet))
        sheet.dropped.connect(partial(self._on_line_dropped, sheet))

    def _on_form_kept(self, sheet: KeptSheet, entries: tuple[DebriefEntry, ...]) -> None:
        if refusal := self._keep(*entries):
            sheet.show_refusal(refusal)
        else:
            sheet.clear_form()

    def _on_line_dropped(self, sheet: KeptSheet, entry: DebriefEntry) -> None:
        # What is being written above stays: it has nothing to do with the line.
        if refusal := self._keep(entry):
            sheet.show_refusal(refusal)

    def _on_hot_wash_wished(self) -> None:
        from wargame.ui.debrief.notes.hot_wash_sheet import HotWashSheet

        opened = self._open
        if opened is None:
            return
        names = {label.id: label.name for label in opened.course.actors}
        sheet = HotWashSheet([(str(seat), names[seat]) for seat in opened.course.seats])
        self._present(opened, "Hot wash", sheet)
        self._wash = sheet
        sheet.destroyed.connect(partial(self._on_sheet_gone, sheet))
        self._serve(sheet)
        sheet.import_wished.connect(partial(self._on_import_wished, opened))
        sheet.show_answers(self._notes.answers)
        sheet.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_import_wished(self, opened: OpenDebrief) -> None:
        dialog = FileDialog(opened.screen, "Import answers", Path.home())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_FILES])
        dialog.fileSelected.connect(lambda name: self.import_answers(Path(name)))
        dialog.open()

    def import_answers(self, path: Path) -> None:
        """Take the answers of a file into the notebook."""
        if self._open is None:
            return
        actors = self._open.course.actors
        self._importing.run(
            partial(_answers, path, actors), self._on_answers_read, self._on_not_read
        )

    def _on_answers_read(self, answers: tuple[Answered, ...]) -> None:
        if self._tell(self._keep(*answers)):
            one = len(answers) == 1
            told = "One answer was" if one else f"{len(answers):,} answers were"
            self.told.emit(f"{told} taken in.")

    def _on_not_read(self, sentence: str) -> None:
        if self._wash is not None:
            self._wash.show_refusal(sentence)
        else:
            self.refused.emit(sentence)

    def _forget_sheets(self) -> None:
        self._remarks = self._wash = None

    def _on_sheet_gone(self, sheet: QWidget) -> None:
        # A sheet whose place another took goes only after that one is there.
        if sheet is self._remarks or sheet is self._wash:
            self._forget_sheets()

    def _present(self, opened: OpenDebrief, title: str, sheet: QWidget) -> None:
        self._forget_sheets()
        opened.screen.sheet.present(title, sheet)

    def _keep_and_close(self, opened: OpenDebrief, entries: tuple[DebriefEntry, ...]) -> None:
        if self._tell(self._keep(*entries)):
            opened.screen.sheet.dismiss()

    def _objectives(self) -> list[tuple[str, str]]:
        """Objectives for a choice: the exercise's, then every team's with its name."""
        return [
            (one.key, f"{one.seat}: {one.text}" if one.seat else one.text)
            for one in self._notes.objectives
        ]


def _answers(
    path: Path, actors: tuple[ActorLabel, ...], _progress: Progress
) -> tuple[Answered, ...]:
    from wargame.reports.hot_wash_import import read_answers

    return read_answers(path, actors)
