"""`storedesk server setup` on a Debian server: what it does, what it leaves, whom it lets in."""

import re
import stat

import psycopg
import pytest
from cryptography import x509
from psycopg.conninfo import make_conninfo

from storedesk.domain.refusals.errors import StoreError
from tests.persistence.tls import ADDRESS
from tests.serving.conftest import PASSWORD

SHOWN = "SELECT name, setting FROM pg_settings WHERE name = ANY (%s)"


@pytest.fixture(scope="module")
def served(machine):
    """The machine with a store on it, set up once; what was said meanwhile is kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STOREDESK_PASSWORD", PASSWORD)
        assert machine.set_up() == 0
    return machine


def everything(machine):
    """Read every file that belongs to the server's configuration, with its mode and owner."""
    server = machine.server()
    found = {}
    for folder in (server.config, machine.folder / "kept"):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                status = path.stat()
                found[path] = (path.read_bytes(), status.st_mode, status.st_uid)
    return found


def test_a_dry_run_says_what_would_be_done_and_does_nothing(machine, capsys):
    machine.server().start()
    before = everything(machine)
    assert machine.set_up("--dry-run") == 0
    said = capsys.readouterr().out
    assert everything(machine) == before
    assert not machine.join_file.exists()
    for words in (
        "add checksums",
        "make a certificate authority",
        "make a certificate",
        "the settings",
        "the access rules",
        f"make the store {machine.database}",
        "the join file",
    ):
        assert words in said
    assert all(line.startswith("Would ") for line in said.splitlines())


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--owner", "kim_manager"], "This login cannot be used"),
        (["--time-zone", "Europe/Springfield"], "no time zone Europe/Springfield"),
        (["--currency", "usd"], "no currency usd"),
        (["--join-file", "/nowhere/shop.storedesk"], "shop.storedesk cannot be written"),
        (["short"], "12"),
    ],
)
def test_a_dry_run_fails_as_the_real_one_does(machine, monkeypatch, capsys, words, why):
    if not machine.server().is_running():
        machine.server().start()
    before = everything(machine)
    is_short = words == ["short"]
    monkeypatch.setenv("STOREDESK_PASSWORD", "short" if is_short else PASSWORD)
    given = [] if is_short else words

    said = []
    for more in ([], ["--dry-run"]):
        assert machine.set_up(*given, *more) == 1
        said.append(capsys.readouterr().err)
    assert said[0] == said[1]
    assert why in said[0]
    assert everything(machine) == before
    assert not machine.join_file.exists()


def test_a_server_is_set_up_by_one_command_and_a_second_one_changes_nothing(served, capsys):
    before = everything(served)
    assert served.set_up() == 0
    assert capsys.readouterr().out == "Everything is as it should be; nothing was changed.\n"
    assert served.set_up(host=None, how=()) == 0, "what was chosen before need not be said again"
    assert "nothing was changed" in capsys.readouterr().out
    assert served.set_up("--dry-run", host=None, how=()) == 0
    assert "nothing was changed" in capsys.readouterr().out
    assert everything(served) == before


def test_the_settings_are_those_that_a_store_needs(served):
    wanted = {
        "ssl": "on", "ssl_min_protocol_version": "TLSv1.2", "password_encryption": "scram-sha-256",
        "authentication_timeout": "10", "client_connection_check_interval": "2000",
        "fsync": "on", "full_page_writes": "on", "synchronous_commit": "on", "TimeZone": "UTC",
        "log_connections": "on", "data_checksums": "on", "listen_addresses": ADDRESS,
        "max_connections": "100", "log_min_error_statement": "panic",
        "max_prepared_transactions": "0", "max_locks_per_transaction": "256",
    }  # fmt: skip
    with served.server().connected() as line:
        assert dict(line.execute(SHOWN, [list(wanted)]).fetchall()) == wanted
        order = "SELECT datcollate, datctype FROM pg_database WHERE datname = %s"
        assert line.execute(order, [served.database]).fetchone() == ("C.UTF-8", "C.UTF-8")
        encrypted = "SELECT rolpassword LIKE 'SCRAM-SHA-256$%%' FROM pg_authid WHERE rolname = %s"
        assert line.execute(encrypted, [served.owner]).fetchone() == (True,)


