"""The real program on a screen, worked from outside as its staff work it: by keys and clicks.

What is meant is found by what a screen reader is told of it, never by a place that was written
down. Nothing waits for a time: each step waits for what it brings about.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.screen.bus import Bus, GoneError
from tests.screen.nodes import Box, Node, Role
from tests.screen.screen import Screen

PATIENCE = 60.0
"""Seconds to wait for what is due: far more than it takes, so that a busy computer may be slow."""
LOOKS = 0.02
"""Seconds between two looks at the window."""
HAND, SCANNER = 60, 4
"""Milliseconds between two letters, of a quick hand and of a scanner."""
CALM = 0.25
"""Seconds without a change after which nothing is under way."""
ENDING = 90.0


class Program:
    """The program of one profile: started, seen, worked, closed."""

    def __init__(self, screen: Screen, profile: Path, *, command: tuple[str, ...] = ()) -> None:
        """`command` starts something else than the program, on the same screen."""
        self.screen, self.profile = screen, profile
        self.bus = Bus(screen.env["DBUS_SESSION_BUS_ADDRESS"])
        self._command = command or (
            sys.executable, "-m", "storedesk", "--profile", str(profile),
        )  # fmt: skip
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> "Program":
        """Start it, and wait for its window."""
        self._process = self.screen.run(*self._command)
        self.until(self.bus.windows, "the window")
        return self

    def close(self) -> None:
        """End it as the end of a session does, and leave the bus."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(ENDING)
        self.bus.close()

    # ---------- seeing

    def see(self) -> Node:
        """Read the whole window; what stands in a window of its own, a menu, is in it as well."""
        windows = self.bus.windows()
        if not windows:
            assert self._process is None or self._process.poll() is None, "the program has ended"
            return Node(Role.WINDOW, "", "", frozenset(), Box(0, 0, 0, 0), "")
        top = windows[0]
        top.children += windows[1:]
        assert not top.first(lambda node: node.kind == "CrashDialog"), top.drawn()
        return top

    def until(self, is_so: Callable[[], object], what: str, patience: float = PATIENCE):
        """Look until it is so, and return what came of it."""
        end = time.monotonic() + patience
        while True:
            try:
                if seen := is_so():
                    return seen
            except GoneError:
                pass
            if time.monotonic() > end:
                self.screen.picture(self.screen.folder / "stuck.png")
                raise AssertionError(f"waited in vain for {what} in\n{self.see().drawn()}")
            time.sleep(LOOKS)

    def settle(self) -> None:
        """Wait until nothing in the window changes any more."""
        was, now = "", self.see().drawn()
        while now != was:
            time.sleep(CALM)
            was, now = now, self.see().drawn()

    def find(
        self, name: str, role: Role | None = None, *, kind: str = "", inside: str = ""
    ) -> Node:
        """Wait for a widget with a name, a role, a class, inside of another class."""

        def look() -> Node | None:
            return self.look(name, role, kind=kind, inside=inside)

        return self.until(look, f"{role.name if role else ''} “{name}” {kind} {inside}")

    def look(
        self, name: str = "", role: Role | None = None, *, kind: str = "", inside: str = ""
    ) -> Node | None:
        """Return a widget that is there and can be worked, or None."""

        def is_meant(node: Node) -> bool:
            return (
                (not name or node.name == name)
                and (role is None or node.role is role)
                and (not kind or node.kind == kind)
                and (not inside or inside in node.path.split("."))
                and "enabled" in node.states
            )

        return self.see().first(is_meant)

    def focused(self) -> Node | None:
        """Return the innermost widget that has the keyboard; of a list, the list."""
        found = [
            node for node in self.see().walk()
            if "focused" in node.states and node.role not in {Role.TABLE_CELL, Role.LIST_ITEM}
        ]  # fmt: skip
        return found[-1] if found else None

    # ---------- doing

    def click(self, node: Node) -> None:
        """Click a widget in its middle."""
        x, y = node.box.middle
        self.screen.tell("xdotool", "mousemove", str(x), str(y), "click", "1")

    def press(self, *keys: str) -> None:
        """Press keys or chords, in xdotool's names: "Return", "ctrl+k"."""
        self.screen.tell("xdotool", "key", "--delay", "0", *keys)

    def write(self, text: str) -> None:
        """Type by hand."""
        self.screen.tell("xdotool", "type", "--delay", str(HAND), text)

    def scan(self, code: str) -> None:
        """Type as a scanner does: all at once, then Enter."""
        typed = ("type", "--delay", str(SCANNER), "--args", "1", code)  # its \\n is no Enter
        self.screen.tell("xdotool", *typed, "key", "--delay", "0", "Return")

    def picture(self, name: str) -> None:
        """Take a picture where pictures are wanted."""
        if folder := os.environ.get("SCREEN_PICTURES"):
            self.screen.picture(Path(folder) / f"{name}.png")
