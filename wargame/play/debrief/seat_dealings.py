"""Messages and papers as one seat had them, in the form in which control sees everybody's."""

from __future__ import annotations

from wargame.model.channels import Delay
from wargame.model.seat_view import SeatView
from wargame.play.dealings.control_dealings import DealingsView, TrafficRow


def dealings_known(view: SeatView) -> DealingsView:
    """What a seat knows of dealings; nothing here comes from anywhere else than its view."""
    traffic = tuple(
        TrafficRow(
            number=message.number,
            when=message.when,
            sender=message.sender,
            to=message.to,
            via=message.via,
            text=message.words,
            words=message.words,
            state=f"{message.status} · not opened" if message.is_new else message.status,
            marks="",
            waits=message.asks,
            warning=message.notice.effect if message.notice is not None else "",
        )
        for message in view.channels.messages
    )
    return DealingsView(
        traffic=traffic,
        papers=view.channels.proposals,
        acts=(),
        crossings=(),
        seats=((view.seat, view.label.name),),
        delay=Delay.HOURS,
        minutes=0.0,
        waiting=sum(row.waits for row in traffic),
    )
