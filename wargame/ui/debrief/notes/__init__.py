"""What a room notes while it looks back: objectives with their evidence, tags, the hot wash."""
