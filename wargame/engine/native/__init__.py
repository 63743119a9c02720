"""Turns the law's plain Python functions into machine code, bit for bit the same."""
