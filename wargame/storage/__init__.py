"""Saves: one file per session, its log, its codec, and how it is opened, checked and kept."""
