"""The rung that an order names, on the slider or left unsaid: as what it is meant to be read.

A warning is not asked how it is meant: the rung that it names is the line that it draws.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wargame.ui.team.form_line import FormLine
from wargame.ui.theme.bands import BandScale
from wargame.ui.theme.metrics import SPACE_4
from wargame.ui.widgets.buttons import IconButton
from wargame.ui.widgets.rung_slider import RungSlider
from wargame.ui.widgets.surface import row
from wargame.ui.widgets.text import TextLabel, set_tip

_MEANT: Final = "Meant as rung"
_LINE: Final = "Line drawn at"


class MeantField(FormLine):
    """The slider stands at the move's own rung until somebody says what is meant.

    Of a warning it stands at the seat's own line towards the target, or where the line is drawn
    if nobody says it.

    Signals:
        meant_changed(object): The person said it or took it back; a rung, or None.
    """

    meant_changed = Signal(object)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__(_MEANT, lead=24, parent=parent)
        self._meant: float | None = None
        self._own_rung = 0
        self._unnamed: float | None = None
        self._is_loading = False
        self.slider = RungSlider(scale, "Meant as")
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.sliderReleased.connect(self._on_released)
        self.slider.installEventFilter(self)
        self.unsay = IconButton("x", "Leave it unsaid", 14, small=True)
        self.unsay.clicked.connect(self._on_unsay)
        keeps_place = self.unsay.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.unsay.setSizePolicy(keeps_place)
        self._words = TextLabel("", "body", 600)
        self.label_column.insertWidget(1, self._words)
        beside = row(spacing=SPACE_4)
        beside.addWidget(self.slider, 1)
        beside.addWidget(self.unsay, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(beside)
        self._show()

    @property
    def meant(self) -> float | None:
        """The rung that was said; None while it is unsaid."""
        return self._meant

    def set_meant(self, meant: float | None, own_rung: float) -> None:
        """Show what was said without a signal; ``own_rung`` is where the move itself stands."""
        self._unnamed = None
        self._load(meant, own_rung)

    def set_line(self, named: float | None, own: float | None, unnamed: float) -> None:
        """Ask for the line of a warning instead, and show it without a signal.

        Args:
            named: The rung that was said; None while it is unsaid.
            own: The seat's own line towards the target; None without one.
            unnamed: Where the warning draws its line while it is unsaid.
        """
        self._unnamed = unnamed
        self._load(named, unnamed if own is None else own)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The slider cannot be moved to where it stands: Space and Enter say that rung.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            say = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if event.key() in say and not event.modifiers():
                self._take(float(self.slider.value()))
                return True
            if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
                self._on_unsay()
                return True
        return super().eventFilter(watched, event)

    def _on_moved(self, rung: int) -> None:
        if not self._is_loading:
            self._take(float(rung))

    def _on_released(self) -> None:
        self._take(float(self.slider.value()))

    def _on_unsay(self) -> None:
        if self._meant is not None:
            self._load(None, self._own_rung)
            self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
            self.meant_changed.emit(None)

    def _load(self, said: float | None, suggested: float) -> None:
        self._meant = said
        self._own_rung = round(suggested)
        self._is_loading = True
        self.slider.setValue(round(suggested if said is None else said))
        self._is_loading = False
        self.set_label(_MEANT if self._unnamed is None else _LINE)
        self.slider.set_name("Meant as" if self._unnamed is None else _LINE)
        self._show()

    def _take(self, meant: float) -> None:
        if meant != self._meant:
            self._meant = meant
            self._show()
            self.meant_changed.emit(meant)

    def _show(self) -> None:
        said = self._meant is not None
        unsaid = "Not said" if self._unnamed is None else f"R{self._unnamed:.0f} if unsaid"
        self._words.setText(f"R{self._meant:.0f}" if self._meant is not None else unsaid)
        self._words.set_ink("t1" if said else "t3")
        self.unsay.setVisible(said)
        set_tip(self.slider, self._line_tip() if self._unnamed is not None else self._meant_tip())

    def _meant_tip(self) -> str:
        if self._meant is not None:
            return "How the others shall read it. Delete leaves it unsaid."
        return f"Not said yet; the ladder has it at R{self._own_rung}. Enter says that rung."

    def _line_tip(self) -> str:
        if self._meant is not None or self._unnamed is None:
            return "What we do not accept, from this rung on. Delete leaves it unsaid."
        drawn = round(self._unnamed)
        rung = "that rung" if drawn == self._own_rung else f"R{self._own_rung}, our own line"
        return f"Not said yet; then the line is drawn at R{drawn}. Enter says {rung}."
