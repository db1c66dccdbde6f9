"""A window in a process of its own, as a test works with it."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from storedesk.settings import Profile, ServerAddress, StoreKind
from tests.conftest import PASSWORD

PROGRAM = Path(__file__).with_name("window.py")
PATIENCE = 20.0
Seen = dict[str, Any]


class Window:
    """The program on a profile of its own: started, worked, killed, started again."""

    program = PROGRAM

    def __init__(
        self,
        folder: Path,
        platform: str = "offscreen",
        patience: str = "",
        *,
        is_busy: bool = False,
    ) -> None:
        """`patience` is how many seconds the last work may take here, where machines are busy.

        `is_busy`: the thread of the store has other work, so that nothing is heard of it.
        """
        self.folder, self.platform, self.patience = folder, platform, patience
        self.is_busy = is_busy
        self._process: subprocess.Popen[str] | None = None
        self._errors: IO[str] | None = None

    @classmethod
    def shared(cls, folder, *, port, database, login, register) -> "Window":
        """Make a profile that has joined the store behind a cable."""
        Profile(folder).change(
            store=StoreKind.SHARED,
            address=ServerAddress(host="127.0.0.1", port=port, database=database),
            login=login,
            register=register,
        )
        return cls(folder)

    def start(self, password: str = PASSWORD) -> "Window":
        """Open it and sign in; the page has come up and has asked for all that it shows."""
        return self.open().enter(password)

    def open(self) -> "Window":
        """Open it, and do nothing yet."""
        there = os.environ | {
            "QT_QPA_PLATFORM": self.platform,
            "TEST_PATIENCE": self.patience,
            "TEST_BUSY": "1" if self.is_busy else "",
            "PYTHONPATH": str(PROGRAM.parents[2]),
        }
        there.pop("STOREDESK_TEST_SERVER", None)
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - see `_gone`
        self._process = subprocess.Popen(
            [sys.executable, str(self.program), str(self.folder)], env=there, text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
        )  # fmt: skip
        return self

    def enter(self, password: str = PASSWORD, login: str = "") -> "Window":
        """Sign in."""
        self.ask("sign_in", password=password, login=login)
        self.until(lambda seen: seen["page"] == "Frame" and not seen.get("sent"), "the store")
        return self

    def ask(self, action: str, **how: object) -> Any:
        """Have it do something, and return what came of it."""
        self.send(action, **how)
        return self.answer()

    def send(self, action: str, **how: object) -> None:
        """Have it do something, and do not wait."""
        try:
            self._process.stdin.write(json.dumps({"do": action, **how}) + "\n")
        except BrokenPipeError:
            raise AssertionError(self._last_words()) from None

    def answer(self) -> Any:
        """Return what came of what it was sent to do."""
        line = self._process.stdout.readline()
        assert line, self._last_words()
        return json.loads(line)

    def see(self) -> Seen:
        """Look at the window. A bug that was reported ends the test."""
        seen = self.ask("see")
        assert not seen["crashes"], seen["crashes"][0]
        return seen

    def until(self, is_so: Callable[[Seen], object], what: str, patience: float = PATIENCE) -> Seen:
        """Look until it is so, and return what was seen then."""
        end = time.monotonic() + patience
        while not is_so(seen := self.see()):
            assert time.monotonic() < end, f"waited in vain for {what}: {seen}"
            time.sleep(0.02)
        return seen

    def scan(self, *codes: str) -> None:
        """Scan, without waiting for what comes of it."""
        for code in codes:
            self.ask("scan", code=code)

    def press(self, *keys: str) -> None:
        """Press keys after having looked for a moment."""
        self.ask("pause")
        self.ask("press", keys=keys)

    def write(self, text: str) -> None:
        """Type by hand."""
        self.ask("write", text=text)

    def lies(self, *lines: tuple[str, int]) -> Seen:
        """Wait until exactly these lines lie on the counter."""
        wanted = [list(line) for line in lines]
        return self.until(lambda seen: seen["lines"] == wanted and not seen["sent"], str(lines))

    def panel(self, name: str, patience: float = PATIENCE) -> Seen:
        """Wait for a panel."""
        return self.until(lambda seen: seen["panel"] == name, f"the {name}", patience)

    def quote(self) -> Seen:
        """Press Enter on the empty field, and wait for the pay panel."""
        self.press("Return")
        return self.panel("PayPanel")

    def sold(self, patience: float = PATIENCE) -> str:
        """Wait for the end of a sale, and return its number."""
        is_over = lambda seen: seen["done"] and not seen["panel"] and not seen["sent"]  # noqa: E731
        return self.until(is_over, "the end of the sale", patience)["done"]

    def pay(self) -> str:
        """Pay the exact sum in the pay panel, and return the order's number."""
        self.press("Return")
        return self.sold()

    def open_shift(self) -> None:
        """Open the shift, if it is not."""
        if not self.until(lambda seen: not seen["sent"], "the till")["shift"]:
            self.press("F7")
            self.panel("OpenShiftPanel")
            self.ask("pause")
            self.write("100")
            self.press("Return")
            self.until(lambda seen: seen["shift"] and not seen["panel"], "an open shift")

    def kill(self) -> None:
        """Pull the plug: kill -9."""
        self._process.kill()
        self._gone()

    def close(self) -> int:
        """Close the window as a person does, and return the program's exit code."""
        if self._process is None or self._process.stdout.closed:
            return 0
        if self._process.poll() is None:
            self.send("close")
        return self._gone()

    def _last_words(self) -> str:
        """Tell how the program ended, with the stack of each thread if it crashed."""
        code = self._process.wait(10)
        stacks = Profile(self.folder).log.with_suffix(".fault")
        parts = [self._said(), stacks.read_text("utf-8", "replace") if stacks.exists() else ""]
        return "\n".join([f"the program ended with {code}", *filter(None, parts)])

    def _said(self) -> str:
        self._errors.seek(0)
        return self._errors.read()

    def _gone(self) -> int:
        code = self._process.wait(60)
        with suppress(BrokenPipeError):  # of one that crashed
            self._process.stdin.close()
        self._process.stdout.close()
        sys.stderr.write(self._said())
        self._errors.close()
        return code
