"""Lucide outlines tinted to a token, rendered once per name, size, colour and device ratio.

The rendered pictures live in Qt's own pixmap cache, which forgets the oldest when it is full.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache

from wargame.paths import assets
from wargame.ui.theme.current import current_theme
from wargame.ui.theme.icon_names import IconName
from wargame.ui.theme.tokens import ColourRole

STROKE = "1.75"
"""Stroke width in units of the 24 by 24 view box."""


def icon(name: IconName, role: ColourRole = "t2", size: int = 16) -> QIcon:
    """A tinted icon of the theme in force; ask again after a theme change.

    Args:
        name: A bundled outline.
        role: The token it is tinted with; the disabled state uses ``ctl``.
        size: Edge in px: 12, 14, 16 or 20.
    """
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    theme = current_theme()
    picture = QIcon(icon_pixmap(name, theme.hex(role), size, ratio))
    picture.addPixmap(icon_pixmap(name, theme.ctl, size, ratio), QIcon.Mode.Disabled)
    return picture


def icon_pixmap(
    name: IconName, colour: str, size: int, ratio: float, *, filled: bool = False
) -> QPixmap:
    """The picture of an icon, ``size`` px wide at device ratio ``ratio``; empty when missing."""
    key = f"wargame-icon/{name}/{size}/{colour}/{ratio}/{filled}"
    found = QPixmap()
    QPixmapCache.find(key, found)
    if not found.isNull():
        return found
    picture = _rendered(name, colour, size, ratio, filled=filled)
    QPixmapCache.insert(key, picture)
    return picture


def draw_icon(
    painter: QPainter,
    place: QRect | QPoint,
    name: IconName,
    colour: QColor | str,
    size: int = 16,
    *,
    filled: bool = False,
) -> None:
    """Paint an icon, centred in a rectangle or with its top left corner at a point."""
    ratio = painter.device().devicePixelRatioF()
    shade = colour if isinstance(colour, str) else colour.name()
    picture = icon_pixmap(name, shade, size, ratio, filled=filled)
    if isinstance(place, QRect):
        place = QPoint(
            place.left() + (place.width() - size) // 2, place.top() + (place.height() - size) // 2
        )
    painter.drawPixmap(QRect(place, QSize(size, size)), picture)


def _rendered(name: IconName, colour: str, size: int, ratio: float, *, filled: bool) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    edge = max(1, round(size * ratio))
    picture = QPixmap(edge, edge)
    picture.fill(Qt.GlobalColor.transparent)
    try:
        text = (assets() / "icons" / f"{name}.svg").read_text("utf-8")
    except OSError:
        # A damaged installation must not take the window down; a test holds that none is missing.
        picture.setDevicePixelRatio(ratio)
        return picture
    text = text.replace("currentColor", colour).replace(
        'stroke-width="2"', f'stroke-width="{STROKE}"'
    )
    if filled:
        text = text.replace('fill="none"', f'fill="{colour}"', 1)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
