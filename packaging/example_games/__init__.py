"""The games that ship as examples: how each was played, so that it can be made again."""
