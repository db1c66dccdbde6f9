"""Define how a store is served to other computers, and check its options."""

import ipaddress
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from storedesk.domain.refusals.errors import Refused

SAME_NETWORK = "samenet"
"""PostgreSQL's word for every network that the server itself is in."""
HERE = ("127.0.0.1/32", "::1/128")
MOST_TILLS = 500
CONNECTIONS_A_TILL = 3
SPARE_CONNECTIONS = 20
_NAME = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
_LONGEST_NAME = 253


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """What an administrator chose for one store of a server."""

    database: str
    hosts: tuple[str, ...]
    """Names and addresses by which tills call the server; the first goes into the join file."""
    staff_from: tuple[str, ...] = (SAME_NETWORK,)
    services_from: tuple[str, ...] = HERE
    listen: str = "*"
    tills: int = 25


class SetupChange(StrEnum):
    """What setting a server up does, unless it is done already."""

    STARTED = "started"
    CHECKSUMS = "checksums"
    AUTHORITY = "authority"
    CERTIFICATE = "certificate"
    SETTINGS = "settings"
    RULES = "rules"
    RESTARTED = "restarted"
    STORE = "store"
    MOVED = "moved"
    UPGRADED = "upgraded"
    JOIN_FILE = "join_file"


ReportChange: TypeAlias = Callable[[SetupChange, str], object]
"""Called with what was changed, or would be, and where."""


def checked_host(typed: str) -> str:
    """Return a server's name, lowered, or its address. Refused: server_host_wrong."""
    host = typed.strip().lower().removesuffix(".")
    if is_address(host):
        return str(ipaddress.ip_address(host))
    if len(host) > _LONGEST_NAME or not _NAME.fullmatch(host) or host.replace(".", "").isdigit():
        raise Refused("server_host_wrong", host=typed)
    return host


def checked_listen(typed: str) -> str:
    """Return the address on which a server is to be heard; "*" is all. Refused: a name."""
    address = typed.strip()
    if address == "*":
        return address
    if not is_address(address):
        raise Refused("server_listen_wrong", address=typed)
    return str(ipaddress.ip_address(address))


def is_address(host: str) -> bool:
    """Tell an address from a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def checked_range(typed: str) -> str:
    """Return a range of addresses as pg_hba.conf wants it. Refused: server_range_wrong."""
    if typed == SAME_NETWORK:
        return typed
    try:
        network = ipaddress.ip_network(typed.strip(), strict=False)
    except ValueError as error:
        raise Refused("server_range_wrong", network=typed) from error
    if not network.prefixlen:  # the whole world has no business at a till's database
        raise Refused("server_range_wrong", network=typed)
    return str(network)


def connections(tills: int) -> int:
    """Tell how many connections a server should have room for."""
    return max(100, CONNECTIONS_A_TILL * tills + SPARE_CONNECTIONS)