def test_keys_are_for_the_servers_account_alone_and_the_certificate_names_the_hosts(served):
    kept, owner = served.folder / "kept", served.server().owner
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    for name in ("ca.key", "server.key"):
        status = (kept / name).stat()
        assert (stat.S_IMODE(status.st_mode), status.st_uid) == (0o600, owner.uid)
    certificate = x509.load_pem_x509_certificate((kept / "server.crt").read_bytes())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert [str(name.value) for name in names] == [ADDRESS]
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_the_join_file_holds_nothing_secret(served):
    text = served.join_file.read_text(encoding="ascii")
    assert re.findall(r"^(\w+) = ", text, re.MULTILINE) == ["host", "port", "database", "ca"]
    assert "PRIVATE" not in text
    assert PASSWORD not in text


@pytest.fixture
def knock(served, till_workspace):
    """Try to come in, with TLS unless said otherwise; return what the server says."""

    def knock(**how):
        port = served.server().port
        ca = served.invitation(till_workspace.profile).ca_file
        known = {"host": ADDRESS, "port": port, "dbname": served.database, "user": served.owner,
                 "password": PASSWORD, "sslmode": "verify-full", "sslrootcert": ca,
                 "connect_timeout": 5}  # fmt: skip
        with pytest.raises(psycopg.OperationalError) as refused:
            psycopg.connect(make_conninfo(**known | how)).close()
        return str(refused.value)

    return knock


@pytest.mark.parametrize(
    "how",
    [
        {"sslmode": "disable"},
        {"dbname": "postgres"},
        {"dbname": "template1"},
        {"user": "postgres"},
        {"user": "nobody_known"},
        {"replication": "database"},
        {"replication": "true"},
    ],
    ids=str,
)
def test_into_the_store_people_come_with_tls_and_into_nothing_else(knock, how):
    said = "pg_hba.conf rejects|no pg_hba.conf entry|must be superuser or replication role"
    assert re.search(said, knock(**how))


def test_an_own_login_of_the_program_is_not_let_in_from_the_tills_networks(knock, served):
    assert "password authentication failed" in knock(user=f"{served.database}_system")


def test_nobody_comes_in_by_the_socket_but_the_servers_own_account(served):
    server = served.server()
    for login in (served.owner, f"{served.database}_system"):
        where = make_conninfo(server.dsn(served.database), user=login, password=PASSWORD)
        with pytest.raises(psycopg.OperationalError, match="rejects"):
            psycopg.connect(where).close()
    with psycopg.connect(server.dsn(served.database)) as line:  # as root, by the map
        assert line.execute("SELECT current_user").fetchone() == (server.owner.name,)


def test_an_administrators_own_lines_stay_below_ours(served, capsys):
    rules = served.server().rules
    own = "hostssl  other  someone  10.1.0.0/16  scram-sha-256\n"
    before = rules.read_text()
    rules.write_text(own + before)
    assert served.set_up() == 0
    assert "Wrote the access rules" in capsys.readouterr().out
    after = rules.read_text()
    assert after.index("StoreDesk, store") < after.index(own)
    assert after.count("begin (written") == 1
    kept = sorted(rules.parent.glob("pg_hba.conf.*.before-storedesk"))
    assert kept[-1].read_text() == own + before
    assert served.set_up() == 0
    assert "nothing was changed" in capsys.readouterr().out


def test_a_line_that_lets_people_in_without_a_password_is_refused(served, capsys):
    rules = served.server().rules
    before = rules.read_bytes()
    try:
        rules.write_bytes(before + b"host all all 10.0.0.0/8 trust\n")
        assert served.set_up() == 1
        assert "without a password (trust)" in capsys.readouterr().err
        rules.write_bytes(before + b"host all all 10.0.0.0/8 nonsense\n")
        assert served.set_up("--from", "192.168.7.0/24") == 1
        said = capsys.readouterr().err
        assert "does not understand line" in said
        assert rules.read_bytes() == before + b"host all all 10.0.0.0/8 nonsense\n"
    finally:
        rules.write_bytes(before)
    assert served.set_up() == 0


def test_a_setting_that_overrules_ours_is_named(served, capsys):
    later = served.server().config / "conf.d" / "zz.conf"
    later.write_text("fsync = off\n")
    try:
        assert served.set_up("--tills", "60") == 1
        assert f"fsync is set again in {later}." in capsys.readouterr().err
    finally:
        later.unlink()
    assert served.set_up("--tills", "60") == 0
    assert "Restarted PostgreSQL" in capsys.readouterr().out
    with served.server().connected() as line:
        assert line.execute("SHOW max_connections").fetchone() == ("200",)


