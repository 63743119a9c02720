"""Control's tab of channels: all traffic, papers, readings, red lines, and words in any name."""
