"""Build the wheel, and show that what it installs is complete and starts without the checkout.

    .venv/bin/python packaging/check_wheel.py

Exit status 0 and one line when it does; otherwise 1 and what is wrong. Needs the environment
for the tests (``bootstrap.py setup``) and git; downloads nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENTRY_POINT = "wargame = wargame.__main__:main"


class WheelFault(Exception):  # noqa: N818 - named for what it reports
    """Something about the wheel is not as it must be; the text says what."""


def do(command: Sequence[str], folder: Path, **settings: str) -> str:
    """What a command prints.

    Raises:
        WheelFault: It failed; holds the end of what it said.
    """
    done = subprocess.run(
        list(command),
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stdout + done.stderr).strip()[-2000:]
        raise WheelFault(f"'{' '.join(command)}' gave status {done.returncode}:\n{said}")
    return done.stdout


def build(folder: Path) -> Path:
    """Build the wheel from the checkout into a folder, with the locked tools."""
    builder = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    do([*builder, str(ROOT)], folder)
    return next(folder.glob("*.whl"))


def expected_names() -> set[str]:
    """What the wheel must hold: every tracked module, asset and example."""
    listed = do(["git", "ls-files", "-z", "wargame", "assets", "saves"], ROOT).split("\0")
    names = set(filter(None, listed))
    assets = {name for name in names if name.startswith("assets/")}
    saves = {name for name in names if name.startswith("saves/")}
    laid = {"wargame/_" + name for name in assets}
    laid |= {"wargame/_" + name.removeprefix("saves/") for name in saves}
    return (names - assets - saves) | laid


def check_contents(wheel: Path) -> int:
    """The number of assets in a wheel, after looking that nothing is missing or too much.

    Raises:
        WheelFault: Something is.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        entry_points = next((n for n in names if n.endswith("entry_points.txt")), None)
        declared = archive.read(entry_points).decode("utf-8") if entry_points else ""
    missing = sorted(expected_names() - names)
    if missing:
        raise WheelFault(f"the wheel lacks {len(missing)} files, the first is {missing[0]}")
    foreign = [n for n in names if not n.startswith(("wargame/", "wargame-"))]
    if foreign:
        raise WheelFault(f"the wheel holds files of no use to a player: {sorted(foreign)[:5]}")
    if ENTRY_POINT not in declared:
        raise WheelFault("the wheel declares no command 'wargame'")
    return sum(name.startswith("wargame/_assets/") for name in names)


def check_start(wheel: Path, folder: Path) -> None:
    """Install a wheel into a folder of its own and use it from there.

    Raises:
        WheelFault: It is not found there, or does not start.
    """
    site = folder / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    do([*pip, "--no-deps", "--no-index", "--target", str(site), str(wheel)], folder)
    # PYTHONPATH comes before the environment's link to the checkout; -P leaves out the folder.
    settings = {"PYTHONPATH": str(site), "WARGAME_SAVES": str(folder / "saves")}
    python = [sys.executable, "-P"]
    where = "from wargame import paths; print(paths.assets()); print(paths.examples())"
    assets, examples = map(Path, do([*python, "-c", where], folder, **settings).split())
    if assets != site / "wargame" / "_assets" or not (assets / "fonts").is_dir():
        raise WheelFault(f"an installed Wargame looks for its assets in {assets}")
    if not list(examples.glob("*.wargame")):
        raise WheelFault(f"an installed Wargame looks for its examples in {examples}")
    do([*python, "-m", "wargame", "--help"], folder, **settings)
    scenarios = do([*python, "-m", "wargame", "scenarios", "--json"], folder, **settings)
    if "after-tehran" not in scenarios:
        raise WheelFault("an installed Wargame does not find its scenarios")


def main() -> int:
    """Build and check; returns the exit status."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch).resolve()
        try:
            wheel = build(folder)
            count = check_contents(wheel)
            check_start(wheel, folder)
        except WheelFault as fault:
            print(f"Wheel: {fault}", file=sys.stderr)
            return 1
        size = wheel.stat().st_size / 1e6
        print(f"{wheel.name}: {size:.1f} MB, {count} assets, installs and starts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
