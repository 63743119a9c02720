"""The verbs of the game: what may be done, what follows, what is then, and who knows of it."""
