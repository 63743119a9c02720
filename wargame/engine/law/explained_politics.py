"""Politics at home, the world around and the doctrine in words (MODEL A8), for the ledger."""

from __future__ import annotations

from wargame.engine.law.explanation import Equation, LawSystem

_TIME, _POLITICS, _MEANS = "time", "politics", "means"

POLITICS: tuple[LawSystem, ...] = (
    LawSystem(
        "S16",
        "Domestic politics and survival",
        "M45, M58, M59, M60, M62",
        (
            Equation(
                "What publics make of an act",
                "A decisive blow that comes off adds survival × attribution. Deaths cost weight × "
                "log10(1 + deaths) ÷ 3; a strike on home soil rallies. A heavy attack on home soil "
                "leaves a reckoning. A concession costs × the hardline share.",
                "MODEL D5.15; M58, M59",
                ("approval", "reckoning"),
                parameters=(
                    "politics.win",
                    "politics.win_rung",
                    "politics.casualties",
                    "politics.rally",
                    "politics.rally_rung",
                    "politics.surprise",
                    "politics.surprise_rung",
                    "politics.concession",
                ),
                inputs=("approval:actor", "approval:target", "reckoning:target"),
            ),
            Equation(
                "Whether a concession is vetoed",
                "Probability = logistic(weight × (hardline share − survival)) (a draw).",
                "MODEL D5.15",
                parameters=("politics.veto",),
                streams=("politics.veto",),
                inputs=("hardline:actor", "approval:actor"),
            ),
            Equation(
                "Cost of the order",
                "The order's political and material points come off the actor's means.",
                "MODEL D6",
                ("political", "material"),
            ),
            Equation(
                "Means of the next turn",
                "Political points = base + weight × survival at home. Material points = income × "
                "the economy, which counts at least as the floor, less what sustained moves cost.",
                "MODEL D6",
                ("political", "material"),
                _MEANS,
                (
                    "means.political_base",
                    "means.political_approval",
                    "means.material_floor",
                    "means.last_resort",
                ),
            ),
            Equation(
                "Cost of what is prepared",
                "The order's points come off when its preparation begins.",
                "MODEL D6",
                ("political", "material"),
                "preparation",
            ),
            Equation(
                "Weeks of war",
                "Each week of an actor's own sustained fire costs survival, and takes a little of "
                "its appetite for risk.",
                "MODEL D5.15; M62",
                ("approval", "risk_appetite"),
                _POLITICS,
                ("politics.war_week", "politics.realism"),
            ),
            Equation(
                "Elections and reckonings come due",
                "An election comes nearer day by day and moves survival a share of the way to "
                "even. Under a truce a reckoning halves every half-life, and what is settled costs "
                "survival.",
                "MODEL A4; M59, M60",
                ("election_turns", "approval", "reckoning"),
                _TIME,
                ("politics.mandate", "politics.reckoning_days", "politics.reckoning_cost"),
            ),
            Equation(
                "Whether a government falls",
                "Days in a row with survival below the mark are counted; from then on a state's "
                "government falls with a probability a week, the more the lower survival lies (a "
                "draw). With it the game ends.",
                "A8 S16; M58",
                ("doubt_days", "fallen"),
                "hazard",
                ("politics.fall_below", "politics.fall_days", "politics.fall"),
                ("politics.fall",),
                ("approval:actor",),
            ),
        ),
    ),
    LawSystem(
        "S17",
        "Elite turnover, hardening",
        "M39, M49, M61, M62",
        (
            Equation(
                "Who decides",
                "A single act at the rung or above moves its target towards rule by hardliners: "
                "share × S ÷ 12 × attribution × what is left of the way; so do a leader's death "
                "and a broken promise. A truce loosens their hold by a share.",
                "A8 S17; M61, M62",
                ("hardline",),
                parameters=(
                    "hardening.shock",
                    "hardening.shock_rung",
                    "hardening.leader",
                    "hardening.broken_promise",
                    "hardening.truce",
                ),
                inputs=("hardline:target",),
            ),
        ),
    ),
    LawSystem(
        "D7",
        "Doctrine of computer seats",
        "M1, M2, M14, M15, M18, M19, M21, M29, M31, M49, M53, M56, M61",
        (
            Equation(
                "What an actor wants to do",
                "Wish = reply ratio × debt + solidarity + opportunism × (1 − belief that the "
                "other replies), less where heat restrains: never the index. A held reply wants "
                "less. The rung aimed at is that of the wish with some noise; home soil is left "
                "alone below the taboo line, which precedents lower; standing below its floor "
                "forces an open reply.",
                "MODEL D5.8, D5.10, D5.11",
                parameters=(
                    "doctrine.",
                    "leverage.alone",
                    "leverage.supported",
                    "leverage.opportunism",
                    "leverage.pact",
                    "leverage.boldness",
                    "leverage.restraint",
                    "leverage.unconditional",
                    "leverage.pact_deters",
                    "leverage.election_damping",
                    "deployments.deters",
                    "deferral.reply",
                    "deferral.forced",
                    "hardening.reply",
                    "hardening.floor",
                    "hardening.impatience",
                    "politics.reckoning_risk",
                    "assets.matured",
                    "assets.horizon_weeks",
                    "assets.use_from",
                    "assets.use_surely",
                    "assets.opportunity_disarray",
                ),
                streams=("doctrine.choice",),
                inputs=("debt:actor>target", "belief:actor>target", "face:actor"),
            ),
        ),
    ),
)
"""S16 to S19, S21, S25, and the doctrine D7, which decides orders and changes no number."""
