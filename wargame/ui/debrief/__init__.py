"""The debrief: a finished game, any moment of it, from any point of view."""
