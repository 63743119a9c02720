"""Wargame: a desktop application for running crisis war games."""

__version__ = "0.1.0"
