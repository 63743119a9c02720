"""What every test runs under: no screen, no one's own games or settings, repeatable examples."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# Before the first import of Qt or NumPy, both of which read them once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# The suite gives the same answer every time; "search" looks for new counter-examples.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "search", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep games and settings of the person who runs the tests, and examples, out of reach."""
    away = tmp_path_factory.mktemp("person")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WARGAME_SAVES", str(away / "saves"))
        patch.setenv("WARGAME_EXAMPLES", str(away / "examples"))
        patch.setenv("XDG_CONFIG_HOME", str(away / "config"))
        yield
