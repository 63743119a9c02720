"""Colour arithmetic: WCAG contrast for tests and text choice, OKLab mixing for the band ramp."""

from __future__ import annotations

_Triple = tuple[float, float, float]


def contrast(first: str, second: str) -> float:
    """WCAG 2.2 contrast ratio of two ``#rrggbb`` colours, 1..21.

    >>> round(contrast("#000000", "#ffffff"), 1)
    21.0
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(first: str, second: str, share: float) -> str:
    """The ``#RRGGBB`` at ``share`` (0..1) of the way from one colour to the other, in OKLab."""
    a, b = _to_oklab(first), _to_oklab(second)
    return _from_oklab(
        (
            a[0] + (b[0] - a[0]) * share,
            a[1] + (b[1] - a[1]) * share,
            a[2] + (b[2] - a[2]) * share,
        )
    )


def over(top: str, opacity: float, ground: str) -> str:
    """The ``#RRGGBB`` seen where ``top`` at ``opacity`` (0..1) lies on ``ground``."""
    upper, lower = _channels(top), _channels(ground)
    return _hex(tuple(u * opacity + v * (1 - opacity) for u, v in zip(upper, lower, strict=True)))


def _channels(colour: str) -> _Triple:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))  # type: ignore[return-value]


def _hex(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(min(1.0, max(0.0, c)) * 255):02X}" for c in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    low = channel * 12.92
    return low if channel <= 0.0031308 else 1.055 * max(channel, 0.0) ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(c) for c in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _to_oklab(colour: str) -> _Triple:
    # Matrices: Bjorn Ottosson, "A perceptual color space for image processing" (2020).
    r, g, b = (_linear(c) for c in _channels(colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    mid = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * mid - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * mid + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * mid - 0.8086757660 * short,
    )


def _from_oklab(lab: _Triple) -> str:
    lightness, green_red, blue_yellow = lab
    long = (lightness + 0.3963377774 * green_red + 0.2158037573 * blue_yellow) ** 3
    mid = (lightness - 0.1055613458 * green_red - 0.0638541728 * blue_yellow) ** 3
    short = (lightness - 0.0894841775 * green_red - 1.2914855480 * blue_yellow) ** 3
    return _hex(
        (
            _gamma(4.0767416621 * long - 3.3077115913 * mid + 0.2309699292 * short),
            _gamma(-1.2684380046 * long + 2.6097574011 * mid - 0.3413193965 * short),
            _gamma(-0.0041960863 * long - 0.7034186147 * mid + 1.7076147010 * short),
        )
    )
