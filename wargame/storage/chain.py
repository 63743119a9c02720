"""The hash chain: each event's hash covers the one before it, and the first covers the header.

Whoever changes a letter of the scenario, the title or any event breaks every hash behind it.
"""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass

import msgspec


@dataclass(frozen=True, slots=True)
class Header:
    """The key facts of a session, fixed when it is created.

    Attributes:
        title: Name of the session.
        scenario_id: Id of the scenario.
        scenario_sha256: Hash of the scenario's text as kept in the save, in hexadecimal.
        rules: Version of the rules that began the game.
        created: When, ISO 8601 in UTC.
    """

    title: str
    scenario_id: str
    scenario_sha256: str
    rules: str
    created: str


def first_hash(header: Header) -> bytes:
    """The hash before event 1: SHA-256 over the header as a JSON array, 32 bytes."""
    return hashlib.sha256(msgspec.json.encode(("wargame-save", *astuple(header)))).digest()


def next_hash(before: bytes, number: int, at: str, kind: str, payload: bytes) -> bytes:
    """The hash of an event: SHA-256 over the hash before it and ``[number,at,kind,payload]``.

    Args:
        before: Hash of the event before, 32 bytes.
        number: The event's number, from 1.
        at: When it was written.
        kind: Kind of the event.
        payload: Its canonical JSON, taken into the array as it is.
    """
    # The JSON of number, time and kind, made by hand where no letter needs escaping: this is the
    # inner loop of opening a save.
    if at.isascii() and at.isprintable() and '"' not in at and "\\" not in at:
        start = f'[{number},"{at}","{kind}",'.encode()
    else:
        start = b"[%d,%b,%b," % (number, msgspec.json.encode(at), msgspec.json.encode(kind))
    return hashlib.sha256(b"%b%b%b]" % (before, start, payload)).digest()


def mark(*parts: str | int | bytes) -> bytes:
    """A digest over what lies outside the chain, so that a flipped bit is noticed there too."""
    pieces = [part if isinstance(part, bytes) else str(part).encode() for part in parts]
    return hashlib.sha256(b"".join(b"%d:%b," % (len(piece), piece) for piece in pieces)).digest()
