"""How a practice game is put into words: lengths, opponents, difficulty, how hard a seat is."""

from __future__ import annotations

from typing import Final

from wargame.model.ids import Controller
from wargame.model.practice import Difficulty, Length
from wargame.play.practice.set_up import Demand, SeatOffer

LENGTHS: Final[dict[Length, str]] = {
    Length.CRISIS: "Crisis",
    Length.STANDARD: "Standard",
    Length.CAMPAIGN: "Campaign",
}

OPPONENTS: Final[dict[Controller, str]] = {
    Controller.DOCTRINE: "Doctrine",
    Controller.PLANNER: "Planner",
    Controller.SEARCHER: "Searcher",
    Controller.HISTORY: "History",
}

OPPONENT_MEANING: Final[dict[Controller, str]] = {
    Controller.DOCTRINE: "Each acts by its doctrine and says why afterwards. The quickest.",
    Controller.PLANNER: "Each tries its moves in the model, one step ahead, and is wary of risk.",
    Controller.SEARCHER: "Each searches several steps ahead from what it knows. The slowest.",
    Controller.HISTORY: "Each does what it did in history, for as long as it can.",
}

DIFFICULTIES: Final[dict[Difficulty, str]] = {
    Difficulty.CALM: "Calm",
    Difficulty.FAIR: "Fair",
    Difficulty.HARD: "Hard",
}

DIFFICULTY_MEANING: Final[dict[Difficulty, str]] = {
    Difficulty.CALM: "Opponents waver; the coach says much.",
    Difficulty.FAIR: "Opponents play as they are; the coach says what matters.",
    Difficulty.HARD: "Opponents are steady; the coach says little.",
}

DEMANDS: Final[dict[Demand, str]] = {
    "gentle": "Gentle",
    "fair": "Fair",
    "demanding": "Demanding",
}


def demand_reason(offer: SeatOffer) -> str:
    """Why a seat is as hard as it is called.

    It rests on the start alone: how much of what the seat wants is in danger, and what it owes.
    """
    count = len(offer.wants)
    aims = "aim" if count == 1 else "aims"
    held = f"{offer.in_danger or 'None'} of {count} {aims} in danger at the start"
    return f"{held}; a reply owed to {offer.owes}" if offer.owes else held


def offer_sentence(offer: SeatOffer) -> str:
    """A seat in one sentence, for a screen reader and a tip."""
    return f"{offer.name}. {offer.aim}. {DEMANDS[offer.demand]}: {demand_reason(offer)}."
