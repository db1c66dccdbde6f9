"""Write packing slips: a page for each order, with its address and its number as a barcode."""

from collections.abc import Iterable, Sequence
from html import escape

from storedesk.documents.strip import Speech, clean, picture
from storedesk.domain.logo import PAGE_DOTS_PER_MM, size_of
from storedesk.domain.order_details import Order, SoldLine
from storedesk.domain.store import NOT_SET, StoreSettings
from storedesk.domain.values.addresses import town_line

WORDS = (
    "Pick list",
    "Packing slip {number}",
    "Packing slips {number} and {count} more",
    "Order {number}",
    "Placed {moment}",
    "Qty",
    "Item",
    "{count} pieces",
    "1 piece",
    "Page {page} of {pages}",
    "Thank you for your order!",
    "Questions? {phone}",
)
"""All that a slip says of itself, for the translator."""

BARCODE = "barcode:"
"""Before the name of a picture that `printing` draws: see `codes`."""
TALLEST_LOGO = 11.0
"""Millimeters: the address keeps its place in the window of the envelope."""
PAGE_BREAK = ' style="page-break-before: always"'


def codes(orders: Iterable[Order]) -> list[str]:
    """Return the texts of all barcodes that the slips of `orders` show, each as BARCODE + text."""
    return [BARCODE + order.number for order in orders]


def document_title(orders: Sequence[Order], speech: Speech) -> str:
    """Return what a print job or a file of slips is called: by its order, or by its first one."""
    say = speech.translate
    if not orders:
        return say("Pick list")
    if len(orders) == 1:
        return say("Packing slip {number}").format(number=orders[0].number)
    words = say("Packing slips {number} and {count} more")
    return words.format(number=orders[0].number, count=len(orders) - 1)


def html(orders: Sequence[Order], store: StoreSettings, speech: Speech, *, before: str = "") -> str:
    """Return the slips of `orders` for a PDF or the system's printer, a page each.

    `before` is what stands on pages of its own in front of them, as `pick_lists.body` makes it.
    """
    title = clean(document_title(orders, speech))
    pages = "".join(
        _page(order, store, speech, is_first=at == 0 and not before)
        for at, order in enumerate(orders)
    )
    return f"<html><head><title>{title}</title></head><body>{before}{pages}</body></html>"


def _page(order: Order, store: StoreSettings, speech: Speech, *, is_first: bool) -> str:
    rows = "".join(map(_row, order.lines))
    say = speech.translate
    return (
        f"<table{'' if is_first else PAGE_BREAK} width='100%' cellspacing='0' cellpadding='0'>"
        f"{_head(order, store, speech)}</table>"
        f"{_window(order, store)}"
        "<table width='100%' cellspacing='0' cellpadding='6'>"
        f"<tr><td width='6%'></td><td width='8%' align='right'><b>{clean(say('Qty'))}</b></td>"
        f"<td width='86%'><b>{clean(say('Item'))}</b></td></tr>"
        f"<tr><td colspan='3'><hr/></td></tr>{rows}"
        f"<tr><td colspan='3'><hr/></td></tr></table>"
        f"{_foot(order, store, speech)}"
    )


def _head(order: Order, store: StoreSettings, speech: Speech) -> str:
    say = speech.translate
    number = escape(order.number)
    logo = f"{_logo(speech.logo.page)}<br/>" if speech.logo else ""
    placed = clean(say("Placed {moment}").format(moment=speech.moment(order.placed_at)))
    return (
        f"<tr><td rowspan='2' valign='top'>{logo}"
        f"<span style='font-size:15pt; font-weight:600'>{clean(store.name)}</span></td>"
        f"<td align='right'><img src='{BARCODE}{number}' width='230' height='46'/></td></tr>"
        f"<tr><td align='right'>"
        f"<b>{clean(say('Order {number}').format(number=order.number))}</b><br/>"
        f"{placed}</td></tr>"
    )


def _logo(png: bytes) -> str:
    """Write the logo, no higher than the barcode and what stands below it leave room for."""
    _, height = size_of(png)
    return picture(png, max(PAGE_DOTS_PER_MM, height / TALLEST_LOGO))


def _window(order: Order, store: StoreSettings) -> str:
    """Write the address where the window of an envelope is: 25 mm from the left, 63 from the top.

    That is the address field of DIN 5008 (form B) on A4, and of a number 10 window envelope on
    letter. The store's own address stands in small words above it, for shipments that come back.
    """
    to = order.destination
    town = town_line(city=to.city, state=to.state, postal_code=to.postal_code, country=to.country)
    country = to.country if to.country != store.country else ""
    lines = [clean(line) for line in (to.recipient, to.street, town, country) if line.strip()]
    back = [line for line in (store.name, store.street, _town(store)) if line and line != NOT_SET]
    return (
        "<table cellspacing='0' cellpadding='0' style='margin-top:85px; margin-left:38px;"
        " margin-bottom:70px'><tr><td>"
        f"<span style='font-size:7pt'>{clean(' · '.join(back))}</span><br/>"
        f"<span style='font-size:11pt'>{'<br/>'.join(lines)}</span>"
        "</td></tr></table>"
    )


def _town(store: StoreSettings) -> str:
    parts = (store.city, store.state, store.postal_code)
    city, state, code = ("" if part == NOT_SET else part for part in parts)
    return town_line(city=city, state=state, postal_code=code, country=store.country)


def _row(line: SoldLine) -> str:
    described = f"<br/><small>{clean(line.description)}</small>" if line.description else ""
    return (
        f"<tr><td align='center'>\N{WHITE SQUARE}</td>"
        f"<td align='right'><b>{line.quantity}</b></td>"
        f"<td>{clean(line.name)}{described}</td></tr>"
    )


def _foot(order: Order, store: StoreSettings, speech: Speech) -> str:
    say = speech.translate
    words = say("1 piece") if order.pieces == 1 else say("{count} pieces")
    parts = [words.format(count=order.pieces), say("Thank you for your order!")]
    if store.phone:
        parts.append(say("Questions? {phone}").format(phone=store.phone))
    return f"<p>{clean('  ·  '.join(parts))}</p>"
