"""Games of one scenario beside each other."""
