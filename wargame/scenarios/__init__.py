"""Scenario files become a ``Scenario`` here, or every fault in them with file, line and column."""
