"""The controllers of a practice game."""
