"""A debrief that is open: one desk for each part of it, between its screens and the game."""
