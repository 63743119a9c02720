"""``wargame salvo``: one salvo against one shield, many times."""

from __future__ import annotations

import argparse

from wargame.cli.output import print_json, print_line
from wargame.errors import RuleError
from wargame.model.ids import Weapon
from wargame.play.analysis import salvo


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    for weapon in Weapon:
        parser.add_argument(f"--{weapon}", type=int, default=0, help=f"weapons of class {weapon}")
    parser.add_argument("--warning-hours", type=float, required=True, help="hours of warning")
    parser.add_argument("--partners", type=float, default=0.0, help="partner defences, 0 to 1")
    parser.add_argument("--stock", type=float, default=1.0, help="interceptors left, 0 to 1")
    parser.add_argument(
        "--shield", default="nation", help="nation, ships, rockets, none or an actor's id"
    )
    parser.add_argument("--scenario", default="after-tehran", help="whose shields and constants")
    parser.add_argument("--draws", type=int, default=10_000, help="how often; 10000 by default")
    parser.add_argument("--seed", type=int, default=1, help="seed of the draws")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Flies the salvo and prints what came through."""
    launched = {weapon: getattr(arguments, weapon.replace("-", "_")) for weapon in Weapon}
    if not any(launched.values()):
        raise RuleError("salvo.empty", "A salvo needs at least one weapon.")
    found = salvo(
        launched,
        arguments.shield,
        arguments.scenario,
        warning_hours=arguments.warning_hours,
        partners=arguments.partners,
        stock=arguments.stock,
        draws=arguments.draws,
        seed=arguments.seed,
    )
    leak = found.leak
    if arguments.json:
        print_json(
            {
                "launched": found.launched,
                "leak": {
                    "mean": leak.mean,
                    "p05": leak.p05,
                    "p50": leak.p50,
                    "p95": leak.p95,
                    "by_type": found.leak_by_type,
                },
                "shots": found.shots,
                "digest": found.digest,
            }
        )
        return 0
    print_line(f"Got through: {leak.mean:.1f} on average, {leak.p05} to {leak.p95} in nine of ten")
    for weapon, count in found.launched.items():
        if count > 0:
            print_line(
                f"  {weapon}: {found.leak_by_type[weapon]:.1f} of {count}, "
                f"{found.shots[weapon]:.1f} interceptors"
            )
    print_line(f"Digest {found.digest}")
    return 0
