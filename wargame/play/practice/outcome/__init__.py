"""How a practice game goes for the student's seat: what a turn changed, and the final score."""
