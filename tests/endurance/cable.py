"""The line between a till and its server: it counts round trips, and can be cut at any of them."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

RESET = struct.pack("ii", 1, 0)
"""SO_LINGER for nought seconds: closing sends a reset, as a crash or a pulled router does."""
READY = b"Z\x00\x00\x00\x05"
"""With one letter more, how somebody is let in, and how each answer ends from then on."""
ANSWERED = b"QSF"
"""Kinds of messages that are answered with READY: Query, Sync, FunctionCall."""
SILENT = b"HX"
"""Kinds that begin no round trip: Flush, which libpq may send after the Sync, and Terminate."""
HEAD = 5
"""Bytes that each message begins with, once a client is let in: its kind, then its length."""
UNASKED = b"pg_notification_queue_usage"
"""In what a window asks every few seconds, whatever is clicked."""


@dataclass
class Trap:
    """Springs when a client sends `words`: what happens then is one of the ways below."""

    words: bytes
    way: str
    """`hold request`, `hold answer`, `lose request` or `lose answer`."""
    times: int = 1
    sprung: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    free: threading.Event = field(default_factory=threading.Event)

    def wait(self, seconds: float = 20) -> None:
        """Wait until it has sprung once more."""
        assert self.sprung.acquire(timeout=seconds), f"nobody sent {self.words!r}"


class Cable:
    """Listens on a port of its own and hands everything on to the server's socket."""

    def __init__(self, server: Callable[[], str]) -> None:
        """`server` tells where the server listens now: the path of its socket."""
        self._server = server
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._trap: Trap | None = None
        self._lock = threading.Lock()
        self.trips: list[float] = []
        """When each round trip began, by time.monotonic, of all lines together, but for UNASKED."""
        threading.Thread(target=self._listen, daemon=True).start()

    def trap(self, words: str, way: str, times: int = 1) -> Trap:
        """Lie in wait for `words`; only one trap is set at a time."""
        self._trap = Trap(words.encode(), way, times)
        return self._trap

    def close(self) -> None:
        """Take no further connection, and hold nothing back any more."""
        if self._trap:
            self._trap.free.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)  # or accept would wait for ever
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):  # closed
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._join, args=(client,), daemon=True).start()

    def _join(self, client: socket.socket) -> None:
        server = socket.socket(socket.AF_UNIX)
        try:
            server.connect(self._server())
        except OSError:
            server.close()
            client.close()
            return
        line = Line(client, server, self)
        threading.Thread(target=line.carry_requests, daemon=True).start()
        line.carry_answers()

    def caught(self, data: bytes) -> Trap | None:
        """Return the trap that `data` springs."""
        with self._lock:
            trap = self._trap
            if trap is None or trap.words not in data or trap.times < 1:
                return None
            trap.times -= 1
            return trap


class Line:
    """One connection."""

    def __init__(self, client: socket.socket, server: socket.socket, cable: Cable) -> None:
        self.client, self.server, self.cable = client, server, cable
        self.caught: Trap | None = None
        self._is_in, self._is_asking, self._owed = False, False, 0
        self._asked, self._said, self._lock = Messages(), Messages(), threading.Lock()

    def carry_requests(self) -> None:
        """Hand on what the client sends."""
        with suppress(OSError):
            while data := self.client.recv(65536):
                self.caught = self.cable.caught(data)
                if self.caught and self.caught.way.endswith("request"):
                    self._spring()
                self.count(data)
                self.server.sendall(data)
        self._end()

    def carry_answers(self) -> None:
        """Hand on what the server says."""
        with suppress(OSError):
            while data := self.server.recv(65536):
                self.hear(data)
                if self.caught and self.caught.way.endswith("answer"):
                    self._spring()
                self.client.sendall(data)
        self._end()

    def hear(self, data: bytes) -> None:
        """Notice that the client is answered: as often as it asked for an end of the answer."""
        with self._lock:
            if not self._is_in:
                self._is_asking = False
                self._is_in = self._said.end(data).startswith(READY)
                return
            ends = sum(message[:1] == READY[:1] for message in self._said.whole(data))
            self._owed -= ends
            if ends and not self._owed:
                self._is_asking = False

    def count(self, data: bytes) -> None:
        """Note a round trip, if `data` has the first question since the client was answered."""
        with self._lock:
            for message in self._asked.whole(data) if self._is_in else [data]:
                if self._is_in and message[0] in SILENT:
                    continue
                if not self._is_asking and UNASKED not in message:
                    self.cable.trips.append(time.monotonic())
                self._is_asking = True
                self._owed += self._is_in and message[0] in ANSWERED

    def _spring(self) -> None:
        trap, self.caught = self.caught, None
        trap.sprung.release()
        if trap.way.startswith("hold"):
            trap.free.wait()
        if trap.way.startswith("lose"):  # or is to be lost by now
            self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            self._end()
            raise OSError("cut")

    def _end(self) -> None:
        for end in (self.client, self.server):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


class Messages:
    """What goes one way, put together from the pieces in which it came."""

    def __init__(self) -> None:
        self._left = b""

    def end(self, data: bytes) -> bytes:
        """Return the last bytes so far, as many as READY has with its letter."""
        self._left = (self._left + data)[-len(READY) - 1 :]
        end = self._left
        if end.startswith(READY):
            self._left = b""
        return end

    def whole(self, data: bytes) -> Iterator[bytes]:
        """Yield the messages that are whole by now."""
        self._left += data
        while len(self._left) >= HEAD and len(self._left) >= (end := self._length()):
            message, self._left = self._left[:end], self._left[end:]
            yield message

    def _length(self) -> int:
        return 1 + int.from_bytes(self._left[1:HEAD])
