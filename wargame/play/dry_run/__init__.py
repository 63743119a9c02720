"""Games of computer seats alone: what a scenario does by itself, and who plays it better."""
