"""The set-up of a session: who plays, who decides for the rest, seed and clock."""
