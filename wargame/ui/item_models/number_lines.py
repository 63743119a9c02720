"""Numbers of the law as screens print them: values, ranges, and what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.model.ids import Basis

if TYPE_CHECKING:
    from wargame.model.workings import ParameterLine

BASIS_WORDS = {
    Basis.SOURCE: "a source",
    Basis.DATA: "data",
    Basis.LITERATURE: "literature",
    Basis.JUDGED: "judged",
}


def plain_number(value: float) -> str:
    """A constant without needless digits, with a true minus sign.

    >>> plain_number(0.65), plain_number(-5.0), plain_number(60000.0), plain_number(25.2000001)
    ('0.65', '−5', '60,000', '25.2')
    """
    text = f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"
    return text.replace("-", "−")


def range_words(line: ParameterLine) -> str:
    """``0.5 to 0.85``: the range that is sampled under parameter uncertainty."""
    return f"{plain_number(line.low)} to {plain_number(line.high)}"


def source_words(line: ParameterLine) -> str:
    """Titles of the sources, each with what speaks against leaning on it; empty for none."""
    return "; ".join(
        f"{source.title} ({', '.join(source.doubts)})" if source.doubts else source.title
        for source in line.sources
    )


def doubts_of(line: ParameterLine) -> tuple[str, ...]:
    """What speaks against leaning on any of its sources, each said once."""
    return tuple(dict.fromkeys(doubt for source in line.sources for doubt in source.doubts))


def parameter_sentence(line: ParameterLine) -> str:
    """The whole of a constant in sentences, as tool tips, readers and copies have it."""
    parts = [f"{line.key} is {plain_number(line.value)}, range {range_words(line)}, "]
    parts.append("judged." if line.basis is Basis.JUDGED else f"from {BASIS_WORDS[line.basis]}.")
    if line.is_changed:
        parts.append(f" Changed here; the law's own value is {plain_number(line.default)}.")
    parts.append(f" {line.note}")
    if line.sources:
        parts.append(f" Sources: {source_words(line)}.")
    return "".join(parts)
