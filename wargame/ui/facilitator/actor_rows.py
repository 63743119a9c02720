"""The rows of an actor's sheet: its own numbers under titles, and its numbers towards others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from wargame.ui.item_models.columns import Column
from wargame.ui.theme.item_roles import ACTOR_ROLE, EMPHASIS_ROLE, ActorValue, Emphasis

if TYPE_CHECKING:
    from wargame.model.actor_sheet import ActorSheet, Movement, PairRow, StateRow
    from wargame.model.ids import ActorId

SHARE_COLUMN: Final = 2
OTHER_COLUMN: Final = 1


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the list of an actor's own numbers: a title, or a number under it.

    Attributes:
        title: The title of the group.
        state: The number; None for the row with the title.
    """

    title: str
    state: StateRow | None


def sheet_rows(sheet: ActorSheet, words: str, *, plain: bool) -> tuple[SheetRow, ...]:
    """An actor's own numbers under their titles; groups without a row are left out.

    Args:
        sheet: The sheet.
        words: Words that each have to occur in a row; nothing shows all.
        plain: Whether rows at zero or at their default are shown.
    """
    rows: list[SheetRow] = []
    for group in sheet.groups:
        kept = [
            state
            for state in group.rows
            if (plain or not state.is_plain or state.moved.causes)
            and _has(words, group.title, state.name, state.text, state.meaning, state.moved)
        ]
        if kept:
            rows.append(SheetRow(group.title, None))
            rows += [SheetRow(group.title, state) for state in kept]
    return tuple(rows)


def pair_rows(sheet: ActorSheet, words: str, *, plain: bool) -> tuple[PairRow, ...]:
    """An actor's numbers towards others, narrowed in the same way."""
    return tuple(
        pair
        for pair in sheet.pairs
        if (plain or not pair.is_plain or pair.moved.causes)
        and _has(
            words, pair.name, f"{pair.other} {pair.other_name}", pair.text, pair.meaning, pair.moved
        )
    )


def movement_tip(moved: Movement) -> str:
    """What moved a number, one event a line."""
    return "\n".join(moved.causes)


def state_columns() -> tuple[Column[SheetRow], ...]:
    """Columns of the list of own numbers."""

    def of_state(
        text: Callable[[StateRow], str], title: Callable[[SheetRow], str] = lambda _: ""
    ) -> Callable[[SheetRow], str]:
        return lambda row: title(row) if row.state is None else text(row.state)

    meaning = of_state(lambda s: s.meaning)
    return (
        Column(
            "State",
            of_state(lambda s: f"    {s.name}", lambda row: row.title),
            208,
            tip=meaning,
            spoken=of_state(_spoken_state, lambda row: row.title),
            roles={EMPHASIS_ROLE: _emphasis},
        ),
        Column("Now", of_state(lambda s: s.text), 92, align="end", tip=meaning),
        Column("Range", lambda _: "", 92, tip=meaning, spoken=of_state(_spoken_share)),
        Column(
            "Last turn",
            of_state(lambda s: s.moved.change),
            76,
            align="end",
            tip=of_state(lambda s: movement_tip(s.moved)),
        ),
        Column(
            "What moved it",
            of_state(lambda s: "; ".join(s.moved.causes)),
            stretch=True,
            tip=of_state(lambda s: movement_tip(s.moved)),
            roles={EMPHASIS_ROLE: lambda _: "muted"},
        ),
    )


def pair_columns(values: Mapping[ActorId, ActorValue]) -> tuple[Column[PairRow], ...]:
    """Columns of the table of pairs."""
    return (
        Column(
            "Towards others",
            lambda p: p.name,
            200,
            tip=lambda p: p.meaning,
            spoken=_spoken_pair,
        ),
        Column(
            "Whom",
            lambda p: p.other_name,
            68,
            tip=lambda p: p.other_name,
            roles={ACTOR_ROLE: lambda p: values.get(p.other, ActorValue("unknown", p.other))},
        ),
        Column("Ours", lambda p: p.text, 68, align="end", sort_key=lambda p: p.value),
        Column(
            "Theirs",
            lambda p: p.back_text,
            68,
            align="end",
            tip=lambda p: f"{p.other_name} towards this actor: {p.back_text}",
            sort_key=lambda p: p.back,
            roles={EMPHASIS_ROLE: lambda _: "muted"},
        ),
        Column(
            "Last turn",
            lambda p: p.moved.change,
            76,
            align="end",
            tip=lambda p: movement_tip(p.moved),
            sort_key=lambda p: _size(p.moved),
        ),
        Column(
            "What moved it",
            lambda p: "; ".join(p.moved.causes),
            stretch=True,
            tip=lambda p: movement_tip(p.moved),
            roles={EMPHASIS_ROLE: lambda _: "muted"},
        ),
    )


def _emphasis(row: SheetRow) -> Emphasis:
    return "strong" if row.state is None else "normal"


def _size(moved: Movement) -> float:
    """How much moved, to order by; what has no measure stands between nothing and the least."""
    digits = "".join(c for c in moved.change if c.isdigit() or c == ".")
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _spoken_state(state: StateRow) -> str:
    moved = f", {state.moved.change} last turn" if state.moved.change else ""
    return f"{state.name}: {state.text}{moved}. {state.meaning}"


def _spoken_share(state: StateRow) -> str:
    return "" if state.share is None else f"{100 * state.share:.0f} % of its range"


def _spoken_pair(pair: PairRow) -> str:
    moved = f", {pair.moved.change} last turn" if pair.moved.change else ""
    return f"{pair.name} towards {pair.other_name}: {pair.text}, theirs {pair.back_text}{moved}"


def _has(words: str, *texts: str | Movement) -> bool:
    """Whether every typed word occurs in the texts."""
    wanted = words.casefold().split()
    if not wanted:
        return True
    whole = " ".join(t if isinstance(t, str) else " ".join(t.causes) for t in texts).casefold()
    return all(word in whole for word in wanted)
