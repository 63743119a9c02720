"""What panels show of a game: queries that change nothing."""
