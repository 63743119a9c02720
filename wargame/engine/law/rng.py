"""Randomness by address: a uniform number is a function of where it is used.

u = hash(seed, rollout, turn, stream, words): no state is shared, so the order of acts, the number
of threads and added systems never disturb other draws, and a what-if is paired with its base
(MODEL D10). All arithmetic is on 32-bit words inside 64-bit signed integers with multipliers below
2**31, so nothing overflows and Python's integers and compiled ones give the same bits.
"""

from __future__ import annotations

WORD = 0xFFFFFFFF

STREAMS: dict[str, int] = {
    # One block of 20 a system, so that a system may grow without renumbering another.
    "warning.detect": 20,
    "warning.hours": 21,
    "warning.choreography": 22,
    "warning.false": 23,
    "covert.success": 40,
    "covert.attribution": 41,
    "covert.exposure": 42,
    "covert.use": 43,
    "barrage.arrive": 60,
    "barrage.seen": 61,
    "barrage.kill": 62,
    "barrage.preempted": 63,
    "strike.success": 80,
    "strike.reach": 81,
    "harm.deaths": 100,
    "perception.noise": 120,
    "perception.reader": 121,
    "intelligence.learn": 140,
    "proxies.call": 160,
    "proxies.unnotified": 161,
    "proxies.seen": 162,
    "proxies.foiled": 163,
    "decapitation.negotiator": 180,
    "talks.hold": 200,
    "politics.veto": 220,
    "politics.fall": 221,
    "goodwill.join": 240,
    "nuclear.breakout": 260,
    "nuclear.seen": 261,
    "nuclear.setback": 262,
    "nuclear.assembly": 263,
    "hazard.all_out": 280,
    "hazard.collapse": 281,
    "hazard.neutral": 282,
    "doctrine.choice": 300,
    "channels.leak": 340,
    "channels.overhear": 341,
    "channels.hours": 342,
    "forecast.constants": 320,
    "forecast.beliefs": 321,
}
"""Stream numbers by name; the log writes the name."""

WARNING_DETECT = STREAMS["warning.detect"]
WARNING_HOURS = STREAMS["warning.hours"]
WARNING_CHOREOGRAPHY = STREAMS["warning.choreography"]
WARNING_FALSE = STREAMS["warning.false"]
COVERT_SUCCESS = STREAMS["covert.success"]
BARRAGE_ARRIVE = STREAMS["barrage.arrive"]
BARRAGE_SEEN = STREAMS["barrage.seen"]
BARRAGE_KILL = STREAMS["barrage.kill"]
BARRAGE_PREEMPTED = STREAMS["barrage.preempted"]
STRIKE_SUCCESS = STREAMS["strike.success"]
HARM_DEATHS = STREAMS["harm.deaths"]
PERCEPTION_NOISE = STREAMS["perception.noise"]
PERCEPTION_READER = STREAMS["perception.reader"]
INTELLIGENCE_LEARN = STREAMS["intelligence.learn"]
COVERT_EXPOSURE = STREAMS["covert.exposure"]
COVERT_USE = STREAMS["covert.use"]
PROXIES_CALL = STREAMS["proxies.call"]
PROXIES_UNNOTIFIED = STREAMS["proxies.unnotified"]
PROXIES_SEEN = STREAMS["proxies.seen"]
PROXIES_FOILED = STREAMS["proxies.foiled"]
DECAPITATION_NEGOTIATOR = STREAMS["decapitation.negotiator"]
TALKS_HOLD = STREAMS["talks.hold"]
POLITICS_VETO = STREAMS["politics.veto"]
POLITICS_FALL = STREAMS["politics.fall"]
GOODWILL_JOIN = STREAMS["goodwill.join"]
NUCLEAR_BREAKOUT = STREAMS["nuclear.breakout"]
NUCLEAR_SEEN = STREAMS["nuclear.seen"]
NUCLEAR_SETBACK = STREAMS["nuclear.setback"]
NUCLEAR_ASSEMBLY = STREAMS["nuclear.assembly"]
HAZARD_NEUTRAL = STREAMS["hazard.neutral"]
HAZARD_ALL_OUT = STREAMS["hazard.all_out"]
HAZARD_COLLAPSE = STREAMS["hazard.collapse"]


def mixed(x: int) -> int:
    """A 32-bit word well mixed: a bijection of 0..2**32-1 in which each bit depends on all."""
    x ^= x >> 16
    x = (x * 0x21F0AAAD) & WORD
    x ^= x >> 15
    x = (x * 0x735A2D97) & WORD
    x ^= x >> 15
    return x


def folded(key: int, word: int) -> int:
    """A 32-bit key with one more 32-bit word folded in."""
    return mixed(((key ^ (word & WORD)) * 0x2C1B3C6D + 0x297A2D39) & WORD)


def paired(first: int, second: int) -> int:
    """A 32-bit word for an ordered pair of keys: that of the other order is another one.

    >>> paired(1, 2) == paired(2, 1)
    False
    """
    return folded(folded(0x2A6D365B, first), second)


def turn_key(seed: int, rollout: int, turn: int, half: int) -> int:
    """One half (0 or 1) of the 64-bit key of a turn of a rollout.

    Args:
        seed: 0 to 2**53 - 1.
        rollout: 0 for the game itself, from 1 for rollouts.
        turn: The turn.
        half: Which half.
    """
    key = mixed(0x5BD1E995 + half * 0x3C6EF372)
    key = folded(key, seed & WORD)
    key = folded(key, seed >> 32)
    key = folded(key, rollout)
    return folded(key, turn)


def uniform(high: int, low: int, stream: int, place: int, index: int) -> float:
    """The uniform number at an address, 0 < u < 1, a multiple of 2**-54.

    Args:
        high: First half of the turn's key.
        low: Second half of the turn's key.
        stream: Number of the stream.
        place: 32-bit word of the act or pair that draws.
        index: Which draw of this place in this stream.
    """
    a = folded(folded(folded(high, stream), place), index)
    b = folded(folded(folded(low, index), place), stream) ^ mixed((a + stream) & WORD)
    return (float(a >> 5) * 67108864.0 + float(b >> 6) + 0.5) * (1.0 / 9007199254740992.0)


def word_of(text: str) -> int:
    """A 31-bit word for a name, the same on every machine.

    >>> word_of("IRN") == word_of("ISR")
    False
    """
    word = 0x1C9DC5
    for byte in text.encode("utf-8"):
        word = mixed(((word ^ byte) * 0x1000193 + 1) & WORD)
    return word & 0x7FFFFFFF
