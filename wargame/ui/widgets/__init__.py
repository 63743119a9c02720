"""Controls and small pictures without game knowledge; they show values and emit wishes."""
