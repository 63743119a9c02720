"""Where assets, saves and settings are: in a checkout, an installed wheel, a frozen program."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def _checkout_root() -> Path | None:
    """The root of the checkout this runs from, or None when installed or frozen."""
    root = Path(__file__).resolve().parent.parent
    return root if (root / "pyproject.toml").is_file() and (root / "assets").is_dir() else None


def assets() -> Path:
    """The folder with scenarios, fonts, icons, help and schemas; read-only."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "assets"
    root = _checkout_root()
    return root / "assets" if root else Path(__file__).resolve().parent / "_assets"


def saves() -> Path:
    """The folder that holds this person's games; it may not exist yet.

    ``WARGAME_SAVES`` overrides it. A checkout keeps its saves in ``saves/``; an installed
    program keeps them in ``Wargame`` among the person's documents.
    """
    chosen = os.environ.get("WARGAME_SAVES")
    if chosen:
        return Path(chosen).expanduser()
    root = _checkout_root()
    if root:
        return root / "saves"
    import platformdirs

    return platformdirs.user_documents_path() / "Wargame"


def examples() -> Path:
    """The folder with the finished games that ship; read-only, and it may not exist.

    ``WARGAME_EXAMPLES`` overrides it.
    """
    chosen = os.environ.get("WARGAME_EXAMPLES")
    if chosen:
        return Path(chosen).expanduser()
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "examples"
    root = _checkout_root()
    return root / "saves" / "examples" if root else Path(__file__).resolve().parent / "_examples"


def own_scenarios() -> Path:
    """The folder for scenarios that this person wrote; it may not exist yet."""
    return saves() / "scenarios"


def cache() -> Path:
    """The folder for what can be made again, such as the compiled law; it may not exist yet."""
    chosen = os.environ.get("WARGAME_CACHE")
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs

    return platformdirs.user_cache_path("wargame", appauthor=False)
