"""What a student expects of a turn, what the engine does, and what became of it."""
