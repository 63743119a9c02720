"""The nouns of the game, frozen: nothing here decides, reads or writes."""
