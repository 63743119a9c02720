"""The team screen's sentences: costs, certainty, orders and conditions as people say them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from wargame.model.conditions import Condition, Struck
from wargame.model.ids import ActorId, Phase, Weapon
from wargame.model.moves import Category
from wargame.ui.theme.icon_names import IconName

if TYPE_CHECKING:
    from wargame.model.orders import Order
    from wargame.model.seat_view import ActorLabel, KnownEvent, MoveOption, RedLineView, Standing
    from wargame.ui.theme.tokens import ColourRole

_LONGEST_NAME: Final = 72
"""Letters of a written move that stand where a catalogue's name would."""

CATEGORIES: Final[dict[Category, tuple[str, IconName]]] = {
    Category.DIPLOMATIC: ("Diplomatic", "handshake"),
    Category.INFORMATIONAL: ("Information", "megaphone"),
    Category.MILITARY: ("Military", "crosshair"),
    Category.ECONOMIC: ("Economic", "banknote"),
    Category.COVERT: ("Covert", "venetian-mask"),
    Category.NUCLEAR: ("Nuclear", "atom"),
}
"""Label and outline of the categories, in the panel's order."""

WEAPONS: Final[dict[Weapon, str]] = {
    Weapon.DRONE: "Drones",
    Weapon.CRUISE: "Cruise",
    Weapon.BALLISTIC_OLD: "Old ballistic",
    Weapon.BALLISTIC_NEW: "New ballistic",
    Weapon.ROCKET: "Rockets",
}

STANDINGS: Final[dict[Standing, tuple[IconName, ColourRole, str]]] = {
    "holding": ("circle-check", "ok", "Holding"),
    "at risk": ("triangle-alert", "warn", "At risk"),
    "lost": ("circle-x", "danger", "Lost"),
    "for people to judge": ("scale", "t3", "To judge"),
}
"""Outline, colour and word of how an objective stands."""

PHASES: Final[dict[Phase, str]] = {
    Phase.BRIEF: "Turn {turn}, briefing.",
    Phase.PLAN: "Turn {turn}, planning.",
    Phase.ADJUDICATE: "Turn {turn}, control is adjudicating.",
    Phase.OUTCOME: "Turn {turn}, the outcome is published.",
    Phase.ENDED: "The game has ended.",
}
"""What a screen reader says when a phase begins."""

Names = Mapping[ActorId, "ActorLabel"]

CERTAIN: Final = 0.9
_LIKELY: Final = 0.66
_PERHAPS: Final = 0.4


def points(number: float) -> str:
    """Points as people say them.

    >>> points(5.8), points(3.0)
    ('5.8', '3')
    """
    return f"{number:.1f}".removesuffix(".0")


def cost_words(political: float, material: float) -> str:
    """``2 political, 3 material``; ``nothing`` where it is free."""
    parts = []
    if political:
        parts.append(f"{points(political)} political")
    if material:
        parts.append(f"{points(material)} material")
    return ", ".join(parts) or "nothing"


def shortage_words(political: float, material: float) -> str:
    """What is missing when so much would be left; empty when enough is left.

    >>> shortage_words(-1.0, 2.0), shortage_words(0.0, 0.0)
    ('needs 1 more political', '')
    """
    parts = []
    if round(political, 1) < 0:
        parts.append(f"{points(-political)} more political")
    if round(material, 1) < 0:
        parts.append(f"{points(-material)} more material")
    return f"needs {' and '.join(parts)}" if parts else ""


def certainty(event: KnownEvent) -> tuple[IconName, str]:
    """How a seat knows of something and how sure it is of who did it: outline and words."""
    likely = _likely_words(event)
    if event.how == "own":
        return "flag", "Our own"
    if event.how == "told":
        return "mail", likely or "Told to us only"
    if event.how == "public":
        return "newspaper", likely or "Public"
    return ("circle-help", likely) if likely else ("circle-check", "Certain")


def _likely_words(event: KnownEvent) -> str:
    """``Likely, 85 %``; empty where the actor is certain or nobody acted."""
    if event.actor is None or event.sure >= CERTAIN:
        return ""
    word = (
        "Likely" if event.sure >= _LIKELY else "Perhaps" if event.sure >= _PERHAPS else "Doubtful"
    )
    return f"{word}, {100 * event.sure:.0f} %"


