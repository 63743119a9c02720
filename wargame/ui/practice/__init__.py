"""The pages of a practice game: its set-up, its score, what accompanies the student."""
