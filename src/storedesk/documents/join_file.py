"""Read and write the join file: what a till needs to join a store, and no secret.

It is TOML: host, port, database, and the certificate of the authority that the server is known by.
"""

import re
import ssl
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

import tomli_w

from storedesk.documents.encodings import decoded
from storedesk.settings import ServerAddress, address_of

HEADER = (
    "# Gives nobody access: it tells StoreDesk where the store is, and how its server is known.\n"
)
LARGEST = 2**18
_CERTIFICATE = re.compile(
    r"-----BEGIN CERTIFICATE-----\s[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----"
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """An address, and the certificate (PEM) of the authority that vouches there; "" for none."""

    address: ServerAddress
    certificate: str = ""


def written(address: ServerAddress, certificate: str) -> bytes:
    """Write a join file."""
    table = {"host": address.host, "port": address.port, "database": address.database}
    body = tomli_w.dumps(table | {"ca": certificate}, multiline_strings=True)
    return (HEADER + body).encode()


def read(file: Path) -> Invitation | None:
    """Read a join file; whatever else stands in it is not looked at.

    None where host, port or database is missing or is not what its name says, or `ca` is no
    certificate. An older connection file names a `ca_file` instead.
    """
    if not file.is_file() or file.stat().st_size > LARGEST:
        return None
    try:
        table = tomllib.loads(decoded(file.read_bytes()).text)
    except (OSError, ValueError):
        return None
    address = address_of(table)
    if address is None or "ca" not in table:
        return Invitation(address) if address else None
    certificate = _certificates(table["ca"])
    return Invitation(replace(address, ca_file=""), certificate) if certificate else None


def _certificates(said: object) -> str:
    """Take the certificates out of a text, and leave all else in it behind."""
    found = _CERTIFICATE.findall(said) if isinstance(said, str) else []
    try:
        return "".join(ssl.DER_cert_to_PEM_cert(ssl.PEM_cert_to_DER_cert(one)) for one in found)
    except ValueError:
        return ""
