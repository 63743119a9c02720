"""Why an opponent ordered what it ordered: its recorded reason, and what it weighed beside it."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.engine.words import actor_name, order_words
from wargame.model.ids import Controller
from wargame.model.interview import Passage
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.opponents.deliberation import Deliberation, Deliberations, Weighed
from wargame.play.practice.interview.choices import Choice
from wargame.play.practice.interview.moments import Moments
from wargame.play.words.number_words import minus

OTHERWISE = (
    "What I weighed cannot be told: by this version of the program my choice comes out otherwise."
)

RUNNERS_UP = 3
WISHES = 2


def why_passages(scenario: Scenario, moments: Moments, choice: Choice) -> Iterator[Passage]:
    """The reason, how far it wanted to go, and the moves that came next."""
    yield Passage(_reason(choice), choice.events)
    settings = moments.end().settings
    deliberation = Deliberations(scenario, settings.start, settings.noise).of(
        moments.deciding(choice.turn), choice.seat
    )
    if choice.controller is Controller.DOCTRINE and not _is_its_own(choice, deliberation):
        yield Passage(OTHERWISE, choice.events)
        return
    wishes = _wishes(scenario, deliberation)
    if wishes:
        yield Passage(wishes, (choice.sealed,))
    yield Passage(_weighed(scenario, choice, deliberation), (choice.sealed,))


def _is_its_own(choice: Choice, deliberation: Deliberation) -> bool:
    """Whether what is weighed anew leads to what stands in the log."""
    sealed = {(order.move, order.target) for order in choice.sheet}
    return all((one.move, one.target) in sealed for one in deliberation.weighed if one.picked)


def _reason(choice: Choice) -> str:
    order = choice.order
    if order is None:
        return f"In turn {choice.turn} I held still: no move drew me enough to make it."
    what = f"In turn {choice.turn} I ordered: {choice.topic.words}."
    return f"{what} My reason then: {order.rationale}" if order.rationale else what


def _wishes(scenario: Scenario, deliberation: Deliberation) -> str:
    """How far it wanted to go against whom, and what held it back."""
    parts = []
    for wish in deliberation.wishes[:WISHES]:
        rival = actor_name(scenario, wish.rival)
        if wish.rung > 0:
            parts.append(f"towards {rival} I wanted R{wish.rung:.1f}, for {wish.cause}")
        elif wish.owed >= 1.0:
            parts.append(f"to {rival} I owed a reply of {wish.owed:.1f} and wanted none that week")
    if not parts:
        return ""
    told = "; ".join(parts)
    held = f"The heat of the whole crisis held me back by {100 * deliberation.restraint:.0f} %."
    return f"{told[:1].upper()}{told[1:]}. {held}"


def _weighed(scenario: Scenario, choice: Choice, deliberation: Deliberation) -> str:
    """The pulls, what the turn's chance made of them, and who came next; a line each."""
    weighed = deliberation.weighed
    bar = f"a move is made from {deliberation.threshold:.2f}"
    if not weighed:
        return f"Nothing came near enough to be weighed: {bar}."
    mine = next((one for one in weighed if _is(one, choice.order)), None)
    picked = [one for one in weighed if one.picked and one is not mine]
    others = [one for one in weighed if one is not mine and not one.picked][:RUNNERS_UP]
    if choice.controller in {Controller.PLANNER, Controller.SEARCHER}:
        head = "Before I played moves forward, my doctrine alone weighed them so"
    elif choice.controller is Controller.HISTORY and mine is None:
        head = "I did what was done then; my doctrine alone would have weighed"
    else:
        head = "What I weighed"
    lines = [f"{head}, by pull alone and with this turn's chance ({bar}):"]
    lines += [_one(scenario, one, "") for one in ([mine] if mine else [])]
    lines += [_one(scenario, one, "on the same sheet") for one in picked]
    lines += [_one(scenario, one, one.why_not) for one in others]
    return "\n".join(lines)


def _one(scenario: Scenario, one: Weighed, note: str) -> str:
    """A move with its pull, and what the turn's chance made of it."""
    name = order_words(scenario, Order(one.move, one.target))
    told = minus(f"– {name}: {one.pull:.2f}, then {one.score:.2f}")
    return f"{told}, {note}" if note else told


def _is(one: Weighed, order: Order | None) -> bool:
    return order is not None and (one.move, one.target) == (order.move, order.target)
