"""Deterrence, signals, standing and escalation in words (MODEL A8), for the ledger's lines."""

from __future__ import annotations

from wargame.engine.law.explanation import Equation, LawSystem

_TIME, _BELIEF, _HAZARD = "time", "belief", "hazard"

_INDEX_WORDS = (
    "Index = 100 × (1 − e^(−(weighted heat + weight × S(highest precedent)) ÷ scale)); weighted "
    "heat is the sum over fronts of weight × heat, S(rung) = 4 × (2^(rung ÷ 5) − 1). It is 100 "
    "when control is lost."
)
_INDEX = ("index.scale", "index.ratchet_weight", "precedent.base")


def _index(occasion: str) -> Equation:
    return Equation(
        "The escalation index",
        _INDEX_WORDS,
        "MODEL D4",
        ("index",),
        occasion,
        parameters=_INDEX,
    )


ESCALATION: tuple[LawSystem, ...] = (
    LawSystem(
        "S1",
        "Mutual deterrence and red lines",
        "M1, M18, M30",
        (
            Equation(
                "Last turn's marks are wiped",
                "At the beginning of a turn nobody has acted against anybody yet, so the highest "
                "rung of each pair goes back to 0.",
                "MODEL D1",
                ("last_rung",),
                _TIME,
            ),
            Equation(
                "Highest act of the turn",
                "The highest rung of one actor's acts against another this turn; acts below the "
                "rung at which debts begin leave no mark.",
                "MODEL D1",
                ("last_rung",),
                parameters=("debt.least_rung",),
            ),
        ),
    ),
    LawSystem(
        "S2",
        "Home-turf injunction and precedents",
        "M2, M3, M5",
        (
            Equation(
                "A precedent is set",
                "Between two actors that face each other directly the precedent becomes the rung "
                "of the act where that is higher. An act outside the target's own soil sets none "
                "above the rung for acts abroad.",
                "MODEL D4; M2, M5",
                ("precedent",),
                parameters=("precedent.abroad", "precedent.least_front_weight"),
                inputs=("precedent:actor>target",),
            ),
            Equation(
                "Precedents fade",
                "What a precedent has above its base halves every half-life: base + (precedent − "
                "base) × 2^(−days ÷ half-life).",
                "MODEL D4; M5",
                ("precedent",),
                _TIME,
                ("precedent.half_life_days", "precedent.base"),
            ),
        ),
    ),
    LawSystem(
        "S8",
        "Signalling and misperception",
        "M6, M11, M17, M44",
        (
            Equation(
                "How the target reads an act",
                "Severity as read = (S × size × (1 − share for choreography) + weight × "
                "√(got through) × S ÷ scale × (1 − share for choreography)) × how sure it is who "
                "did it × a noise factor. The noise is e^(sigma × (1 − channel) × z) with z a "
                "normal draw: a perfect channel reads exactly. S(rung) = 4 × (2^(rung ÷ 5) − 1); "
                "size = 1 + weight × log10(1 + munitions ÷ 10) + weight × log10(1 + deaths).",
                "MODEL D5.6, D4; M6, M17",
                parameters=("perception.", "ladder."),
                streams=("perception.noise",),
                inputs=("channel:target>actor",),
            ),
            Equation(
                "Who else learns of it, and how each reads it",
                "A seat that is neither told nor near learns of a hidden act with probability "
                "logistic(base + weight × its intelligence on the actor − weight × deniability), "
                "and reads its severity with the same noise, by its own channel.",
                "MODEL D5.2, D5.6; M44",
                parameters=(
                    "perception.",
                    "warning.detect_base",
                    "warning.detect_intel",
                    "warning.detect_covert",
                ),
                streams=("perception.reader", "intelligence.learn"),
            ),
        ),
    ),
    LawSystem(
        "S9",
        "Credibility and face",
        "M10, M11, M12, M13, M14, M19, M20, M23",
        (
            Equation(
                "Debt after an act",
                "The target owes what it read: + severity as read. The actor's own debt is paid: "
                "− severity, never below 0. A sustained move counts for days ÷ 7 of a single act. "
                "Acts below the least rung do neither. Sustained fire leaves owed no more than an "
                "answer in kind, and pays nothing larger than itself. Acts of the shadow war pay "
                "a direct rival only a share of their severity.",
                "MODEL D5.7",
                ("debt",),
                parameters=(
                    "debt.least_rung",
                    "debt.flow_days",
                    "debt.flow_most",
                    "debt.shadow_pays",
                    "debt.shadow_below",
                ),
                inputs=("debt:actor>target", "debt:target>actor"),
            ),
            Equation(
                "Standing after an act",
                "The target loses weight × humiliation × severity as read; humiliation is 1 when "
                "a rival hits a state at the rung or above, less between other states and on the "
                "fronts of groups, more where a guest is killed, and less again where the act "
                "answers a real debt. The actor "
                "gains weight × S × attribution: for a strike on home soil in full where much "
                "got through, the foiled share where nothing did; for any other act a smaller "
                "weight. A salvo humiliates less the more of it is stopped. Fire that merely goes "
                "on lifts nobody.",
                "MODEL D5.7; M10, M14, M19",
                ("face",),
                parameters=(
                    "face.humiliation",
                    "face.humiliation_rung",
                    "face.humiliation_states",
                    "face.humiliation_fronts",
                    "face.guest",
                    "face.answer",
                    "face.direct_strike",
                    "face.foiled",
                    "face.stopped",
                    "face.leak_for_all",
                    "face.other_act",
                ),
                inputs=("face:actor", "face:target", "debt:actor>target"),
            ),
            Equation(
                "Words that bind and words that claim",
                "An open act at the rung redeems its author's vows. A strike after the word that "
                "the matter was closed costs standing. A claim of success brings a share of the "
                "standing that is lacking, as far as it is plausible. Pulling back while a reply "
                "is owed costs some.",
                "MODEL B9; moves D05, I01, I03, M21",
                ("vows", "closed_days", "face"),
                parameters=(
                    "face.vow_rung",
                    "face.closed_days",
                    "face.closed_rung",
                    "face.broken_word",
                    "face.victory",
                    "face.pulling_back",
                    "face.pulling_back_debt",
                ),
            ),
            Equation(
                "The word runs out",
                "The days for which a closed matter binds pass.",
                "moves D05",
                ("closed_days",),
                "words",
                ("face.closed_days",),
            ),
            Equation(
                "Debts fade",
                "Every debt halves every half-life.",
                "MODEL D5.1",
                ("debt",),
                _TIME,
                ("debt.half_life_days",),
            ),
            Equation(
                "Standing settles",
                "Standing goes half of the way to its home every half-life.",
                "MODEL D5.1",
                ("face",),
                _TIME,
                ("face.home", "face.half_life_days"),
            ),
        ),
    ),
    LawSystem(
        "S10",
        "Emboldenment by silence",
        "M21, M22, M44",
        (
            Equation(
                "An act shows resolve",
                "Everybody's belief that its author replies rises by gain × (1 − belief) × "
                "min(1, S ÷ full weight) × how far it is known for the author's, up to the "
                "ceiling.",
                "MODEL D5.9",
                ("belief",),
                parameters=("belief.gain", "belief.full_weight", "belief.ceiling"),
            ),
            Equation(
                "Silence lowers belief",
                "Whoever owes more than the open debt in all and did less than the weight of a "
                "reply loses its rivals' belief: × share ^ (days of silence ÷ 7), not below the "
                "floor.",
                "MODEL D5.9; M21",
                ("belief",),
                _BELIEF,
                ("belief.open_debt", "belief.silence", "belief.reply_weight", "belief.floor"),
            ),
        ),
    ),
    LawSystem(
        "S23",
        "Escalation, spiral, loss of control",
        "M23, M24, M25, M26, M30, M35",
        (
            _index("act"),
            _index(_TIME),
            _index(_HAZARD),
            Equation(
                "Heat of a front",
                "An act of force adds S × size × (share where notice held) × (share while "
                "unattributed); a sustained move adds days ÷ flow days of it each turn. A "
                "co-operative act takes cooling × its Goldstein score off its own front, or the "
                "smaller cooling off every front when it is diplomatic.",
                "MODEL D4",
                ("front_heat",),
                parameters=(
                    "index.flow_days",
                    "index.choreographed",
                    "index.unconfirmed",
                    "index.cooling",
                    "index.cooling_everywhere",
                    "ladder.",
                    "strike.munitions",
                    "perception.failed",
                ),
                inputs=("front_heat:front",),
            ),
            Equation(
                "Heat of a pair",
                "What one did to another as the other read it; a sustained move adds days ÷ flow "
                "days of it each turn.",
                "MODEL D4, D5.6",
                ("heat",),
                parameters=("index.flow_days", "debt.least_rung"),
                inputs=("heat:actor>target",),
            ),
            Equation(
                "Heat fades",
                "The heat of every front and pair halves every half-life.",
                "MODEL D5.1, D4",
                ("front_heat", "heat"),
                _TIME,
                ("index.half_life_days",),
            ),
            Equation(
                "Whether control is lost",
                "Probability a week = logistic(base + (index − middle) ÷ scale), faded to nothing "
                "between the two lower marks of the index, doubled by each further front of war in "
                "part, over the days of the turn (a draw). "
                "Nobody chooses it.",
                "MODEL D5.19; M24, M25",
                ("all_out",),
                _HAZARD,
                (
                    "hazard.all_out_base",
                    "hazard.all_out_middle",
                    "hazard.all_out_scale",
                    "hazard.all_out_full",
                    "hazard.all_out_none",
                    "hazard.open_front",
                ),
                ("hazard.all_out",),
                ("index:world",),
            ),
            Equation(
                "Nuclear use ends control",
                "An act at the highest rung of the ladder loses control at once.",
                "MODEL D3",
                ("all_out",),
            ),
        ),
    ),
    LawSystem(
        "S24",
        "Collapse",
        "M27, M40",
        (
            Equation(
                "Weak cohesion, and collapse",
                "Days in a row with cohesion below the mark are counted; from the third week on "
                "the actor drops out with a probability a week (a draw).",
                "MODEL D5.19; M27",
                ("weak_days", "collapsed"),
                _HAZARD,
                ("hazard.collapse_cohesion", "hazard.collapse_days", "hazard.collapse"),
                ("hazard.collapse",),
            ),
            Equation(
                "Cohesion wears and mends",
                "Fire at rung 13 or more takes a share a week, more by rung, and so does an "
                "economy below half; an actor left alone mends slowly.",
                "MODEL A8 S24; M40",
                ("cohesion",),
                "shipping",
                (
                    "cohesion.campaign",
                    "cohesion.least_rung",
                    "cohesion.economy",
                    "cohesion.home",
                    "cohesion.half_life_days",
                ),
            ),
            Equation(
                "A group's collapse weakens its patron",
                "Its rivals believe less in the patron's reply, and its resolve to break out "
                "rises.",
                "MODEL A8 S24, D5.17; M27",
                ("belief", "nuclear_resolve"),
                _HAZARD,
                ("cohesion.patron_belief", "nuclear.resolve_collapse"),
            ),
        ),
    ),
)
"""S1, S2, S8, S9, S10, S23, S24."""
