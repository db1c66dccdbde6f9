"""A server that proves itself by a certificate, and one that only pretends to be it."""

import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo
from psycopg.pq import PGconn, Ping

from storedesk.adapters.embedded.account import account_for
from storedesk.adapters.embedded.cluster import environment

SUPERUSERS = "the superuser's password"  # for tests alone
ADDRESS = "127.0.0.1"
RULES = f"hostssl all all {ADDRESS}/32 scram-sha-256\n"
RULES_WITHOUT_TLS = f"host all all {ADDRESS}/32 scram-sha-256\n"
CLEAR_TEXT = (3).to_bytes(4)
TLS_WANTED = 80_877_103


def programs():
    """Find a PostgreSQL that was built with TLS, as the one that comes with us was not."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (folder / "initdb").exists():
            return folder
    pytest.skip("no server with TLS here: /usr/lib/postgresql/*/bin is empty")


class Authority:
    """A CA, which vouches for servers."""

    def __init__(self, folder, name):
        if not shutil.which("openssl"):
            pytest.skip("certificates are made by openssl, which is not here")
        self.folder = folder / name
        self.folder.mkdir()
        self.file = self.folder / "ca.crt"
        _openssl("req", "-x509", "-out", self.file, *self._words("ca", f"/CN={name}"))

    def vouch(self, name):
        """Make a certificate for a server of this name or address; return it and its key."""
        certificate = self.folder / f"{name}.crt"
        kind = "IP" if name[0].isdigit() else "DNS"
        words = ["-CA", self.file, "-CAkey", self.folder / "ca.key"]
        words += ["-addext", f"subjectAltName={kind}:{name}"]
        words += ["-addext", "basicConstraints=critical,CA:FALSE"]
        words += self._words(name, f"/CN={name}")
        _openssl("req", "-x509", "-out", certificate, *words)
        return certificate, self.folder / f"{name}.key"

    def _words(self, name, subject):
        key = self.folder / f"{name}.key"
        made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-keyout", key]
        return [*made, "-days", "2", "-subj", subject]


class TlsServer:
    """PostgreSQL on a port of this computer, that lets nobody in without TLS and SCRAM."""

    def __init__(self, folder):
        self.programs = programs()
        self.folder = folder
        self.account = account_for(folder / "data")
        self.account.make_private(folder)
        self.port = free_port()
        self.process = None
        password = self._file("password", SUPERUSERS)
        words = ["-D", folder / "data", "-U", "postgres", "-A", "scram-sha-256", "--no-sync"]
        self._run("initdb", *words, f"--pwfile={password}")

    def dsn(self, database="postgres"):
        """Name a database, for an administrator at this computer."""
        return make_conninfo(
            host=ADDRESS, port=self.port, dbname=database, user="postgres", password=SUPERUSERS
        )

    def start(self, certificate, key, *, rules=RULES, tls="on", more=(), answer=Ping.OK):
        """Start it, proving itself by this certificate; wait until it gives this answer."""
        self._file("data/pg_hba.conf", rules)
        words = [
            f"--ssl={tls}", f"--listen_addresses={ADDRESS}", f"--port={self.port}", "--fsync=off",
            "--unix_socket_directories=", "--lc_messages=C",
            f"--ssl_cert_file={self._file('server.crt', certificate.read_text())}",
            f"--ssl_key_file={self._file('server.key', key.read_text())}", *more,
        ]  # fmt: skip
        self.process = subprocess.Popen(
            [self.programs / "postgres", "-D", self.folder / "data", *words],
            env=environment(),
            stderr=subprocess.DEVNULL,
            **self.account.manners(),
        )
        until = time.monotonic() + 60
        while PGconn.ping(self.dsn().encode()) != answer:
            assert self.process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.05)
        while answer == Ping.OK and not self._lets_in():
            assert time.monotonic() < until
            time.sleep(0.05)

    def _lets_in(self):
        """Whether it is up: on a busy machine it has answered and was starting a moment later."""
        try:
            psycopg.connect(self.dsn()).close()
        except psycopg.OperationalError as error:
            return "starting up" not in str(error)
        return True

    def stop(self):
        """Stop it, and forget how it was started."""
        self.process.send_signal(signal.SIGINT)  # what runs is broken off
        self.process.wait()
        (self.folder / "data" / "standby.signal").unlink(missing_ok=True)

    def begin(self, certificate, key):
        """Start it so that it never gets further: it waits for another to tell it what to do."""
        self._file("data/standby.signal", "")
        more = ["--hot_standby=off", "--restore_command=/bin/false"]
        self.start(certificate, key, more=more, answer=Ping.REJECT)

    def _run(self, program, *words):
        subprocess.run(
            [self.programs / program, *words],
            env=environment(), check=True, capture_output=True, **self.account.manners(),
        )  # fmt: skip

    def _file(self, name, content):
        file = self.folder / name
        file.write_text(content)
        file.chmod(0o600)
        if os.geteuid() == 0:
            os.chown(file, self.account.uid, self.account.gid)
        return file


class Impostor:
    """Listens where a server should, speaks no TLS, and answers all who come with `message`."""

    def __init__(self, kind, body):
        self.answer = kind + (len(body) + 4).to_bytes(4) + body
        self.listener = socket.create_server((ADDRESS, 0))
        self.port = self.listener.getsockname()[1]
        self.heard = b""
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self):
        """Listen no longer."""
        self.listener.close()

    def _serve(self):
        with suppress(OSError):
            while True:
                line, _ = self.listener.accept()
                threading.Thread(target=self._speak, args=[line], daemon=True).start()

    def _speak(self, line):
        with line, suppress(OSError):
            asked = line.recv(1024)
            if int.from_bytes(asked[4:8]) == TLS_WANTED:
                line.sendall(b"N")
                asked = line.recv(1024)
            line.sendall(self.answer)
            self.heard += line.recv(1024)


def free_port():
    """Find a port on which nobody listens."""
    with socket.socket() as free:
        free.bind((ADDRESS, 0))
        return free.getsockname()[1]


def _openssl(*words):
    subprocess.run(["openssl", *words], check=True, capture_output=True)
