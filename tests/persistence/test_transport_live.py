"""The line to a shared store, with real certificates: who is let in, and what is refused how."""

import socket
import tempfile
import time
from pathlib import Path

import pytest

from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore
from storedesk.services.administration import found
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, ServerAddress, StoreKind
from tests.persistence.tls import (
    ADDRESS,
    CLEAR_TEXT,
    RULES,
    RULES_WITHOUT_TLS,
    SUPERUSERS,
    Authority,
    Impostor,
    TlsServer,
)

ELSEWHERE = "127.1"
"""This computer, so written that nobody takes it for this computer: all of the rules hold."""
OWNER = "shop_owner_person"
PASSWORD = "a long enough password"  # for tests alone
PATIENCE = 5
"""Seconds: connect_timeout."""


@pytest.fixture(scope="module")
def ours(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("ours"), "our-ca")


@pytest.fixture(scope="module")
def server(ours):
    """A shared store on a server that proves itself."""
    with tempfile.TemporaryDirectory(prefix="storedesk-tls-") as folder:
        Path(folder).chmod(0o711)  # root's server runs as someone else, who has to get in
        server = TlsServer(Path(folder) / "server")
        server.start(*ours.vouch(ADDRESS))
        settings = StoreSettings(name="Shared")
        found(
            server.dsn("shop"),
            NewStore(settings=settings, login=OWNER, display_name="Olga", password=PASSWORD),
        )
        server.stop()
        yield server


@pytest.fixture
def running(server, ours):
    """The same, started as it should be."""
    server.start(*ours.vouch(ADDRESS))
    yield server
    server.stop()


@pytest.fixture
def started_as(server):
    """Start it otherwise than it should be."""
    is_started = []

    def started_as(certificate, **changes):
        server.start(*certificate, **changes)
        is_started.append(True)

    yield started_as
    if is_started:
        server.stop()


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(Profile(tmp_path))
    yield workspace
    workspace.leave()


@pytest.fixture
def impostor():
    made = []

    def impostor(kind, body):
        made.append(Impostor(kind, body))
        return made[-1]

    yield impostor
    for each in made:
        each.close()


def shop(server, authority, host=ELSEWHERE):
    return ServerAddress(
        host=host,
        port=server.port,
        database="shop",
        ca_file=str(authority.file) if authority else "",
    )


def refusal(action, *words):
    """Return with which code it is refused; it must not take longer than a person waits."""
    began = time.monotonic()
    with pytest.raises(StoreError) as refused:
        action(*words)
    assert time.monotonic() - began < 2 * PATIENCE
    assert refused.value.sentence() != "The store refuses this."
    return refused.value.code


def test_a_person_is_let_into_a_shared_store_whose_server_proves_itself(running, ours, workspace):
    workspace.join(shop(running, ours))
    entered = workspace.sign_in(OWNER, PASSWORD)
    try:
        assert entered.store.name == "Shared"
        with entered.desk.database.reading() as session:
            line = session.connection().connection.driver_connection
            assert line.pgconn.ssl_in_use
            assert line.info.get_parameters()["channel_binding"] == "require"
    finally:
        entered.desk.close()


def test_rules_that_let_staff_into_their_own_store_only_do(started_as, server, ours, workspace):
    started_as(ours.vouch(ADDRESS), rules=f"hostssl shop +shop_staff {ADDRESS}/32 scram-sha-256\n")
    workspace.join(shop(server, ours))
    workspace.sign_in(OWNER, PASSWORD).desk.close()
    assert refusal(workspace.sign_in, "postgres", SUPERUSERS) == "not_let_in"


def test_a_wrong_password_and_a_store_that_is_not_there_differ(running, ours, workspace):
    workspace.join(shop(running, ours))
    assert refusal(workspace.sign_in, OWNER, "not the password") == "wrong_password"
    assert refusal(workspace.sign_in, "nobody_at_all", PASSWORD) == "wrong_password"

    workspace.join(ServerAddress(host=ELSEWHERE, port=running.port, database="no_shop",
                          ca_file=str(ours.file)))  # fmt: skip
    assert refusal(workspace.sign_in, OWNER, PASSWORD) == "no_such_database"


def test_a_server_that_another_authority_vouches_for_is_not_joined(running, tmp_path, workspace):
    theirs = Authority(tmp_path, "their-ca")
    assert refusal(workspace.join, shop(running, theirs)) == "certificate_wrong"


def test_a_certificate_of_another_host_is_refused(started_as, server, ours, workspace):
    started_as(ours.vouch("other.example.com"))
    assert refusal(workspace.join, shop(server, ours)) == "certificate_wrong"


def test_a_file_that_is_no_certificate_is_refused(running, tmp_path, workspace):
    (tmp_path / "ca.crt").write_text("no certificate")
    address = ServerAddress(
        host=ELSEWHERE, port=running.port, database="shop", ca_file=str(tmp_path / "ca.crt")
    )
    assert refusal(workspace.join, address) == "certificate_wrong"


def test_a_server_without_tls_is_told_nothing(started_as, server, ours, workspace):
    started_as(ours.vouch(ADDRESS), tls="off", rules=RULES_WITHOUT_TLS)
    assert refusal(workspace.join, shop(server, ours)) == "server_without_tls"


def test_a_server_whose_rules_do_not_know_this_person_says_so(started_as, server, ours, workspace):
    started_as(ours.vouch(ADDRESS), rules=RULES.replace("all all", "all postgres", 1))
    workspace.join(shop(server, ours))
    assert refusal(workspace.sign_in, OWNER, PASSWORD) == "not_let_in"


@pytest.mark.parametrize("method", ["password", "trust"])
def test_a_server_that_takes_no_proof_is_not_joined(started_as, server, ours, workspace, method):
    started_as(ours.vouch(ADDRESS), rules=RULES.replace("scram-sha-256", method))
    assert refusal(workspace.join, shop(server, ours)) == "server_wants_password"


def test_a_rogue_on_this_computer_that_asks_for_the_password_does_not_get_it(impostor, workspace):
    rogue = impostor(b"R", CLEAR_TEXT)
    assert refusal(workspace.join, shop(rogue, None, ADDRESS)) == "server_wants_password"

    workspace.profile.change(address=shop(rogue, None, ADDRESS), store=StoreKind.SHARED)
    assert refusal(workspace.sign_in, OWNER, PASSWORD) == "server_wants_password"
    assert PASSWORD.encode() not in rogue.heard


def test_a_server_that_is_starting_is_told_from_one_that_is_away(server, ours, workspace):
    server.begin(*ours.vouch(ADDRESS))
    assert refusal(workspace.join, shop(server, ours)) == "server_starting"

    server.stop()
    assert refusal(workspace.join, shop(server, ours)) == "nobody_there"


def test_a_server_that_stops_between_joining_and_signing_in(server, ours, workspace):
    server.start(*ours.vouch(ADDRESS))
    workspace.join(shop(server, ours))
    server.stop()
    assert refusal(workspace.sign_in, OWNER, PASSWORD) == "unavailable"


def test_a_server_that_never_says_a_word_is_left_in_time(workspace):
    with socket.create_server((ADDRESS, 0)) as mute:
        address = ServerAddress(host=ADDRESS, port=mute.getsockname()[1], database="shop")
        assert refusal(workspace.join, address) == "nobody_there"
