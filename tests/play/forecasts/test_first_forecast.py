"""The first forecast of a program that has just started, its law compiled before (PERFORMANCE)."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from wargame import paths
from wargame.play.forecasts.forecast import prepare
from wargame.play.forecasts.forecast_start import forecast_start

pytestmark = pytest.mark.compiled

LONGEST_S = 1.0
FIRST = """
import time
from wargame.play.forecasts.forecast_start import forecast_start
scenario, world = forecast_start("after-tehran", None)
began = time.process_time()
from wargame.play.forecasts.planned_outlook import planned_outlooks
found = next(iter(planned_outlooks(scenario, world, {}, steps=(500,))))
print(found.runs, time.process_time() - began)
"""


def test_that_the_first_forecast_after_a_warm_start_costs_less_than_a_second() -> None:
    """Processor time, which other programs do not lengthen: the libraries, the law, 500 runs."""
    prepare(*forecast_start("after-tehran", None), lambda _done, _total: None)
    said = subprocess.run(
        (sys.executable, "-c", FIRST),
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "WARGAME_CACHE": str(paths.cache())},
    ).stdout.split()
    assert int(said[0]) == 500
    assert float(said[1]) <= LONGEST_S
