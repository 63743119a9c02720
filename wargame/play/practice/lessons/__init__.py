"""The learning path: lessons that ask, run the model and ask again, and a guided first game."""
