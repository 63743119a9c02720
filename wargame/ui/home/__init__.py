"""The start page: what can be run, and what was played."""
