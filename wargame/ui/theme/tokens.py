"""The only file with literal colours: one frozen value per theme feeds palette, sheet and painters.

Values are those of the interface specification's two tables; a test computes the contrast of
every text and surface pair that is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

ColourRole = Literal[
    "win", "panel", "raised", "hover", "sunken", "line", "line2", "ctl", "t1", "t2", "t3",
    "accent", "accent_fill", "accent_fill_hover", "accent_fill_pressed", "on_accent",
    "accent_soft", "accent_line", "danger", "warn", "ok", "land", "land2", "sea", "coast",
]  # fmt: skip
"""Names of the colour tokens, as code asks for them."""

COLOUR_ROLES: tuple[ColourRole, ...] = get_args(ColourRole)


@dataclass(frozen=True, slots=True)
class BandColour:
    """How one escalation band is drawn.

    Attributes:
        fill: The band's own colour, ``#rrggbb``.
        tint: A quiet backdrop of the same hue for large areas.
        on_fill: Text colour readable on ``fill``.
    """

    fill: str
    tint: str
    on_fill: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of one theme as ``#rrggbb``; fan shares are opacities 0..1 of ``fan``."""

    name: Literal["dark", "light"]
    win: str
    panel: str
    raised: str
    hover: str
    sunken: str
    line: str
    line2: str
    ctl: str
    t1: str
    t2: str
    t3: str
    accent: str
    accent_fill: str
    accent_fill_hover: str
    accent_fill_pressed: str
    on_accent: str
    accent_soft: str
    accent_line: str
    danger: str
    warn: str
    ok: str
    land: str
    land2: str
    sea: str
    coast: str
    fan: str
    fan90_share: float
    fan50_share: float
    bands: tuple[BandColour, ...]

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark surfaces."""
        return self.name == "dark"

    def hex(self, role: ColourRole) -> str:
        """The ``#rrggbb`` of a token by its name."""
        value: str = getattr(self, role)
        return value


EXTREMES = ("#000000", "#FFFFFF")
"""One of them can be read on any colour (at least 4.58:1); for band colours between given ones."""

PAPER = "#FFFFFF"
"""What drawings are printed on."""

DARK = Theme(
    name="dark",
    win="#14171C",
    panel="#1A1E24",
    raised="#22272F",
    hover="#2A303A",
    sunken="#0F1216",
    line="#2B313A",
    line2="#434B57",
    ctl="#6E788A",
    t1="#E8EBF0",
    t2="#B6BDC8",
    t3="#8F98A5",
    accent="#8AB0FF",
    accent_fill="#3767C8",
    accent_fill_hover="#2F5CBA",
    accent_fill_pressed="#284FA3",
    on_accent="#FFFFFF",
    accent_soft="#1E2A44",
    accent_line="#4B6FB8",
    danger="#FF9A9A",
    warn="#F2C879",
    ok="#8CCFA8",
    land="#262C35",
    land2="#333C49",
    sea="#101419",
    coast="#434C59",
    fan="#8AB0FF",
    fan90_share=0.16,
    fan50_share=0.30,
    bands=(
        BandColour("#7C90AE", "#20262F", "#14171C"),
        BandColour("#7FCFC4", "#1C2A2D", "#14171C"),
        BandColour("#F2E48A", "#2A2B26", "#14171C"),
        BandColour("#E39A4A", "#2D2621", "#14171C"),
        BandColour("#EC5078", "#2E1F27", "#14171C"),
    ),
)

LIGHT = Theme(
    name="light",
    win="#EEF0F3",
    panel="#FFFFFF",
    raised="#F5F6F8",
    hover="#E9ECF0",
    sunken="#F8F9FB",
    line="#E0E3E8",
    line2="#C3C9D2",
    ctl="#7A8390",
    t1="#16191E",
    t2="#444C58",
    t3="#5C6573",
    accent="#1D50B0",
    accent_fill="#2557B5",
    accent_fill_hover="#1E4BA0",
    accent_fill_pressed="#193F88",
    on_accent="#FFFFFF",
    accent_soft="#E3ECFC",
    accent_line="#8FB0E8",
    danger="#B3261E",
    warn="#7A5200",
    ok="#1C6B43",
    land="#E4E7EC",
    land2="#D5DAE2",
    sea="#F6F8FA",
    coast="#B4BBC6",
    fan="#2557B5",
    fan90_share=0.13,
    fan50_share=0.24,
    bands=(
        BandColour("#4F6992", "#EEF1F5", "#FFFFFF"),
        BandColour("#0B937A", "#E7F4F1", "#101318"),
        BandColour("#A98E10", "#F7F3E1", "#101318"),
        BandColour("#B03601", "#F8EAE3", "#FFFFFF"),
        BandColour("#6A1B49", "#F2E6EC", "#FFFFFF"),
    ),
)


def theme_named(name: str) -> Theme:
    """The theme called ``dark`` or ``light``; anything else is dark."""
    return LIGHT if name == LIGHT.name else DARK
