"""Know what a receipt printer is: how it is reached, its roll, its letters, its drawer."""

import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from storedesk.domain.refusals.errors import Refused


class Link(StrEnum):
    """How this computer reaches a receipt printer."""

    SYSTEM = "system"
    """Through a printer of the system, which draws the receipt."""
    NETWORK = "network"
    USB = "usb"
    SERIAL = "serial"


NETWORK_PORT = 9100
SPEEDS = (9600, 19200, 38400, 57600, 115200)
"""Bits a second of a serial line."""
COLUMNS = {58: (32,), 80: (48, 42)}
"""Characters a line by the width of the roll in millimeters; the first is usual."""
DOTS = {58: 384, 80: 576}
"""Dots a line by the width of the roll."""
MODELS = ("default", "simple", "ZJ-5870", "POS-5890", "TM-T20II", "TM-T88V", "CT-S651", "TSP600")
"""Profiles of python-escpos: which code pages a printer has, and whether it cuts."""
DRAWERS = (0, 2, 5)
"""Pins of the socket that opens the drawer; 0 for no drawer."""
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.:_-]{0,251}[A-Za-z0-9])?")
_USB = re.compile(r"[0-9a-f]{4}:[0-9a-f]{4}")
_SERIAL = re.compile(r"COM[0-9]{1,3}|/dev/(pts/)?[A-Za-z0-9._-]{1,200}")
_ADDRESSES = {Link.NETWORK: _HOST, Link.USB: _USB, Link.SERIAL: _SERIAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPrinter:
    """A receipt printer of this computer."""

    link: Link = Link.SYSTEM
    address: str = ""
    """Of the network a host; of USB vendor and product, 04b8:0e15; else the serial port."""
    port: int = NETWORK_PORT
    speed: int = SPEEDS[0]
    roll: int = 80
    columns: int = 48
    model: str = MODELS[0]
    drawer: int = 0
    is_asked: bool = True
    """Whether it is asked for paper and cover: a printer that never answers is not."""

    @property
    def is_driven(self) -> bool:
        """Whether StoreDesk itself writes to it."""
        return self.link is not Link.SYSTEM

    @property
    def place(self) -> str:
        """Where it is, as sentences say it."""
        if self.link is not Link.NETWORK:
            return self.address
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"{host}:{self.port}"

    def as_table(self) -> dict[str, Any]:
        """Return it as what `of_table` reads, in another process too."""
        return asdict(self)

    def as_text(self) -> str:
        """Return it as text for the profile."""
        return json.dumps(self.as_table())


SYSTEM = ReceiptPrinter()
"""The system's, on the usual roll."""


def checked(printer: ReceiptPrinter) -> ReceiptPrinter:
    """Return a printer that can be reached by what was chosen.

    Refused: printer_host, printer_port, printer_device, printer_unknown.
    """
    if (shape := _ADDRESSES.get(printer.link)) and not shape.fullmatch(printer.address):
        raise Refused("printer_host" if printer.link is Link.NETWORK else "printer_device")
    if not 0 < printer.port < 2**16:
        raise Refused("printer_port")
    is_known = (
        printer.speed in SPEEDS
        and printer.columns in COLUMNS.get(printer.roll, ())
        and printer.model in MODELS
        and printer.drawer in DRAWERS
    )
    if not is_known:
        raise Refused("printer_unknown")
    return printer


def of_text(text: str) -> ReceiptPrinter:
    """Return the printer that was kept; the system's where the text cannot be understood."""
    with suppress(ValueError, TypeError, Refused):
        return of_table(json.loads(text))
    return SYSTEM


def of_table(table: dict[str, Any]) -> ReceiptPrinter:
    """Return the printer of a table. TypeError, ValueError, Refused: it is none."""
    usual = SYSTEM.as_table()
    if not isinstance(table, dict) or set(table) != set(usual):
        raise ValueError(table)
    if any(type(table[name]) is not type(value) for name, value in usual.items() if name != "link"):
        raise TypeError(table)
    return checked(ReceiptPrinter(**{**table, "link": Link(table["link"])}))
