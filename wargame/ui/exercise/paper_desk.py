"""Teams on paper: where a pack shall go, and its pages on the way there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from wargame.model.ids import ActorId
from wargame.ui.widgets.file_dialog import FileDialog
from wargame.ui.worker import Progress, run_in_background

if TYPE_CHECKING:
    from wargame.model.seat_view import SeatView
    from wargame.play.live_game import LiveGame
    from wargame.ui.facilitator.facilitator_screen import FacilitatorScreen


class PaperDesk(QObject):
    """Writes packs as PDF, each from its seat's own view.

    Signals:
        written(str): What was written where; one sentence.
        refused(str): It could not be written; one sentence.
    """

    written = Signal(str)
    refused = Signal(str)

    def __init__(
        self, game: LiveGame, console: FacilitatorScreen, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._game = game
        self._console = console
        self._left: list[_Paper] = []
        self._what = ""
        console.pack_wished.connect(self._on_pack_wished)

    def write_pack(self, seat: ActorId, path: Path) -> None:
        """Write one team's pack to a file."""
        self._write([(self._game.view(seat), path)], path.name)

    def write_packs(self, folder: Path) -> None:
        """Write every seat's pack into a folder, each under the name of its actor."""
        views = [self._game.view(seat.actor) for seat in self._game.world.seats]
        self._write([(view, folder / _name(view)) for view in views], f"{len(views)} packs")

    def _on_pack_wished(self, seat: str) -> None:
        title = "Save the team’s pack" if seat else "Folder for the packs of all teams"
        dialog = FileDialog(self._console, title, Path.home())
        if seat:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("pdf")
            dialog.setNameFilters(["PDF (*.pdf)"])
            dialog.selectFile(_name(self._game.view(ActorId(seat))))
            dialog.fileSelected.connect(lambda path: self.write_pack(ActorId(seat), Path(path)))
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            dialog.fileSelected.connect(lambda path: self.write_packs(Path(path)))
        dialog.open()

    def _write(self, packs: list[tuple[SeatView, Path]], what: str) -> None:
        self._left = []
        self._what = what
        run_in_background(self, partial(_pages, packs), self._on_pages, self.refused.emit)

    def _on_pages(self, pages: list[_Paper]) -> None:
        self._left = pages
        self._write_next()

    def _write_next(self) -> None:
        """One file at a time: pages are set on the window's thread, and it must not stand still."""
        from wargame.ui.printing.press import write_pdf

        page = self._left.pop(0)
        try:
            write_pdf(page.html, page.path, page.foot)
        except OSError as error:
            reason = error.strerror or str(error)
            self.refused.emit(f"“{page.path.name}” cannot be written: {reason}.")
            return
        if self._left:
            QTimer.singleShot(0, self, self._write_next)
        else:
            self.written.emit(f"{self._what} written to {page.path.parent}.")


@dataclass(frozen=True, slots=True)
class _Paper:
    """A page on its way to a file."""

    html: str
    path: Path
    foot: str


def _name(view: SeatView) -> str:
    return f"{view.seat}-turn-{view.turn}.pdf"


def _pages(packs: list[tuple[SeatView, Path]], progress: Progress) -> list[_Paper]:
    """The pages of packs, off the window's thread."""
    from wargame.reports.team_pack import team_pack

    pages = []
    for view, path in packs:
        progress.check()
        foot = f"{view.label.name}, turn {view.turn}. Only for this team."
        pages.append(_Paper(team_pack(view), path, foot))
    return pages
