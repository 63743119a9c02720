"""As which rung an order is meant to be read: said on the slider, or left unsaid."""

from __future__ import annotations

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


class MeantField(FormLine):
    """The slider stands at the move's own rung until somebody says what is meant.

    Signals:
        meant_changed(object): The person said it or took it back; a rung, or None.
    """

    meant_changed = Signal(object)

    def __init__(self, scale: BandScale, parent: QWidget | None = None) -> None:
        super().__init__("Meant as rung", lead=24, parent=parent)
        self._meant: float | None = None
        self._own_rung = 0
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
        self._meant = meant
        self._own_rung = round(own_rung)
        self._is_loading = True
        self.slider.setValue(round(own_rung if meant is None else meant))
        self._is_loading = False
        self._show()

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
            self.set_meant(None, self._own_rung)
            self.slider.setFocus(Qt.FocusReason.OtherFocusReason)
            self.meant_changed.emit(None)

    def _take(self, meant: float) -> None:
        if meant != self._meant:
            self._meant = meant
            self._show()
            self.meant_changed.emit(meant)

    def _show(self) -> None:
        said = self._meant is not None
        self._words.setText(f"R{self._meant:.0f}" if self._meant is not None else "Not said")
        self._words.set_ink("t1" if said else "t3")
        self.unsay.setVisible(said)
        set_tip(
            self.slider,
            "How the others shall read it. Delete leaves it unsaid."
            if said
            else f"Not said yet; the ladder has it at R{self._own_rung}. Enter says that rung.",
        )
