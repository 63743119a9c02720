"""The state variables of MODEL D1: their names, scopes, ranges and meanings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """What a variable is counted by."""

    GLOBAL = "global"
    ACTOR = "actor"
    PAIR = "pair"
    FRONT = "front"
    WEAPON = "weapon"
    LAYER = "layer"


@dataclass(frozen=True, slots=True)
class Variable:
    """One state variable.

    Attributes:
        name: Name in code, in files and in the ledger.
        scope: What it is counted by.
        low: Smallest value it may take.
        high: Largest value it may take.
        start: Value where a scenario says nothing.
        system: The system that owns it (MODEL A8), such as ``S9``.
        meaning: What it is, in words a player understands; the unit is in the words.
    """

    name: str
    scope: Scope
    low: float
    high: float
    start: float
    system: str
    meaning: str


MANY = 1e12
"""The ceiling of counts that have no ceiling of their own."""

_A, _P, _F, _G = Scope.ACTOR, Scope.PAIR, Scope.FRONT, Scope.GLOBAL

VARIABLES: tuple[Variable, ...] = (
    # The actors' standing at home and in the eyes of others
    Variable("face", _A, 0, 1, 0.7, "S9", "Standing: how strong the actor looks, 0 to 1"),
    Variable("vows", _A, 0, 20, 0, "S9", "Public vows not yet acted on (count)"),
    Variable("approval", _A, 0, 1, 0.5, "S16", "Political survival at home, 0 to 1"),
    Variable("reckoning", _A, 0, 1, 0, "S16", "Pressure of a delayed reckoning at home, 0 to 1"),
    Variable(
        "election_turns", _A, 0, 999, 999, "S16", "Weeks until an election (999: none in sight)"
    ),
    Variable(
        "hardline", _A, 0, 1, 0.3, "S17", "Share of hardliners among those who decide, 0 to 1"
    ),
    Variable("risk_appetite", _A, 0, 1, 0.5, "S16", "Willingness to take risks, 0 to 1"),
    Variable("patience", _A, 0, 1, 0.5, "S16", "Willingness to wait, 0 to 1"),
    Variable("political", _A, 0, 20, 6, "S16", "Political means left this turn (points)"),
    Variable("material", _A, 0, 20, 6, "S5", "Material means left this turn (points)"),
    # The actors' means of force
    Variable("strike", _A, 0, 1.2, 1, "S11", "Capability to strike, share of the start, 0 to 1.2"),
    Variable("shield", _A, 0, 1.2, 0, "S6", "Air defence capacity, share of the start, 0 to 1.2"),
    Variable("covert", _A, 0, 1.2, 0.3, "S3", "Covert capability, 0 to 1.2"),
    Variable("ground", _A, 0, 1.2, 0.3, "S5", "Ground capability, 0 to 1.2"),
    Variable("naval", _A, 0, 1.2, 0, "S6", "Naval capability, 0 to 1.2"),
    Variable("readiness", _A, 0, 1, 0.45, "S7", "Readiness of forces and shield, 0 to 1"),
    Variable("alert", _A, 0, 1, 0, "S7", "Alert and mobilisation, 0 to 1"),
    Variable("partners", _A, 0, 1, 0, "S15", "Partner defences at hand for the next salvo, 0 to 1"),
    Variable(
        "cohesion", _A, 0, 1, 0.9, "S24", "Cohesion of the actor, 0 to 1; below 0.2 it may collapse"
    ),
    Variable("bench", _A, 0, 1, 0.5, "S11", "Depth of replacement for lost leaders, 0 to 1"),
    Variable("disarray", _A, 0, 60, 0, "S11", "Days of disarray left"),
    Variable(
        "vacancy",
        _A,
        0,
        1.2,
        0,
        "S11",
        "Striking capability lost with leaders, which replacements give back, 0 to 1.2",
    ),
    Variable(
        "held_rung",
        _A,
        0,
        21,
        21,
        "S4",
        "Rung above which the actor holds its fire at its patron's request (21: no request)",
    ),
    Variable("held_days", _A, 0, 60, 0, "S4", "Days for which that request still holds"),
    Variable(
        "revealed",
        _A,
        0,
        60,
        0,
        "S12",
        "Days for which what the actor prepares is known to its rivals",
    ),
    Variable(
        "appealed",
        _A,
        0,
        3,
        0,
        "S14",
        "Rungs by which appeals for restraint lower the reply it wants, fading",
    ),
    Variable(
        "ceiling_shift",
        _A,
        -4,
        4,
        0,
        "S14",
        "Rungs by which the highest rung it would choose is moved, fading",
    ),
    Variable(
        "foiled_days",
        _A,
        0,
        60,
        0,
        "S21",
        "Days left in which a foiled attack is seen to go without a direct answer",
    ),
    Variable(
        "drawn_in",
        _A,
        0,
        1,
        0,
        "S22",
        "1 when a state that stood aside has been drawn into the fighting",
    ),
    Variable("collapsed", _A, 0, 1, 0, "S24", "1 when the actor has dropped out of the conflict"),
    Variable("weak_days", _A, 0, 9999, 0, "S24", "Days in a row with cohesion below 0.2"),
    Variable("fallen", _A, 0, 1, 0, "S16", "1 when the actor's government has fallen"),
    Variable("doubt_days", _A, 0, 9999, 0, "S16", "Days in a row in which it may fall"),
    Variable("sustained", _A, 0, 1e4, 0, "S5", "Intensity of sustained fire this turn (S units)"),
    # The actors' harm, economy, reputation (the harm panel; never part of the index)
    Variable("economy", _A, 0, 2, 1, "S19", "Economy, 1 is the level before the crisis"),
    Variable("legitimacy", _A, 0, 1, 0.5, "S25", "Legitimacy abroad, 0 to 1"),
    Variable("credibility", _A, 0, 1, 0.8, "S25", "Credibility of warnings and promises, 0 to 1"),
    Variable("prestige", _A, 0, 1, 0.5, "S13", "Prestige as a mediator, 0 to 1"),
    Variable("radicalisation", _A, 0, 1, 0.3, "S20", "Radicalisation of the public, 0 to 1"),
    Variable(
        "deaths",
        _A,
        0,
        MANY,
        0,
        "S20",
        "People killed on this actor's side since the start (count)",
    ),
    Variable("displaced", _A, 0, MANY, 0, "S20", "People displaced on this actor's side (count)"),
    Variable("willingness", _A, 0, 1, 0.4, "S13", "Private willingness to accept terms, 0 to 1"),
    Variable("captives", _A, 0, 1e6, 0, "S13", "Captives held (count)"),
    # The actors' nuclear programmes
    Variable("breakout_weeks", _A, 0, 520, 520, "S18", "Weeks to enough material for one weapon"),
    Variable("nuclear_resolve", _A, 0, 2, 0, "S18", "Resolve to break out, 0 to 2"),
    Variable(
        "inspection", _A, 0, 1, 0.5, "S18", "Visibility of the programme to inspectors, 0 to 1"
    ),
    Variable("arsenal", _A, 0, 1, 0, "S18", "1 when the actor is assumed to hold nuclear weapons"),
    # Pairs: first actor towards second actor
    Variable(
        "heat", _P, 0, 1e6, 0, "S23", "Heat of what the first did to the second, fading (S units)"
    ),
    Variable(
        "debt", _P, 0, 1e6, 0, "S9", "What the first owes the second for what it suffered (S units)"
    ),
    Variable(
        "belief",
        _P,
        0,
        1,
        0.75,
        "S10",
        "How likely the first thinks a reply by the second is, 0 to 1",
    ),
    Variable(
        "red_line",
        _P,
        0,
        21,
        21,
        "S1",
        "The first's own line for acts of the second (rung; 21: none)",
    ),
    Variable(
        "red_line_seen", _P, 0, 21, 21, "S1", "Where the first believes the second's line is (rung)"
    ),
    Variable(
        "warned_line",
        _P,
        0,
        21,
        21,
        "S25",
        "Line that the first warned the second of (rung; 21: none)",
    ),
    Variable(
        "crossed_days",
        _P,
        0,
        60,
        0,
        "S25",
        "Days left in which the first must answer the second for crossing its warned line",
    ),
    Variable(
        "closed_days",
        _P,
        0,
        60,
        0,
        "S9",
        "Days for which the first's word that the matter with the second is closed still binds",
    ),
    Variable("intel", _P, 0, 1, 0.1, "S12", "Intelligence of the first on the second, 0 to 1"),
    Variable(
        "asset", _P, 0, 1, 0, "S12", "Matured covert asset of the first in the second, 0 to 1"
    ),
    Variable("exposure", _P, 0, 1, 0.02, "S12", "Hazard that the asset is exposed, a turn, 0 to 1"),
    Variable("channel", _P, 0, 1, 0.2, "S8", "Quality of the private channel, 0 to 1"),
    Variable("trust", _P, 0, 1, 0.3, "S13", "Trust of the first in the second, 0 to 1"),
    Variable(
        "precedent", _P, 0, 20, 6, "S2", "Highest direct act on record, fading towards 6 (rung)"
    ),
    Variable("alignment", _P, 0, 1, 0, "S4", "Proxy (first) aligned with patron (second), 0 to 1"),
    Variable(
        "autonomy",
        _P,
        0,
        1,
        0,
        "S4",
        "Autonomy of the proxy (first) from the patron (second), 0 to 1",
    ),
    Variable(
        "resupply", _P, 0, 1, 0, "S4", "Transfer rate from patron (first) to proxy (second), 0 to 1"
    ),
    Variable("grievance", _P, 0, 1, 0, "S4", "Grievance that drives un-notified acts, 0 to 1"),
    Variable("preparing", _P, 0, 99, 0, "S4", "Days an un-notified operation has been prepared"),
    Variable(
        "prepared_seen",
        _P,
        0,
        1,
        0,
        "S4",
        "1 when the first has seen that the second prepares an operation without notice",
    ),
    Variable(
        "solidarity_due",
        _P,
        0,
        60,
        0,
        "S4",
        "Days left in which the first, a patron, must show solidarity with the second's attack",
    ),
    Variable(
        "support",
        _P,
        0,
        1,
        0,
        "S14",
        "Support of the patron (first) for the partner (second), 0 to 1",
    ),
    Variable(
        "leverage",
        _P,
        0,
        1,
        0,
        "S14",
        "Leverage the patron (first) uses on the partner (second), 0 to 1",
    ),
    Variable("pact", _P, 0, 1, 0, "S14", "Formal pact with conditions, 0 or 1"),
    Variable(
        "boldness",
        _P,
        0,
        1,
        0,
        "S15",
        "Boldness the second draws from the first's deployments, 0 to 1",
    ),
    Variable(
        "deferral", _P, 0, 1, 0, "S13", "How far the first holds its reply to the second, 0 to 1"
    ),
    Variable(
        "deferral_days",
        _P,
        0,
        60,
        0,
        "S13",
        "Days left of the ceasefire that the second promised the first for holding its replies",
    ),
    Variable(
        "accepted",
        _P,
        0,
        60,
        0,
        "S13",
        "Days for which the first's acceptance of terms with the second stays open",
    ),
    Variable(
        "fear",
        _P,
        0,
        1,
        0,
        "S15",
        "How far the second's deployments deter the first, 0 to 1",
    ),
    Variable(
        "attribution",
        _P,
        0,
        1,
        0,
        "S3",
        "How sure the first is that the second struck it lately, 0 to 1",
    ),
    Variable(
        "last_rung",
        _P,
        0,
        20,
        0,
        "S1",
        "Highest act of the first against the second this turn (rung)",
    ),
    # Fronts
    Variable(
        "front_heat", _F, 0, 1e6, 0, "S23", "Heat on the front, fading with a half-life (S units)"
    ),
    Variable("intensity", _F, 0, 1e4, 0, "S5", "Sustained fire on the front (S units a week)"),
    Variable("truce", _F, 0, 1, 0, "S13", "1 while a truce holds on the front"),
    Variable("talks", _F, 0, 1, 0.1, "S13", "Progress of ceasefire talks for the front, 0 to 1"),
    Variable(
        "table_days",
        _F,
        0,
        60,
        0,
        "S13",
        "Days for which another invitation to the talks of the front adds little",
    ),
    Variable(
        "front_turns", _F, 0, 999, 0, "S22", "Turns in a row with fighting of rung 15 or more"
    ),
    # The world
    Variable("index", _G, 0, 100, 0, "S23", "Escalation index: distance to all-out war, 0 to 100"),
    Variable("all_out", _G, 0, 1, 0, "S23", "1 when control over the escalation was lost"),
    Variable("truce_days", _G, 0, 9999, 0, "S13", "Days in a row with the linked fronts at truce"),
    Variable(
        "goodwill", _G, 0, 1, 0.5, "S21", "Goodwill of neighbours towards joining a defence, 0 to 1"
    ),
    Variable("normalisation", _G, 0, 1, 0.4, "S21", "Progress of normalisation, 0 to 1"),
    Variable("diverted", _G, 0, 1, 0, "S19", "Share of shipping diverted, 0 to 1"),
    Variable("freight", _G, 0.2, 20, 1, "S19", "Freight rates, 1 is the level before the crisis"),
    Variable("oil", _G, 0.2, 10, 1, "S19", "Oil price, 1 is the level before the crisis"),
    Variable(
        "linkage",
        _G,
        0,
        1,
        0.8,
        "S13",
        "How far allied groups tie their fire to the Gaza talks, 0 to 1",
    ),
    # Weapons and layers
    Variable("stock", Scope.WEAPON, 0, MANY, 0, "S6", "Weapons in stock, by class (count)"),
    Variable(
        "interceptors",
        Scope.LAYER,
        0,
        2,
        0,
        "S6",
        "Interceptors left by layer, share of a full stock",
    ),
)

BY_NAME: dict[str, Variable] = {v.name: v for v in VARIABLES}
