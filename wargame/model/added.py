"""The mark of a field that was added to a form after games had been kept in it.

Such a field is written only where it differs from its default, so that what was written before
keeps its bytes and its place in the chain of hashes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ADDED: Final[Mapping[str, bool]] = MappingProxyType({"added": True})
"""Metadata of an added field: ``field(default="", metadata=ADDED)``."""
