"""Events that stand in no log, packed: what a branch of a game did."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from wargame.errors import SaveError
from wargame.model.events import Event
from wargame.storage.codec import decode_event, encode_event

_LARGEST = 256 * 2**20
_BREAK = b"\n"


def pack_events(events: Iterable[Event]) -> bytes:
    """Events as compressed lines, each the kind and the canonical JSON that a log would hold.

    Raises:
        InternalError: An event holds NaN or a value of the wrong type.
    """
    # JSON escapes breaks of lines, so that a line is an event.
    lines = (b"%b %b" % (event.kind.encode(), encode_event(event)[0]) for event in events)
    return zlib.compress(_BREAK.join(lines), 9)


def unpack_events(packed: bytes) -> tuple[Event, ...]:
    """The events in these bytes, in order.

    Raises:
        SaveError: The bytes hold no events.
    """
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(packed, _LARGEST)
    except zlib.error:
        raise SaveError("The events of the branch cannot be unpacked.") from None
    found = []
    for line in text.split(_BREAK) if text else ():
        kind, _, payload = line.partition(b" ")
        found.append(decode_event(kind.decode("ascii", "replace"), payload))
    return tuple(found)
