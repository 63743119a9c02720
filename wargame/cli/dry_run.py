"""``wargame dry-run``: games of computer seats alone, and which opponents play better."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from wargame.cli.output import Plain, plain, print_json, print_line, tell
from wargame.errors import RuleError
from wargame.model.outlook import Estimate
from wargame.model.scenario import Scenario
from wargame.play.computer_seats import Deciders
from wargame.play.dry_run.bot_game import BotGame
from wargame.play.dry_run.seating import Seating, seating
from wargame.play.dry_run.survey import Survey, Tally
from wargame.play.dry_run.tournament import Pairing, Result, Tournament, pairings
from wargame.play.library import find_scenario

MOST_GAMES = 1_000_000
MOST_THREADS = 64
_LARGEST_SEED = 2**53 - 1
_MINUS = "\u2212"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    parser.add_argument("scenario", help="id of a bundled or own scenario, or a folder or zip")
    parser.add_argument("--start", help="start point; the scenario's first by default")
    parser.add_argument(
        "--games", type=int, help="games, or seeds of a comparison; 1000, or 20, by default"
    )
    parser.add_argument("--seed", type=int, help="first seed; the scenario's by default")
    parser.add_argument(
        "--seats",
        action="append",
        default=[],
        metavar="KIND[,KIND...][:SEAT,...]",
        help="planner:ISR,IRN fills two seats; doctrine,planner:ISR compares both in one seat",
    )
    parser.add_argument("--threads", type=int, help="threads of those who look ahead")
    parser.add_argument(
        "--effort",
        type=float,
        default=1.0,
        help="share of the usual work of those who look ahead; 1 by default",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(arguments: argparse.Namespace) -> int:
    """Plays and prints what came of it; exit status 1 when an order was against the rules."""
    scenario = find_scenario(arguments.scenario).scenario
    start = arguments.start or scenario.starts[0].id
    if start not in scenario.start:
        known = ", ".join(scenario.start)
        raise RuleError("start.unknown", f"There is no start point {start}; there are: {known}.")
    wanted = seating(scenario, arguments.seats)
    games = arguments.games if arguments.games is not None else (20 if wanted.kinds else 1000)
    if not 1 <= games <= MOST_GAMES:
        raise RuleError("games.range", f"The number of games lies from 1 to {MOST_GAMES:,}.")
    seed = scenario.seed if arguments.seed is None else arguments.seed
    if not 0 <= seed <= _LARGEST_SEED - games:
        raise RuleError("seed.range", f"The seed lies from 0 to {_LARGEST_SEED - games:,}.")
    if not 0.05 <= arguments.effort <= 10.0:
        raise RuleError("effort.range", "The effort lies from 0.05 to 10.")
    if arguments.threads is not None and not 1 <= arguments.threads <= MOST_THREADS:
        raise RuleError("threads.range", f"The number of threads lies from 1 to {MOST_THREADS}.")
    tally = Tally(scenario)
    results: list[Result] = []
    seeds = range(seed, seed + games)
    try:
        if wanted.kinds:
            _compare(scenario, start, wanted, seeds, arguments, tally, results)
        else:
            _play(scenario, start, wanted, seeds, arguments, tally)
    except KeyboardInterrupt:
        tell(f"Stopped; what follows is from {tally.games:,} games.")
    survey = tally.survey()
    if survey is None:
        raise RuleError("games.none", "No game was finished.")
    found = pairings(wanted.kinds, results)
    if arguments.json:
        print_json(_document(scenario, start, seed, survey, found, results))
    else:
        _print(scenario, survey, found, wanted)
    return 1 if survey.refused else 0


def _play(
    scenario: Scenario,
    start: str,
    wanted: Seating,
    seeds: Sequence[int],
    arguments: argparse.Namespace,
    tally: Tally,
) -> None:
    deciders = Deciders(scenario, start, threads=arguments.threads, effort=arguments.effort)
    for seed in seeds:
        tally.add(BotGame(scenario, start, seed, wanted.fixed, deciders).play())
        _tell_progress(tally.games, len(seeds))


def _compare(
    scenario: Scenario,
    start: str,
    wanted: Seating,
    seeds: Sequence[int],
    arguments: argparse.Namespace,
    tally: Tally,
    results: list[Result],
) -> None:
    tournament = Tournament(
        scenario,
        start,
        wanted.kinds,
        wanted.compared,
        fixed=wanted.fixed,
        threads=arguments.threads,
        effort=arguments.effort,
    )
    for result in tournament.results(seeds, played=tally.add):
        results.append(result)
        more = len(wanted.kinds)
        _tell_progress(tally.games, len(seeds) * tournament.games_of_a_seed, more)


def _tell_progress(done: int, total: int, more: int = 1) -> None:
    """Say how far it is, about fifty times in all; ``more`` games are new."""
    step = max(1, total // 50)
    if done // step > (done - more) // step or done == total:
        tell(f"{done:,} of {total:,} games")


def _document(
    scenario: Scenario,
    start: str,
    seed: int,
    survey: Survey,
    found: Sequence[Pairing],
    results: Sequence[Result],
) -> dict[str, Plain]:
    comparison: Plain = [
        {
            "better": pairing.better.value,
            "other": pairing.other.value,
            "seeds": pairing.seeds,
            "gain": plain(pairing.gain) if pairing.seeds > 1 else None,
        }
        for pairing in found
    ]
    return {
        "scenario": scenario.id,
        "start": start,
        "seed": seed,
        **{name: plain(getattr(survey, name)) for name in Survey.__dataclass_fields__},
        "comparison": comparison,
        "results": [
            {"seed": r.seed, "seat": r.seat, **{k.value: u for k, u in r.utility.items()}}
            for r in results
        ],
    }


def _print(scenario: Scenario, survey: Survey, found: Sequence[Pairing], wanted: Seating) -> None:
    print_line(f"{scenario.title}, from {survey.games:,} games:")
    for ended in survey.endings:
        print_line(
            f"  {ended.ending.replace('-', ' '):<22} {ended.games:>6,}   "
            f"{100 * ended.share.value:5.1f} % "
            f"({100 * ended.share.low:.1f} to {100 * ended.share.high:.1f})"
        )
    low, middle, high = survey.index
    print_line(f"Index at the end: {middle:.1f}, nine games in ten from {low:.1f} to {high:.1f}")
    print_line(
        f"A game: {survey.turns:.1f} turns, {survey.orders:.1f} orders, of which "
        f"{survey.lapsed:.1f} came to nothing"
    )
    _print_names("Injects that never came due", [n.name for n in survey.dead_injects])
    _print_names("Moves that nobody ordered", [f"{n.id} {n.name}" for n in survey.unused_moves])
    _print_names(
        "Idle seats", [f"{use.seat} ({use.orders:.2f} orders a game)" for use in survey.idle_seats]
    )
    _print_names("Against the rules", survey.refused)
    if found:
        print_line(f"Utility in the seats {', '.join(wanted.compared)}, paired by seed:")
    for pairing in found:
        words = f"{_gain(pairing.gain)} points, {pairing.seeds:,} seeds"
        if pairing.seeds < 2:
            words = "too few seeds to say"
        print_line(f"  {pairing.better.value} over {pairing.other.value}: {words}")


def _print_names(title: str, names: Sequence[str]) -> None:
    print_line(f"{title}: {'; '.join(names) if names else 'none'}")


def _gain(gain: Estimate) -> str:
    words = f"{gain.value:+.2f} ({gain.low:+.2f} to {gain.high:+.2f})"
    return words.replace("-", _MINUS)
