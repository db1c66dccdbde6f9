"""Write a server's settings, and its rules for who may connect from where."""

import re
from collections.abc import Iterable
from pathlib import Path

from storedesk.adapters.embedded.server_rules import limits, refuse_trust
from storedesk.domain.server_setup import Serving, connections

HEADER = "# Written by `storedesk server setup`: what is changed here is lost when it runs again.\n"
MAP = "storedesk"
PEOPLE = "staff"
PROGRAMS = ("webshop", "mailer")
OWN_LOGINS = ("system", "backup")
_OURS = re.compile(
    r"^# StoreDesk, store \w+: begin .*?^# StoreDesk, store \w+: end\n", re.DOTALL | re.MULTILINE
)


def settings(stores: Iterable[Serving], certificate: Path, key: Path, major: int) -> bytes:
    """Write the server's settings for all its stores together."""
    served = list(stores)
    heard = ",".join(dict.fromkeys(one.listen for one in served))
    values = {
        "listen_addresses": "*" if "*" in heard else heard,
        "max_connections": str(connections(sum(one.tills for one in served))),
        "ssl": "on",
        "ssl_cert_file": str(certificate),
        "ssl_key_file": str(key),
        "ssl_min_protocol_version": "TLSv1.2",
        "password_encryption": "scram-sha-256",
        "authentication_timeout": "10s",
        # a line that died is noticed, and what it held is given back (both are needed)
        "tcp_keepalives_idle": "10",
        "tcp_keepalives_interval": "5",
        "tcp_keepalives_count": "3",
        "tcp_user_timeout": "15000",
        "client_connection_check_interval": "2s",
        # what a till shows as paid is on the disk
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "timezone": "UTC",
        "log_connections": "on",
        # what a failed statement was about is nobody's business in a log
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
        **limits(major),
    }
    quoted = (f"{name} = '{_quoted(value)}'\n" for name, value in values.items())
    return (HEADER + "".join(quoted)).encode()


def rules(there: str, serving: Serving, superuser: str, file: Path) -> bytes:
    """Write who may come in: our lines before all that are there, for the first that fits counts.

    The store's people come in from their networks and its programs from theirs, with TLS and SCRAM;
    the superuser on the server itself; into the store nobody else, and none of them elsewhere. The
    administrator's own lines stay below. Refused where one of these lets people in without a
    password: server_trusts.
    """
    name = f"# StoreDesk, store {serving.database}:"
    begin = f"{name} begin (written by `storedesk server setup`)"
    lines = [begin, *_lines(serving, superuser), f"{name} end"]
    wanted = "".join(f"{line}\n" for line in lines)
    blocks = _OURS.findall(there)
    foreign = _OURS.sub("", there)
    refuse_trust(foreign, file)
    known = [block for block in blocks if block.startswith(name)]
    if known:
        blocks[blocks.index(known[0])] = wanted
    else:
        blocks.insert(0, wanted)
    return ("".join(blocks) + foreign).encode()


def _lines(serving: Serving, superuser: str) -> Iterable[str]:
    store = serving.database
    people = f"+{store}_{PEOPLE}"
    programs = [f"+{store}_{team}" for team in PROGRAMS]
    programs += [f"{store}_{login}" for login in OWN_LOGINS]
    everyone = ",".join([people, *programs])
    yield f"local    all  {superuser}  peer map={MAP}"
    for network in dict.fromkeys(serving.staff_from):
        yield f"hostssl  {store}  {people}  {network}  scram-sha-256"
    for network in dict.fromkeys(serving.services_from):
        yield f"hostssl  {store}  {','.join(programs)}  {network}  scram-sha-256"
    yield f"local    {store}  all  reject"
    yield f"host     {store}  all  all  reject"
    yield f"local    all,replication  {everyone}  reject"
    yield f"host     all,replication  {superuser},{everyone}  all  reject"


def identities(there: str, superuser: str) -> bytes:
    """Let root be the superuser as well, who could become it in any case."""
    wanted = [f"{MAP}  {account}  {superuser}" for account in (superuser, "root")]
    known = {tuple(line.split()) for line in there.splitlines()}
    missing = [line for line in wanted if tuple(line.split()) not in known]
    return (there + "".join(f"{line}\n" for line in missing)).encode()


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace("'", "''")
