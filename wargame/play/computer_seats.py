"""Who decides for a seat without people."""

from __future__ import annotations

from wargame.model.ids import Controller

AVAILABLE: tuple[Controller, ...] = (Controller.PEOPLE, Controller.FACILITATOR)
"""The controllers that a set-up may choose."""
