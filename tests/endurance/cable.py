"""The line between a till and its server: it counts round trips, and can be cut at any of them."""

import socket
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

RESET = struct.pack("ii", 1, 0)
"""SO_LINGER for nought seconds: closing sends a reset, as a crash or a pulled router does."""
FAREWELL = b"X\x00\x00\x00\x04"
"""What a client says before it hangs up; nobody answers it."""

READY = b"Z\x00\x00\x00\x05"
"""With one letter more, how each answer ends once somebody is let in."""
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
        self.is_answered, self._is_in, self._end_of_answer = True, False, b""

    def carry_requests(self) -> None:
        """Hand on what the client sends."""
        with suppress(OSError):
            while data := self.client.recv(65536):
                self.caught = self.cable.caught(data)
                if self.caught and self.caught.way.endswith("request"):
                    self._spring()
                self._count(data)
                self.server.sendall(data)
        self._end()

    def carry_answers(self) -> None:
        """Hand on what the server says."""
        with suppress(OSError):
            while data := self.server.recv(65536):
                self._hear(data)
                if self.caught and self.caught.way.endswith("answer"):
                    self._spring()
                self.client.sendall(data)
        self._end()

    def _hear(self, data: bytes) -> None:
        """Notice that the client is answered: what is sent in one go is answered at its end."""
        self._end_of_answer = (self._end_of_answer + data)[-len(READY) - 1 :]
        is_ready = self._end_of_answer.startswith(READY)
        self._is_in |= is_ready
        self.is_answered |= is_ready or not self._is_in

    def _count(self, data: bytes) -> None:
        """Note a round trip, if this is the first that the client says since it was answered."""
        if self.is_answered and data != FAREWELL and UNASKED not in data:
            self.cable.trips.append(time.monotonic())
        self.is_answered = False

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