def test_a_store_of_an_older_program_is_brought_up_to_this_one(served, capsys):
    with served.server().connected(served.database) as line:
        line.execute("COMMENT ON SCHEMA api IS 'of an older program'")
    assert served.set_up(host=None, how=()) == 0
    assert f"Upgraded the store {served.database}." in capsys.readouterr().out
    assert served.set_up(host=None, how=()) == 0
    assert "nothing was changed" in capsys.readouterr().out


def test_a_second_store_on_the_same_server_leaves_the_first_as_it_is(
    served, till_workspace, capsys
):
    """Each has its own rules, people and join file; settings and certificate serve both."""
    second = f"{served.database}_b"
    words = ["--database", second, "--join-file", served.folder / "second.storedesk"]
    assert served.set_up(*words, how=("--owner", f"{second}_olga")) == 0
    assert f"Made the store {second}." in capsys.readouterr().out
    for store in ([], words):
        assert served.set_up(*store, host=None, how=()) == 0
        assert "nothing was changed" in capsys.readouterr().out
    till_workspace.join(served.invitation(till_workspace.profile))
    till_workspace.sign_in(served.owner, PASSWORD).desk.close()
    with pytest.raises(StoreError) as refused:
        till_workspace.sign_in(f"{second}_olga", PASSWORD)
    assert refused.value.code == "not_let_in"


def test_a_new_store_whose_first_person_was_refused_gets_one_the_next_time(served, capsys):
    third = f"{served.database}_c"
    words = ["--database", third, "--join-file", served.folder / "third.storedesk"]
    assert served.set_up(*words, how=("--owner", "Not A Login")) == 1
    assert "This login cannot be used" in capsys.readouterr().err
    assert served.set_up(*words, how=("--owner", f"{third}_olga")) == 0
    with served.server().connected(third) as line:
        people = "SELECT login FROM storedesk.staff WHERE kind = 'person'"
        assert line.execute(people).fetchall() == [(f"{third}_olga",)]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--host", "not a host"], "neither a name nor an address"),
        (["--from", "0.0.0.0/0"], "not a range of private addresses"),
        (["--from", "10.0.0.0/99"], "not a range of private addresses"),
        (["--database", "Shop"], "with up to 40"),
        (["--listen", "localhost"], "localhost is not an address."),
        (["--listen", "store.example.com"], "is not an address."),
        (["--listen", "192.0.2.77"], "not an address of this computer"),
        (["--join-file", "/nonexistent/shop.storedesk"], "cannot be written: No such file"),
        (["--join-file", "/etc"], "cannot be written: Is a directory"),
        (["--keep-in", "/etc/passwd"], "cannot be created or written"),
        (["--cluster", "99/none"], "There is no server 99/none"),
        (["--database", "another"], "Give --owner"),
        (["--move-from", "/nonexistent"], "There is no store in"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_is_a_sentence_and_changes_nothing(served, capsys, words, says):
    before = everything(served)
    for dry in ([], ["--dry-run"]):
        assert served.set_up(*words, *dry, how=()) == 1
        said = capsys.readouterr()
        assert says in said.err
        assert said.out == ""
    assert everything(served) == before


def test_a_password_that_is_too_short_is_refused_before_anything_is_done(
    served, capsys, monkeypatch
):
    monkeypatch.setenv("STOREDESK_PASSWORD", "short")
    before = everything(served)
    assert served.set_up("--database", "another", how=("--owner", "another_olga")) == 1
    said = capsys.readouterr()
    assert (said.err, said.out) == ("The password is too short. Use at least 12 characters.\n", "")
    assert everything(served) == before


def test_wrong_usage_is_told_from_a_refusal(served):
    for words in (["--tills", "0"], ["--owner", "a", "--move-from", "b"], ["--nonsense"]):
        with pytest.raises(SystemExit) as ended:
            served.set_up(*words, how=())
        assert ended.value.code == 2


def test_a_till_joins_by_the_file_and_a_person_signs_in(served, till_workspace):
    till_workspace.join(served.invitation(till_workspace.profile))
    entered = till_workspace.sign_in(served.owner, PASSWORD)
    try:
        with entered.desk.database.reading() as session:
            line = session.connection().connection.driver_connection
            assert line.pgconn.ssl_in_use
            assert line.info.get_parameters()["sslmode"] == "verify-full"
            assert line.info.get_parameters()["channel_binding"] == "require"
    finally:
        entered.desk.close()
    with pytest.raises(StoreError) as refused:
        till_workspace.sign_in(served.owner, "another password")
    assert refused.value.code == "wrong_password"
