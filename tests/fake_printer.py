"""A receipt printer on the network, in each of its moods.

It listens as soon as it is made, and keeps the bytes that it would have printed.
`python -m tests.fake_printer PORT [MOOD]` is one to try, which shows its receipts.
"""

import socket
import struct
import sys
import threading
import time
from contextlib import suppress
from enum import StrEnum

from tests.escpos_reader import read

ASK = b"\x10\x04"
FINE = {1: 0x12, 2: 0x12, 4: 0x12}


class Mood(StrEnum):
    WORKS = "works"
    MUTE = "mute"
    """Takes everything, and never says how it is."""
    STALLS = "stalls"
    """Says how it is, then reads no more."""
    NEVER_ACCEPTS = "never accepts"
    CLOSES_AT_ONCE = "closes at once"
    CLOSES_IN_THE_MIDDLE = "closes in the middle"
    NONSENSE = "nonsense"
    """A web server."""
    LONG_ANSWER = "long answer"
    """Its first byte could be a printer's."""
    PAPER_OUT = "paper out"
    PAPER_RUNS_OUT = "paper runs out"
    """While it prints."""
    COVER_OPEN = "cover open"
    OFFLINE = "offline"
    CHATTY = "chatty"
    """Works, and sends its status unasked as well."""


ANSWERS = {
    Mood.PAPER_OUT: FINE | {4: 0x72}, Mood.COVER_OPEN: FINE | {2: 0x16, 1: 0x1A},
    Mood.OFFLINE: FINE | {1: 0x1A},
}  # fmt: skip


class FakePrinter:
    def __init__(self, mood=Mood.WORKS, port=0):
        self.mood, self.printed, self.lines = mood, b"", []
        self.heard = threading.Event()
        """Somebody has sent something."""
        self.released = threading.Event()
        """Until it is set, whoever stalls goes on stalling."""
        self.access = socket.create_server(("127.0.0.1", port))
        self.access.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self.port = self.access.getsockname()[1]
        self._threads = []
        if mood is not Mood.NEVER_ACCEPTS:
            self._begin(self._serve)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.released.set()
        with suppress(OSError):
            self.access.shutdown(socket.SHUT_RDWR)
        self.access.close()
        for line in self.lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def receipts(self):
        """Return what was printed, a text for each cut."""
        return [read(one + b"\x1dV\0") for one in self.printed.split(b"\x1dV\0")[:-1]]

    def _begin(self, run, *args):
        thread = threading.Thread(target=run, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self):
        with suppress(OSError):
            while True:
                line, _ = self.access.accept()
                self.lines.append(line)
                self._begin(self._talk, line)

    def _talk(self, line):
        with line, suppress(OSError):
            if self.mood is Mood.CLOSES_AT_ONCE:
                return
            while heard := line.recv(512):
                self.heard.set()
                self._take(line, heard)

    def _take(self, line, heard):
        mood = self.mood
        if mood in {Mood.NONSENSE, Mood.LONG_ANSWER}:
            line.sendall(b"220 mail" if mood is Mood.LONG_ANSWER else b"HTTP/1.1 400 Bad Request")
            return
        if mood is Mood.MUTE:
            return
        while heard.startswith(ASK):
            self._answer(line, heard[2])
            heard = heard[3:]
        body, _, rest = heard.partition(ASK)
        self.printed += body
        if body and mood is Mood.CLOSES_IN_THE_MIDDLE:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            line.close()
            return
        if body and mood is Mood.STALLS:
            self.released.wait()
        if rest:
            self._take(line, ASK + rest)

    def _answer(self, line, question):
        answers = ANSWERS.get(self.mood, FINE)
        if self.mood is Mood.PAPER_RUNS_OUT and self.printed:
            answers = ANSWERS[Mood.PAPER_OUT]
        if self.mood is Mood.CHATTY:
            line.sendall(b"\x10\x00\x00\x00")
        line.sendall(bytes([answers[question]]))


if __name__ == "__main__":
    printer = FakePrinter(Mood(sys.argv[2]) if len(sys.argv) > 2 else Mood.WORKS, int(sys.argv[1]))
    shown = 0
    while True:
        time.sleep(0.5)
        for receipt in printer.receipts()[shown:]:
            shown += 1
            print("\n".join(receipt.lines), receipt.barcodes, receipt.pulses, flush=True)
