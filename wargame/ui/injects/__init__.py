"""Control's list of injects, writing and importing them, and the teams' questions."""
