"""Asking a computer opponent about a choice: why, what it believed, what would have moved it."""
