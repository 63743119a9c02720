"""``wargame scenarios``: what there is to play."""

from __future__ import annotations

import argparse

from wargame.cli.output import print_json, print_line
from wargame.scenarios.cards import ScenarioCard, bundled_scenarios, own_scenarios


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Prints the bundled scenarios and then this person's own."""
    cards = (*bundled_scenarios(), *own_scenarios())
    if arguments.json:
        print_json(cards)
        return 0
    for card in cards:
        _print(card)
    if not cards:
        print_line("There are no scenarios.")
    return 0


def _print(card: ScenarioCard) -> None:
    print_line(f"{card.id}: {card.title}")
    if card.error:
        print_line(f"  cannot be read: {card.error}")
        return
    print_line(f"  {card.line}")
    print_line(
        f"  {card.seats} seats, {card.actors} actors, {card.turns} turns, "
        f"{card.minutes} minutes, {card.sources} sources"
    )
    for start in card.starts:
        print_line(f"  start {start.id}: {start.title}")
    if not card.bundled:
        print_line(f"  {card.path}")
