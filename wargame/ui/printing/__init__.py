"""Pages as PDF: set, broken and printed by Qt."""
