"""What accompanies a student who plays alone: short remarks above the work."""
