"""Cards of scenarios and sessions for tests of the start page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from wargame.model.ids import Phase
from wargame.play.library import SessionCard
from wargame.play.scenario_cards import ScenarioCard

NOW = datetime(2026, 5, 20, 16, 0, tzinfo=UTC)


def now() -> datetime:
    """The moment at which the tests look at the page."""
    return NOW


def scenario_card(
    name: str, *, title: str = "", minutes: int = 150, error: str = ""
) -> ScenarioCard:
    """A sound scenario, or with an error one that cannot be read."""
    return ScenarioCard(
        id=name,
        title=title or name.title(),
        line=f"What {name} is about.",
        seats=12,
        turns=12,
        minutes=minutes,
        sources=49,
        starts=(("start", "Start"),),
        note=f"A note on **{name}**.",
        path=Path("scenarios") / name,
        bundled=True,
        error=error,
        band=4,
        band_count=5,
        band_name="Direct strikes",
    )


def session_card(
    title: str,
    *,
    phase: Phase | None = Phase.PLAN,
    path_index: tuple[float, ...] = (65.0, 77.0, 71.8),
    written: str = "2026-05-20T14:27:31.000+00:00",
    error: str = "",
    can_recover: bool = False,
) -> SessionCard:
    """A session of the scenario ``alpha`` in turn 2."""
    return SessionCard(
        path=Path("saves") / f"{title}.wargame",
        title=title,
        scenario="alpha",
        how="Exercise, 3 teams",
        turn=2,
        turns=12,
        path_index=path_index,
        peak=max(path_index, default=0.0),
        phase=phase,
        status="In planning",
        last_written=written,
        error=error,
        can_recover=can_recover,
    )
