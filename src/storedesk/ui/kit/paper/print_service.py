"""Use the system's printers in another process, as a print service may never answer.

The window hands over a document and waits without standing still. Who has not answered for SILENCE
seconds is ended, and the next document begins anew.
"""

import asyncio
import atexit
import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeAlias

from storedesk.domain.refusals.errors import Unavailable

PrintJob: TypeAlias = dict[str, Any]
"""What is printed: html, paper, margin, printer, title, pictures (PNG in base64 by name)."""

SILENCE = 10.0
"""Seconds without a page or an answer."""
START = 60.0
"""Seconds in which the process has to be there: a busy computer is no silent printer."""
COMMAND = "print-jobs"
"""The command of `storedesk` that reads jobs, a line of JSON each, and answers in lines of JSON."""
RECEIPT_COMMAND = "receipt-jobs"
"""The one that writes to receipt printers."""
LAST_WORDS = frozenset({"pages", "printers", "found"})
"""One of them is in the answer that ends a job."""


class PrintService:
    """Prints documents one after the other, in a process that is started for the first one."""

    def __init__(
        self, silence: float = SILENCE, *, command: str = COMMAND, silent: str = "printer_silent"
    ) -> None:
        """`silent` is what is refused where nothing was heard for `silence` seconds."""
        self._silence, self._command, self._silent = silence, command, silent
        self._process: subprocess.Popen[str] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="printing")

    async def print(self, job: PrintJob) -> int:
        """Print it; answer with its pages.

        Unavailable: no_printer, or what a receipt printer is lacking; printer_silent or
        printer_stalled, after which the process is ended.
        """
        return int((await self._answer(job))["pages"])

    async def printers(self) -> list[str]:
        """Return the names of the system's printers. Unavailable: printer_silent."""
        return list((await self._answer({"lists": True, "printer": ""}))["printers"])

    async def found(self, link: str) -> list[tuple[str, str]]:
        """List the receipt printers on USB, or the serial ports: an address and words for each."""
        answer = await self._answer({"finds": link, "printer": link})
        return [(address, words) for address, words in answer["found"]]

    def close(self) -> None:
        """End the process, if there is one."""
        if self._process:
            self._process.kill()
            self._forget()

    async def _answer(self, job: PrintJob) -> dict[str, Any]:
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._ask, job)

    def _ask(self, job: PrintJob) -> dict[str, Any]:
        process = self._running()
        quiet = _Watch(process, self._silence)
        try:
            print(json.dumps(job), file=process.stdin, flush=True)
            while line := _line(process):
                quiet.heard()
                answer: dict[str, Any] = json.loads(line)
                if not LAST_WORDS.isdisjoint(answer):
                    return answer
                if "code" in answer:
                    raise Unavailable(answer["code"], **answer["parameters"])
        except (BrokenPipeError, ValueError):  # it is gone, or ended in the middle of a word
            pass
        finally:
            quiet.stop()
        self._forget()
        raise Unavailable(self._silent, printer=job["printer"])

    def _running(self) -> "subprocess.Popen[str]":
        if self._process and self._process.poll() is not None:
            self._forget()
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 this very program
                _command(self._command),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            )
            starting = _Watch(self._process, START)
            _line(self._process)  # "ready"
            starting.stop()
        return self._process

    def _forget(self) -> None:
        if process := self._process:
            self._process = None
            process.kill()
            process.wait()
            for end in (process.stdin, process.stdout):
                with suppress(OSError):  # what was still to be sent goes nowhere
                    if end:
                        end.close()


class _Watch:
    """Ends a process from which nothing was heard for so long."""

    def __init__(self, process: "subprocess.Popen[str]", seconds: float) -> None:
        self._process, self._seconds = process, seconds
        self._timer = self._started()

    def heard(self) -> None:
        """Begin to wait anew."""
        self._timer.cancel()
        self._timer = self._started()

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.cancel()

    def _started(self) -> threading.Timer:
        timer = threading.Timer(self._seconds, self._process.kill)
        timer.daemon = True
        timer.start()
        return timer


def _line(process: "subprocess.Popen[str]") -> str:
    """Read what it says next; "" once it is gone."""
    return process.stdout.readline() if process.stdout else ""


def _command(named: str) -> list[str]:
    """Tell how this program is started: by its own name where it was made into one file."""
    if getattr(sys, "frozen", False):
        return [sys.executable, named]
    return [sys.executable, "-m", "storedesk", named]


SERVICE = PrintService()
"""The one of this program: a second process would ask the same printers."""
RECEIPT_SERVICE = PrintService(command=RECEIPT_COMMAND, silent="printer_stalled")
"""Another process: a long list on a slow printer keeps no receipt waiting."""
for one in (SERVICE, RECEIPT_SERVICE):
    atexit.register(one.close)
