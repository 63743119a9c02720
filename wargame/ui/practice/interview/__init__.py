"""Asking a computer opponent about a choice of its own."""
