"""The systems of groups, talks and patrons in words (MODEL A8), for the lines of the ledger."""

from __future__ import annotations

from wargame.engine.law.explanation import Equation, LawSystem

_TIME, _PROXIES = "time", "proxies"

RELATIONS: tuple[LawSystem, ...] = (
    LawSystem(
        "S4",
        "Patron and group, with autonomy",
        "M4, M29, M32, M33, M34, M35, M36, M42, M44, M47, M48",
        (
            Equation(
                "A group's answer to its patron",
                "It obeys with probability alignment × (1 − autonomy); else it joins when "
                "solidarity × (1 − grievance) is above the cost of joining, which rises with heat "
                "and with its own losses; else it goes its own way and its autonomy rises. Who "
                "obeys or joins holds its fire above the rung that goes with it for some days.",
                "MODEL D5.12; M34, M35",
                ("held_rung", "held_days", "autonomy", "preparing"),
                parameters=(
                    "proxies.joint_cost",
                    "proxies.held_days",
                    "proxies.stand_down_rung",
                    "proxies.joint_rung",
                    "proxies.alone_autonomy",
                    "proxies.follows_from",
                    "proxies.joint_share",
                    "proxies.joint_most",
                    "index.scale",
                ),
                streams=("proxies.call",),
                inputs=("alignment:target>actor", "autonomy:target>actor", "linkage:world"),
            ),
            Equation(
                "Requests and expectations run out",
                "Days of a request to hold fire, and days in which a patron is expected to follow "
                "its group, pass. A patron that let them pass loses alignment, and the group gains "
                "grievance.",
                "MODEL D5.12",
                ("held_days", "held_rung", "solidarity_due", "alignment", "grievance"),
                _TIME,
                ("unnotified.missed",),
            ),
            Equation(
                "Solidarity after an attack without notice",
                "The patron is expected to follow for some days: by force against the group's "
                "rival, arms or a rally. Following in time adds alignment; disowning the group "
                "costs alignment and adds grievance. What was prepared is used up.",
                "MODEL D5.12",
                ("solidarity_due", "alignment", "grievance", "preparing", "prepared_seen"),
                parameters=(
                    "unnotified.solidarity_days",
                    "unnotified.shown",
                    "unnotified.missed",
                ),
            ),
            Equation(
                "Left out of normalisation",
                "Groups whose rival takes a step towards normalisation gain grievance × their "
                "autonomy.",
                "moves D14; M48",
                ("grievance",),
                parameters=("proxies.left_out",),
            ),
            Equation(
                "Supplies arrive",
                "Weapons a week over an open route × transfer rate × days ÷ 7, as far as the "
                "patron has them; rockets are built on the spot.",
                "moves C09; M4",
                ("stock",),
                _PROXIES,
                (
                    "supplies.drone",
                    "supplies.cruise",
                    "supplies.ballistic-old",
                    "supplies.ballistic-new",
                    "supplies.rocket",
                ),
            ),
            Equation(
                "A supply route is struck",
                "A strike that lands leaves a share of every transfer rate to, from or through "
                "its target, and what was sent this turn is lost.",
                "moves M07",
                ("resupply",),
                parameters=("supplies.cut",),
            ),
            Equation(
                "A silent patron loses regard",
                "While the patron leaves a debt of its own open, its groups' alignment × share ^ "
                "weeks, and their grievance goes a share of the way to full each week.",
                "MODEL A4; M33",
                ("alignment", "grievance"),
                _PROXIES,
                (
                    "proxies.silence_alignment",
                    "proxies.silence_grievance",
                    "belief.open_debt",
                    "belief.reply_weight",
                ),
            ),
            Equation(
                "Operations without notice",
                "A group begins one with a hazard a week × autonomy × (1 − alignment) × grievance "
                "(a draw) and needs some weeks, in which others see it with a probability a week × "
                "their intelligence on it (draws). A target that saw it has warning and may stop "
                "it (a draw).",
                "MODEL D5.12; M32, M42",
                ("preparing", "prepared_seen"),
                _PROXIES,
                (
                    "unnotified.hazard",
                    "unnotified.days",
                    "unnotified.seen",
                    "unnotified.seen_hours",
                    "unnotified.foiled",
                ),
                ("proxies.unnotified", "proxies.seen", "proxies.foiled"),
            ),
        ),
    ),
    LawSystem(
        "S13",
        "Ceasefire track and linkage",
        "M46, M47, M48, M49, M50, M51, M52",
        (
            Equation(
                "Days of truce",
                "Days in a row are counted in which a truce holds on every linked front and no "
                "state strikes another at the rung or above. A truce that has held long enough "
                "ends the game, if nobody fires elsewhere and the index lies below the mark.",
                "A8 S13; M47",
                ("truce_days",),
                "hazard",
                ("ending.truce_days", "ending.truce_index", "ending.truce_rung"),
                inputs=("truce_days:world",),
            ),
            Equation(
                "Progress of talks by an act",
                "Opening talks adds between the least and the most by √(willingness × "
                "willingness), and little more for some weeks; a mediator adds "
                "its progress a week × days ÷ 7. Whoever does the same after another in a turn "
                "counts for a share. A truce broken by force takes progress away, and "
                "so does the death "
                "of a negotiator (a draw, where it is not certain who carried the talks).",
                "MODEL D5.14, D5.13; M46, M50",
                ("talks", "table_days"),
                parameters=(
                    "talks.opened_least",
                    "talks.opened_most",
                    "talks.opened_days",
                    "talks.mediation",
                    "talks.further_mediator",
                    "talks.breach",
                    "decapitation.talks",
                    "decapitation.negotiator",
                ),
                streams=("decapitation.negotiator",),
                inputs=("talks:front", "willingness:actor", "willingness:target"),
            ),
            Equation(
                "Terms and truces",
                "From the progress of agreement on, a side can accept; the acceptance stays open "
                "for some days. When both have accepted, a truce holds and both trust each other "
                "more. An act of force on the front, known for its author's, ends it and costs "
                "trust.",
                "MODEL D5.14, moves D08",
                ("accepted", "truce", "trust"),
                parameters=(
                    "talks.agreement",
                    "talks.acceptance_days",
                    "talks.truce_trust",
                    "talks.breaking_rung",
                ),
                inputs=("talks:front", "truce:front", "accepted:target>actor"),
            ),
            Equation(
                "A truce takes the pretext for fire elsewhere",
                "When a truce begins on the linked front, what groups in solidarity and their "
                "rivals owe each other on other fronts × (1 − share × linkage).",
                "MODEL A4; M47, M48",
                ("debt",),
                parameters=("proxies.pretext",),
                inputs=("linkage:world",),
            ),
            Equation(
                "Talks, week by week",
                "Progress a week: + weight × (willingness × willingness − neutral) + weight × the "
                "patron's leverage in use, between 0 and 1. Willingness goes half of the way each "
                "half-life to what the situation calls for: for a state a base, + for captives in "
                "a rival's hands, − for a reckoning at home; for a group less, the more of its "
                "strength is left. Acceptances run out.",
                "MODEL D5.14; M52, M59",
                ("talks", "willingness", "accepted", "table_days"),
                _TIME,
                (
                    "talks.willingness",
                    "talks.neutral",
                    "talks.leverage",
                    "talks.willing_days",
                    "talks.willing_state",
                    "talks.willing_captives",
                    "talks.willing_reckoning",
                    "talks.willing_group",
                    "talks.willing_strength",
                ),
            ),
            Equation(
                "A reply is held for a ceasefire",
                "Asked to hold its reply, an actor does with probability progress of the linked "
                "talks × trust in the asker × (1 − weight × (hardline share − ½)) (a draw). Terms "
                "turned down meanwhile cost trust in the asker, an agreement adds to it.",
                "MODEL D5.11; M49",
                ("deferral", "deferral_days", "trust"),
                parameters=(
                    "deferral.days",
                    "deferral.rejected",
                    "deferral.kept",
                    "deferral.hardline",
                ),
                streams=("talks.hold",),
                inputs=("trust:target>actor", "hardline:target"),
            ),
            Equation(
                "Promises run out",
                "A promise that ends without an agreement costs trust in the asker, and the reply "
                "is free again.",
                "MODEL D5.11; M49",
                ("deferral", "deferral_days", "trust"),
                _TIME,
                ("deferral.lapse",),
            ),
        ),
    ),
    LawSystem(
        "S14",
        "Patron's leverage, moral hazard, pact",
        "M52, M53, M55, M56, M57, M60, M70",
        (
            Equation(
                "Arms, pressure, pacts, signals",
                "A new flow of arms adds boldness × (1 − leverage in use). Pressing a partner "
                "costs survival at home, × 2^(−weeks to the election ÷ weeks). Letting aid through "
                "eases the patron's leverage. A pact is in force once both have signed. A great "
                "power's strike beside its partner raises the ceiling of whom it strikes and its "
                "partner's boldness; a nuclear signal lowers the ceiling of every rival.",
                "MODEL D5.10, moves D11, D13, E03, E04, M18, N06",
                ("boldness", "leverage", "pact", "ceiling_shift", "approval"),
                parameters=(
                    "leverage.aid_boldness",
                    "leverage.eased",
                    "leverage.election_weeks",
                    "leverage.election_cost",
                    "leverage.ceiling_up",
                    "leverage.ceiling_down",
                ),
                inputs=("leverage:actor>target", "boldness:actor>target", "election_turns:actor"),
            ),
            Equation(
                "An appeal for restraint",
                "Lowers the reply that its target wants by weight × the larger of leverage and "
                "the mediator's prestige (at its share) × the target's trust, in rungs.",
                "moves D03",
                ("appealed",),
                parameters=("leverage.appeal", "leverage.appeal_prestige"),
                inputs=("leverage:actor>target", "trust:target>actor", "prestige:actor"),
            ),
            Equation(
                "Appeals, ceilings and boldness fade",
                "Each halves every half-life of its own.",
                "moves D03, M18, N06",
                ("appealed", "ceiling_shift", "boldness"),
                _TIME,
                ("leverage.appeal_days", "leverage.ceiling_days", "leverage.boldness_days"),
            ),
        ),
    ),
    LawSystem(
        "S15",
        "Deployments cut both ways",
        "M54, M70",
        (
            Equation(
                "A deployment begins or stands",
                "The rival that it is aimed at fears at least the full weight, the partner has "
                "partner defences at hand, and at its beginning the partner gains boldness × (1 − "
                "leverage on it).",
                "A8 S15, moves M01; M54",
                ("fear", "partners", "boldness"),
                parameters=(
                    "deployments.fear",
                    "deployments.partners",
                    "deployments.boldness",
                ),
                inputs=("fear:target>actor",),
            ),
            Equation(
                "Fear fades, partners go home",
                "Each halves every half-life of its own.",
                "A8 S15, moves M03",
                ("fear", "partners"),
                _TIME,
                ("deployments.fear_days", "readiness.partners_days"),
            ),
        ),
    ),
)
"""S4, S13, S14, S15."""
