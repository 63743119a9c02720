"""``wargame forecast``: many worlds played forward, with probabilities and intervals."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from wargame.cli.output import Plain, print_json, print_line, tell
from wargame.errors import OutsideError, RuleError
from wargame.model.outlook import Estimate
from wargame.play.forecasts.forecast import MOST_ROLLOUTS, MOST_TURNS, forecast
from wargame.play.forecasts.forecast_start import forecast_start
from wargame.play.forecasts.forecast_summary import Forecast
from wargame.play.forecasts.what_if import Asked
from wargame.reports.forecast_page import forecast_page

MOST_THREADS = 64
_LARGEST_SEED = 2**53 - 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("name", metavar="FILE-or-SCENARIO", help="a save, or a scenario")
    parser.add_argument("--start", help="start point of a scenario; its first by default")
    parser.add_argument("--turns", type=int, default=12, help="turns to play; 12 by default")
    parser.add_argument("--rollouts", type=int, default=10_000, help="worlds; 10000 by default")
    parser.add_argument("--seed", type=int, help="seed of the draws; the game's by default")
    parser.add_argument("--threads", type=int, help="threads; as many as cores by default")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="PATH=VALUE",
        help="another value: doctrine.IRN.reply_ratio=1.1, dyads.USA-ISR.leverage=0.7",
    )
    parser.add_argument(
        "--order",
        action="append",
        default=[],
        metavar="'TURN ACTOR MOVE TARGET'",
        help="an order that is given whatever the doctrine says",
    )
    parser.add_argument(
        "--forbid",
        action="append",
        default=[],
        metavar="'ACTOR TARGET MINRUNG'",
        help="acts that are not done",
    )
    parser.add_argument(
        "--uncertain", action="store_true", help="vary the law's constants within their ranges too"
    )
    parser.add_argument("--html", type=Path, metavar="PAGE", help="write a page to look at as well")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Forecasts and prints what came of it."""
    _check("rollouts", arguments.rollouts, 1, MOST_ROLLOUTS)
    _check("turns", arguments.turns, 1, MOST_TURNS)
    threads = arguments.threads if arguments.threads is not None else os.cpu_count() or 1
    _check("threads", threads, 1, MOST_THREADS)
    asked = Asked(
        tuple(_value(words) for words in arguments.set),
        tuple(arguments.order),
        tuple(arguments.forbid),
    )
    scenario, world = forecast_start(arguments.name, arguments.start)
    seed = world.settings.seed if arguments.seed is None else arguments.seed
    _check("seed", seed, 0, _LARGEST_SEED)
    tell(f"{arguments.rollouts:,} rollouts of {arguments.turns} turns, {threads} threads")
    found = forecast(
        scenario,
        world,
        asked,
        rollouts=arguments.rollouts,
        turns=arguments.turns,
        seed=seed,
        threads=threads,
        uncertain=arguments.uncertain,
    )
    if arguments.html is not None:
        _write(arguments.html, forecast_page(scenario, world, asked, found))
    if arguments.json:
        print_json(_document(scenario.id, found))
    else:
        _print(found)
    return 0


def _write(page: Path, text: str) -> None:
    try:
        page.write_text(text, "utf-8")
    except OSError as error:
        raise OutsideError(
            f"The page {page} cannot be written: {error.strerror or error}."
        ) from error
    tell(f"Wrote {page}")


def _check(name: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise RuleError("forecast.range", f"The number of {name} lies from {low:,} to {high:,}.")


def _value(words: str) -> tuple[str, float]:
    path, _, text = words.partition("=")
    try:
        return path, float(text)
    except ValueError:
        raise RuleError("what-if.value", f'A value reads "PATH=NUMBER", not "{words}".') from None


def _document(scenario: str, found: Forecast) -> dict[str, Plain]:
    """The document of design/CLI.md."""
    return {
        "scenario": scenario,
        "rollouts": found.rollouts,
        "turns": found.turns,
        "first_turn": found.first_turn,
        "seed": found.seed,
        "elapsed_s": round(found.elapsed_s, 3),
        "rollouts_per_s": round(found.rollouts / max(found.elapsed_s, 1e-9), 1),
        "index": {f"p{q:02d}": list(values) for q, values in found.index.items()},
        "p_all_out": _estimate(found.all_out),
        "p_direct_strike": _estimate(found.direct_strike),
        "p_truce": _estimate(found.truce),
        "p_collapse": _estimate(found.collapse),
        "mean_acts": {
            f"{acts.actor}->{acts.target}": {"all": acts.all, "rung_9_5_up": acts.large}
            for acts in found.acts
        },
        "drivers": [
            {
                "name": d.name,
                "difference": d.difference.value,
                "low": d.difference.low,
                "high": d.difference.high,
            }
            for d in found.drivers
        ],
        "doubts": list(found.doubts),
        "digest": found.digest,
    }


def _estimate(estimate: Estimate) -> dict[str, Plain]:
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}


def _print(found: Forecast) -> None:
    print_line(f"Index after each turn, from turn {found.first_turn}:")
    for q, values in found.index.items():
        print_line(f"  {q:>2} %  " + " ".join(f"{value:5.1f}" for value in values))
    for name, estimate in (
        ("Control is lost", found.all_out),
        ("Strike on a direct rival's soil", found.direct_strike),
        ("Truce on some front", found.truce),
        ("An actor drops out", found.collapse),
    ):
        print_line(
            f"{name:<32} {100 * estimate.value:5.1f} %   "
            f"({100 * estimate.low:.1f} to {100 * estimate.high:.1f})"
        )
    print_line("Mean hostile acts, in brackets those from R9.5:")
    for acts in found.acts[:10]:
        print_line(f"  {acts.actor} to {acts.target}: {acts.all:.2f} ({acts.large:.2f})")
    for driver in found.drivers:
        of = driver.difference
        points, low, high = (
            f"{100 * value:+.1f}".replace("-", "−") for value in (of.value, of.low, of.high)
        )
        print_line(f"Goes with loss of control: {driver.name}, {points} points ({low} to {high})")
    for doubt in found.doubts:
        print_line(doubt)
    print_line("The model's differences teach; its levels are no forecast of the world.")
    print_line(f"Digest {found.digest}")
