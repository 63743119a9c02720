"""How the set-up says no: one sentence and an exit status, shared by its modules."""

from __future__ import annotations

FAILED = 1
UNUSABLE = 2


class Refusal(Exception):  # noqa: N818 - it is an answer, not an error
    """The set-up cannot go on; the text is one sentence for the person at the keyboard.

    Attributes:
        status: Exit status, ``FAILED`` when something went wrong, ``UNUSABLE`` when this
            machine or these arguments cannot do what was asked.
    """

    def __init__(self, sentence: str, status: int = FAILED) -> None:
        super().__init__(sentence)
        self.status = status
