"""What seats say, offer, read and promise, as commands and questions."""
