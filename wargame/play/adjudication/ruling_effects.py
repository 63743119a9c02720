"""The numbers that a ruling may touch: what an act changed, or a short list to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wargame.engine.ruling_numbers import DERIVED
from wargame.model.events import ActResolved
from wargame.model.ids import ActorId, FrontId
from wargame.model.ledger import Entry
from wargame.model.ruling_views import EffectLine, Place
from wargame.model.scenario import Scenario
from wargame.model.variables import BY_NAME
from wargame.model.world import World
from wargame.play.words.number_words import variable_name, whose_words

WEIGHTY = (
    "front_heat",
    "debt",
    "deaths",
    "displaced",
    "face",
    "approval",
    "truce",
    "talks",
    "interceptors",
    "stock",
    "strike",
    "shield",
    "disarray",
    "belief",
    "trust",
    "channel",
    "goodwill",
    "precedent",
    "red_line",
    "legitimacy",
    "economy",
    "political",
    "material",
)
"""Variables in the order in which people look for them; all others stand below."""

INNER = frozenset({"heat", "last_rung", "attribution", "intensity", "sustained"})
"""The law's own running sums: they stand in the working, not in a ruling."""

OF_ACTORS = ("face", "approval", "legitimacy", "credibility", "political", "material", "deaths")
OF_ACTORS_TOO = ("displaced", "readiness", "strike", "shield")
TOWARDS = ("debt", "trust", "channel", "belief")


def effects_of_act(
    scenario: Scenario, world: World, number: int, act: ActResolved
) -> tuple[EffectLine, ...]:
    """What an act changed, as it stands after earlier rulings on it, the weightiest first."""
    first: dict[Place, float] = {}
    last: dict[Place, float] = {}
    for entry in act.ledger:
        place = (entry.variable, entry.first, entry.second)
        first.setdefault(place, entry.before)
        last[place] = entry.after
    for entry in _corrections(world, number):
        place = (entry.variable, entry.first, entry.second)
        last[place] = last.get(place, entry.before) + entry.after - entry.before
        first.setdefault(place, entry.before)
    lines = [
        _line(scenario, place, first[place], last[place])
        for place in last
        if place[0] not in DERIVED | INNER
    ]
    return tuple(sorted(lines, key=_weight))


def effects_to_choose(
    scenario: Scenario, world: World, actor: ActorId, target: ActorId | None
) -> tuple[EffectLine, ...]:
    """Numbers that control may move for an order that it judges itself."""
    return tuple(
        _line(scenario, place, value, value)
        for place in _choices(scenario, actor, target)
        for value in [scenario.layout.read(world.values, *place)]
    )


def difference(line: EffectLine, final: float) -> float:
    """By how much a final value differs from the proposed one, the final kept in range."""
    return min(line.high, max(line.low, final)) - line.proposed


def _corrections(world: World, number: int) -> Iterator[Entry]:
    rulings = {r.number for r in world.rulings.rulings if r.act == number and r.number != number}
    for n, happening in world.happenings():
        if n in rulings:
            yield from getattr(happening, "ledger", ())


def _choices(scenario: Scenario, actor: ActorId, target: ActorId | None) -> Iterable[Place]:
    if target is not None:
        for variable in TOWARDS:
            yield variable, target, actor
            if variable != "debt":
                yield variable, actor, target
        yield "debt", actor, target
    for who in filter(None, (actor, target)):
        for variable in (*OF_ACTORS, *OF_ACTORS_TOO):
            yield variable, who, ""
    for front in scenario.fronts:
        yield "front_heat", front.id, ""
        yield "talks", front.id, ""
        yield "truce", front.id, ""
    yield "goodwill", "", ""


def _line(scenario: Scenario, place: Place, before: float, proposed: float) -> EffectLine:
    variable, first, second = place
    known = BY_NAME[variable]
    return EffectLine(
        place=place,
        what=variable_name(variable),
        whose=whose_words(scenario, variable, first, second),
        before=before,
        proposed=proposed,
        low=known.low,
        high=known.high,
    )


def _weight(line: EffectLine) -> tuple[int, str, str]:
    name = line.place[0]
    at = WEIGHTY.index(name) if name in WEIGHTY else len(WEIGHTY)
    return at, name, line.whose


def front_of(scenario: Scenario, actor: ActorId, target: ActorId | None) -> FrontId:
    """The front that an order between two actors is taken to be on."""
    if target is None:
        return scenario.fronts[-1].id
    return scenario.front_between(actor, target, home_soil=False)
