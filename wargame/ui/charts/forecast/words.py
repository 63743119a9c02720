"""How forecasts are written: with their interval, a true minus sign, and what they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from wargame.model.outlook import Estimate, Outlook, Spiral

WHAT_IT_IS: Final = "A property of this model, not of the world."
"""Stands wherever the risk of all-out war is printed."""

_MINUS: Final = "\u2212"
_LARGE: Final = 9.95
_TENTH: Final = 0.05
"""What rounds to a tenth at the least."""


def percent(share: float) -> str:
    """A share in per cent, with decimals where it is small; what is not certain never reads so.

    >>> percent(0.071), percent(0.254), percent(0.0), percent(0.004)
    ('7.1 %', '25 %', '0 %', '0.4 %')
    >>> percent(0.0003), percent(0.9997), percent(1.0)
    ('0.03 %', '99.9 %', '100 %')
    """
    return f"{_percent(share)} %"


def _percent(share: float) -> str:
    value = 100.0 * share
    if value in {0.0, 100.0}:
        return f"{value:.0f}"
    if value < 0.05:
        return f"{max(value, 0.01):.2f}"
    if value >= 99.5:
        return f"{min(value, 99.9):.1f}"
    return f"{value:.0f}" if value >= _LARGE else f"{value:.1f}"


def risk_text(risk: Estimate) -> str:
    """A probability with its 95 % interval: ``7.1 % (6.6 to 7.6)``."""
    return f"{percent(risk.value)} ({_percent(risk.low)} to {_percent(risk.high)})"


def risk_with_interval(risk: Estimate) -> str:
    """A probability that says what its interval is: ``7.1 % (95 %: 6.6 to 7.6)``."""
    return f"{percent(risk.value)} (95 %: {_percent(risk.low)} to {_percent(risk.high)})"


def signed(value: float, decimals: int = 1) -> str:
    """A difference with its sign; nothing printed as 0.0 has one.

    >>> signed(2.06), signed(-1.4), signed(-0.04), signed(12.4, 0)
    ('+2.1', '−1.4', '0.0', '+12')
    """
    text = f"{abs(value):.{decimals}f}"
    if float(text) == 0.0:
        return text
    return f"{'+' if value > 0 else _MINUS}{text}"


NONE_SEEN: Final = "none seen"
"""Stands for the interval of a difference that no run has shown: so few runs prove nothing."""


def points_interval(of: Estimate, scale: float = 1.0) -> str:
    """The interval of a difference: ``−0.3 to +1.2``; ends from 10 on have no decimals.

    Ends that would read alike are told by their distance instead: ``±0.2``.
    """
    if of.low == of.high == 0.0:
        return NONE_SEEN
    low, high = (
        signed(end, 1 if abs(end) < _LARGE else 0) for end in (scale * of.low, scale * of.high)
    )
    if low != high:
        return f"{low} to {high}"
    half = scale * (of.high - of.low) / 2
    return f"±{half:.1f}" if half >= _TENTH else f"±{max(half, 0.01):.2f}"


def horizon(outlook: Outlook) -> int:
    """The last turn of a forecast."""
    return outlook.fan[-1].turn if outlook.fan else outlook.first_turn


def risk_label(outlook: Outlook) -> str:
    """What the risk is a risk of: ``All-out war by turn 12``."""
    return f"All-out war by turn {horizon(outlook)}"


def runs_text(outlook: Outlook) -> str:
    """How many runs and how long: ``10,000 runs, 0.8 s``; partial ones say of how many."""
    if is_partial(outlook):
        return f"{outlook.runs:,} of {outlook.wanted:,} runs"
    return f"{outlook.runs:,} runs, {outlook.seconds:.1f} s"


def is_partial(outlook: Outlook) -> bool:
    """Whether it is of fewer runs than wanted, because they are being made or were cancelled."""
    return outlook.runs < outlook.wanted


def outlook_sentences(outlook: Outlook) -> str:
    """The whole of an outlook for the tool tip and the screen reader."""
    parts = [
        f"{risk_label(outlook)}: {risk_text(outlook.all_out)}, with its 95 % interval.",
        WHAT_IT_IS,
        f"Strike on a direct rival's soil: {risk_text(outlook.direct_strike)}.",
        f"Truce on some front: {risk_text(outlook.truce)}.",
        f"An actor drops out: {risk_text(outlook.collapse)}.",
        f"From {outlook.runs:,} runs of {len(outlook.fan)} turns.",
    ]
    if outlook.is_uncertain:
        parts.append("The model's constants were varied within their ranges as well.")
    return "\n".join([*parts, *outlook.doubts])


def spiral_text(spiral: Spiral) -> str:
    """The number with two decimals."""
    return f"{spiral.number:.2f}"


SPIRAL_MEANING: Final = (
    "The spiral number says whether heat answers heat more than it fades: the geometric mean of "
    "how strongly the two sides answer each other, times the share of acts that they do answer. "
    "Below 1 a shock dies out by itself; above 1 it grows until a ceiling binds. It is a reading "
    "of this model after Richardson's arms race, not a measurement."
)