def certainty_words(event: KnownEvent, names: Names) -> str:
    """The same in a sentence."""
    sources = {
        "own": "This was our own act.",
        "told": "Told to us in advance or in confidence.",
        "public": "Public: everybody can know it.",
        "target": "We were the target.",
        "intelligence": "Our own intelligence found it out.",
    }
    words = sources.get(event.how, "")
    likely = _likely_words(event)
    if likely:
        words += f" Who did it is not certain: {name_of(names, event.actor)}, {likely.lower()}."
    elif event.actor is None and event.move is not None:
        words += " Who did it is not known."
    return words.strip()


def name_of(names: Names, actor: ActorId | None, otherwise: str = "") -> str:
    """An actor's name; its id where the scenario has none."""
    if actor is None:
        return otherwise
    label = names.get(actor)
    return label.name if label is not None else str(actor)


def names_words(names: Names, actors: Iterable[ActorId]) -> str:
    """``Qatar, Saudi Arabia and Jordan``."""
    every = [name_of(names, actor) for actor in actors]
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} and {every[-1]}"


def condition_words(condition: Condition, names: Names) -> str:
    """``Only if we are struck at R13 or more by Israel``."""
    if isinstance(condition, Struck):
        whom = "we are" if condition.whom is None else f"{name_of(names, condition.whom)} is"
        by = f" by {name_of(names, condition.by)}" if condition.by is not None else ""
        return f"Only if {whom} struck at R{condition.rung:.0f} or more{by}"
    return "Only under a condition that was written outside this screen"


def salvo_words(order: Order) -> str:
    """``Drones 170, Cruise 30``; empty where nothing is launched."""
    return ", ".join(f"{WEAPONS[weapon]} {count:,}" for weapon, count in order.salvo if count)


def own_name(order: Order) -> str:
    """What an order is called that no catalogue names."""
    if order.argument is None:
        return str(order.move)
    words = " ".join(order.argument.do.split()) or "A move of our own"
    return textwrap.shorten(words, _LONGEST_NAME, placeholder="…")


def order_facts(order: Order, names: Names, *, is_warning: bool = False) -> list[tuple[str, str]]:
    """An order in lines of a label and words, without what was left open.

    ``is_warning``: the rung that it names is the line that it draws, not how it is meant.
    """
    facts = []
    if order.argument is not None:
        facts.append(("Result", order.argument.result))
        facts.extend(("Reason", reason) for reason in order.argument.reasons if reason.strip())
    if salvo := salvo_words(order):
        facts.append(("Scale", salvo))
    if not order.overt:
        facts.append(("Signature", "Deniable"))
    if order.warning_hours > 0:
        told = names_words(names, order.told)
        facts.append(("Warning", f"{order.warning_hours:.0f} h" + (f", to {told}" if told else "")))
    if order.message or order.audience:
        to = names_words(names, order.audience)
        facts.append(("Message", ": ".join(filter(None, (to and f"For {to}", order.message)))))
    if order.meant is not None:
        facts.append(("Line drawn at" if is_warning else "Meant as", f"R{order.meant:.0f}"))
    if order.condition is not None:
        facts.append(("Condition", condition_words(order.condition, names)))
    if order.rationale:
        facts.append(("Rationale", order.rationale))
    return facts


def aim_words(order: Order, names: Names) -> str:
    """``at Israel``; empty for an order without a target."""
    return f"at {name_of(names, order.target)}" if order.target is not None else ""


def promise_words(line: RedLineView) -> str:
    """What was said would follow, and whether anybody has heard it."""
    if not line.promise:
        return ""
    return f"{'We said' if line.public else 'Not said aloud'}: {line.promise}"


def crossed_words(line: RedLineView) -> str:
    """``Crossed, turn 1``, ``Crossed before`` or ``Not crossed``."""
    if line.crossed is None:
        return "Not crossed"
    return f"Crossed, turn {line.crossed}" if line.crossed else "Crossed before"


def preparation_words(option: MoveOption, turn: int) -> str:
    """When an order given now would happen, where that is not this turn."""
    if option.preparation <= 0:
        return ""
    return f"Happens in turn {turn + option.preparation}"
