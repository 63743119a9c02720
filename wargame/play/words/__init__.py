"""What happens in a game, in plain words: numbers, draws, conditions, events, whole games."""
