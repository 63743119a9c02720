"""A scenario's text in other turns: for games shorter or longer than the author meant.

Only the two lines that say so are changed; everything else stays as it was written, comments too.
"""

from __future__ import annotations

import re

from wargame.errors import ScenarioError
from wargame.scenarios.text import ScenarioText


def retimed(text: ScenarioText, turns: int, turn_days: float) -> ScenarioText:
    """The same text with other turns.

    Args:
        text: The files of a scenario without faults.
        turns: Turns of a full game, from 1.
        turn_days: Days of a turn, above 0.

    Raises:
        ScenarioError: The file says its turns in a way that cannot be changed line by line.
    """
    files = dict(text.files)
    for key, value in (("turns", f"{turns}"), ("turn_days", f"{turn_days:g}")):
        line = re.compile(rf"^{key}:[ \t]*[0-9.]+".encode(), re.MULTILINE)
        found = [name for name in text.of_kind("scenario") if line.search(files[name])]
        if len(found) != 1:
            raise ScenarioError(f"The line {key} of this scenario cannot be changed.")
        name = found[0]
        files[name] = line.sub(f"{key}: {value}".encode(), files[name], count=1)
    return ScenarioText(files, text.folder)


def timeless_sha256(text: ScenarioText) -> str:
    """A hash that texts share that differ in nothing but their turns; hexadecimal."""
    try:
        return retimed(text, 1, 1.0).sha256
    except ScenarioError:
        return text.sha256
