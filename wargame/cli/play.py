"""``wargame play``: advance a game by whole turns."""

from __future__ import annotations

import argparse
from pathlib import Path

from wargame.cli.output import print_json, print_line
from wargame.errors import RuleError
from wargame.model.ids import Phase
from wargame.play.live_game import open_game
from wargame.play.whole_turn import TurnPlayed, play_turn
from wargame.scenarios.order_file import OrderFile, read_orders


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("save", type=Path, help="the save file")
    parser.add_argument("--turns", type=int, help="how many turns; to the end by default")
    parser.add_argument("--orders", type=Path, help="YAML file with orders by turn and seat")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Plays and prints a line for each turn."""
    if arguments.turns is not None and arguments.turns < 1:
        raise RuleError("turns.range", "The number of turns is 1 or more.")
    orders = read_orders(arguments.orders) if arguments.orders else OrderFile({})
    game = open_game(arguments.save)
    try:
        if game.has_ended:
            raise RuleError("game.ended", "The game has ended; it can be shown but not played on.")
        played: list[TurnPlayed] = []
        left = arguments.turns if arguments.turns is not None else game.scenario.turns
        while left > 0 and not game.has_ended:
            upcoming = game.world.turn + (game.world.phase is Phase.OUTCOME)
            turn = play_turn(game, orders.of_turn(upcoming))
            played.append(turn)
            left -= 1
            if not arguments.json:
                change = f"{turn.change:+.1f}".replace("-", "−")
                print_line(
                    f"Turn {turn.turn}: {turn.acts} acts, index {turn.index:.1f} ({change}), "
                    f"{turn.band}"
                )
                if turn.ended:
                    print_line(turn.ended)
        if arguments.json:
            print_json({"turns": played, "state": game.world.state_hash()})
        else:
            print_line(f"State {game.world.state_hash()}")
    finally:
        game.close()
    return 0
