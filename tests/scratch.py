"""Makes an empty store on a PostgreSQL of its own, and runs a command with its address.

python tests/scratch.py COMMAND ...     # {dsn} in the command, and STOREDESK_DSN, name the store
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from storedesk.adapters.embedded.server import Server
from storedesk.domain.store import StoreSettings
from storedesk.persistence.schema.migrations import make_database


def main(command: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="storedesk-scratch-") as home:
        server = Server(Path(home), settings={"fsync": "off"})
        server.start()
        try:
            dsn = server.dsn("scratch")
            make_database(dsn, StoreSettings(name="Scratch"))
            words = [word.replace("{dsn}", dsn) for word in command]
            there = os.environ | {"STOREDESK_DSN": dsn}
            return subprocess.run(words, env=there, check=False).returncode
        finally:
            server.remove()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
