"""Write receipts to their printer, in a process of its own that the window may end at any time.

A job is a line of JSON: {"rows", "device", "opens_drawer"}, {"kick", "device"} or
{"finds": "usb" or "serial"}. So is the answer: {"pages": 1}, {"found": [[address, words]]}, or
{"code", "parameters"}. Between them {"step": true} says that it goes on.
"""

import json
import sys
from collections.abc import Callable
from typing import Any, TypeAlias

from storedesk.adapters.receipt_printers.writing import send
from storedesk.documents.strip_rows import of_rows
from storedesk.domain.receipt_printers import Link, of_table
from storedesk.domain.refusals.errors import StoreError

Answer: TypeAlias = dict[str, Any]


def run() -> int:
    """Write what is asked for until the window that asked is gone."""
    from storedesk.documents import escpos  # noqa: F401, PLC0415 - its table takes half a second

    _tell(ready=True)
    for line in sys.stdin:
        _tell(**answered(json.loads(line), lambda: _tell(step=True)))
    return 0


def answered(job: dict[str, Any], step: Callable[[], object]) -> Answer:
    """Do one job, and return the answer; no failure of a printer is one of this process."""
    try:
        if "finds" in job:
            return {"found": _found(Link(job["finds"]))}
        _print(job, step)
    except StoreError as refusal:
        return {"code": refusal.code, "parameters": refusal.parameters}
    return {"pages": 1}


def _print(job: dict[str, Any], step: Callable[[], object]) -> None:
    from storedesk.documents.escpos import drawer_kick, escpos  # noqa: PLC0415 - see run

    printer = of_table(job["device"])
    if job.get("kick"):
        send(printer, drawer_kick(printer), step)
        return
    made = escpos(of_rows(job["rows"]), printer, opens_drawer=job["opens_drawer"])
    send(printer, made, step)


def _found(link: Link) -> list[tuple[str, str]]:
    if link is Link.USB:
        from storedesk.adapters.receipt_printers.usb_bus import usb_printers  # noqa: PLC0415

        return usb_printers()
    from storedesk.adapters.receipt_printers.serial_line import serial_ports  # noqa: PLC0415

    return serial_ports()


def _tell(**answer: Any) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
