"""How much a scenario may hold, so that no file can hang or exhaust the program."""

from __future__ import annotations

MEBIBYTE = 1024 * 1024

MAX_FILE_BYTES = 2 * MEBIBYTE
"""Largest single file."""

MAX_UNPACKED_BYTES = 64 * MEBIBYTE
"""Largest zip, packed or unpacked."""

MAX_TEXT_BYTES = 8 * MEBIBYTE
"""Largest sum of a scenario's own files; a full scenario of seventy moves holds about 0.3 MiB."""

MAX_FILES = 500
"""Most files of a scenario; a zip may hold four times as many entries beside them."""

MAX_DEPTH = 40
"""Deepest nesting of lists and maps in a file."""

MAX_VALUES = 100_000
"""Most values in one file, an alias counting as everything that it stands for."""

MAX_NEAR_NAMES = 300
"""How many faults of a run look for a near name; the search is the slow part of a fault."""

MAX_FAULTS = 5_000
"""Most faults that one reading gathers; nobody reads further."""
