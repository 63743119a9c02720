"""A forecast as one HTML page that needs nothing else: fan, risks, acts, drivers, inputs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from wargame import __version__
from wargame.model.outlook import Estimate
from wargame.model.scenario import Scenario
from wargame.model.world import World
from wargame.play.forecasts.forecast_summary import Forecast
from wargame.play.forecasts.what_if import Asked
from wargame.reports.fan_drawing import fan_drawing

_STYLE = """
:root { color-scheme: light dark; --ink: #1d232b; --soft: #5b6673; --line: #d4dae1;
  --paper: #ffffff; --fan: #2f6db3; --band: #667180; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaef; --soft: #9aa6b3; --line: #38424d;
  --paper: #14191f; --fan: #74aef0; --band: #8793a0; } }
body { font: 16px/1.5 Inter, system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p.line { color: var(--soft); margin: .25rem 0 1.5rem; }
p.doubt { border-left: .25rem solid #c77b14; padding-left: .75rem; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .3rem 1.5rem .3rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
td.number, th.number { text-align: right; white-space: nowrap; padding-left: .5rem; }
figure { margin: 0; } figcaption { color: var(--soft); font-size: .9rem; }
svg { width: 100%; height: auto; }
"""

MOST_ACTS = 16


def forecast_page(scenario: Scenario, world: World, asked: Asked, found: Forecast) -> str:
    """The page as text.

    Args:
        scenario: The scenario.
        world: Where the forecast began.
        asked: What was changed for it.
        found: The forecast.
    """
    name = {str(actor.id): actor.name for actor in scenario.actors}
    risks = [
        ("Control is lost: all-out war", found.all_out),
        ("Strike on the soil of a direct rival", found.direct_strike),
        ("Truce on some front", found.truce),
        ("An actor drops out", found.collapse),
    ]
    last = found.first_turn + found.turns - 1
    parts = [
        f"<h1>Forecast: {escape(scenario.title)}</h1>",
        (
            f'<p class="line">{found.rollouts:,} rollouts, turns {found.first_turn} to {last}. '
            "A property of this model and of nothing else: its differences teach, its levels "
            "are no forecast of the world.</p>"
        ),
        *(f'<p class="doubt">{escape(doubt)}</p>' for doubt in found.doubts),
        "<h2>Escalation index</h2>",
        fan_drawing(scenario, world.index_path, found),
        "<h2>What may come about</h2>",
        _table(
            ("Within these turns", "Probability", "95 % interval"),
            [(words, _percent(e.value), _span(e)) for words, e in risks],
        ),
        "<h2>Hostile acts</h2>",
        _table(
            ("Who against whom", "Mean a rollout", "From R9.5"),
            [
                (
                    (
                        f"{name.get(acts.actor, acts.actor)} against "
                        f"{name.get(acts.target, acts.target)}"
                    ),
                    f"{acts.all:.2f}",
                    f"{acts.large:.2f}",
                )
                for acts in found.acts[:MOST_ACTS]
            ],
        ),
        "<h2>What goes with the loss of control</h2>",
        _table(
            ("Highest quarter against lowest", "Points", "95 % interval"),
            [
                (driver.name, _points(driver.difference.value), _span(driver.difference))
                for driver in found.drivers
            ],
        ),
        "<h2>Inputs</h2>",
        _table(("What", "Value"), _inputs(scenario, world, asked, found)),
    ]
    body = "\n".join(parts)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Forecast: {escape(scenario.title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _inputs(
    scenario: Scenario, world: World, asked: Asked, found: Forecast
) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [
        ("Scenario", f"{scenario.title} ({scenario.id})"),
        ("Start point", world.settings.start),
        ("First turn", str(found.first_turn)),
        ("Turns", str(found.turns)),
        ("Rollouts", f"{found.rollouts:,}"),
        ("Seed", str(found.seed)),
        ("Constants of the model", "varied" if found.is_uncertain else "as the scenario has them"),
    ]
    rows += [("Value set", f"{path} = {value:g}") for path, value in asked.values]
    rows += [("Order forced", words) for words in asked.orders]
    rows += [("Act forbidden", words) for words in asked.forbidden]
    rows += [("Digest of the raw results", found.digest), ("Wargame", __version__)]
    return rows


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose columns after the first hold numbers, if there are more than two."""
    many = len(heads) > 2

    def row(tag: str, cells: Sequence[str]) -> str:
        marked = [
            f"<{tag}{' class=number' if many and n else ''}>{escape(cell)}</{tag}>"
            for n, cell in enumerate(cells)
        ]
        return f"<tr>{''.join(marked)}</tr>"

    body = [row("td", cells) for cells in rows]
    if not body:
        return "<p>None.</p>"
    return "\n".join(["<table>", row("th", heads), *body, "</table>"])


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _points(difference: float) -> str:
    return f"{100 * difference:+.1f}".replace("-", "−")


def _span(estimate: Estimate) -> str:
    return f"{100 * estimate.low:.1f} to {100 * estimate.high:.1f}".replace("-", "−")
