"""Check that a server proves itself, in the same way as a till does."""

import socket
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from storedesk.domain.refusals.errors import Unavailable
from storedesk.settings import ServerAddress

NOBODY = "storedesk"
ANY = {"*": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - only asked there
"""Where a server that is heard on every address is asked."""
PROVEN = ("pg_hba.conf", "password authentication failed", "does not exist")
"""How a server says no to nobody after it has proven itself."""


def refuse_unproven(address: ServerAddress, authority: Path, listen: str) -> None:
    """Draw an encrypted line to a server on this computer under the name that tills will use.

    Unavailable: server_unproven.
    """
    asked = make_conninfo(
        host=address.host,
        hostaddr=ANY.get(listen, listen),
        port=address.port,
        dbname=address.database,
        user=NOBODY,
        password="-",  # noqa: S106 - nobody's
        sslmode="verify-full",
        sslrootcert=str(authority),
        gssencmode="disable",
        connect_timeout=5,
    )
    try:
        psycopg.connect(asked).close()
    except psycopg.OperationalError as error:
        if not any(words in str(error) for words in PROVEN):
            what = str(error).strip().splitlines()[-1]
            raise Unavailable("server_unproven", host=address.host, what=what) from error


def is_here(address: str) -> bool:
    """Tell whether an address is one of this computer's."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        try:
            tried.bind((address, 0))
        except OSError:
            return False
    return True
