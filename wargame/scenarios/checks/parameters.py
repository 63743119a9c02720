"""Parameters and sources: values in their own range, and no number without something to rest on."""

from __future__ import annotations

from wargame.model.ids import Basis
from wargame.scenarios.findings import shown
from wargame.scenarios.review import Review

KIND = "parameters"


def check_parameters(review: Review) -> None:
    """Every parameter."""
    parameters = review.files.parameters.parameters if review.files.parameters else {}
    for key, parameter in parameters.items():
        path = (KIND, key)
        known = review.known_parameters
        if known is not None and key not in known:
            message = f"the law has no parameter {shown(key)}{review.findings.near(key, known)}"
            review.findings.add(KIND, path, message, key=True)
        if parameter.low > parameter.high:
            message = f"the low end {parameter.low:g} is above the high end {parameter.high:g}"
            review.findings.add(KIND, (*path, "low"), message)
        elif not parameter.low <= parameter.value <= parameter.high:
            message = (
                f"{parameter.value:g} is outside its own range, "
                f"{parameter.low:g} to {parameter.high:g}"
            )
            review.findings.add(KIND, (*path, "value"), message)
        review.check_sources(parameter.sources, KIND, path)
        if parameter.basis is not Basis.JUDGED and not parameter.sources:
            message = f"a value whose basis is {parameter.basis.value} needs a source"
            review.findings.add(KIND, (*path, "basis"), message)
