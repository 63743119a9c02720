"""What the start page lists, and what the next step would wait for: jobs for the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wargame.play.library import SessionCard
    from wargame.play.scenario_cards import ScenarioCard
    from wargame.ui.worker import Progress


def scenario_list(_progress: Progress) -> tuple[ScenarioCard, ...]:
    """The scenarios there are, as far as it takes no time to say."""
    from wargame.play.library import scenario_cards

    return scenario_cards()


def scenario_list_with_bands(progress: Progress) -> tuple[ScenarioCard, ...]:
    """The same with the band in which each starts, for which they are read whole."""
    from wargame.play.library import scenario_cards_with_bands

    return scenario_cards_with_bands(progress.check)


def session_list(_progress: Progress) -> tuple[SessionCard, ...]:
    """The sessions there are, newest first."""
    from wargame.play.library import session_cards

    return session_cards()


def import_rules(_progress: Progress) -> None:
    """What opening a scenario or a session imports; the first to need it would wait for it."""
    import wargame.play.new_game
    import wargame.scenarios.examining  # noqa: F401
