"""What may follow from a moment: forecasts for control and for a seat."""
