"""The version of the rules: a save names the rules that played it."""

from __future__ import annotations

RULES_VERSION = "2"
"""Raised when the same orders and draws could lead to another outcome than before."""
