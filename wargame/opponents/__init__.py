"""Who decides for seats without people: each opponent sees only what its seat may know."""
