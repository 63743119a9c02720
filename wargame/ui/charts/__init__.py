"""Plots; pyqtgraph is imported when the first one is built, never at start-up."""
