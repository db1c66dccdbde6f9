"""Play short WAV files by what the system has, one at a time, on a thread with a time limit."""

import logging
import shutil
import struct
import subprocess
import sys
import threading
import wave
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, TypeAlias

from storedesk.adapters.links import environment

log = logging.getLogger(__name__)

LONGEST = 2.0
"""Seconds after which a player is killed: our sounds last 0.6."""
FULL = 100
"""Percent."""
_LINUX = (("pw-play",), ("paplay",), ("aplay", "-q"))
_MAC = (("afplay",),)


class Playing(Protocol):
    """A sound that is being played; a process is one."""

    def wait(self, timeout: float) -> int:
        """Return 0 when it has been played; subprocess.TimeoutExpired: it still is."""

    def kill(self) -> None:
        """Be silent."""


Start: TypeAlias = Callable[[Path], Playing]
"""Plays a file; OSError or RuntimeError: cannot."""


class WindowsPlaying:
    """What Windows plays by a function, by itself."""

    def __init__(self, file: Path) -> None:
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415 - is only there

            how = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            winsound.PlaySound(str(file), how)

    def wait(self, timeout: float) -> int:
        """Return at once: the next sound ends this one."""
        del timeout
        return 0

    def kill(self) -> None:
        """Be silent."""
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415 - as above

            winsound.PlaySound(None, 0)


def by_program(command: Sequence[str]) -> Start:
    """Return what plays a file by the program `command`, whose last argument is the file."""

    def start(file: Path) -> Playing:
        return subprocess.Popen(  # noqa: S603 - a player that was found, and a file of ours
            [*command, str(file)],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    return start


def system_players(find: Callable[[str], str | None] = shutil.which) -> list[Start]:
    """Return what plays sounds on this system, the best first; `find` tells where a program is."""
    if sys.platform == "win32":
        return [WindowsPlaying]
    known: Sequence[tuple[str, ...]] = _MAC if sys.platform == "darwin" else _LINUX
    places = ((find(name), options) for name, *options in known)
    return [by_program((place, *options)) for place, options in places if place]


def scaled(content: Path, to: Path, percent: int) -> None:
    """Write the WAV file `content` (16 bits, one channel) again, its samples scaled."""
    with wave.open(str(content), "rb") as file:
        form, count = file.getparams(), file.getnframes()
        samples = struct.unpack(f"<{count}h", file.readframes(count))
    quieter = [one * percent // FULL for one in samples]
    with wave.open(str(to), "wb") as file:
        file.setparams(form)
        file.writeframes(struct.pack(f"<{count}h", *quieter))


class SoundPlayer:
    """Plays the newest sound that was asked for; what is older is cut off.

    A player that fails or hangs is not asked again, and the next one plays: one that is installed
    may have no sound server. `told` is called, on the thread that plays, when none is left.
    """

    def __init__(
        self,
        players: Sequence[Start],
        told: Callable[[], object] = lambda: None,
        *,
        longest: float = LONGEST,
    ) -> None:
        self._all, self._players, self._told, self._longest = players, [*players], told, longest
        self._turn = threading.Condition()
        self._next: tuple[Path, int] | None = None
        self._playing: Playing | None = None
        self._thread: threading.Thread | None = None
        self._is_closed = False
        self._folder: TemporaryDirectory[str] | None = None

    @property
    def is_silent(self) -> bool:
        """Whether nothing on this computer plays, as far as was tried."""
        return not self._players

    def play(self, file: Path, volume: int) -> None:
        """Play a WAV file at `volume` percent, soon and whole, unless another is asked for."""
        with self._turn:
            if self._is_closed or not self._players:
                return
            self._next = (file, volume)
            self._cut_off()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="sounds", daemon=True)
                self._thread.start()
            self._turn.notify()

    def try_again(self) -> None:
        """Ask all players again: somebody may have plugged one in."""
        with self._turn:
            self._players = [*self._all]

    def close(self) -> None:
        """Be silent, for good."""
        with self._turn:
            self._is_closed = True
            self._cut_off()
            self._turn.notify()
        if self._thread:
            self._thread.join(self._longest)
        if self._folder:
            self._folder.cleanup()

    def _cut_off(self) -> None:
        if self._playing:
            self._playing.kill()

    def _work(self) -> None:
        while True:
            with self._turn:
                self._turn.wait_for(lambda: self._next is not None or self._is_closed)
                if self._is_closed or self._next is None:
                    return
                (file, volume), self._next = self._next, None
            try:
                self._play_by_any(self._at(file, volume))
            except (OSError, EOFError, struct.error, wave.Error) as error:
                log.warning("the sound %s cannot be read or scaled: %s", file, error)

    def _play_by_any(self, file: Path) -> None:
        for start in [*self._players]:
            if self._has_played(start, file):
                return
            log.warning("a player of sounds failed or hung: %s", file.name)
            with self._turn:
                self._players.remove(start)
        self._told()

    def _has_played(self, start: Start, file: Path) -> bool:
        """Return whether it was played, or cut off by what is newer."""
        try:
            playing = start(file)
        except (OSError, RuntimeError):
            return False
        with self._turn:
            self._playing = playing
            if self._next or self._is_closed:
                self._cut_off()
        try:
            is_done = playing.wait(self._longest) == 0
        except subprocess.TimeoutExpired:
            is_done = False
            playing.kill()
            with suppress(subprocess.TimeoutExpired):
                playing.wait(self._longest)
        with self._turn:
            self._playing = None
            return is_done or self._next is not None or self._is_closed

    def _at(self, file: Path, volume: int) -> Path:
        """Return the file as loud as is wanted, made once."""
        if volume >= FULL:
            return file
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="storedesk-", ignore_cleanup_errors=True)
        quieter = Path(self._folder.name) / f"{file.stem}-{volume}.wav"
        if not quieter.exists():
            scaled(file, quieter, volume)
        return quieter
