"""Solo practice: the game without a facilitator, its score, its coach, and asking the opponents."""
