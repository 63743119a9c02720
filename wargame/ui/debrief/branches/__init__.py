"""Branches of a game in the debrief: making one, looking at those that are kept."""
