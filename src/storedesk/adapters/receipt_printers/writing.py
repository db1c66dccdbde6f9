"""Send a receipt to a printer, and learn whether it can have printed it.

Each step has a limit, and whoever waits is told of each: what hangs nevertheless, as a driver
may, is for that process to end.
"""

import time
from collections.abc import Callable
from typing import Protocol

from storedesk.adapters.receipt_printers import status
from storedesk.domain.receipt_printers import Link, ReceiptPrinter
from storedesk.domain.refusals.errors import Unavailable

ANSWER = 3.0
"""Seconds in which a printer says how it is."""
WRITE = 6.0
"""Seconds in which it takes the next piece."""
PIECE = 4096


class Channel(Protocol):
    """An open line to a printer. TimeoutError, OSError: it does not answer, it is gone."""

    def write(self, data: bytes, seconds: float) -> None:
        """Send all of it."""

    def read(self, seconds: float) -> bytes:
        """Return what came, b"" where nothing did. ConnectionError: nothing will come."""

    def close(self) -> None:
        """End it."""


def send(printer: ReceiptPrinter, data: bytes, tell: Callable[[], object] = lambda: None) -> None:
    """Send `data`; `tell` is called after each step.

    Unavailable: printer_unnamed, printer_no_route, printer_refused, printer_absent,
    printer_barred; printer_stalled, printer_closed, printer_nonsense; printer_paper_out,
    printer_cover_open, printer_offline.
    """
    channel = opened(printer)
    tell()
    try:
        if printer.is_asked:
            ask(channel)
            tell()
        for at in range(0, len(data), PIECE):
            channel.write(data[at : at + PIECE], WRITE)
            tell()
        if printer.is_asked:
            ask(channel)  # it ran out of paper, or was switched off, in the middle
    except ValueError as error:
        raise Unavailable("printer_nonsense", printer=printer.place) from error
    except TimeoutError as error:
        raise Unavailable("printer_stalled", printer=printer.place) from error
    except OSError as error:
        raise Unavailable("printer_closed", printer=printer.place) from error
    finally:
        channel.close()


def ask(channel: Channel) -> None:
    """Ask how it is. Unavailable: see status.check; ValueError, TimeoutError, OSError."""
    for question in status.QUESTIONS:
        channel.write(status.ASK + bytes([question]), ANSWER)
        heard, until = b"", time.monotonic() + ANSWER
        while (answer := status.answer_in(heard)) is None:
            left = until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            heard += channel.read(left)
        status.check(question, answer)


def opened(printer: ReceiptPrinter) -> Channel:
    """Open the line to a printer. Unavailable: see send."""
    match printer.link:
        case Link.NETWORK:
            from storedesk.adapters.receipt_printers.network import connect  # noqa: PLC0415

            return connect(printer)
        case Link.USB:
            from storedesk.adapters.receipt_printers.usb_bus import open_usb  # noqa: PLC0415

            return open_usb(printer)
        case Link.SERIAL:
            from storedesk.adapters.receipt_printers.serial_line import (  # noqa: PLC0415
                open_serial,
            )

            return open_serial(printer)
        case Link.SYSTEM:
            raise ValueError(printer)
