"""The report before it is written: its sections, and the places of the author's own words."""
