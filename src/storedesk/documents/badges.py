"""Write a badge as it is printed: a card with the store, a name and a barcode."""

from storedesk.documents.strip import clean

BARCODE = "barcode:badge"
"""The name of its picture: the code itself is in no name, no title and no file."""


def html(name: str, store: str, title: str) -> str:
    """Return a card as wide as a bank card, to be cut out; `title` says what it is."""
    return (
        "<table border='1' cellspacing='0' cellpadding='10' width='325'><tr><td>"
        f"<p style='font-size:9pt'>{clean(store)} · {clean(title)}</p>"
        f"<p style='font-size:15pt'><b>{clean(name)}</b></p>"
        f"<p><img src='{BARCODE}' width='300' height='70'/></p>"
        "</td></tr></table>"
    )
