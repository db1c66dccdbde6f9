"""What PostgreSQL says when it gives up, and what we make of it."""

import pytest

from storedesk.adapters.embedded.log import LARGEST, ServerLog


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ('FATAL:  data directory "/d" has wrong ownership', "server_wrong_owner"),
        ('FATAL:  data directory "/d" has invalid permissions', "server_wrong_mode"),
        ("FATAL:  database files are incompatible with server", "server_other_data"),
        ('FATAL:  lock file "postmaster.pid" already exists', "server_in_the_way"),
        ('FATAL:  lock file "postmaster.pid" is empty', "server_in_the_way"),
        (
            "FATAL:  pre-existing shared memory block (key 1) is still in use",
            "server_in_the_way",
        ),
        ("FATAL:  could not write lock file: No space left on device", "disk_full"),
        (
            '"root" execution of the server is not permitted.',
            "server_needs_plain_account",
        ),
        ("initdb: error: cannot be run as root", "server_needs_plain_account"),
        ("PANIC:  could not locate a valid checkpoint record", "server_not_starting"),
        ("", "server_not_starting"),
    ],
)
def test_each_end_has_its_sentence(tmp_path, said, code):
    refusal = ServerLog(tmp_path / "server.log").refusal(said)
    assert refusal.code == code
    assert "{" not in str(refusal)


def test_a_sentence_quotes_what_is_not_known_better(tmp_path):
    refusal = ServerLog(tmp_path / "server.log").refusal("LOG:  a\nFATAL:  the moon is full\n")
    assert "the moon is full" in str(refusal)


def test_a_long_log_is_set_aside_while_the_server_goes_on_writing(tmp_path):
    log = ServerLog(tmp_path / "server.log")
    with log.opened() as server:
        server.write(b"x" * LARGEST + b"last words")
        server.flush()
        log.rotate()
        server.write(b"first words")
        server.flush()
        log.rotate()
    assert log.file.read_bytes() == b"first words"
    assert (tmp_path / "server.old.log").read_bytes().endswith(b"last words")
    assert log.since(6) == "words"
