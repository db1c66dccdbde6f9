"""Read what a receipt printer says of itself: ESC/POS, DLE EOT n."""

from storedesk.domain.refusals.errors import Unavailable

ASK = b"\x10\x04"
PRINTER, OFFLINE, PAPER = 1, 2, 4
"""Whether it is online; why it is not; how much paper it has."""
QUESTIONS = (PAPER, OFFLINE, PRINTER)
"""What says most comes first."""
FLOW = b"\x11\x13"
"""What a printer may send besides: go on, and wait."""
_FIXED, _ANSWER, _AUTOMATIC = 0x93, 0x12, 0x10
_BLOCK = 4
"""Bytes of a status that a printer sends unasked."""


def answer_in(heard: bytes) -> int | None:
    """Return the one byte that answers a question; None where nothing was said yet.

    ValueError: these are no answers of a receipt printer.
    """
    rest = heard
    while rest:
        if rest[:1] in {FLOW[:1], FLOW[1:]}:
            rest = rest[1:]
        elif rest[0] & _FIXED == _AUTOMATIC:
            rest = rest[_BLOCK:]
        elif len(rest) == 1 and rest[0] & _FIXED == _ANSWER:
            return rest[0]
        else:
            raise ValueError(heard)
    return None


def check(question: int, answer: int) -> None:
    """Look at an answer. Unavailable: printer_paper_out, printer_cover_open, printer_offline."""
    bad = {
        PAPER: ((0x60, "printer_paper_out"),),
        OFFLINE: (
            (0x04, "printer_cover_open"), (0x20, "printer_paper_out"), (0x40, "printer_offline"),
        ),
        PRINTER: ((0x08, "printer_offline"),),
    }  # fmt: skip
    for bits, code in bad[question]:
        if answer & bits:
            raise Unavailable(code)
