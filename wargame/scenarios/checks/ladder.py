"""Fronts, rungs and bands, and that the scenario is called what its folder is called."""

from __future__ import annotations

from itertools import pairwise

from wargame.scenarios.files.scenario_file import ScenarioFile
from wargame.scenarios.findings import shown
from wargame.scenarios.mending import STAND_IN_ID
from wargame.scenarios.review import Review

KIND = "scenario"


def check_scenario(review: Review) -> None:
    """What ``scenario.yaml`` says beside its start points."""
    scenario = review.files.scenario
    if scenario is None:
        return
    folder = review.text.folder
    if folder and scenario.id not in {folder, STAND_IN_ID}:
        message = f"the id {shown(scenario.id)} must be the name of the folder, {shown(folder)}"
        review.findings.add(KIND, ("id",), message)
    if not scenario.fronts:
        review.findings.add(KIND, ("fronts",), "the scenario needs at least one front", key=True)
    elif not any(front.weight > 0 for front in scenario.fronts):
        review.findings.add(KIND, ("fronts",), "no front has a weight above 0", key=True)
    _check_rungs(review, scenario)
    _check_bands(review, scenario)


def _check_rungs(review: Review, scenario: ScenarioFile) -> None:
    for n, rung in enumerate(scenario.rungs):
        if rung.number != n:
            message = f"expected rung {n} here, found {rung.number}; rungs rise by one from 0"
            review.findings.add(KIND, ("rungs", n, "number"), message)


def _check_bands(review: Review, scenario: ScenarioFile) -> None:
    bands = scenario.bands
    if not bands:
        return
    if not 3 <= len(bands) <= 9:
        review.findings.add(KIND, ("bands",), f"{len(bands)} bands; give three to nine", key=True)
    if bands[0].index_from != 0:
        message = f"the first band must start at 0, found {bands[0].index_from:g}"
        review.findings.add(KIND, ("bands", 0, "index_from"), message)
    for n, (lower, upper) in enumerate(pairwise(bands), start=1):
        if upper.index_from <= lower.index_from:
            message = (
                f"the band must start above the one before it, at {lower.index_from:g}; "
                f"found {upper.index_from:g}"
            )
            review.findings.add(KIND, ("bands", n, "index_from"), message)
        if upper.rung_from != lower.rung_to + 1:
            message = (
                f"the band before it ends at R{lower.rung_to}; expected {lower.rung_to + 1}, "
                f"found {upper.rung_from}"
            )
            review.findings.add(KIND, ("bands", n, "rung_from"), message)
    for n, band in enumerate(bands):
        if band.number != n + 1:
            message = f"expected band {n + 1} here, found {band.number}"
            review.findings.add(KIND, ("bands", n, "number"), message)
        if band.rung_to < band.rung_from:
            message = f"ends at R{band.rung_to}, below its first rung R{band.rung_from}"
            review.findings.add(KIND, ("bands", n, "rung_to"), message)
        review.check_rung(band.rung_to, KIND, ("bands", n, "rung_to"))
