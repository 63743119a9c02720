"""One act of a turn again and again, from the same state, with other draws (MODEL D2, D10).

It is the law's own ``resolve``; only the address of the draws differs, as in rollouts. Draw 0 is
the game's own, so that the act comes out as it did, save for the little that hangs on other acts
of its turn: which success is claimed, and whose interceptors a partner spends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wargame.engine.acts import Intent, fill_acts
from wargame.engine.law.context import Context
from wargame.engine.law.index import settle_index
from wargame.engine.law.parameters import parameters_for
from wargame.engine.law.resolve import resolve
from wargame.engine.law.world_view import WorldNumbers
from wargame.model.events import ActResolved
from wargame.model.ids import Weapon
from wargame.model.ruling_views import Place
from wargame.model.scenario import Scenario
from wargame.model.world import World

_WEAPONS = tuple(Weapon)
_CHARGED = frozenset({"political", "material"})


@dataclass(frozen=True, slots=True)
class Rerun:
    """What came of one run.

    Attributes:
        success: Whether it came off.
        leaked: Weapons that got through, by class in the order of ``Weapon``.
        killed: People killed.
        values: Numbers right after it, in the order in which they were asked for.
    """

    success: bool
    leaked: tuple[int, ...]
    killed: int
    values: tuple[float, ...]

    @property
    def through(self) -> int:
        """Weapons that got through, all classes."""
        return sum(self.leaked)


def reruns(
    scenario: Scenario, world: World, number: int, places: Sequence[Place], first: int = 1
) -> Iterator[Rerun]:
    """Runs of an act of the present turn with other draws, without end.

    Args:
        scenario: The scenario.
        world: The state now.
        number: Number of the act's event.
        places: Numbers to be read after each run.
        first: Address of the first run's draws; 0 is the game itself.

    Raises:
        KeyError: There is no such act of the catalogue in this turn.
    """
    act = _act(world, number)
    if act.order.move not in scenario.move:
        raise KeyError(number)
    before = values_before(scenario, world, number)
    p = parameters_for(scenario, world.settings.start)
    at = [scenario.layout.offset(*place) for place in places]
    paid = act.goes_on or not any(entry.variable in _CHARGED for entry in act.ledger)
    intent = Intent(act.actor, act.order, 1, going_on=act.goes_on, paid=paid)
    # A draw on whether notice was understood was made only if notice was given.
    announced = any(draw.stream == "warning.choreography" for draw in act.draws)
    run = first
    while True:
        memory = bytearray(before)
        w = WorldNumbers(scenario.layout, memory)
        a = fill_acts(scenario, p, [intent])
        a.announced[0, 0] = int(announced)
        context = Context(world.settings.seed, act.turn, scenario.turn_days, 1, run)
        resolve(w, p, a, context, 0, 0)
        settle_index(w, p, 0)
        numbers = memoryview(memory).cast("d")
        yield Rerun(
            success=bool(a.success[0, 0]),
            leaked=tuple(a.leaked[0, n, 0] for n in range(len(_WEAPONS))),
            killed=a.killed[0, 0],
            values=tuple(numbers[place] for place in at),
        )
        run += 1


def values_before(scenario: Scenario, world: World, number: int) -> bytes:
    """The numbers right before something of the present turn happened."""
    memory = bytearray(world.values)
    numbers = memoryview(memory).cast("d")
    places = scenario.layout.places
    for n, happening in reversed(world.turns[-1]):
        if n < number:
            break
        for entry in reversed(getattr(happening, "ledger", ())):
            numbers[places[entry.variable, entry.first, entry.second]] = entry.before
    return bytes(memory)


def _act(world: World, number: int) -> ActResolved:
    for n, happening in world.turns[-1]:
        if n == number and isinstance(happening, ActResolved):
            return happening
    raise KeyError(number)
