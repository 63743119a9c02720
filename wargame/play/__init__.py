"""Use cases: what people do with games. The window and the command line ask only these."""
