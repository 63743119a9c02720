"""Colours, type, icons and the paint primitives every screen shares."""
