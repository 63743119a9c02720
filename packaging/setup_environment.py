"""The virtual environment of a checkout: made once, brought up to date when the lock changes.

A stamp inside it holds the digest of the requirement file that was installed. It is removed
before anything changes and written last, so an interrupted set-up starts over by itself.
"""

from __future__ import annotations

import errno
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from setup_refusal import Refusal

PURPOSES = {"run": "requirements.txt", "test": "requirements-dev.txt"}

DISK_FULL = "The disk is full; free about 1 GB and try again."
SCARCE_BYTES = 50_000_000

# What pip's own words mean for the person who waits; the first that matches is said.
PIP_TROUBLES = (
    (
        ("No space left on device", "There is not enough space on the disk"),
        DISK_FULL,
    ),
    (
        ("DO NOT MATCH THE HASHES",),
        "A downloaded package differs from the one that was locked, so nothing was installed.",
    ),
    (
        (
            "NewConnectionError",
            "NameResolutionError",
            "name resolution",
            "Connection refused",
            "ConnectTimeoutError",
            "Read timed out",
            "ProxyError",
            "SSLError",
            "Network is unreachable",
        ),
        "The packages could not be downloaded; check the network and try again.",
    ),
    (
        ("No matching distribution found", "Could not find a version that satisfies"),
        "A package is not ready-made for this Python and system; 3.11 to 3.13 are tried.",
    ),
    (("Permission denied", "Access is denied"), "Files in .venv may not be written."),
)


class Environment:
    """The ``.venv`` of a checkout.

    Attributes:
        root: The checkout.
        folder: The environment's folder.
        python: Its interpreter, which may not exist yet.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        inside = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
        self.python = self.folder.joinpath(*inside)

    def lock_file(self, purpose: str) -> Path:
        """The requirement file for a purpose (``run`` or ``test``)."""
        return self.root / "packaging" / PURPOSES[purpose]

    def stamp_file(self, purpose: str) -> Path:
        """Where the digest of what was installed for a purpose is kept."""
        return self.folder / f"installed-for-{purpose}"

    def digest(self, purpose: str) -> str:
        """What the stamp holds when the environment fits: Python version and lock."""
        version = f"{sys.version_info[0]}.{sys.version_info[1]}\n".encode()
        return hashlib.sha256(version + self.lock_file(purpose).read_bytes()).hexdigest()

    def is_ready(self, purpose: str) -> bool:
        """Whether everything for a purpose is installed from the current lock."""
        stamp = self.stamp_file(purpose)
        if not (self.python.exists() and stamp.is_file()):
            return False
        return stamp.read_text("ascii", errors="replace") == self.digest(purpose)

    def prepare(self, purpose: str) -> None:
        """Make the environment fit for a purpose, doing only what is still to be done.

        Raises:
            Refusal: It cannot be made; says why.
        """
        if self.is_ready(purpose):
            return
        try:
            for known in PURPOSES:
                self.stamp_file(known).unlink(missing_ok=True)
            if not self._works():
                self._create()
            self._install(purpose)
            self._link_checkout()
            # The lock for the tests contains the one for running, version by version.
            for done in PURPOSES if purpose == "test" else (purpose,):
                self.stamp_file(done).write_text(self.digest(done), "ascii")
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise Refusal(DISK_FULL) from error
            place = error.filename or self.folder
            raise Refusal(f"{place} cannot be written: {error.strerror}.") from error

    def missing_packages(self, purpose: str) -> list[str]:
        """The Debian package without which Python cannot make an environment, when it matters."""
        if self.is_ready(purpose):
            return []
        if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
            return []
        return [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]

    def _works(self) -> bool:
        """Whether the environment starts, holds pip, and has this Python's version."""
        if not self.python.exists():
            return False
        question = "import pip, sys; print(sys.version_info[0], sys.version_info[1])"
        answer = subprocess.run(
            [str(self.python), "-c", question],
            capture_output=True,
            text=True,
            check=False,
            env=clean_environment(),
        )
        return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]

    def _create(self) -> None:
        print("Making the environment in .venv", file=sys.stderr)
        made = subprocess.run(
            [sys.executable, "-m", "venv", "--clear", str(self.folder)],
            capture_output=True,
            text=True,
            check=False,
            env=clean_environment(),
        )
        if made.returncode:
            said = made.stderr + made.stdout
            raise Refusal(self._reason(said, "Python could not make an environment"))

    def _install(self, purpose: str) -> None:
        lock = self.lock_file(purpose)
        print(f"Installing the packages of {lock.name} (once, a minute or two)", file=sys.stderr)
        pip = [str(self.python), "-m", "pip", "install", "--require-hashes", "--no-input"]
        # Without --only-binary an unsupported system would try to compile NumPy for an hour.
        pip += ["--only-binary", ":all:", "--disable-pip-version-check", "-r", str(lock)]
        log = self.folder / "install.log"
        with log.open("w", encoding="utf-8", errors="replace") as record:
            done = subprocess.run(
                pip, stdout=record, stderr=subprocess.STDOUT, check=False, env=clean_environment()
            )
        if done.returncode:
            said = log.read_text("utf-8", errors="replace")
            reason = self._reason(said, "The packages could not be installed")
            raise Refusal(f"{reason} Details are in .venv/{log.name}.")

    def _reason(self, said: str, otherwise: str) -> str:
        """The sentence for a failed step, from what it said and from the state of the disk."""
        # Making an environment hides the words of the step that ran out of space.
        scarce = shutil.disk_usage(self.folder).free < SCARCE_BYTES
        return trouble_in(said) or (DISK_FULL if scarce else f"{otherwise}: {last_line(said)}")

    def _link_checkout(self) -> None:
        """Let the environment's Python find ``wargame`` from any working folder."""
        base = {"base": str(self.folder), "platbase": str(self.folder)}
        packages = Path(sysconfig.get_path("purelib", "venv", base))
        # Relative to the folder it stands in, so that a moved checkout still works.
        target = os.path.relpath(self.root, packages)
        (packages / "wargame-checkout.pth").write_text(target + "\n", "utf-8")


def clean_environment() -> dict[str, str]:
    """This process's environment without what would lead pip and venv astray."""
    leading_astray = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "__PYVENV_LAUNCHER__"}
    kept = {name: value for name, value in os.environ.items() if name not in leading_astray}
    return {**kept, "PIP_USER": "0"}


def trouble_in(said: str) -> str | None:
    """The sentence for what pip or venv reported, or None when it is nothing known."""
    for signs, sentence in PIP_TROUBLES:
        if any(sign in said for sign in signs):
            return sentence
    return None


def last_line(said: str) -> str:
    """The last line with something on it, as a sentence."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1].rstrip(".") + "." if lines else "no reason was given."
