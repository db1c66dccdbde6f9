"""Make, start, find and stop a PostgreSQL cluster in a folder."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from storedesk.adapters.embedded import postmaster, server_rules
from storedesk.adapters.embedded.account import Account, socket_folder
from storedesk.adapters.embedded.binaries import Binaries
from storedesk.adapters.embedded.log import ServerLog
from storedesk.adapters.embedded.postmaster import PidFile, Standing
from storedesk.domain.refusals.errors import StoreError, Unavailable

RETRIED = 10.0
"""Seconds: after a kill, the old server's processes need one or two to die."""
RECOVERY = 120.0
"""Seconds that replaying the write-ahead log after a crash may take."""
STOPPING = 30.0
LOOK = 0.01

SHARES = 16
LEAST_MEMORY, MOST_MEMORY = 256 * 2**20, 2 * 2**30
"""Bytes that one session may have of its own: more than any statement of ours needs."""

BALLAST = 64 * 2**20
SPARE = 2**30
"""Bytes: no space is reserved if less than this would be left."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """The data in `place`, the programs that serve it, and the account which runs them."""

    place: Path
    account: Account
    binaries: Binaries
    settings: Mapping[str, str]
    key: str

    @property
    def data(self) -> Path:
        """The folder that PostgreSQL knows as its data directory."""
        return self.place / "data"

    @property
    def log(self) -> ServerLog:
        """The log of the server."""
        return ServerLog(self.place / "server.log")

    @property
    def _ballast(self) -> Path:
        return self.place / "ballast"

    def make(self, password: str | None) -> None:
        """Run initdb in a neighboring folder, so that half a cluster is never used."""
        new = self.place / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        words = ["--pgdata", str(new), "--username", server_rules.SUPERUSER, "--data-checksums"]
        words += ["--encoding", "UTF8", "--auth-host", "scram-sha-256"]
        words += server_rules.locale(self.binaries.major)
        if self.settings.get("fsync") == "off":
            words.append("--no-sync")
        file = self.place / "password"
        if password is None:
            words += ["--auth-local", "peer"]
        else:
            file.write_text(password, encoding="ascii")
            words += ["--auth-local", "scram-sha-256", "--pwfile", str(file)]
        made = subprocess.run(  # noqa: S603 - a program of our own, which was looked up
            [self.binaries.program("initdb"), *words],
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            **self.account.manners(),
        )
        file.unlink(missing_ok=True)
        if made.returncode:
            raise self.log.refusal(made.stderr)
        new.rename(self.data)

    def living(self) -> PidFile | None:
        """Find the server of this data, if it lives."""
        server = postmaster.read_pid_file(self.data)
        if server and postmaster.standing(server.pid, self.data) is Standing.OURS:
            return server
        return None

    def adopted(self) -> PidFile | None:
        """Find the server that lives, once it is ready; None when there is none, or no longer."""
        until = time.monotonic() + RECOVERY
        while (server := self.living()) and server.status != "ready":
            if time.monotonic() > until:
                raise Unavailable("server_starting")
            time.sleep(LOOK)
        return server

    def launch(self) -> None:
        """Start the server; for a while, start it again where a dying one is in the way."""
        rules = self.data / "pg_hba.conf"
        server_rules.refuse_trust(server_rules.read(rules), rules)
        self._lay_ballast()
        until = time.monotonic() + RETRIED
        while True:
            try:
                return self._try_to_launch()
            except StoreError as refusal:
                if refusal.code == "disk_full" and self._ballast.exists():
                    self._ballast.unlink()  # that is what it was laid for
                elif refusal.code != "server_in_the_way" or time.monotonic() > until:
                    raise
            time.sleep(0.2)

    def shut_down(self) -> None:
        """Stop the server: what runs is broken off, what was committed is kept."""
        server = self.living()
        if server is None:
            return
        if sys.platform == "win32":  # no such signal there; this program speaks to the server
            program = self.binaries.program("pg_ctl")
            subprocess.run([program, "kill", "INT", str(server.pid)], check=True)  # noqa: S603
        else:
            with suppress(ProcessLookupError):
                os.kill(server.pid, signal.SIGINT)
        until = time.monotonic() + STOPPING
        while postmaster.standing(server.pid, self.data) is Standing.OURS:
            if time.monotonic() > until:
                raise Unavailable("server_not_stopping", log=self.log.file)
            time.sleep(LOOK)
        self.log.rotate()
        with suppress(OSError):
            Path(server.socket).rmdir()

    def admits(self, service: str) -> bool:
        """Name a login of the program's own in the rules; True if it was not there yet."""
        named = server_rules.services_in(self.data)
        self._write_rules(named | {service})
        return service not in named

    def _try_to_launch(self) -> None:
        postmaster.sweep(self.data)
        self.log.rotate()
        begin = self.log.size()
        process = self._spawn()
        # nobody else collects a child that dies, and until then its number is taken
        threading.Thread(target=process.wait, daemon=True, name="postgres").start()
        until = time.monotonic() + RECOVERY
        while process.poll() is None:
            written = postmaster.read_pid_file(self.data)
            if written and written.pid == process.pid and written.status == "ready":
                return
            if time.monotonic() > until:
                raise Unavailable("server_starting")
            time.sleep(LOOK)
        raise self.log.refusal(self.log.since(begin))

    def _spawn(self) -> subprocess.Popen[bytes]:
        self._write_rules(server_rules.services_in(self.data))
        socket = None
        if sys.platform != "win32":
            socket = socket_folder(self.account, self.key)
            for leftover in socket.glob(".s.PGSQL.*"):  # its server is known to be gone
                leftover.unlink()
        options = {**server_rules.settings(socket, self.binaries.major), **self.settings}
        words = [f"--{name}={value}" for name, value in options.items()]
        with self.log.opened() as out:
            return subprocess.Popen(  # noqa: S603 - a program of our own, which was looked up
                [*memory_limited(), self.binaries.program("postgres"), "-D", self.data, *words],
                env=environment() | self._number_of_another(),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                **self.account.manners(),
            )

    def _number_of_another(self) -> dict[str, str]:
        """Tell PostgreSQL that the number in an old pid file is some other program's by now.

        It would believe in a second server otherwise. It ignores its grandparent's number; and were
        the old server alive after all, its shared memory would still keep a second one out.
        """
        old = postmaster.read_pid_file(self.data)
        if old and postmaster.standing(old.pid, self.data) is Standing.ANOTHER:
            return {"PG_GRANDPARENT_PID": str(old.pid)}
        return {}

    def _write_rules(self, services: set[str]) -> None:
        server_rules.write_rules(self.data, self.binaries.major, self.account.names(), services)

    def _lay_ballast(self) -> None:
        """Reserve space that can be freed later: PostgreSQL cannot start on a full disk."""
        if self._ballast.exists() or shutil.disk_usage(self.place).free < BALLAST + SPARE:
            return
        with self._ballast.open("wb") as file:
            if sys.platform == "linux":
                os.posix_fallocate(file.fileno(), 0, BALLAST)
            else:
                for _ in range(BALLAST // 2**20):
                    file.write(bytes(2**20))


def memory_limited() -> list[str]:
    """Begin a command line that limits the memory of each server process.

    What wants more fails, as one statement; Linux would end the whole server to help itself.
    """
    if sys.platform != "linux":
        return []
    share = psutil.virtual_memory().total // SHARES
    most = min(max(share, LEAST_MEMORY), MOST_MEMORY) // 1024
    return ["/bin/sh", "-c", 'ulimit -S -d "$0"; exec "$@"', str(most)]


def environment() -> dict[str, str]:
    """Return the environment for PostgreSQL's programs, with their messages in English."""
    needed = {"PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME", "APPDATA"}
    return {name: os.environ[name] for name in needed & os.environ.keys()} | {"LC_ALL": "C"}
