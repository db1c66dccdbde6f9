import socket

import pytest
from psycopg.conninfo import conninfo_to_dict

from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.persistence.engine import transport
from storedesk.settings import ServerAddress


def test_off_this_computer_the_server_proves_itself_and_no_password_is_ever_sent(tmp_path):
    ca_file = tmp_path / "ca.crt"
    ca_file.touch()
    address = ServerAddress(host="db.example.com", database="shop", ca_file=str(ca_file))
    said = conninfo_to_dict(transport.client_dsn(address, "ada", "it's a secret"))

    assert said["sslmode"] == "verify-full"
    assert said["sslrootcert"] == str(ca_file)
    assert said["channel_binding"] == "require"
    assert said["require_auth"] == "scram-sha-256"
    assert said["gssencmode"] == "disable"
    assert said["target_session_attrs"] == "read-write"
    assert int(said["connect_timeout"]) == 5
    assert int(said["tcp_user_timeout"]) == 8000
    assert "idle_in_transaction_session_timeout=20s" in said["options"]
    assert said["password"] == "it's a secret"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "/run/postgresql"])
def test_on_this_computer_no_certificate_is_needed_but_the_password_stays_hidden(host):
    said = conninfo_to_dict(
        transport.client_dsn(ServerAddress(host=host, database="shop"), "a", "b")
    )
    assert "sslmode" not in said
    assert said["require_auth"] == "scram-sha-256"


@pytest.mark.parametrize("host", ["127.example.com", "localhost.example.com", "192.168.1.7"])
def test_a_server_elsewhere_needs_a_ca_file_that_is_there(host):
    with pytest.raises(Refused) as refused:
        transport.client_dsn(ServerAddress(host=host, database="shop"), "ada", "secret")
    assert refused.value.code == "ca_file_missing"

    with pytest.raises(Refused) as refused:
        transport.client_dsn(
            ServerAddress(host=host, database="shop", ca_file="/no"), "ada", "secret"
        )
    assert refused.value.code == "ca_file_unreadable"


def test_a_port_at_which_nobody_answers_is_said_so():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Unavailable) as away:
        transport.call(ServerAddress(host="127.0.0.1", port=port, database="shop"))
    assert away.value.code == "nobody_there"


def test_a_server_that_answers_is_found(built):
    known = conninfo_to_dict(built.dsn())
    transport.call(ServerAddress(host=known["host"], port=int(known["port"]), database=built.name))


def test_a_connection_string_that_is_none_is_refused_in_words():
    with pytest.raises(Refused) as refused:
        transport.checked("this is none")
    assert refused.value.code == "dsn_unreadable"
