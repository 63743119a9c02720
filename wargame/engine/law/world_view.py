"""A world's numbers as named arrays for the law's functions, without NumPy.

Each attribute is a variable of ``model/variables.py``; the last axis is the lane, the world within
a block of worlds. Compiled functions get a NumPy record with the same names (``layout.py``); here
the same memory is read through ``memoryview``, whose items are plain floats, which is several
times faster for one world.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wargame.model.layout import Layout
from wargame.model.variables import VARIABLES

if TYPE_CHECKING:
    from typing import TypeAlias

    Numbers: TypeAlias = memoryview[float]
    Whole: TypeAlias = memoryview[int]


class WorldNumbers:
    """The numbers of a block of worlds.

    Actor variables have shape (actors, lanes), pair variables (actors, actors, lanes), front
    variables (fronts, lanes), weapon and layer variables (actors, 5, lanes), and variables of the
    whole world (lanes,). ``flat`` is all of them, (numbers, lanes), in the order of the scenario's
    layout.
    """

    flat: Numbers
    # The actors' standing
    face: Numbers
    vows: Numbers
    approval: Numbers
    reckoning: Numbers
    election_turns: Numbers
    hardline: Numbers
    risk_appetite: Numbers
    patience: Numbers
    political: Numbers
    material: Numbers
    # Means of force
    strike: Numbers
    shield: Numbers
    covert: Numbers
    ground: Numbers
    naval: Numbers
    readiness: Numbers
    alert: Numbers
    partners: Numbers
    cohesion: Numbers
    bench: Numbers
    disarray: Numbers
    vacancy: Numbers
    held_rung: Numbers
    held_days: Numbers
    revealed: Numbers
    appealed: Numbers
    ceiling_shift: Numbers
    foiled_days: Numbers
    drawn_in: Numbers
    collapsed: Numbers
    weak_days: Numbers
    fallen: Numbers
    doubt_days: Numbers
    sustained: Numbers
    # Harm, economy, reputation
    economy: Numbers
    legitimacy: Numbers
    credibility: Numbers
    prestige: Numbers
    radicalisation: Numbers
    deaths: Numbers
    displaced: Numbers
    willingness: Numbers
    captives: Numbers
    # Nuclear programmes
    breakout_weeks: Numbers
    nuclear_resolve: Numbers
    inspection: Numbers
    arsenal: Numbers
    # Pairs
    heat: Numbers
    debt: Numbers
    belief: Numbers
    red_line: Numbers
    red_line_seen: Numbers
    warned_line: Numbers
    crossed_days: Numbers
    closed_days: Numbers
    intel: Numbers
    asset: Numbers
    exposure: Numbers
    channel: Numbers
    trust: Numbers
    precedent: Numbers
    alignment: Numbers
    autonomy: Numbers
    resupply: Numbers
    grievance: Numbers
    preparing: Numbers
    prepared_seen: Numbers
    solidarity_due: Numbers
    support: Numbers
    leverage: Numbers
    pact: Numbers
    boldness: Numbers
    deferral: Numbers
    deferral_days: Numbers
    accepted: Numbers
    fear: Numbers
    attribution: Numbers
    last_rung: Numbers
    # Fronts
    front_heat: Numbers
    intensity: Numbers
    truce: Numbers
    talks: Numbers
    table_days: Numbers
    front_turns: Numbers
    # The world
    index: Numbers
    all_out: Numbers
    truce_days: Numbers
    goodwill: Numbers
    normalisation: Numbers
    diverted: Numbers
    freight: Numbers
    oil: Numbers
    linkage: Numbers
    # Weapons and layers
    stock: Numbers
    interceptors: Numbers

    def __init__(self, layout: Layout, memory: bytearray, lanes: int = 1) -> None:
        """View ``memory``, float64 in the layout's order with the lanes innermost."""
        whole = memoryview(memory)
        self.flat = whole.cast("d", [layout.size, lanes])
        at = 0
        for variable in VARIABLES:
            shape = [*layout.shape(variable.scope), lanes]
            length = 8
            for size in shape:
                length *= size
            setattr(self, variable.name, whole[at : at + length].cast("d", shape))
            at += length
