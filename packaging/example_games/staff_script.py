"""What the six teams of the facilitated example ordered, said and wrote; all of it is invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wargame.model.arguments import Argument
from wargame.model.channels import Words
from wargame.model.ids import ActorId, FrontId, MoveId
from wargame.model.orders import WRITTEN, Order
from wargame.model.proposals import Clause, ProposalKind, Terms
from wargame.model.seats import Player

ISR, IRN, USA = ActorId("ISR"), ActorId("IRN"), ActorId("USA")
HZB, QAT, EGY, HAM = ActorId("HZB"), ActorId("QAT"), ActorId("EGY"), ActorId("HAM")

TEAMS: Final[dict[ActorId, tuple[Player, ...]]] = {
    ISR: (
        Player("Anna", "Head of government"),
        Player("Mateus", "Defence minister"),
        Player("Ines", "Chief of the general staff"),
    ),
    IRN: (
        Player("Leila", "President"),
        Player("Omid", "Commander of the missile force"),
        Player("Per", "Acting foreign minister"),
    ),
    USA: (Player("Grace", "National security adviser"), Player("Kofi", "Envoy to the talks")),
    HZB: (Player("Jo", "Secretary-General"), Player("Sara", "Military council")),
    QAT: (
        Player("Tomas", "Prime minister and foreign minister"),
        Player("Mina", "Negotiating team"),
    ),
    EGY: (Player("Ravi", "Head of general intelligence"),),
}

CONTROL: Final = "Ruth"
"""Who rules."""

OBSERVERS: Final = (("Nadia", IRN), ("Felix", ISR), ("Amal", None))


@dataclass(frozen=True, slots=True)
class Line:
    """An order in a turn."""

    turn: int
    seat: ActorId
    order: Order


def _line(
    turn: int,
    seat: ActorId,
    move: str,
    target: ActorId | None,
    meant: float | None,
    message: str,
    why: str,
    warning: float = 0.0,
    told: tuple[ActorId, ...] = (),
) -> Line:
    order = Order(
        move=MoveId(move),
        target=target,
        meant=meant,
        message=message,
        rationale=why,
        warning_hours=warning,
        told=told,
        audience=(target,) if target and message else (),
    )
    return Line(turn, seat, order)


ORDERS: Final = (
    _line(1, IRN, "I01", ISR, 3.0, "There will be an answer, at a time of our choosing.",
          "The street expects words today. Words cost least and bind us least."),
    _line(1, IRN, "M02", None, 4.0, "",
          "Crews must be ready before the talks end, whatever we choose."),
    _line(1, ISR, "I02", IRN, 2.0, "An attack on our cities will be answered in Iran.",
          "Say once where the line is, and say it before they choose."),
    _line(1, ISR, "M02", None, 4.0, "",
          "Batteries and reserves, no more; nobody shall read an attack into it."),
    _line(1, USA, "M01", IRN, 3.0, "These ships defend. They attack nobody.",
          "Shield our partner without pushing it forward."),
    _line(1, USA, "D12", IRN, 0.0, "Hold your reply while the talks have a chance.",
          "Every day without a reply is a day for Doha."),
    _line(1, HZB, "I01", ISR, 3.0, "Beirut will be answered, on our account alone.",
          "Keep our own account apart from Tehran's."),
    _line(1, QAT, "D02", IRN, 0.0, "Washington asks what would be enough.",
          "Find out the size of the reply before it flies."),
    _line(1, QAT, "D06", HAM, 0.0, "Two weeks, then both sides sit down.",
          "A date is worth more than a text now."),
    _line(1, EGY, "D02", HAM, 0.0, "The border terms can be met.",
          "Cairo holds the one key that nobody else has."),
    _line(2, IRN, "D04", QAT, 1.0, "It will be one night, and only bases.",
          "What is told to Doha reaches those whom it must reach."),
    _line(2, IRN, "M11", ISR, 11.0, "One answer for one killing; then the matter is closed.",
          "Answer so that the line is seen, and so early that nobody needs to die.", 30.0, (QAT,)),
    _line(2, USA, "M03", ISR, 3.0, "We stand in the way of missiles, not behind a strike.",
          "The more we stop, the less has to be answered."),
    _line(2, EGY, "D03", ISR, 0.0, "Give the round one more week.",
          "An open border needs a quiet one."),
    _line(4, IRN, "D05", ISR, 0.0, "The matter is closed, unless it is opened again.",
          "Close the account in public while we are even."),
    _line(4, USA, "D03", ISR, 0.0, "You stopped nearly all of it. Take the success.",
          "The cheapest moment to stop is tonight."),
    _line(3, HZB, "M08", ISR, 8.0, "For Beirut, and no more than that.",
          "Our own answer, below the line of their cities."),
    _line(4, QAT, "D02", USA, 0.0, "Tehran says that it is done.",
          "Carry it at once, in its own words."),
    _line(4, ISR, "M13", IRN, 11.0, "One radar, nobody near it. Our account is closed too.",
          "Not answering reads as leave to repeat. One target says it with the least."),
    _line(5, QAT, "D02", IRN, 0.0, "They say: one target, nobody near it.",
          "Let them read it as it is meant."),
    _line(5, ISR, "D05", IRN, 0.0, "We seek no more.",
          "The message of the strike needs a full stop."),
    _line(5, USA, "D06", HAM, 0.0, "Back to the text of May.", "The sky is quiet; use it."),
    _line(6, QAT, "D02", HZB, 0.0, "Would quiet in the north hold if it were written down?",
          "Two fronts can close in one text."),
    _line(6, USA, "D02", ISR, 0.0, "We would stand behind a text for the north.",
          "Sponsors first, parties then."),
    _line(7, USA, "D02", IRN, 0.0, "The north is quiet. Let it stay so.",
          "Say it to those who pay for it."),
    _line(2, HZB, "D01", None, None, "", "Not this week: Tehran goes first."),
    _line(3, IRN, "D02", QAT, 0.0, "It flies tonight. It ends tonight.", "Say the end with it."),
    _line(5, IRN, "D01", None, None, "", "A shed and a radar. We count it as even and wait."),
)  # fmt: skip

WRITTEN_ORDER: Final = Line(
    3,
    ISR,
    Order(
        move=WRITTEN,
        target=None,
        meant=2.0,
        rationale="We can pay for a shared picture with silence about who shares it.",
        argument=Argument(
            do="Ask the neighbours to pool their radar pictures for two nights",
            result="Fewer leaks if a second wave comes, and nobody named",
            reasons=(
                "It was done in April, and nobody was named then",
                "Every neighbour wants to see what crosses its own sky",
            ),
        ),
    ),
)
"""A move of a team's own, which control weighs."""

