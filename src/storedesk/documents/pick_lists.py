"""Write pick lists: what to fetch for some orders in one walk, shelf by shelf."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from storedesk.documents.strip import Speech, clean
from storedesk.domain.order_details import Pick

WORDS = (
    "Pick list",
    "{orders} orders, {pieces} pieces",
    "1 order, {pieces} pieces",
    "Qty",
    "Item",
    "Code",
    "For",
    "{number} ({count})",
)
"""All that a pick list says of itself, for the translator."""


def body(picks: Sequence[Pick], speech: Speech, *, made_at: datetime) -> str:
    """Return what a pick list says, to stand before other documents."""
    say = speech.translate
    orders = {number for pick in picks for number, _ in pick.orders}
    count = say("1 order, {pieces} pieces") if len(orders) == 1 else say("{orders} orders, {pieces} pieces")  # fmt: skip  # noqa: E501
    summary = count.format(orders=len(orders), pieces=sum(pick.quantity for pick in picks))
    rows = "".join(
        _category(category, list(group), speech)
        for category, group in groupby(picks, key=lambda pick: pick.category)
    )
    return (
        "<table width='100%' cellspacing='0' cellpadding='0'><tr>"
        f"<td><span style='font-size:16pt; font-weight:600'>{clean(say('Pick list'))}</span></td>"
        f"<td align='right'>{clean(speech.moment(made_at))}<br/>{clean(summary)}</td></tr></table>"
        "<table width='100%' cellspacing='0' cellpadding='5' style='margin-top:14px'>"
        f"<tr><td width='5%'></td><td width='8%' align='right'>{clean(say('Qty'))}</td>"
        f"<td width='44%'>{clean(say('Item'))}</td><td width='18%'>{clean(say('Code'))}</td>"
        f"<td width='25%'>{clean(say('For'))}</td></tr>{rows}</table>"
    )


def _category(name: str, picks: Sequence[Pick], speech: Speech) -> str:
    head = (
        "<tr><td colspan='5'><hr/></td></tr><tr><td colspan='5'>"
        f"<span style='font-size:12pt; font-weight:600'>{clean(name)}</span></td></tr>"
    )
    return head + "".join(_row(pick, speech) for pick in picks)


def _row(pick: Pick, speech: Speech) -> str:
    several = speech.translate("{number} ({count})")
    alone = len(pick.orders) == 1
    orders = "<br/>".join(
        clean(number if alone else several.format(number=number, count=count))
        for number, count in pick.orders
    )
    described = f"<br/><small>{clean(pick.description)}</small>" if pick.description else ""
    return (
        f"<tr><td align='center'>\N{WHITE SQUARE}</td>"
        f"<td align='right'><b>{pick.quantity}</b></td>"
        f"<td>{clean(pick.name)}{described}</td><td><small>{clean(pick.code or '')}</small></td>"
        f"<td><small>{orders}</small></td></tr>"
    )
