"""The coach of a practice game: a word before sealing, and what was missed after a turn."""
