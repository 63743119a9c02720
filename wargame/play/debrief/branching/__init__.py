"""Branches of a game: one thing otherwise, and what follows, once and many times."""
