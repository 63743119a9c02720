"""Qt item models over plain rows, so that no screen writes its own."""
