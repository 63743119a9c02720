"""What is public: the only way from a world to the projector and the news.

Like a seat's view it is made of what was published and of who learned what. An act counts as public
when it was seen in public, and its actor as known only when nobody who saw it there doubts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from wargame.engine.visibility import FIGHTING, SURE
from wargame.engine.words import (
    actor_name,
    game_moment,
    harm_words,
    turn_days,
    weapon_words,
)
from wargame.model.events import ActResolved, SystemSettled
from wargame.model.ids import ActorId, Phase
from wargame.model.months import MONTHS
from wargame.model.moves import Category
from wargame.model.public_view import NewsItem, PublicView
from wargame.model.same import Same
from wargame.model.scenario import Scenario
from wargame.model.world import Happening, World

_WORDS = frozenset({Category.DIPLOMATIC, Category.INFORMATIONAL})
_MOST_NEWS = 200
_UNKNOWN = "Unknown actor"


def public_view(scenario: Scenario, world: World) -> PublicView:
    """Everything that is public now."""
    start = world.settings.start
    first_day, last_day = turn_days(scenario, start, world.turn)
    is_planning = world.phase is Phase.PLAN
    # The end stands in the world from adjudication on, and is public when it is published.
    ended = world.outcome if world.phase is Phase.ENDED else None
    return PublicView(
        scenario=scenario.title,
        turn=world.turn,
        turns=scenario.turns,
        first_day=first_day,
        last_day=last_day,
        phase=world.phase,
        bands=scenario.bands,
        index_path=world.index_published,
        news=news_of_the_world(scenario, world),
        seats=len(world.seats),
        sealed=len(world.sealed) if is_planning else 0,
        outcome=ended.words if ended else "",
    )


def news_of_the_world(scenario: Scenario, world: World) -> tuple[NewsItem, ...]:
    """The headlines, newest first; of a long game the latest ones."""
    dated = [
        *_of_the_past(scenario, world),
        *_of_the_turns(scenario, world),
        *_of_control(scenario, world),
        *_of_statements(scenario, world),
    ]
    # Sorting keeps the order of what happened at the same moment.
    dated.sort(key=lambda pair: pair[0])
    return tuple(item for _, item in reversed(dated[-_MOST_NEWS:]))


def _item(scenario: Scenario, start: str, turn: int, day: float, words: str) -> NewsItem:
    moment = game_moment(scenario, start, day)
    return NewsItem(turn, f"{moment.day} {MONTHS[moment.month - 1]}", words)


def _of_the_past(scenario: Scenario, world: World) -> Iterator[tuple[float, NewsItem]]:
    start = scenario.start[world.settings.start]
    for past in start.past:
        day = float((past.day - start.day).days)
        words = past.what if past.what.endswith(".") else f"{past.what}."
        yield day, _item(scenario, world.settings.start, 0, day, words)


def _of_the_turns(scenario: Scenario, world: World) -> Iterator[tuple[float, NewsItem]]:
    start = world.settings.start
    for number, turn in enumerate(world.turns[: world.published_turn], start=1):
        yield from _of_a_turn(Same(scenario), start, number, Same(turn))


# A turn stays the same object for as long as nothing in it changes.
@lru_cache(maxsize=64)
def _of_a_turn(
    same: Same[Scenario], start: str, turn: int, happened: Same[tuple[tuple[int, Happening], ...]]
) -> tuple[tuple[float, NewsItem], ...]:
    scenario, found = same.thing, []
    for _, happening in happened.thing:
        if isinstance(happening, ActResolved):
            words, day = _headline(scenario, happening), happening.day
        elif isinstance(happening, SystemSettled) and happening.public:
            words, day = happening.words, turn * scenario.turn_days - 0.01
        else:
            continue
        if words:
            found.append((day, _item(scenario, start, turn, day, words)))
    return tuple(found)


def _of_control(scenario: Scenario, world: World) -> Iterator[tuple[float, NewsItem]]:
    for delivery in world.injects.deliveries:
        if delivery.is_public and delivery.kind in {"news", "event"}:
            day = max(delivery.turn - 1, 0) * scenario.turn_days
            title = delivery.title if delivery.title.endswith(".") else f"{delivery.title}."
            yield day, _item(scenario, world.settings.start, delivery.turn, day, title)


def _of_statements(scenario: Scenario, world: World) -> Iterator[tuple[float, NewsItem]]:
    for message in world.channels.messages:
        if message.is_public:
            day = max((message.turn - 1) * scenario.turn_days + message.hour / 24.0, 0.0)
            name = actor_name(scenario, message.sender)
            words = f"{name}: “{message.words}”"
            yield day, _item(scenario, world.settings.start, message.turn, day, words)


def _headline(scenario: Scenario, act: ActResolved) -> str:
    """An act as the newspapers have it; empty when it is not public or no news any more."""
    seen = [s for s in act.sightings if s.how == "public"]
    move = scenario.move.get(act.order.move)
    is_quiet = act.goes_on and (move is None or move.rung < FIGHTING)
    if not seen or is_quiet:
        return ""
    who = _actor_in_public(scenario, [dict(s.shares) for s in seen])
    target = actor_name(scenario, act.order.target) if act.order.target else ""
    if act.weapons:
        launched = ", ".join(weapon_words(w.weapon, w.launched) for w in act.weapons if w.launched)
        leaked = sum(w.leaked for w in act.weapons)
        at = f" at {target}" if target else ""
        words = f"{who}: {launched} launched{at}, {leaked:,} got through."
    else:
        is_talk = move is not None and move.category in _WORDS
        towards = f" {'to' if is_talk else 'against'} {target}" if target else ""
        name = move.name if move is not None else str(act.order.move)
        words = f"{who}{towards}: {name}{'' if act.success else ', to no effect'}."
    return " ".join((words, *harm_words(act)))


def _actor_in_public(scenario: Scenario, shares: list[dict[ActorId, float]]) -> str:
    """The name everybody agrees on; a plain word where anybody doubts it."""
    named = {max(share, key=lambda actor: share[actor]) for share in shares if share}
    sure = all(share and max(share.values()) >= SURE for share in shares)
    return actor_name(scenario, named.pop()) if sure and len(named) == 1 else _UNKNOWN
