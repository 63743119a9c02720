"""What an act or a message of the asking seat meant to an opponent: its reading and its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wargame.engine.words import act_words, actor_name, moment_words
from wargame.model.channels import Message, Way
from wargame.model.happenings import ActResolved, Sighting, SystemSettled
from wargame.model.ids import ActorId
from wargame.model.interview import Passage, Topic
from wargame.model.ledger import Entry
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.words.number_words import change_texts, variable_name
from wargame.play.words.warned_lines import meant_rung

MOST_CHANGES = 6

BLOW_FROM = 6.0
"""Rung from which an act is a blow that a warning can be about."""

_KNOWN = {
    "target": "It was aimed at me.",
    "public": "Everybody saw it.",
    "told": "You told me before.",
    "intelligence": "My intelligence found out.",
}


def meaning_passages(
    scenario: Scenario,
    world: World,
    opponent: ActorId,
    asker: ActorId,
    topic: Topic,
    *,
    everything: bool,
) -> Iterator[Passage]:
    """How an act was read, and what it moved of what the opponent holds about the asker."""
    act = next(h for n, h in world.happenings() if n == topic.number)
    assert isinstance(act, ActResolved)  # noqa: S101 - a topic that is no message is an act
    sighting = next((s for s in act.sightings if s.seat == opponent), None)
    name = act_words(scenario, act)
    if sighting is None:
        yield Passage(f"I never learned of “{name}”. It could mean nothing to me.", (topic.number,))
    else:
        yield Passage(_reading(name, act, sighting, asker), (topic.number,))
        if everything:
            gap = sighting.rung - act.rung
            words = f"As it was: it took place at R{act.rung:.1f}"
            if (meant := meant_rung(scenario, act.order)) is not None:
                words += f", and you meant it as R{meant:.1f}"
            if abs(gap) >= 1.0:
                words += f". I read it {abs(gap):.1f} rungs too {'high' if gap > 0 else 'low'}"
            yield Passage(f"{words}.", (topic.number,), is_told_truth=True)
    yield _moved(act.ledger, opponent, asker, topic.number)
    settled = [
        (number, happening)
        for number, happening in world.happenings()
        if isinstance(happening, SystemSettled)
        and happening.turn == act.turn
        and happening.step == "belief"
        and _about(happening.ledger, opponent, asker)
    ]
    for number, happening in settled[:1]:
        changes = _changes(_about(happening.ledger, opponent, asker))
        yield Passage(
            f"What the whole of turn {act.turn} taught me about you, this act among the rest: "
            f"{changes}.",
            (number,),
        )


def message_passages(
    scenario: Scenario, world: World, opponent: ActorId, topic: Topic
) -> Iterator[Passage]:
    """Whether a message arrived, in which words, and what hung on it."""
    message = next(m for m in world.channels.messages if m.sent == topic.number)
    arrived = message.is_public or message.way is Way.DELIVERED
    if not arrived:
        yield Passage(
            "Your message never reached me. It could mean nothing to me.", (topic.number,)
        )
        return
    yield Passage(_arrival(scenario, world, message), (topic.number, *_told(message)))
    notice = message.notice
    if notice is None:
        yield Passage(
            "I heard it; it moved no number of mine. What I decide by changes with acts, and with "
            "advance warnings, not with words alone.",
            (topic.number,),
        )
        return
    about = "me" if notice.about == opponent else actor_name(scenario, notice.about)
    acts = [
        number
        for number, act in world.happenings()
        if isinstance(act, ActResolved)
        and act.turn == message.tells
        and act.actor == message.sender
        and act.order.target == notice.about
        and act.rung >= BLOW_FROM
    ]
    came = "A blow followed, as it said." if acts else "No blow followed that turn."
    yield Passage(
        f"It was an advance warning of {notice.hours:.0f} h against {about}: whatever you did "
        f"there that turn found readier defences and surprised less (M7, M16). {came}",
        (topic.number, *acts),
    )


def _reading(name: str, act: ActResolved, sighting: Sighting, asker: ActorId) -> str:
    sure = dict(sighting.shares).get(asker, 0.0)
    blame = (
        "and knew that it was you"
        if sure >= 0.9
        else f"and held it {100 * sure:.0f} % likely that it was you"
    )
    words = f"I read “{name}” as R{sighting.rung:.1f}, {blame}. {_KNOWN.get(sighting.how, '')}"
    if act.choreographed:
        words += " Your notice was understood, so that it weighed less with me (M16)."
    return words.strip()


def _moved(ledger: Iterable[Entry], opponent: ActorId, asker: ActorId, number: int) -> Passage:
    about = _about(ledger, opponent, asker)
    if not about:
        return Passage("By itself it moved none of the numbers that I hold about you.", (number,))
    return Passage(f"By itself it moved: {_changes(about)}.", (number,))


def _about(ledger: Iterable[Entry], opponent: ActorId, asker: ActorId) -> list[Entry]:
    """Changes of what the opponent holds about the asker, and of itself, large ones first."""
    found: dict[tuple[str, str, str], Entry] = {}
    for entry in ledger:
        key = (entry.variable, entry.first, entry.second)
        if entry.first != opponent or entry.second not in ("", asker):
            continue
        first = found.get(key, entry)
        found[key] = Entry(
            entry.variable,
            entry.first,
            entry.second,
            first.before,
            entry.after,
            entry.cause,
            entry.system,
        )
    moved = [entry for entry in found.values() if abs(entry.after - entry.before) >= 0.001]
    moved.sort(key=lambda entry: (entry.second != asker, entry.variable))
    return moved[:MOST_CHANGES]


def _changes(entries: Iterable[Entry]) -> str:
    parts = []
    for entry in entries:
        before, after, change = change_texts(entry.variable, entry.before, entry.after)
        name = variable_name(entry.variable).lower()
        parts.append(f"{name} {before} → {after}" + (f" ({change})" if change else ""))
    return "; ".join(parts)


def _arrival(scenario: Scenario, world: World, message: Message) -> str:
    if message.is_public:
        return f"You said it in public, in turn {message.turn}: “{message.text}”"
    hours = max(message.arrives, 0.0)
    day = (message.turn - 1) * scenario.turn_days + hours / 24.0
    when = moment_words(scenario, world.settings.start, day)
    by = f", carried by {actor_name(scenario, message.via)}" if message.via else ""
    return f"It reached me on {when}{by}. I read: “{message.words or message.text}”"


def _told(message: Message) -> tuple[int, ...]:
    return (message.told,) if message.told else ()
