"""One PostgreSQL for a whole run of the tests; its address is in STOREDESK_TEST_SERVER."""

import os
import tempfile
from pathlib import Path

import pytest

from storedesk.adapters.embedded import Server

ADDRESS = "STOREDESK_TEST_SERVER"


class OneServer:
    """Started by the first process, inherited by its workers, gone at the end."""

    def __init__(self, home):
        self.server = Server(home, settings={"fsync": "off", "log_connections": "off"})
        self.server.start()
        os.environ[ADDRESS] = self.server.dsn()

    def pytest_unconfigure(self):
        os.environ.pop(ADDRESS, None)
        self.server.remove()
        self.server.home.rmdir()


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    if ADDRESS in os.environ or config.option.collectonly:
        return
    home = Path(tempfile.mkdtemp(prefix="storedesk-tests-"))
    home.chmod(0o711)  # root's server runs as someone else, who has to get in
    config.pluginmanager.register(OneServer(home))
