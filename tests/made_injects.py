"""Injects for tests, made in code, one word for each thing a test varies."""

from __future__ import annotations

from dataclasses import replace

from wargame.model.conditions import Condition
from wargame.model.injects import Inject


def an_inject(name: str, when: Condition | None = None, **more: object) -> Inject:
    """News for everybody that changes nothing; it is due by hand, or when a condition holds."""
    plain = Inject(
        id=name,
        title=f"Title {name}",
        text=f"Text {name}",
        kind="news",
        to=(),
        when=when,
        effects=(),
        first=None,
        second=None,
        front=None,
        sources=(),
        invented=True,
    )
    return replace(plain, **more)  # type: ignore[arg-type]
