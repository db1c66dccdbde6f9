"""Reach a receipt printer on a serial port, and list the ports of this computer."""

from typing import Any

import serial
from serial.tools import list_ports

from storedesk.domain.receipt_printers import ReceiptPrinter
from storedesk.domain.refusals.errors import Unavailable

_BARRED = (13, 16)
"""Access denied, and in use."""


class SerialChannel:
    """An open serial port."""

    def __init__(self, port: Any) -> None:
        self._port = port

    def write(self, data: bytes, seconds: float) -> None:
        """Send all of it."""
        self._port.write_timeout = seconds
        try:
            self._port.write(data)
            self._port.flush()
        except serial.SerialTimeoutException as error:
            raise TimeoutError from error

    def read(self, seconds: float) -> bytes:
        """Return what came; b"" where nothing did."""
        self._port.timeout = seconds
        return bytes(self._port.read(1))

    def close(self) -> None:
        """Close the port."""
        self._port.close()


def open_serial(printer: ReceiptPrinter) -> SerialChannel:
    """Open the port: eight bits, no parity. Unavailable: printer_absent, printer_barred."""
    try:
        port = serial.Serial(printer.address, printer.speed, exclusive=True)
    except (OSError, ValueError) as error:  # of pyserial as well
        is_barred = getattr(error, "errno", None) in _BARRED or "denied" in str(error)
        code = "printer_barred" if is_barred else "printer_absent"
        raise Unavailable(code, printer=printer.place) from error
    return SerialChannel(port)


def serial_ports() -> list[tuple[str, str]]:
    """List the serial ports: what each is called, and what is said of it."""
    return sorted((port.device, _words(port)) for port in list_ports.comports())


def _words(port: Any) -> str:
    """Return what a port says of itself; pyserial writes n/a where it says nothing."""
    return "" if port.description in {None, "n/a"} else str(port.description)
