"""Asks for files and folders, without stopping anything, and shows where things lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from wargame import paths
from wargame.ui.widgets.file_dialog import FileDialog

_GAMES = "Games (*.wargame)"
_ALL = "Games and scenarios (*.wargame *.zip scenario.yaml)"


class FileChoices(QObject):
    """The window's file dialogs.

    Signals:
        path_chosen(object): Open this Path: a save, a scenario's folder, zip or scenario.yaml.
        place_chosen(object): Save to this Path.
        not_shown(object): No program here shows folders; the Path that was meant.
    """

    path_chosen = Signal(object)
    place_chosen = Signal(object)
    not_shown = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def choose_file(self) -> None:
        """Ask for a save or a scenario to open."""
        dialog = self._dialog("Open a game or a scenario", paths.saves())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_ALL, "All files (*)"])
        dialog.fileSelected.connect(self._on_path_chosen)
        dialog.open()

    def choose_folder(self) -> None:
        """Ask for the folder of a scenario to open."""
        dialog = self._dialog("Open a scenario folder", paths.saves())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_path_chosen)
        dialog.open()

    def choose_place(self, name: str) -> None:
        """Ask where a copy of a save shall go on."""
        dialog = self._dialog("Go on in a copy", Path.home())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("wargame")
        dialog.setNameFilters([_GAMES])
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._on_place_chosen)
        dialog.open()

    def show_folder(self, path: Path) -> None:
        """Show a file's folder, or a folder, among the person's files."""
        place = path if path.is_dir() else path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self.not_shown.emit(place)

    def _dialog(self, title: str, start: Path) -> QFileDialog:
        return FileDialog(self._window, title, start)

    def _on_path_chosen(self, name: str) -> None:
        self.path_chosen.emit(Path(name))

    def _on_place_chosen(self, name: str) -> None:
        self.place_chosen.emit(Path(name))
