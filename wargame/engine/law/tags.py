"""The tags by which the law knows a move, where its step and resolution do not say enough.

A scenario may use any other tags for its doctrines; only these change what the law does.
"""

from __future__ import annotations

TAGS: tuple[str, ...] = (
    "notice",  # D04: tells third parties before a strike; the strike is announced
    "hold",  # D01: does nothing, and is no act
    "vow",  # I01: ties hands
    "warning",  # I02: sets a line
    "deny",  # I04: keeps silent on one's own act
    "claim",  # I05: owns up to an act
    "play-down",  # I06: makes less of what was suffered
    "stand-down",  # M21: ends one's own sustained moves
    "partner-defence",  # M03: joins the target's air defence this turn
    "deployment",  # M01
    "preempt",  # M10: thins out a salvo of the target
    "decapitation",  # C06, C07: kills a leader
    "devices",  # C08: planted devices
    "negotiator",  # C07 where the victim negotiates
    "ships",  # strikes ships, so that a ship group's shield counts
    "civilian",  # aims at towns or the economy
    "mediation",  # D06, D07
    "terms",  # D08
    "reject",  # D09
    "restrain-proxy",  # C10
    "call-proxies",  # M19, I08
    "unnotified",  # C11
    "ask-hold",  # D12
    "condition",  # E04
    "pact",  # D13
    "escort",  # E07
    "shipping",  # E05
    "breakout",  # N05
    "nuclear-strike",  # N04
    "nuclear-use",  # N07: ends the game
)


def tag_number(tag: str) -> int:
    """The place of a tag in the law's table of tags."""
    return TAGS.index(tag)


NOTICE = TAGS.index("notice")
HOLD = TAGS.index("hold")
STAND_DOWN = TAGS.index("stand-down")
PARTNER_DEFENCE = TAGS.index("partner-defence")
PREEMPT = TAGS.index("preempt")
SHIPS = TAGS.index("ships")
CIVILIAN = TAGS.index("civilian")
NUCLEAR_USE = TAGS.index("nuclear-use")
