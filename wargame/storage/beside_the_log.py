"""Drafts and snapshots: what a save keeps beside its log and outside its chain.

Each row carries a mark over its content. A row whose mark does not fit is left out: a draft can be
written again, and a snapshot only saves time.
"""

from __future__ import annotations

from typing import cast

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from wargame.errors import SaveError
from wargame.model.ids import ActorId
from wargame.model.orders import Draft
from wargame.model.world import World
from wargame.storage import codec
from wargame.storage.chain import mark
from wargame.storage.tables import DRAFTS, EVENTS, SNAPSHOTS

EventNumbers = tuple[tuple[int, ...], ...]


def write_draft(connection: Connection, draft: Draft, at: str) -> None:
    """Writes a draft in place of what its slot held before."""
    payload = codec.encode_order(draft.order)
    content = {"at": at, "payload": payload}
    content["digest"] = mark(draft.seat, draft.slot, at, payload)
    row = insert_or_update(DRAFTS).values(seat=draft.seat, slot=draft.slot, **content)
    place = [DRAFTS.c.seat, DRAFTS.c.slot]
    connection.execute(row.on_conflict_do_update(index_elements=place, set_=content))


def delete_drafts(connection: Connection, seat: ActorId, slot: int | None = None) -> None:
    """Deletes the drafts of a seat, or only the one in a slot."""
    gone = delete(DRAFTS).where(DRAFTS.c.seat == seat)
    connection.execute(gone if slot is None else gone.where(DRAFTS.c.slot == slot))


def read_drafts(connection: Connection) -> tuple[Draft, ...]:
    """Every draft that is whole, by seat and slot."""
    found = []
    rows = connection.execute(select(DRAFTS).order_by(DRAFTS.c.seat, DRAFTS.c.slot))
    for seat, slot, at, payload, digest in rows:
        if mark(seat, slot, at, payload) == digest:
            found.append(Draft(ActorId(seat), slot, codec.decode_order(payload)))
    return tuple(found)


def write_snapshot(connection: Connection, number: int, packed: bytes) -> None:
    """Writes a packed world, marked together with the hash of its event.

    Raises:
        SaveError: The log does not hold the event.
    """
    tail = connection.execute(select(EVENTS.c.hash).where(EVENTS.c.number == number)).scalar()
    if tail is None:
        raise SaveError(f"There is no event {number} that a snapshot could follow.")
    row = {"number": number, "world": packed, "digest": mark(number, tail, packed)}
    connection.execute(insert(SNAPSHOTS).prefix_with("OR REPLACE"), row)


def read_snapshot(connection: Connection, number: int) -> tuple[int, World, EventNumbers] | None:
    """The last whole snapshot at or before an event: its event's number, and what codec gives.

    A snapshot that this version cannot decode, because its worlds hold more, is passed over.
    """
    rows = connection.execute(
        select(SNAPSHOTS.c.number, SNAPSHOTS.c.world, SNAPSHOTS.c.digest, EVENTS.c.hash)
        .join(EVENTS, EVENTS.c.number == SNAPSHOTS.c.number)
        .where(SNAPSHOTS.c.number <= number)
        .order_by(SNAPSHOTS.c.number.desc())
    )
    with rows:
        for at, packed, digest, tail in rows:
            if not isinstance(packed, bytes) or mark(at, tail, packed) != digest:
                continue
            try:
                return cast("int", at), *codec.decode_world(packed)
            except SaveError:
                continue
    return None
