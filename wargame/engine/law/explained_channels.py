"""In words: what is said in private, and what is agreed on paper."""

from __future__ import annotations

from wargame.engine.law.explanation import Equation, LawSystem

_OCCASION = "proposal"

CHANNELS: tuple[LawSystem, ...] = (
    LawSystem(
        "S26",
        "Messages and agreements",
        "M17, M44, M46, M50, M53",
        (
            Equation(
                "What is said in private comes out",
                "A message comes out with probability leak × (2 − the quality of the sender's "
                "line), + more when a mediator carries it. A third side listens in with "
                "probability weight × the larger of its intelligence on the two who speak, and in "
                "a share of those cases learns the words. A mediator takes between the least and "
                "the most hours. Nobody reaches another over a line below the least quality.",
                "MODEL A8 S8, D5.2",
                parameters=("channels.",),
                streams=("channels.leak", "channels.overhear", "channels.hours"),
                inputs=("channel:actor>target",),
            ),
            Equation(
                "A proposal that every party has signed",
                "A ceasefire that both sides of a front have signed is a truce: talks at least at "
                "agreement, trust in each other, and hardliners lose part of their hold. An "
                "exchange leaves each side a share of its captives, moves the talks on and makes "
                "both more willing. A pact is in force, with some trust. A computer seat signs "
                "when it is willing, and a pact when it trusts the others.",
                "MODEL D5.14, D5.10; moves D08, D10, D13",
                (
                    "truce",
                    "talks",
                    "accepted",
                    "trust",
                    "hardline",
                    "captives",
                    "willingness",
                    "pact",
                    "debt",
                    "deferral",
                    "deferral_days",
                ),
                _OCCASION,
                (
                    "proposals.",
                    "talks.agreement",
                    "talks.truce_trust",
                    "hardening.truce",
                ),
            ),
            Equation(
                "A clause is broken",
                "Whoever does openly what a clause forbids loses standing: weight × S(rung), and "
                "the trust of each other party.",
                "moves D05; MODEL D5.14",
                ("face",),
                _OCCASION,
                ("face.broken_word", "talks.truce_trust"),
            ),
        ),
    ),
)
