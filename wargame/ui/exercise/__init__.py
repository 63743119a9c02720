"""The controller of a running session: screens wish, it commands the game, screens are shown."""
