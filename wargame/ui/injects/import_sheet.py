"""A list out of a spreadsheet: which column is what, what would come in, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from wargame.play.words.condition_text import condition_text
from wargame.reports.inject_columns import HEADINGS, MEANINGS, Field
from wargame.ui.item_models.columns import Column
from wargame.ui.item_models.ordered_rows import OrderedRowsModel
from wargame.ui.theme.item_roles import EMPHASIS_ROLE, ICON_ROLE
from wargame.ui.theme.metrics import SMALL_CONTROL_HEIGHT, SPACE_8, SPACE_12
from wargame.ui.widgets.buttons import PrimaryButton
from wargame.ui.widgets.checks import CheckBox
from wargame.ui.widgets.choice import ChoiceBox
from wargame.ui.widgets.fault_note import FaultNote
from wargame.ui.widgets.form_sheet import FormSheet
from wargame.ui.widgets.scroll_page import ScrollContent, ScrollPage
from wargame.ui.widgets.surface import column, row
from wargame.ui.widgets.text import Paragraph, TextLabel, set_tip
from wargame.ui.widgets.views import TableView

if TYPE_CHECKING:
    from wargame.reports.inject_import import ImportPreview, ImportRow

WIDTH: Final = 760
_OFFERED: Final = tuple(field for field in Field if field is not Field.STATUS)
_NONE: Final = "none"


class ImportSheet(FormSheet):
    """Columns above, the rows below with their faults, and the button that takes them in.

    Signals:
        columns_changed(object): Field by column, as the person set it; answer with
            ``show_preview``.
        import_wished(): Take in the rows that can come in.
    """

    columns_changed = Signal(object)
    import_wished = Signal()

    def __init__(
        self,
        names: Sequence[str],
        columns: dict[Field, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMinimumWidth(WIDTH)
        self.choices: dict[Field, ChoiceBox] = {}
        self._model: OrderedRowsModel[ImportRow] = OrderedRowsModel(
            _columns(), lambda one: one.row, lambda one: " ".join(one.faults), self
        )
        self.table = TableView("Rows of the list")
        self.table.setModel(self._model)
        self.only_faults = CheckBox("Only rows with faults")
        self.summary = Paragraph("Reading the rows", "body", weight=500)
        self.kept = Paragraph("", "table", "t3")
        self.fault = FaultNote()
        self.fault.clear()
        self.take = PrimaryButton("Take in the list", "download", hint="Ctrl+Enter")
        self.set_primary(self.take)
        self.take.setEnabled(False)
        layout = column(self, spacing=SPACE_8, margins=(0, 0, SPACE_12, 0))
        layout.addWidget(TextLabel("Which column is what", "table", 600))
        mapping = ScrollPage(self._mapping(names, columns), "Which column is what")
        mapping.setFixedHeight(228)
        layout.addWidget(mapping)
        layout.addWidget(self.summary)
        layout.addWidget(self.kept)
        layout.addWidget(self.only_faults)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.fault)
        foot = row(spacing=SPACE_8)
        foot.addStretch(1)
        foot.addWidget(self.take)
        layout.addLayout(foot)
        self.only_faults.toggled.connect(self._on_only_faults)
        self.take.clicked.connect(self.import_wished)

    def columns(self) -> dict[Field, int]:
        """Field by column, as it is set now."""
        return {
            field: int(box.current_key())
            for field, box in self.choices.items()
            if box.current_key() != _NONE
        }

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what would come in."""
        count, replaced = (
            len(preview.injects),
            sum(one.replaces for one in preview.rows if one.inject is not None),
        )
        words = f"{count:,} of {len(preview.rows):,} rows can come in"
        words += f", {replaced:,} of them over injects of the same number" if replaced else ""
        self.summary.set_text(f"{words}. {_faults(preview.faults)}")
        kept = ", ".join(preview.kept)
        self.kept.set_text(f"Kept as they are and written out again: {kept}." if kept else "")
        self.kept.setVisible(bool(kept))
        self.take.setText(f"Take in {count:,} injects" if count != 1 else "Take in one inject")
        self.take.setMinimumWidth(self.take.sizeHint().width())
        self.take.setEnabled(count > 0)
        self._model.set_rows(preview.rows)

    def refuse(self, sentence: str) -> None:
        """Say why nothing came in."""
        self.fault.say(sentence)

    def focus_work(self) -> None:
        """The button when there is nothing to set, else the first column."""
        first = next(iter(self.choices.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mapping(self, names: Sequence[str], columns: dict[Field, int]) -> QWidget:
        content = ScrollContent()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, SPACE_12, 0)
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        offered = [(_NONE, "not in this list"), *((str(n), name) for n, name in enumerate(names))]
        for place, field in enumerate(_OFFERED):
            label = TextLabel(HEADINGS[field], "table", 500)
            set_tip(label, MEANINGS[field])
            box = ChoiceBox(offered, f"Column of {HEADINGS[field]}: {MEANINGS[field]}", small=True)
            set_tip(box, MEANINGS[field])
            box.set_current_key(str(columns.get(field, _NONE)))
            box.key_changed.connect(lambda _: self.columns_changed.emit(self.columns()))
            self.choices[field] = box
            line, side = divmod(place, 2)
            grid.addWidget(label, line, 2 * side, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(box, line, 2 * side + 1, Qt.AlignmentFlag.AlignVCenter)
            grid.setRowMinimumHeight(line, SMALL_CONTROL_HEIGHT)
        # Without it the page would press the lines together instead of scrolling.
        lines = (len(_OFFERED) + 1) // 2
        content.setMinimumHeight(lines * (SMALL_CONTROL_HEIGHT + SPACE_8))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return content

    def _on_only_faults(self, checked: bool) -> None:
        self._model.set_test((lambda one: bool(one.faults)) if checked else (lambda _: True))


def _faults(count: int) -> str:
    if not count:
        return "None has a fault."
    return f"{count:,} have faults and stay out." if count > 1 else "One has a fault and stays out."


def _columns() -> tuple[Column[ImportRow], ...]:
    return (
        Column(
            "Row",
            lambda one: str(one.row),
            64,
            roles={
                ICON_ROLE: lambda one: "circle-alert" if one.faults else "circle-check",
                EMPHASIS_ROLE: lambda _: "muted",
            },
        ),
        Column("No", lambda one: one.inject.id if one.inject else "", 64),
        Column(
            "Inject",
            lambda one: one.inject.title if one.inject else " ".join(one.faults),
            stretch=True,
            tip=lambda one: " ".join(one.faults) or (one.inject.text if one.inject else ""),
            roles={EMPHASIS_ROLE: lambda one: "strong" if one.faults else "normal"},
        ),
        Column("To", _to, 88, roles={EMPHASIS_ROLE: lambda _: "muted"}),
        Column("Trigger", _when, 160, tip=_when, roles={EMPHASIS_ROLE: lambda _: "muted"}),
        Column(
            "Kind",
            lambda one: one.inject.kind.capitalize() if one.inject else "",
            96,
            roles={EMPHASIS_ROLE: lambda _: "muted"},
        ),
    )


def _when(one: ImportRow) -> str:
    if one.inject is None:
        return ""
    return condition_text(one.inject.when) if one.inject.when is not None else "by hand"


def _to(one: ImportRow) -> str:
    if one.inject is None:
        return ""
    return ", ".join(one.inject.to) or "All seats"
