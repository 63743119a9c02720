"""The systems of force and its costs in words (MODEL A8), for the lines of the ledger."""

from __future__ import annotations

from wargame.engine.law.explanation import Equation, LawSystem

_TIME = "time"

_SALVO = Equation(
    "Salvo against layered defence",
    "Of each class, what does not fail on the way arrives (a draw). Slow weapons may be missed "
    "where the shield is not ready. The layers then engage in turn, the fastest class first: each "
    "engages the smaller of what it sees and its capacity × readiness × interceptors left, and "
    "each engagement stops its weapon with the layer's probability (a draw). The rest gets "
    "through. Readiness closes the gap to full with warning: 1 − e^(−hours ÷ hours of readying). "
    "Shots come off the defender's stock, weapons off the attacker's.",
    "MODEL D5.5, C1, B12; M7, M8, M9",
    ("stock", "interceptors"),
    parameters=("barrage.", "shield.", "decapitation.disarray"),
    streams=("barrage.arrive", "barrage.seen", "barrage.kill"),
    inputs=("readiness:target", "shield:target", "partners:target", "disarray:target"),
)

FORCE: tuple[LawSystem, ...] = (
    LawSystem(
        "S3",
        "Shadow war, deniability, attribution",
        "M45",
        (
            Equation(
                "How sure the target is who acted",
                "1 for an open act; for a denied one 1 − deniability × (1 − share that traces "
                "remove). A strike on the home soil of a direct rival leaves less doubt. What is "
                "known of an earlier act stays where it is higher.",
                "MODEL D5.4",
                ("attribution",),
                parameters=("covert.evidence", "covert.prime_suspect"),
            ),
            Equation(
                "Attributions fade",
                "How sure one is halves every half-life.",
                "MODEL D5.1",
                ("attribution",),
                _TIME,
                ("covert.fading_days",),
            ),
            Equation(
                "Whether a covert act succeeds",
                "Probability = logistic(base + weight × intelligence on the target − weight × the "
                "target's covert capability + weight × turns of preparation). Planted devices "
                "need a matured asset besides.",
                "MODEL D5.4",
                parameters=(
                    "covert.success_base",
                    "covert.success_intel",
                    "covert.success_counter",
                    "covert.success_preparation",
                    "assets.matured",
                ),
                streams=("covert.success", "covert.attribution"),
                inputs=("intel:actor>target", "covert:target"),
            ),
        ),
    ),
    LawSystem(
        "S5",
        "Fronts of attrition",
        "M29, M30, M31, M69",
        (
            Equation(
                "A turn of sustained fire",
                "Fire of S units raises its front's intensity to S × days ÷ 7 where it was lower, "
                "and adds S to what the actor keeps up. Rockets spent: rounds a day × S × days, "
                "as far as the stock goes.",
                "MODEL A8 S5, C4",
                ("intensity", "sustained"),
                parameters=("fire.rounds_a_day",),
            ),
            Equation(
                "Fire dies down",
                "A front's intensity halves every half-life; what each actor keeps up is counted "
                "anew every turn.",
                "MODEL A8 S5",
                ("intensity", "sustained"),
                _TIME,
                ("fire.intensity_days",),
            ),
            _SALVO,
        ),
    ),
    LawSystem(
        "S6",
        "Barrage against layered defence",
        "M7, M8, M9",
        (
            _SALVO,
            Equation(
                "Interceptors are replaced",
                "The missing share of a layer's stock halves every half-life.",
                "MODEL D1",
                ("interceptors",),
                _TIME,
                ("shield.resupply_days",),
            ),
            Equation(
                "Whether a strike lands",
                "Probability = logistic(base + weight × intelligence on the target + weight × "
                "(capability in order − 1) − weight × the target's air defence).",
                "MODEL D5.5",
                parameters=("strike.", "decapitation.disarray"),
                streams=("strike.success", "strike.reach"),
                inputs=("intel:actor>target", "strike:actor", "shield:target", "disarray:actor"),
            ),
            Equation(
                "Launchers struck before they fire",
                "A pre-emptive strike that lands destroys a share of what its target was about to "
                "launch this turn: low + u × (high − low).",
                "MODEL D5.5",
                parameters=("preempt.",),
                streams=("barrage.preempted",),
            ),
        ),
    ),
    LawSystem(
        "S7",
        "Warning, telegraphing, choreography",
        "M7, M13, M14, M15, M16",
        (
            Equation(
                "Readiness and alert ease",
                "Readiness goes half of the way back to what an actor keeps up every half-life; "
                "alert halves in the same time and holds readiness up meanwhile.",
                "MODEL D5.1",
                ("readiness", "alert"),
                _TIME,
                ("readiness.home", "readiness.half_life_days", "readiness.alert"),
            ),
            Equation(
                "Warning of an act",
                "Notice that was given holds as choreography with probability floor + weight × "
                "channel; its hours are those named, else between low and high. Without notice "
                "the target detects with probability logistic(base + weight × its intelligence + "
                "weight × ln(1 + turns of preparation) − weight × deniability), and then has "
                "hours around the mean.",
                "MODEL D5.2, D5.6; M7, M16",
                parameters=("warning.", "assets.revealed_hours"),
                streams=("warning.detect", "warning.hours", "warning.choreography"),
                inputs=("intel:target>actor", "channel:target>actor", "revealed:actor"),
            ),
            Equation(
                "A false alarm",
                "With a probability a week an actor takes what a direct rival does for an attack "
                "that is not coming (a draw): it calls out its forces, and everybody sees it.",
                "MODEL D5.2; M6",
                ("readiness", "alert"),
                "intelligence",
                ("warning.false_alarm", "warning.alarm_readiness", "warning.alarm_alert"),
                ("warning.false",),
            ),
        ),
    ),
    LawSystem(
        "S11",
        "Decapitation and replacement",
        "M38, M39, M40, M41, M45, M46",
        (
            Equation(
                "Leaders are hit",
                "Striking capability × the share kept and cohesion × its share; a part of it when "
                "one commander is killed. What leaders took with them waits for the bench. A "
                "leader's death or planted devices bring days of disarray, and a group's autonomy "
                "from its patron rises.",
                "MODEL D5.13; M38, M41",
                ("strike", "vacancy", "cohesion", "disarray", "autonomy"),
                parameters=(
                    "decapitation.capability",
                    "decapitation.cohesion",
                    "decapitation.disarray_days",
                    "decapitation.autonomy",
                    "decapitation.mid_share",
                ),
                inputs=("strike:target", "cohesion:target", "bench:target"),
            ),
            Equation(
                "A guest is killed",
                "The host in whose capital a guest is killed faces a reckoning at home.",
                "MODEL A4; M45",
                ("reckoning",),
                parameters=("decapitation.host_reckoning",),
            ),
            Equation(
                "The bench steps up",
                "What leaders took along comes back at recovery × bench a week; days of disarray "
                "run out.",
                "MODEL D5.13; M38",
                ("strike", "vacancy", "disarray"),
                _TIME,
                ("decapitation.recovery",),
            ),
        ),
    ),
    LawSystem(
        "S12",
        "Intelligence, surprise, use or lose",
        "M41, M42, M43, M45",
        (
            Equation(
                "Assets are found",
                "Each asset is found with its hazard a week, over the days of the turn (a draw). "
                "It is gone then, the hazard is quiet again, and a share of the intelligence is "
                "left.",
                "MODEL D5.3",
                ("asset", "exposure", "intel"),
                "intelligence",
                ("assets.quiet_exposure", "assets.intel_left"),
                ("covert.exposure", "covert.use"),
            ),
            Equation(
                "Searches end, published knowledge ages",
                "A raised hazard of being found eases half of the way back every half-life; the "
                "days for which preparations are known run out.",
                "MODEL D5.3",
                ("exposure", "revealed"),
                _TIME,
                ("assets.exposure_days", "assets.quiet_exposure"),
            ),
            Equation(
                "Intelligence is published",
                "For some days everybody knows what the target prepares, and has at least the "
                "hours of warning that go with it.",
                "moves I07; M7",
                ("revealed", "prepared_seen"),
                parameters=("assets.revealed_days", "assets.revealed_hours"),
            ),
        ),
    ),
    LawSystem(
        "S20",
        "Deaths and displacement",
        "M66",
        (
            Equation(
                "People killed",
                "A Poisson draw around a mean. Salvo: what got through × lethality × value of "
                "the target × e^(−hours known ÷ hours to shelter). Strike or covert act: deaths "
                "at rung 10 × 2^((rung − 10) ÷ 5), more where people live; attacks without "
                "notice and nuclear use have numbers of their own. Sustained fire: deaths a "
                "day × 2^((rung − 8) ÷ doubling) × days × capability × what the shield leaves "
                "× how heavy it is × how much the target has left to aim at, and little "
                "between distant countries; a ground war and a war between states have means "
                "of their own. Access given to people lowers it, a siege raises it.",
                "MODEL D5.5, C2",
                ("deaths",),
                parameters=(
                    "harm.shelter_hours",
                    "harm.military_target",
                    "harm.strike_deaths",
                    "harm.covert_deaths",
                    "harm.civilian_factor",
                    "harm.surprise_deaths",
                    "harm.nuclear_deaths",
                    "harm.fire_deaths_a_day",
                    "harm.fire_doubling_rungs",
                    "harm.fire_shielded",
                    "harm.fewest_targets",
                    "harm.far_fire",
                    "harm.ground_deaths_a_day",
                    "harm.ground_losses_a_day",
                    "harm.war_deaths_a_day",
                    "harm.protected",
                    "harm.besieged",
                    "fire.least_effort",
                    "barrage.*.lethality",
                ),
                streams=("harm.deaths",),
                inputs=("shield:target", "strike:actor"),
            ),
            Equation(
                "Potshots that kill",
                "Of the attacks of a turn of harassment, each kills with a small probability (one "
                "draw for both whether and how many); then the turn's act is read at a higher "
                "rung.",
                "MODEL C4",
                ("deaths",),
                parameters=(
                    "harm.potshots_a_day",
                    "harm.potshot_kills",
                    "harm.potshot_deaths",
                    "harm.potshot_rung",
                ),
                streams=("harm.deaths",),
            ),
            Equation(
                "Harm radicalises and costs a name",
                "Deaths radicalise 1 − e^(−deaths ÷ scale) of who is not radical yet on the side "
                "that suffers, and fewer among its neighbours and allies; who is known to have "
                "caused them loses legitimacy in the same way.",
                "MODEL M65, M66",
                ("radicalisation", "legitimacy"),
                parameters=(
                    "harm.radicalising_deaths",
                    "harm.radicalising_near",
                    "harm.legitimacy_deaths",
                ),
            ),
            Equation(
                "Radicalisation fades",
                "What is above its home halves every half-life.",
                "MODEL M66",
                ("radicalisation",),
                _TIME,
                ("harm.radical_home", "harm.radical_half_life_days"),
            ),
            Equation(
                "People driven away",
                "Of those who will leave at this rung, count at rung 8 × 2^((rung − 8) ÷ "
                "doubling) × the root of how heavy the fire is, and have not left, a share leaves "
                "each day. Harassed bases and daily fire from far away empty no towns.",
                "MODEL D5.18, A6",
                ("displaced",),
                parameters=(
                    "harm.displaced_rung_8",
                    "harm.displaced_doubling_rungs",
                    "harm.displaced_far_rung",
                    "harm.leaving_a_day",
                ),
                inputs=("displaced:target",),
            ),
            Equation(
                "People return",
                "A share of the displaced returns each day, slower than people leave, and nobody "
                "while fire or a siege goes on.",
                "MODEL D5.18",
                ("displaced",),
                "harm",
                ("harm.returning_a_day",),
            ),
        ),
    ),
)
"""S3, S5, S6, S7, S11, S12, S20."""
