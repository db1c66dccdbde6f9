"""A screen of its own for a proof: Xvfb, a window manager, and the buses that a desktop has."""

import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Self

NEEDED = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus-daemon",
    "dbus-send": "dbus-bin",
    "xprop": "x11-utils",
}
"""What every proof on a screen runs, and Debian's package of it."""
MANAGERS = {
    "openbox": ("openbox",),
    "xfwm4": ("xfwm4", "--compositor=off"),
    "matchbox-window-manager": ("matchbox-window-manager",),
}
"""The window managers that are tried, and how each is started."""
ACCESSIBILITY = "org.a11y.Bus"
PATIENCE = 30.0
TRIES = 5


def lacking(*managers: str) -> str:
    """Say what this computer lacks for a proof on a screen; "" if it has everything."""
    wanted = NEEDED | {name: name for name in managers}
    missing = [package for program, package in wanted.items() if not shutil.which(program)]
    if not _has_accessibility():
        missing.append("at-spi2-core")
    return f"not on this computer: {', '.join(missing)}" if missing else ""


def _has_accessibility() -> bool:
    """Tell whether a session's bus would find the accessibility bus here."""
    known = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    services = [Path(folder) / "dbus-1" / "services" for folder in known.split(":")]
    return any((folder / f"{ACCESSIBILITY}.service").is_file() for folder in services)


class Screen:
    """An X server with a session of its own on it; what runs there is started with its `env`."""

    def __init__(self, folder: Path, *, size: str = "1366x768", manager: str = "openbox") -> None:
        """Keep in `folder` what the session writes; without a `manager` windows stand bare."""
        self.folder, self.size, self.manager = folder, size, manager
        self.env: dict[str, str] = {}
        self._running: list[subprocess.Popen[str]] = []

    def __enter__(self) -> Self:
        """Start the X server, the buses and the window manager."""
        home = self.folder / "home"
        home.mkdir(parents=True, exist_ok=True)
        home.chmod(0o700)
        kept = ("PATH", "STOREDESK_TEST_SERVER", "LD_LIBRARY_PATH")
        self.env = {key: os.environ[key] for key in kept if key in os.environ}
        self.env |= {
            "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LANGUAGE": "en",
            "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "0",
        }  # fmt: skip
        try:
            self._start_server()
            self._start_session()
            if self.manager:
                self.run(*MANAGERS[self.manager])
                self._wait(self._is_managed, self.manager)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Stop what was started, the X server last."""
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running.clear()

    def run(self, *command: str, **how: object) -> subprocess.Popen[str]:
        """Start a program on this screen; it ends with it."""
        log = (self.folder / f"{Path(command[0]).name}.log").open("a", encoding="utf-8")
        streams = {"stdout": log, "stderr": log} | how
        with log:
            process = subprocess.Popen(command, env=self.env, text=True, **streams)
        self._running.append(process)
        return process

    def tell(self, *command: str) -> str:
        """Run a short program on this screen, and return what it says."""
        done = subprocess.run(
            command, env=self.env, text=True, capture_output=True, check=True, timeout=PATIENCE
        )
        return done.stdout

    def picture(self, file: Path) -> None:
        """Take a picture of the whole screen, where ImageMagick is there to take it."""
        if shutil.which("import"):
            file.parent.mkdir(parents=True, exist_ok=True)
            self.tell("import", "-window", "root", str(file))

    def _start_server(self) -> None:
        """Start an X server; where two have taken one number in the same moment, another."""
        for _ in range(TRIES):
            server = self._server()
            if self._answers():
                return
            server.kill()
        raise AssertionError("no X server answers")

    def _answers(self) -> bool:
        asked = ["xprop", "-root", "_NET_SUPPORTED"]
        done = subprocess.run(asked, env=self.env, capture_output=True, check=False)
        return not done.returncode

    def _server(self) -> subprocess.Popen[str]:
        theirs, ours = os.pipe()
        server = self.run(
            "Xvfb", "-displayfd", str(ours), "-screen", "0", f"{self.size}x24",
            "-nolisten", "tcp", pass_fds=[ours],
        )  # fmt: skip
        os.close(ours)
        with os.fdopen(theirs) as said:
            self.env["DISPLAY"] = f":{said.readline().strip()}"
        return server

    def _start_session(self) -> None:
        """Start the session's bus, and say on it that somebody reads the screen."""
        theirs, ours = os.pipe()
        self.run(
            "dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={ours}",
            pass_fds=[ours],
        )  # fmt: skip
        os.close(ours)
        with os.fdopen(theirs) as said:
            self.env["DBUS_SESSION_BUS_ADDRESS"] = said.readline().strip()
        self.tell(
            "dbus-send", "--session", "--print-reply", f"--dest={ACCESSIBILITY}", "/org/a11y/bus",
            "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status",
            "string:IsEnabled", "variant:boolean:true",
        )  # fmt: skip

    def _is_managed(self) -> bool:
        return "window id" in self.tell("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    @staticmethod
    def _wait(is_so, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < end, f"waited in vain for {what}"
            time.sleep(0.02)
