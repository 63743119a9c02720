"""What is said in private does not stay so: leaks, listeners, and a mediator's time (S8).

None of it is part of a turn: messages are drawn for as they are sent, at an address of their own,
so that nothing else that is said moves a draw.
"""

from __future__ import annotations

from dataclasses import dataclass

from wargame.engine.law.arithmetic import held
from wargame.engine.law.constant import JUDGED, Constant
from wargame.model.scenario import Scenario

CONSTANTS = (
    Constant(
        "channels.line",
        0.05,
        0.02,
        0.15,
        JUDGED,
        "Quality of a private channel above which words get through; below it two enemies hear no "
        "more than traces of each other.",
        "moves D02",
    ),
    Constant(
        "channels.leak",
        0.02,
        0.005,
        0.05,
        JUDGED,
        "Chance that a message on a perfect direct line comes out; twice that on the poorest.",
        "MODEL A8 S8",
    ),
    Constant(
        "channels.leak_carried",
        0.06,
        0.02,
        0.12,
        JUDGED,
        "What a mediator adds to that chance: more people know.",
        "MODEL A8 S8",
    ),
    Constant(
        "channels.overhear",
        0.15,
        0.05,
        0.3,
        JUDGED,
        "Chance that a third side with perfect intelligence on one of those who speak listens in.",
        "MODEL D5.2",
    ),
    Constant(
        "channels.overhear_text",
        0.4,
        0.2,
        0.6,
        JUDGED,
        "Share of those cases in which it learns the words and not only who speaks with whom.",
        "MODEL D5.2",
    ),
    Constant(
        "channels.least_hours",
        2.0,
        1.0,
        4.0,
        JUDGED,
        "Least time in which a mediator carries a message, in hours.",
        "MODEL A8 S8",
    ),
    Constant(
        "channels.most_hours",
        8.0,
        4.0,
        24.0,
        JUDGED,
        "Most time that it takes.",
        "MODEL A8 S8",
    ),
)


@dataclass(frozen=True, slots=True)
class ChannelNumbers:
    """The constants above by name, as a scenario sets them."""

    channels_line: float
    channels_leak: float
    channels_leak_carried: float
    channels_overhear: float
    channels_overhear_text: float
    channels_least_hours: float
    channels_most_hours: float


def channel_numbers(scenario: Scenario) -> ChannelNumbers:
    """The constants of a scenario; the whole record of the law would take milliseconds to make."""
    return ChannelNumbers(*(scenario.parameter_value(c.key, c.value) for c in CONSTANTS))


def carries_words(p: ChannelNumbers, quality: float) -> bool:
    """Whether words get through on a channel of some quality 0..1."""
    return quality > p.channels_line


def leak_chance(p: ChannelNumbers, quality: float, *, carried: bool) -> float:
    """The chance 0..1 that a message comes out, by the quality 0..1 of the sender's own line."""
    chance = p.channels_leak * (2.0 - quality)
    return held(chance + (p.channels_leak_carried if carried else 0.0), 0.0, 1.0)


def overhear_chance(p: ChannelNumbers, on_sender: float, on_receiver: float) -> float:
    """The chance 0..1 that a third side listens in, by its intelligence 0..1 on the two."""
    return p.channels_overhear * max(on_sender, on_receiver)


def learns_words(p: ChannelNumbers, chance: float, u: float) -> bool:
    """Whether one who listens in with a uniform number below the chance learns the words."""
    return u < chance * p.channels_overhear_text


def carrying_hours(p: ChannelNumbers, u: float) -> float:
    """Hours that a mediator takes, from a uniform number."""
    return p.channels_least_hours + u * (p.channels_most_hours - p.channels_least_hours)
