"""The systems around the fighting in words: programmes, shipping, goodwill, spillover, warnings."""

from __future__ import annotations

from wargame.engine.law.explanation import Equation, LawSystem

_TIME = "time"

SURROUNDINGS: tuple[LawSystem, ...] = (
    LawSystem(
        "S18",
        "Nuclear programme and breakout",
        "M3, M72",
        (
            Equation(
                "The clock",
                "Enrichment takes its weeks off the clock each week, down to the floor while "
                "nobody has decided; after a decision the clock runs in real time. At zero a "
                "weapon is put together with a probability a week (a draw).",
                "MODEL D5.17",
                ("breakout_weeks", "arsenal"),
                "nuclear",
                ("nuclear.clock", "nuclear.clock_floor", "nuclear.decided", "nuclear.assembly"),
                ("nuclear.assembly",),
            ),
            Equation(
                "The decision to break out",
                "Probability a week = hazard × e^(weight × resolve), over the days of the turn (a "
                "draw). It happens as a covert act of its own.",
                "MODEL D5.17; M3",
                ("nuclear_resolve",),
                "nuclear",
                ("nuclear.hazard", "nuclear.hazard_resolve"),
                ("nuclear.breakout",),
            ),
            Equation(
                "Who learns of it",
                "For each rival: probability = logistic(base + weight × intelligence + weight × "
                "(inspection − half)). Who learns has the least intelligence that others' answers "
                "ask for; a decision that nobody learns of heats nothing.",
                "MODEL D5.2",
                ("intel", "attribution"),
                parameters=(
                    "warning.detect_base",
                    "warning.detect_intel",
                    "nuclear.seen_inspection",
                    "nuclear.seen_intel",
                ),
                streams=("nuclear.seen",),
                inputs=("inspection:actor",),
            ),
            Equation(
                "Set back",
                "Sabotage or a strike that comes off adds weeks to the clock: low + u × (high − "
                "low) (a draw).",
                "MODEL D5.17; M72",
                ("breakout_weeks",),
                parameters=(
                    "nuclear.sabotage_low",
                    "nuclear.sabotage_high",
                    "nuclear.strike_low",
                    "nuclear.strike_high",
                ),
                streams=("nuclear.setback",),
                inputs=("breakout_weeks:target",),
            ),
            Equation(
                "A decision taken back",
                "Capping enrichment ends the actor's own enrichment; resolve that had reached a "
                "decision falls to what is left of it.",
                "moves N01; M72",
                ("nuclear_resolve",),
                parameters=("nuclear.taken_back", "nuclear.decided"),
            ),
            Equation(
                "Resolve",
                "A strike on home soil at the rung or above adds to the resolve of who has a "
                "programme, a strike on the facilities more. It stops short of the decision, "
                "which is drawn.",
                "MODEL D5.17; M3",
                ("nuclear_resolve",),
                parameters=(
                    "nuclear.resolve_strike",
                    "nuclear.resolve_facilities",
                    "nuclear.resolve_rung",
                    "nuclear.decided",
                ),
                inputs=("nuclear_resolve:target",),
            ),
            Equation(
                "Fear of a weapon",
                "A rival's second motive: e^(−weeks ÷ fear weeks) × (1 − half × inspection); 1 "
                "once there is a weapon.",
                "MODEL M72",
                parameters=("nuclear.fear_weeks",),
            ),
        ),
    ),
    LawSystem(
        "S19",
        "Red Sea shipping and freight",
        "M68, M69",
        (
            Equation(
                "Ships go round",
                "The share diverted closes on most × strength of the attacks × share under "
                "escort: quickly upward, slowly back.",
                "MODEL C4, D5.18; M68",
                ("diverted",),
                "shipping",
                (
                    "shipping.most_diverted",
                    "shipping.diverting_days",
                    "shipping.returning_days",
                    "shipping.escorted",
                ),
            ),
            Equation(
                "Freight and oil follow",
                "The logarithm of freight closes on ln(1 + 2.5 × share diverted), and a little "
                "more while a strait is closed; a shock to oil fades. Both cost every economy.",
                "MODEL C4; M68",
                ("freight", "oil", "economy"),
                "shipping",
                ("freight.", "oil.", "economy."),
                inputs=("diverted:world",),
            ),
            Equation(
                "Warships become targets",
                "A group that owes a naval power for a raid fires at its warships too: the attack "
                "is read at a higher rung, interceptors are spent, and an answer in kind is owed.",
                "MODEL M69",
                ("heat", "debt", "last_rung", "interceptors"),
                parameters=(
                    "shipping.warships_debt",
                    "shipping.warships_rung",
                    "shipping.shots_a_day",
                ),
                inputs=("debt:actor>target",),
            ),
        ),
    ),
    LawSystem(
        "S21",
        "Normalisation and goodwill",
        "M63, M64",
        (
            Equation(
                "Restraint earns goodwill",
                "A salvo at a guaranteed state of which little got through begins a watch; when "
                "it runs out without a direct answer, goodwill rises.",
                "MODEL D5.16; M63",
                ("goodwill", "foiled_days"),
                "goodwill",
                ("goodwill.restraint",),
            ),
            Equation(
                "Force spends goodwill",
                "A guaranteed state's own strike at rung 13 or more on home soil, and a thousand "
                "deaths that it causes, take goodwill off; deaths undo normalisation.",
                "MODEL D5.16; M64, M65",
                ("goodwill", "normalisation", "foiled_days"),
                parameters=(
                    "goodwill.reply",
                    "goodwill.reply_rung",
                    "goodwill.harm",
                    "goodwill.normalisation",
                    "goodwill.foiled",
                    "goodwill.watched_days",
                    "goodwill.restraint_rung",
                ),
                inputs=("goodwill:world",),
            ),
            Equation(
                "Goodwill settles",
                "Goodwill goes half of the way to its home every half-life.",
                "MODEL D5.16",
                ("goodwill",),
                _TIME,
                ("goodwill.home", "goodwill.half_life_days"),
            ),
            Equation(
                "Who joins a defence",
                "For each background partner that is warned in time: probability = logistic(base + "
                "weight × goodwill + weight of warning) (a draw). Orders to join count only with "
                "the same warning.",
                "MODEL D5.16",
                ("partners",),
                parameters=(
                    "goodwill.join_base",
                    "goodwill.join_goodwill",
                    "goodwill.join_warning",
                    "goodwill.join_hours",
                    "goodwill.joined",
                    "goodwill.lent",
                ),
                streams=("goodwill.join",),
                inputs=("goodwill:world",),
            ),
        ),
    ),
    LawSystem(
        "S22",
        "Ring of fire and spillover",
        "M36, M37",
        (
            Equation(
                "Fronts of war",
                "Turns in a row with fighting at the rung of war are counted on each front.",
                "MODEL D3, D5.20",
                ("front_turns",),
                "spillover",
                ("spillover.war_rung",),
            ),
            Equation(
                "Who is drawn in",
                "For a state that stands aside: probability a week = hazard × fronts of war beside "
                "it × exposure, more beside a closed strait (a draw). It heats that front, raises "
                "its alert and costs its economy.",
                "MODEL D5.20; M37",
                ("drawn_in", "alert", "economy", "front_heat"),
                "spillover",
                (
                    "spillover.hazard",
                    "spillover.strait",
                    "spillover.radical",
                    "spillover.entry_rung",
                    "spillover.economy",
                ),
                ("hazard.neutral",),
            ),
        ),
    ),
    LawSystem(
        "S25",
        "Reputation, rules, the patron's credibility",
        "M65, M66, M71, M75",
        (
            Equation(
                "A warning",
                "It draws a line. The other side's doubt in a reply falls by weight × "
                "credibility, and where it believes the line to be moves towards it.",
                "MODEL A8 S25; M70",
                ("warned_line", "belief", "red_line_seen", "crossed_days"),
                parameters=("warning.line", "warning.deters", "warning.moves_line"),
                inputs=("credibility:actor", "belief:target>actor"),
            ),
            Equation(
                "A line crossed, a word kept",
                "An act at or above a warned line, against the warner or a state it guards, begins "
                "a time to answer; an act of its against the other side within it gives back "
                "some of the missing credibility.",
                "MODEL A8 S25; M71",
                ("crossed_days", "credibility"),
                parameters=("warning.answer_days", "warning.answer_rung", "warning.kept"),
            ),
            Equation(
                "A warning ignored",
                "When that time runs out the line is gone, everybody's belief in the warner falls, "
                "and it keeps only a share of its credibility.",
                "moves I02; M71, M75",
                ("crossed_days", "warned_line", "belief", "credibility"),
                "words",
                ("warning.ignored_belief", "warning.ignored_credibility"),
            ),
        ),
    ),
)
"""S18, S19, S21, S22, S25."""
