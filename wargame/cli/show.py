"""``wargame show``: the game as the facilitator or a seat may know it, at any turn."""

from __future__ import annotations

import argparse
from pathlib import Path

from wargame.cli.output import print_json, print_line
from wargame.errors import RuleError
from wargame.model.channel_view import Channels
from wargame.model.console_view import ConsoleView
from wargame.model.ids import ActorId
from wargame.model.seat_view import SeatView
from wargame.play.past import PastGame, open_past
from wargame.play.words.story import story_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("save", type=Path, help="the save file")
    parser.add_argument("--turn", type=int, help="at the end of this turn; now by default")
    parser.add_argument(
        "--seat", default="facilitator", help="an actor, or facilitator for everything"
    )
    parser.add_argument("--story", action="store_true", help="the game so far in words")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Prints the view."""
    game = open_past(arguments.save, arguments.turn)
    if arguments.story:
        if arguments.seat != "facilitator":
            raise RuleError("story.seat", "A story tells everything, so no seat can be shown it.")
        story = story_of(game.scenario, game.world)
        if arguments.json:
            print_json({"story": story})
        else:
            for line in story.lines():
                print_line(line)
        return 0
    if arguments.seat == "facilitator":
        console = game.console()
        if arguments.json:
            print_json(
                {
                    "view": console,
                    "dealings": game.dealings(),
                    "injects": game.injects(),
                    "questions": game.questions(),
                    "rulings": game.world.rulings,
                    "marks": game.marks,
                    "public": game.public(),
                    "values": game.values(),
                    "state": game.state_hash(),
                }
            )
        else:
            _print_console(game, console)
        return 0
    if arguments.seat not in {seat.actor for seat in game.world.seats}:
        known = ", ".join(seat.actor for seat in game.world.seats)
        raise RuleError("seat.unknown", f"There is no seat {arguments.seat}; there are: {known}.")
    view = game.view(ActorId(arguments.seat))
    if arguments.json:
        print_json({"view": view})
    else:
        print_seat(view)
    return 0


def _print_console(game: PastGame, view: ConsoleView) -> None:
    meter = view.meter
    print_line(f"{view.scenario}: {view.session}")
    print_line(
        f"Turn {view.turn} of {view.turns}, {view.first_day} to {view.last_day}, {view.phase}"
    )
    print_line(
        f"Index {meter.index:.1f}, band {meter.band.number} {meter.band.name}; "
        f"path {' '.join(f'{index:.1f}' for index in meter.path)}"
    )
    if meter.moved_turn:
        print_line(f"What moved it in turn {meter.moved_turn}, from {meter.moved_from:.1f}:")
        for step in meter.steps:
            print_line(f"  {_signed(step.change):>7}  {step.label}")
    print_line("Seats:")
    for seat in view.seats:
        sealed = f"sealed {seat.orders}" if seat.is_sealed else "planning"
        print_line(f"  {seat.label.id:<5} {seat.label.name:<28} {seat.controller:<12} {sealed}")
    print_line("Events:")
    for event in view.events:
        rung = "" if event.rung is None else f"R{event.rung:.0f}"
        who = f"{event.actor or 'control'} → {event.target or 'all'}"
        change = _signed(event.index_change)
        print_line(f"  {event.when:<13} {who:<16} {rung:<4} {change:>7}  {event.words}")
    print_line("Harm:")
    for line in view.harm:
        print_line(f"  {line.name:<34} {line.text:>14} {line.since:>12}")
    if view.outcome:
        print_line(view.outcome.words)
    print_line(f"State {game.state_hash()}")


def print_seat(view: SeatView) -> None:
    """Prints what a seat may know."""
    print_line(
        f"{view.label.name}: {view.scenario}, turn {view.turn} of {view.turns}, {view.phase}"
    )
    print_line("Objectives:")
    for objective in view.objectives:
        print_line(f"  {objective.standing:<20} {objective.text}")
    print_line("Own red lines:")
    for line in view.red_lines:
        when = f"crossed in turn {line.crossed}" if line.crossed else "crossed before the game"
        crossed = "not crossed" if line.crossed is None else when
        print_line(f"  R{line.rung:.0f}  {line.text}: {crossed}")
    print_line("Own state:")
    for gauge in view.gauges:
        print_line(f"  {gauge.name:<30} {gauge.text}")
    print_line("What we know:")
    for event in view.known:
        rung = "" if event.read_rung is None else f"R{event.read_rung:.0f}"
        who = f"{event.actor or 'unknown'} → {event.target or 'all'}"
        print_line(f"  turn {event.turn:<3} {who:<16} {rung:<4} {event.words} ({event.how})")
    if view.reports:
        print_line("From control:")
    for report in view.reports:
        source = f", from {report.sender}" if report.sender else ""
        sure = f", {report.reliability}" if report.reliability else ""
        print_line(f"  turn {report.turn:<3} {report.title} ({report.kind}{source}{sure})")
    if view.questions:
        print_line("Questions to control:")
    for question in view.questions:
        asked = question.text or "asked by another team"
        print_line(f"  turn {question.turn:<3} {asked}: {question.answer or 'not answered yet'}")
    _print_channels(view.channels)


def _print_channels(channels: Channels) -> None:
    """Lines, messages, papers and warnings; what there is none of is left out."""
    with_whom = ", ".join(line.actor for line in channels.lines)
    print_line(f"Lines: {with_whom or 'none'}")
    if channels.messages:
        print_line("Messages:")
    for message in channels.messages:
        who = f"{message.by} → {message.to or 'all'}"
        fresh = ", new" if message.is_new else ""
        words = message.words.replace("\n", " ")
        print_line(f"  {message.when:<13} {who:<16} {words} ({message.status}{fresh})")
    if channels.proposals:
        print_line("Proposals:")
    for paper in channels.proposals:
        print_line(f"  {paper.number}. {paper.title}, by {paper.by}: {paper.words}")
        for place, clause in enumerate(paper.clauses, start=1):
            print_line(f"     ({place}) {clause.text} {clause.forbids}".rstrip())
    if channels.notices:
        print_line("Advance warnings:")
    for notice in channels.notices:
        told = f"{notice.by} → {notice.to or 'all'}"
        print_line(f"  {told:<16} act against {notice.about}, {notice.hours:.0f} h before")


def _signed(change: float) -> str:
    return f"{change:+.1f}".replace("-", "−")
