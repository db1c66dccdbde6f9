"""The join file: what a till believes of it, and what it does not even look at."""

import os
from datetime import UTC, datetime

import pytest

from storedesk.documents import join_file
from storedesk.settings import ServerAddress

SHARED = ServerAddress(host="db.example.com", port=6543, database="shop")
NAMED = ServerAddress(host="db.example.com", port=6543, database="shop", ca_file="/etc/ca.crt")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    certificates = pytest.importorskip("storedesk.adapters.debian.certificates")
    owned_files = pytest.importorskip("storedesk.adapters.debian.owned_files")
    owner = owned_files.Owner("me", os.getuid(), os.getgid())
    authority = certificates.Authority(tmp_path_factory.mktemp("ca") / "kept", owner)
    authority.make("StoreDesk at db.example.com", datetime.now(UTC))
    return authority.file.read_text(encoding="ascii")


@pytest.fixture
def read(tmp_path):
    def read(text):
        file = tmp_path / "shop.storedesk"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return join_file.read(file)

    return read


def test_what_is_written_is_read_again(read, certificate):
    invitation = read(join_file.written(SHARED, certificate))
    assert (invitation.address, invitation.certificate) == (SHARED, certificate)


def test_a_mark_at_its_beginning_and_windows_lines_do_not_matter(read, certificate):
    text = join_file.written(SHARED, certificate).decode().replace("\n", "\r\n")
    invitation = read(b"\xef\xbb\xbf" + text.encode())
    assert (invitation.address, invitation.certificate) == (SHARED, certificate)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_an_editor_that_saves_it_in_another_encoding_does_no_harm(read, certificate, encoding):
    text = join_file.written(SHARED, certificate).decode()
    invitation = read(text.encode(encoding))
    assert (invitation.address, invitation.certificate) == (SHARED, certificate)


def test_an_older_file_names_a_certificate_instead(read):
    invitation = read(
        'host = "db.example.com"\nport = 6543\ndatabase = "shop"\nca_file = "/etc/ca.crt"\n'
    )
    assert (invitation.address, invitation.certificate) == (NAMED, "")


def test_host_port_database_and_certificate_are_read_and_nothing_else(read, certificate):
    more = (
        'options = "-c role=postgres"\nsslmode = "disable"\npassfile = "/etc/shadow"\nuser = "x"\n'
        'ca_file = "/etc/shadow"\npassword = "x"\n[address]\nhost = "evil"\n'
    )
    invitation = read(join_file.written(SHARED, certificate).decode() + more)
    assert (invitation.address, invitation.certificate) == (SHARED, certificate)


def test_of_a_text_with_a_key_in_it_only_the_certificates_are_kept(read, certificate):
    secret = "-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n"
    invitation = read(join_file.written(SHARED, f"words\n{secret}{certificate}more"))
    assert invitation.certificate == certificate


@pytest.mark.parametrize(
    "ca",
    [
        "",
        "/etc/passwd",
        "-----BEGIN CERTIFICATE-----\nnot base64!\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----",
    ],
)
def test_one_without_a_certificate_where_it_should_be_is_not_believed(read, ca):
    assert read(join_file.written(SHARED, ca)) is None


@pytest.mark.parametrize(
    "line",
    [
        'host = "/var/run/postgresql"',
        'host = "db sslmode=disable"',
        'host = "db,evil.example.com"',
        'host = ""',
        "port = 0",
        "port = 70000",
        "port = true",
        'port = "5432"',
        'database = "shop options=-crole=x"',
        "ca_file = 3",
        "ca = 3",
    ],
)
def test_one_that_says_something_else_is_not_believed(read, line):
    known = {"host": 'host = "db"', "database": 'database = "shop"'}
    known[line.partition(" ")[0]] = line
    assert read("\n".join(known.values())) is None


def test_what_is_no_file_or_too_large_is_not_read(tmp_path, read):
    assert join_file.read(tmp_path) is None
    assert join_file.read(tmp_path / "missing") is None
    assert read("# " + "x" * 300_000 + '\nhost = "db"\ndatabase = "shop"') is None
    assert read(b"\xff\xfe\x00") is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none here")
def test_a_pipe_that_nobody_writes_into_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "shop.storedesk")
    assert join_file.read(tmp_path / "shop.storedesk") is None
