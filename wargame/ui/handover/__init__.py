"""The page between two teams: nothing of the earlier seat is left behind it."""
