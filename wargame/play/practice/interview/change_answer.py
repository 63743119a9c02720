"""What would have changed an opponent's mind: the nearest change that was run and flips its choice.

Its own decision is made again with one thing changed and everything else equal, draws included. It
says what was tried where nothing within range flips it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wargame.engine.words import actor_name
from wargame.errors import WargameError
from wargame.model.ids import ActorId
from wargame.model.interview import Flip, NumberChange, Passage, Search, SheetChange
from wargame.model.scenario import Scenario
from wargame.opponents.decider import Decider
from wargame.play.practice.interview.asked_choice import Asked
from wargame.play.practice.interview.choices import Choice, Progressed, instead_words, listed
from wargame.play.practice.interview.moments import Moments
from wargame.play.words.number_words import number_text, variable_name, whose_words


def change_passages(
    scenario: Scenario,
    moments: Moments,
    choice: Choice,
    asker: ActorId,
    decider: Decider,
    told: Progressed,
) -> Iterator[Passage]:
    """The nearest change of a move of the asker, and of what the opponent held."""
    asked = Asked(scenario, moments, choice, asker, decider, told)
    try:
        repeatable = asked.is_repeatable()
    except WargameError as error:
        yield Passage(f"My choice cannot be made again here: {error}", choice.events)
        return
    if not repeatable:
        yield Passage(
            "I cannot say: decided again by this version of the program, my choice comes out "
            "otherwise, so that nothing found now would be true of it.",
            choice.events,
        )
        return
    yield _move_passage(scenario, choice, asked.nearest_move())
    yield from _number_passages(scenario, choice, asker, asked)


def _move_passage(scenario: Scenario, choice: Choice, search: Search) -> Passage:
    if search.refusal:
        return Passage(f"What you did before: {search.refusal}", choice.events)
    if search.flip is None:
        if not search.tried:
            return Passage("You had sealed nothing before that could be changed.", choice.events)
        return Passage(
            f"What you did before: I tried {listed(search.tried)}, with orders left out, "
            "announced, denied, made lighter or harder, and words added. None of them changes my "
            "choice.",
            choice.events,
        )
    change = search.flip.change
    assert isinstance(change, SheetChange)  # noqa: S101 - what this search looks for
    return Passage(
        f"The nearest change of a move of yours that I found lies in turn {change.turn}: "
        f"{change.words}. {instead_words(scenario, choice, search.flip.orders)} Every other order "
        "and every draw stayed as it was.",
        (change.number, *choice.events),
    )


def _number_passages(
    scenario: Scenario, choice: Choice, asker: ActorId, asked: Asked
) -> Iterator[Passage]:
    """The nearest number about the asker, and what lies nearer still among all others."""
    belief = asked.nearest_belief()
    other = asked.nearer_number(belief)
    if belief.flip is None and other.flip is None:
        yours = listed([name.removesuffix(f" ({asker})") for name in belief.tried])
        yield Passage(
            f"Nothing that I held changes my choice. I tried one number at a time, {asked.steps}; "
            f"about you: {yours}; about others and myself: {listed(other.tried)}.",
            choice.events,
        )
        yield from _fact_passages(scenario, choice, asker, asked.nearest_fact())
        yield from asked.chance()
        return
    if belief.flip is None:
        yield Passage(
            f"Nothing that I held about you changes my choice; I tried each number {asked.steps}.",
            choice.events,
        )
    else:
        yield Passage(
            "Of what I held about you, the nearest change that I found is "
            f"{_change_words(scenario, asker, belief.flip)} "
            f"{instead_words(scenario, choice, belief.flip.orders)}",
            choice.events,
        )
    if other.flip is not None:
        near = belief.flip is not None
        head = "Nearer still lies" if near else "Of what else I held, the nearest that I found is"
        yield Passage(
            f"{head} {_change_words(scenario, asker, other.flip)} "
            f"{instead_words(scenario, choice, other.flip.orders)}",
            choice.events,
        )


def _fact_passages(
    scenario: Scenario, choice: Choice, asker: ActorId, fact: Search
) -> Iterator[Passage]:
    """The nearest change of what everybody could see, where nothing that it held decides."""
    if fact.flip is None:
        yield Passage(
            f"Nor would another look of the world have done it: {listed(fact.tried)}.",
            choice.events,
        )
        return
    yield Passage(
        "What did decide it was in plain sight: "
        f"{_change_words(scenario, asker, fact.flip)} "
        f"{instead_words(scenario, choice, fact.flip.orders)}",
        choice.events,
    )


def _change_words(scenario: Scenario, asker: ActorId, flip: Flip) -> str:
    change = flip.change
    assert isinstance(change, NumberChange)  # noqa: S101 - what this search looks for
    name = variable_name(change.variable).lower()
    if change.variable in {"heat", "front_heat"}:
        whose = whose_words(scenario, change.variable, change.first, change.second)
        name = f"{name} ({whose})"
    elif not change.second:
        name = f"my own {name}"
    elif change.second != asker:
        name = f"{name} towards {actor_name(scenario, change.second)}"
    share = 100 * change.share
    far = f"{share:.0f} %" if share >= 1 else "less than 1 %"
    before = number_text(change.variable, change.before)
    after = number_text(change.variable, change.after)
    return f"{name}: {after} instead of {before}, {far} of its range away."
