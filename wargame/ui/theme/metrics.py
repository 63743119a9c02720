"""Lengths of the 4 px grid, so that no screen invents its own."""

from __future__ import annotations

from typing import Final

GRID: Final = 4
"""Every distance is a multiple of this (px)."""

SPACE_4: Final = 4
SPACE_8: Final = 8
SPACE_12: Final = 12
SPACE_16: Final = 16
SPACE_24: Final = 24
SPACE_32: Final = 32
SPACE_48: Final = 48

RADIUS_CHIP: Final = 4
RADIUS_CONTROL: Final = 6
RADIUS_CARD: Final = 8

TOP_BAR_HEIGHT: Final = 48
PANEL_HEAD_HEIGHT: Final = 36
STATUS_HEIGHT: Final = 24
CONTROL_HEIGHT: Final = 32
SMALL_CONTROL_HEIGHT: Final = 24
PRIMARY_HEIGHT: Final = 40

HEADER_ROW_HEIGHT: Final = 24
DENSE_ROW_HEIGHT: Final = 24
TABLE_ROW_HEIGHT: Final = 28
FORM_ROW_HEIGHT: Final = 36
TWO_LINE_ROW_HEIGHT: Final = 44

FOCUS_RING: Final = 2
"""Width of the focus ring (px)."""

FOCUS_GAP: Final = 4
"""How far accent boxes draw back from the focus ring, which has nearly their colour (px)."""
