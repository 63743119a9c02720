"""What the hand-over page shows: a value without anything a team may not see."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.model.seat_view import ActorLabel

TRIES = 5
"""Wrong PINs after which only control opens the seat."""


@dataclass(frozen=True, slots=True)
class Handover:
    """One hand-over.

    Attributes:
        seat: Whose turn at the laptop it is; None when control gets it back.
        asks_pin: Whether the seat has a PIN.
        hidden: Whose screen was hidden just now; empty when it was control's.
        has_sealed: Whether that seat has sealed its orders.
        after: Seats that come after this one.
        scenario: Title of the scenario.
        when: Turn and phase, such as "Turn 4 of 12, planning".
        tries_left: Wrong PINs still allowed, 0 to 5; at 0 only control opens the seat.
        is_planning: Whether orders are being written; in the other phases seats only read.
    """

    seat: ActorLabel | None
    asks_pin: bool
    hidden: str
    has_sealed: bool
    after: tuple[ActorLabel, ...]
    scenario: str
    when: str
    tries_left: int = TRIES
    is_planning: bool = True


def short_name(name: str) -> str:
    """A name without the common one in brackets, for running text.

    >>> short_name("Ansar Allah (Houthis)")
    'Ansar Allah'
    """
    return name.partition(" (")[0]


def possessive(name: str) -> str:
    """A name in the genitive.

    >>> possessive("Iran"), possessive("Hamas")
    ('Iran’s', 'Hamas’')
    """
    short = short_name(name)
    return f"{short}’" if short.endswith("s") else f"{short}’s"


def hidden_words(handover: Handover) -> str:
    """The line under the title: what became of the screen that was there before."""
    if not handover.hidden:
        return "Control’s screen is hidden."
    if not handover.is_planning:
        return f"{possessive(handover.hidden)} screen is hidden."
    kept = "orders are sealed" if handover.has_sealed else "drafts are kept"
    return f"{possessive(handover.hidden)} {kept} and hidden."


def refusal_words(name: str, tries_left: int) -> str:
    """What is said after a wrong PIN while tries are left.

    >>> refusal_words("Iran", 4)
    'That is not Iran’s PIN. 4 tries left.'
    """
    tries = "1 try" if tries_left == 1 else f"{tries_left} tries"
    return f"That is not {possessive(name)} PIN. {tries} left."
