"""``wargame new``: a new game in a save file."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from wargame.cli.output import print_json, print_line
from wargame.errors import OutsideError, RuleError
from wargame.model.ids import ActorId, Controller
from wargame.model.scenario import Scenario
from wargame.model.seats import Settings
from wargame.play.computer_seats import available
from wargame.play.library import find_scenario
from wargame.play.new_game import new_game
from wargame.play.settings import default_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    kinds = [kind.value for kind in Controller]
    parser.add_argument("scenario", help="id of a bundled or own scenario, or a folder or zip")
    parser.add_argument("--save", required=True, type=Path, help="the save file to make")
    parser.add_argument("--start", help="start point; the scenario's first by default")
    parser.add_argument("--seed", type=int, help="seed of all draws; the scenario's by default")
    parser.add_argument("--title", default="", help="name of the session")
    parser.add_argument(
        "--seat",
        action="append",
        default=[],
        metavar="ACTOR=KIND",
        help=f"who decides for a seat: {', '.join(kinds[:-1])} or {kinds[-1]}",
    )
    parser.add_argument(
        "--by-hand",
        action="store_true",
        help="no automatic adjudication, no forecasts, no computer seats: control writes outcomes",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Makes the game and says where it is."""
    loaded = find_scenario(arguments.scenario)
    settings = default_settings(loaded.scenario, arguments.title)
    if arguments.seed is not None:
        settings = replace(settings, seed=arguments.seed)
    if arguments.start is not None:
        settings = replace(settings, start=arguments.start)
    if arguments.by_hand:
        settings = replace(settings, automatic=False, forecast=False, computers=False)
    settings = _with_seats(loaded.scenario, settings, arguments.seat)
    if arguments.save.exists():
        raise OutsideError(f"There is a file {arguments.save} already; choose another name.")
    game = new_game(loaded, settings, arguments.save)
    answer = {
        "save": str(game.path),
        "scenario": loaded.scenario.id,
        "start": settings.start,
        "seed": settings.seed,
        "seats": {seat.actor: seat.controller for seat in settings.seats},
        "index": game.world.index_path[-1],
    }
    game.close()
    if arguments.json:
        print_json(answer)
    else:
        print_line(f"{loaded.scenario.title} begins in {answer['save']}, seed {settings.seed}.")
    return 0


def _with_seats(scenario: Scenario, settings: Settings, wishes: list[str]) -> Settings:
    """The settings with the seats filled as asked."""
    chosen: dict[ActorId, Controller] = {}
    known = {actor.id for actor in scenario.seats}
    for wish in wishes:
        actor, _, kind = wish.partition("=")
        if actor not in known:
            raise RuleError(
                "seat.unknown", f"There is no seat {actor}; there are: {', '.join(sorted(known))}."
            )
        kinds = available(scenario)
        if kind not in kinds:
            known_kinds = ", ".join(kinds)
            raise RuleError("seat.kind", f"{wish}: a seat is played by one of {known_kinds}.")
        chosen[ActorId(actor)] = Controller(kind)
    seats = tuple(
        replace(seat, controller=chosen.get(seat.actor, seat.controller)) for seat in settings.seats
    )
    return replace(settings, seats=seats)
