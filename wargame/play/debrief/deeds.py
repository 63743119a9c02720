"""Words against deeds up to any moment: lines and their promised answers, papers, warnings."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.engine.line_book import red_lines_of
from wargame.engine.words import act_words, actor_name
from wargame.model.channels import Message
from wargame.model.deeds_view import Given, Kept, WordAndDeed
from wargame.model.happenings import ActResolved
from wargame.model.ids import ActorId
from wargame.model.proposals import Proposal, ProposalState
from wargame.model.red_lines import Crossing, OwnLine
from wargame.model.world import World
from wargame.play.debrief.replay import Replay


class Deeds:
    """Questions about what became of the words of a game."""

    def __init__(self, replay: Replay) -> None:
        self._replay = replay

    def until(self, place: int, seat: ActorId | None = None) -> tuple[WordAndDeed, ...]:
        """Every word given up to a place, with what was done; a seat's own where one is named.

        Raises:
            RuleError: The game has no such moment.
        """
        world = self._replay.world(place)
        rows = (*self._lines(world), *self._papers(world), *self._warnings(world))
        return tuple(row for row in rows if seat is None or row.actor == seat)

    # Lines

    def _lines(self, world: World) -> Iterator[WordAndDeed]:
        for actor in self._replay.scenario.seats:
            for own in red_lines_of(self._replay.scenario, world, actor.id):
                crossings = [
                    c
                    for c in world.red_lines.crossings
                    if (c.seat, c.line) == (actor.id, own.line.id)
                ]
                if not crossings:
                    yield self._held(own)
                for crossing in crossings:
                    yield self._crossed(world, own, crossing)

    def _held(self, own: OwnLine) -> WordAndDeed:
        return WordAndDeed(
            given=Given.LINE,
            actor=own.seat,
            towards=None,
            words=_line_words(own),
            deed="Nobody crossed it.",
            kept=Kept.HELD,
            share=None,
            place=-1,
            turn=0,
        )

    def _crossed(self, world: World, own: OwnLine, c: Crossing) -> WordAndDeed:
        by = actor_name(self._replay.scenario, c.by)
        what = f"{by} crossed it in turn {c.turn} at R{c.rung:.0f}"
        seen = "" if c.seen else ", unknown to its owner"
        if c.kept is None:
            kept, came = Kept.OPEN, f"an answer of R{c.answer:.0f} is due by turn {c.due}"
        elif c.kept:
            answer = self._act(world, c.answered)
            rung = f" at R{answer.rung:.0f} in turn {answer.turn}" if answer is not None else ""
            kept, came = Kept.KEPT, f"the promised answer came{rung}"
        else:
            kept, came = Kept.BROKEN, f"no answer of R{c.answer:.0f} came by turn {c.due}"
        return WordAndDeed(
            given=Given.LINE,
            actor=own.seat,
            towards=c.by,
            words=_line_words(own),
            deed=f"{what}{seen}; {came}.",
            kept=kept,
            share=None,
            place=self._replay.place_of(c.answered or c.act),
            turn=c.turn,
        )

    # Papers

    def _papers(self, world: World) -> Iterator[WordAndDeed]:
        for paper in world.proposals:
            if paper.state in {ProposalState.ACCEPTED, ProposalState.BROKEN}:
                for party in paper.terms.parties:
                    yield self._party(world, paper, party)

    def _party(self, world: World, paper: Proposal, party: ActorId) -> WordAndDeed:
        breach = next((b for b in paper.breaches if b.by == party), None)
        deed = f"It has kept to it since turn {paper.settled}."
        if breach is not None:
            act = self._act(world, breach.act)
            what = f": {act_words(self._replay.scenario, act)}" if act is not None else ""
            known = "" if breach.known else ", which the others do not know"
            deed = f"It broke clause {breach.clause} in turn {breach.turn}{what}{known}."
        return WordAndDeed(
            given=Given.PAPER,
            actor=party,
            towards=None,
            words=f"Signed “{paper.terms.title}”",
            deed=deed,
            kept=Kept.BROKEN if breach is not None else Kept.KEPT,
            share=None,
            place=self._replay.place_of(breach.act) if breach is not None else -1,
            turn=breach.turn if breach is not None else paper.settled,
        )

    # Warnings

    def _warnings(self, world: World) -> Iterator[WordAndDeed]:
        for message in world.channels.messages:
            if message.notice is not None:
                yield self._warned(world, message)

    def _warned(self, world: World, message: Message) -> WordAndDeed:
        notice, scenario = message.notice, self._replay.scenario
        assert notice is not None  # noqa: S101 - asked for messages that hold one
        acts = [
            (number, act)
            for number, act in world.happenings()
            if isinstance(act, ActResolved)
            and not act.goes_on
            and (act.actor, act.order.target, act.turn)
            == (message.sender, notice.about, message.tells)
        ]
        expected = "" if notice.rung is None else f", about R{notice.rung:.0f}"
        about = actor_name(scenario, notice.about)
        words = f"Warned of an act against {about}, {notice.hours:.0f} h before{expected}"
        if acts:
            number, act = max(acts, key=lambda pair: pair[1].rung)
            kept = Kept.KEPT
            deed = f"It came at R{act.rung:.0f}: {act_words(scenario, act)}."
            if notice.rung is not None and act.rung >= notice.rung + 2:
                kept = Kept.BROKEN
                deed = f"It came harder than announced, at R{act.rung:.0f}."
        elif message.tells <= world.published_turn:
            number, kept, deed = message.sent, Kept.BROKEN, "No act followed in that turn."
        else:
            number, kept, deed = message.sent, Kept.OPEN, "Its turn is not over."
        return WordAndDeed(
            given=Given.WARNING,
            actor=message.sender,
            towards=message.to,
            words=words,
            deed=deed,
            kept=kept,
            share=None,
            place=self._replay.place_of(number),
            turn=message.turn,
        )

    @staticmethod
    def _act(world: World, number: int) -> ActResolved | None:
        for at, act in world.happenings():
            if at == number and isinstance(act, ActResolved):
                return act
        return None


def _line_words(own: OwnLine) -> str:
    hidden = "" if own.line.public else ", not public"
    promise = f" Promised: {own.line.promise}" if own.line.promise else ""
    return f"{own.line.text} (R{own.line.rung:.0f}{hidden}).{promise}"
