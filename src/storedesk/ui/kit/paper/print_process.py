"""Run the process that prints: it reads documents and answers when each is done."""

import json
import sys
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo

from storedesk.domain.refusals.errors import Unavailable
from storedesk.ui.kit.looks.theme import load_fonts
from storedesk.ui.kit.paper.print_service import PrintJob
from storedesk.ui.kit.paper.printing import print_pages


def run() -> int:
    """Print until the window that asked is gone."""
    application = QGuiApplication(["storedesk"])
    load_fonts()
    _tell(ready=True)
    for line in sys.stdin:
        job = json.loads(line)
        _tell(**(_printers() if job.get("lists") else _printed(job)))
    del application
    return 0


def _printers() -> dict[str, Any]:
    """Name the printers that the system knows."""
    return {"printers": QPrinterInfo.availablePrinterNames()}


def _printed(job: PrintJob) -> dict[str, Any]:
    """Print one document, telling of each page."""
    pages = 0
    try:
        for pages in print_pages(job):
            _tell(page=pages)
    except Unavailable as refusal:
        return {"code": refusal.code, "parameters": refusal.parameters}
    return {"pages": pages}


def _tell(**answer: Any) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
