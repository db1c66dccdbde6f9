"""Reach a receipt printer on the network, by the port that takes what is to be printed."""

import socket

from storedesk.domain.receipt_printers import ReceiptPrinter
from storedesk.domain.refusals.errors import Unavailable

CONNECT = 3.0
"""Seconds in which each address of a host answers."""


class NetworkChannel:
    """A TCP connection to a printer."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line

    def write(self, data: bytes, seconds: float) -> None:
        """Send all of it."""
        self._line.settimeout(seconds)
        self._line.sendall(data)

    def read(self, seconds: float) -> bytes:
        """Return what came. TimeoutError: nothing; ConnectionError: nothing will."""
        self._line.settimeout(seconds)
        if heard := self._line.recv(1024):
            return heard
        raise ConnectionResetError

    def close(self) -> None:
        """Hang up."""
        self._line.close()


def connect(printer: ReceiptPrinter) -> NetworkChannel:
    """Connect. Unavailable: printer_unnamed, printer_refused, printer_no_route."""
    try:
        line = socket.create_connection((printer.address, printer.port), CONNECT)
    except socket.gaierror as error:
        raise Unavailable("printer_unnamed", printer=printer.address) from error
    except ConnectionRefusedError as error:
        raise Unavailable("printer_refused", printer=printer.place) from error
    except OSError as error:
        raise Unavailable("printer_no_route", printer=printer.place) from error
    return NetworkChannel(line)
