"""The window: the only package that knows PySide6 and pyqtgraph."""
