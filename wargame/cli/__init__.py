"""One file per command; each works without a screen."""
