"""Control's rulings on a turn: cases, odds, drafts and the commands that rule."""
