"""Instructions for what Python does with one sign or word and a processor does with several."""

from __future__ import annotations

from wargame.engine.native.kinds import Kind, Value, number
from wargame.engine.native.text import Text, converted

_LEAST_NORMAL = 2.2250738585072014e-308
_LIFT = 54
"""Powers of two by which a number too small for a full mantissa is lifted first."""


def rest(text: Text, one: Value, other: Value) -> Value:
    """The rest of a division, with the sign of the divisor as in Python."""
    left = text.add(Kind.WHOLE, f"srem i64 {one.text}, {other.text}")
    signs = text.add(Kind.WHOLE, f"xor i64 {left.text}, {other.text}")
    differ = text.add(Kind.TRUTH, f"icmp slt i64 {signs.text}, 0")
    some = text.add(Kind.TRUTH, f"icmp ne i64 {left.text}, 0")
    wrong = text.add(Kind.TRUTH, f"and i1 {differ.text}, {some.text}")
    right = text.add(Kind.WHOLE, f"add i64 {left.text}, {other.text}")
    return text.add(Kind.WHOLE, f"select i1 {wrong.text}, i64 {right.text}, i64 {left.text}")


def power_of_two(text: Text, power: Value) -> Value:
    """``math.ldexp(1.0, n)`` for -1022 <= n <= 1023: the exponent's bits alone."""
    whole = converted(text, power, Kind.WHOLE)
    biased = text.add(Kind.WHOLE, f"add nsw i64 {whole.text}, 1023")
    bits = text.add(Kind.WHOLE, f"shl i64 {biased.text}, 52")
    return text.add(Kind.NUMBER, f"bitcast i64 {bits.text} to double")


def exponent_parts(text: Text, value: Value) -> tuple[Value, Value]:
    """``math.frexp(x)`` for a finite x above 0: the mantissa, 0.5 <= m < 1, and the exponent."""
    x = converted(text, value, Kind.NUMBER)
    is_tiny = text.add(Kind.TRUTH, f"fcmp olt double {x.text}, {number(_LEAST_NORMAL)}")
    lifted = text.add(Kind.NUMBER, f"fmul double {x.text}, {number(2.0**_LIFT)}")
    normal = text.add(
        Kind.NUMBER, f"select i1 {is_tiny.text}, double {lifted.text}, double {x.text}"
    )
    bias = text.add(Kind.WHOLE, f"select i1 {is_tiny.text}, i64 {1022 + _LIFT}, i64 1022")
    bits = text.add(Kind.WHOLE, f"bitcast double {normal.text} to i64")
    biased = text.add(Kind.WHOLE, f"lshr i64 {bits.text}, 52")
    exponent = text.add(Kind.WHOLE, f"sub nsw i64 {biased.text}, {bias.text}")
    low = text.add(Kind.WHOLE, f"and i64 {bits.text}, {(1 << 52) - 1}")
    high = text.add(Kind.WHOLE, f"or i64 {low.text}, {1022 << 52}")
    return text.add(Kind.NUMBER, f"bitcast i64 {high.text} to double"), exponent
