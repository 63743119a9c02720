"""A game to look back on: any moment of it, as everyone or one seat had it."""
