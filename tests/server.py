"""One PostgreSQL for a whole run of the tests; its address is in STOREDESK_TEST_SERVER."""

import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from storedesk.adapters.embedded.postmaster import read_pid_file
from storedesk.adapters.embedded.server import Server

ADDRESS = "STOREDESK_TEST_SERVER"
GUARD = 'trap "" INT; read done || { kill -INT "$0"; sleep 2; rm -rf "$1"; }'
"""Clears away what a run leaves that was killed: its end of the pipe closes without a word."""


class OneServer:
    """Started by the first process, inherited by its workers, gone at the end."""

    def __init__(self, home):
        self.server = Server(home, settings={"fsync": "off", "log_connections": "off"})
        self.server.start()
        os.environ[ADDRESS] = self.server.dsn()
        pid = str(read_pid_file(self.server.data).pid)
        self.guard = subprocess.Popen(["sh", "-c", GUARD, pid, home], stdin=subprocess.PIPE)

    def pytest_unconfigure(self):
        os.environ.pop(ADDRESS, None)
        self.guard.communicate(b"done\n")
        self.server.remove()
        self.server.home.rmdir()


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    if ADDRESS in os.environ or config.option.collectonly:
        return
    home = Path(tempfile.mkdtemp(prefix="storedesk-tests-"))
    home.chmod(0o711)  # root's server runs as someone else, who has to get in
    config.pluginmanager.register(OneServer(home))
