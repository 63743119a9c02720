"""The project's own measurements: each a ratio to something measured in the same run."""
