"""What must never be committed: paths of someone's machine, addresses of package registries."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Put together from parts, so that this file does not hold what it looks for.
HOSTS = [
    "python" + "hosted",
    "py" + "pi.org",
    "registry.np" + "mjs",
    "deb." + "debian.org",
    "archive." + "ubuntu.com",
]
HOMES = ["home", "ro" + "ot", "Us" + "ers", "wo" + "rk", "fa" + "rm", "mnt"]
MACHINE_PATH = re.compile(rf"(?<![\w.\-/<>])/(?:{'|'.join(HOMES)})/[\w.-]+|\b[A-Z]:\\{HOMES[2]}\\")
REGISTRY = re.compile("|".join(map(re.escape, HOSTS)))


def tracked_texts() -> dict[str, str]:
    """Every text file that git knows, by its path in the checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    texts = {}
    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.is_file():
            content = path.read_bytes()
            if b"\0" not in content:
                texts[name] = content.decode("utf-8")
    return texts


@pytest.mark.parametrize("rule", [MACHINE_PATH, REGISTRY], ids=["machine paths", "registries"])
def test_that_no_tracked_file_betrays_where_it_was_made(rule: re.Pattern[str]) -> None:
    found = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in tracked_texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if rule.search(line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        "see /ho" + "me/leila/notes.txt",
        '"/Us' + 'ers/omid/wargame"',
        "C:" + r"\Us" + r"ers\per",
    ],
)
def test_that_the_rule_knows_a_machine_path_when_it_sees_one(line: str) -> None:
    assert MACHINE_PATH.search(line)


def test_that_no_tracked_file_is_larger_than_three_megabytes() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    )
    paths = [ROOT / name for name in filter(None, listed.stdout.split("\0"))]
    big = [p.name for p in paths if p.is_file() and p.stat().st_size > 3_000_000]
    assert not big
