"""The window for the room: what is public, large enough to be read from the last row."""
