"""What Qt needs from a Linux system before it can start: shared libraries and a display.

The wheels bring Qt itself, not the graphics and window libraries below it. Without them the
import fails with the name of a file that helps nobody, so they are looked for by name first.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from setup_refusal import UNUSABLE, Refusal

# Library -> the Debian and Ubuntu package that holds it. Qt's own modules link to the first
# group; the second is what its X11 platform plugin links to on top.
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}
WINDOWS = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def can_load(library: str) -> bool:
    """Whether the dynamic linker finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(
    needed: Mapping[str, str], is_there: Callable[[str], bool] = can_load
) -> dict[str, str]:
    """The libraries that are not on this system, each with its Debian package."""
    return {name: package for name, package in needed.items() if not is_there(name)}


def apt_command(packages: Iterable[str], *, as_root: bool) -> list[str]:
    """The command line that installs Debian packages, with ``sudo`` for everyone but root."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *sorted(set(packages))]
    return install if as_root else ["sudo", *install]


def on_linux() -> bool:
    """Whether this system is one where Qt leans on libraries and a display from outside."""
    return sys.platform.startswith("linux")


def is_root() -> bool:
    """Whether this process may change the system; never on Windows."""
    return sys.platform != "win32" and os.geteuid() == 0


def install_packages(packages: Iterable[str]) -> None:
    """Install Debian packages when root; otherwise say the command that does.

    Args:
        packages: Names of Debian packages; with none, nothing happens.

    Raises:
        Refusal: Not root, no ``apt-get`` here, or it failed.
    """
    wanted = sorted(set(packages))
    if not wanted:
        return
    command = apt_command(wanted, as_root=is_root())
    if shutil.which("apt-get") is None:
        raise Refusal(f"Install what your system calls {', '.join(wanted)}, then try again.")
    if not is_root():
        raise Refusal(f"System packages are missing; run: {' '.join(command)}")
    print(f"Installing system packages: {' '.join(wanted)}", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A fresh system has no package list yet; a failed update shows in the install that follows.
    subprocess.run(["apt-get", "update"], env=environment, capture_output=True, check=False)
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
        raise Refusal(f"'{' '.join(command)}' failed ({last}); run it by hand, then try again.")


def missing_packages(*, for_a_window: bool) -> list[str]:
    """The Debian packages that Qt needs and this system lacks; none outside Linux.

    Args:
        for_a_window: True for real windows, False when drawing off screen is enough.

    Raises:
        Refusal: Libraries are missing on a Linux without ``apt-get``; names them.
    """
    if not on_linux():
        return []
    missing = missing_libraries({**DRAWING, **WINDOWS} if for_a_window else DRAWING)
    if missing and shutil.which("apt-get") is None:
        raise Refusal(f"Qt needs system libraries that are not here: {', '.join(sorted(missing))}.")
    return sorted(set(missing.values()))


def _answers(address: str | Path) -> bool:
    answered = False
    if sys.platform != "win32":
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
            door.settimeout(2)
            answered = door.connect_ex(str(address)) == 0
    return answered


def display_trouble(environment: Mapping[str, str]) -> str | None:
    """One sentence on why no window can open here, or None when one can.

    Only local displays are tried; one on another machine is taken at its word.
    """
    if not on_linux() or environment.get("QT_QPA_PLATFORM"):
        return None
    wayland = environment.get("WAYLAND_DISPLAY")
    if wayland and _answers(Path(environment.get("XDG_RUNTIME_DIR", "")) / wayland):
        return None
    display = environment.get("DISPLAY", "")
    host, colon, number = display.rpartition(":")
    if not display and not wayland:
        return (
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window "
            "can open; start Wargame from a desktop session."
        )
    if display and (not colon or host not in {"", "unix"}):
        return None
    door = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 - X11's fixed address
    if display and (_answers(door) or _answers("\0" + door)):
        return None
    return f"The display {display or wayland} does not answer, so no window can open."


def require_display(environment: Mapping[str, str]) -> None:
    """Check that a window can open.

    Raises:
        Refusal: None can.
    """
    trouble = display_trouble(environment)
    if trouble:
        raise Refusal(trouble, UNUSABLE)
