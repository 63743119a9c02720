"""The learning path: its page, the exercises, and the guide beside a first game."""