NORTH: Final = Terms(
    title="Quiet on the northern border",
    kind=ProposalKind.CEASEFIRE,
    parties=(ISR, HZB),
    sponsors=(QAT, USA),
    front=FrontId("lebanon"),
    clauses=(
        Clause("No fire across the border", 7.0, (), FrontId("lebanon")),
        Clause("People go home on both sides within thirty days"),
    ),
    public=False,
)

SAID: Final = (
    (1, USA, Words(QAT, "Ask Tehran what it needs to be able to stop.")),
    (2, IRN, Words(QAT, "One night, bases only. Let it be known where it must be.")),
    (4, QAT, Words(USA, "Tehran holds the account to be even. Can you hold your side?")),
    (4, ISR, Words(USA, "One radar, nobody near it. Then we are done.")),
    (6, USA, Words(ISR, "We sponsor the text for the north if you can live with clause one.")),
)
"""What teams said to one another: turn, who, what."""

FILLING: Final[dict[str, str]] = {
    "diplomatic": "Keep the line open while others move.",
    "informational": "Say what we do before others say it for us.",
    "military": "Hold the level that we have held.",
    "economic": "Pressure that can be taken back.",
    "covert": "Know more before we choose.",
    "nuclear": "A signal for the file, not for the news.",
}
"""Why a team kept to its plan in a turn for which the script has nothing, by category of move."""

LEANINGS: Final[dict[tuple[ActorId, ActorId], float]] = {
    (ISR, IRN): 2.0,
    (ISR, HZB): 1.0,
    (IRN, ISR): 2.0,
    (IRN, USA): 1.5,
    (HZB, ISR): 1.0,
    (USA, IRN): 0.5,
    (USA, ISR): -0.5,
    (QAT, ISR): 0.5,
    (EGY, IRN): 0.5,
}
"""By how many rungs a team reads another higher than the law's estimate."""

MARKS: Final[tuple[tuple[int, str, int, str], ...]] = (
    (1, "Nadia", 1, "Leila asks three times what Tel Aviv would count as an answer."),
    (1, "Felix", 6, "Nobody can say what the alert looks like from outside."),
    (2, "Nadia", 6, "Chose the announced option two to one; Per asked for the reason in writing."),
    (3, "Felix", 7, "The room splits: is the closing statement a promise or a trick?"),
    (3, "Amal", 1, "Two teams wait for the same mediator."),
    (4, "Felix", 2, "Ines: one target with nobody near it says more than ten."),
    (4, "Nadia", 7, "They count the launchers that moved, not the words."),
    (5, "Amal", 2, "Everybody plays it down at once."),
    (6, "Amal", 3, "The text for the north comes from the hosts, unasked."),
)
"""Marks of observers: turn, who, key, note."""
