"""An encrypted backup opens with its passphrase, whole or not at all; nothing can be read in it."""

import pytest

from storedesk.adapters.transfer import sealed_files
from storedesk.adapters.transfer.backup_files import SEALED, Backup, write_checksums
from storedesk.adapters.transfer.backups import keep_newest
from storedesk.adapters.transfer.sealed_backups import opened_backup, seal_backup
from storedesk.adapters.transfer.sealed_files import HEADER, PIECE, TAG, is_sealed
from storedesk.domain.refusals.errors import Refused, Unavailable

RIGHT = "correct horse battery"
NAME = "store-2026-12-01T100000Z"


@pytest.fixture(autouse=True)
def cheap(monkeypatch):
    """The cost of a passphrase is not what is tried here."""
    monkeypatch.setattr(sealed_files, "COST", 4)


@pytest.fixture(params=[10, PIECE - 1500, 3 * PIECE])
def backup(request, tmp_path):
    (tmp_path / "made").mkdir()
    made = Backup(tmp_path / "made" / f"{NAME}.dump")
    made.path.write_bytes(b"PGDMP" + b"Zebulon Quist " * (request.param // 14))
    made.logins.write_text("CREATE ROLE kim;")
    write_checksums(made, final=made)
    return made


@pytest.fixture
def sealed(backup, tmp_path):
    return seal_backup(backup, tmp_path / "stick", RIGHT)


def code_of(file, passphrase=RIGHT):
    with pytest.raises(Refused) as refused, opened_backup(file, passphrase):
        pass
    return refused.value.code


def test_it_opens_as_what_it_was_and_is_gone_afterwards(backup, sealed):
    assert sealed.name == f"{NAME}.sealed"
    assert [*sealed.parent.iterdir()] == [sealed]
    assert sealed.stat().st_mode & 0o077 == 0
    with opened_backup(sealed, RIGHT) as opened:
        held = [file.read_bytes() for file in opened.files()]
        place = opened.path.parent
    assert held == [file.read_bytes() for file in backup.files()]
    assert not place.exists()


def test_nothing_of_it_can_be_read(sealed):
    content = sealed.read_bytes()
    assert is_sealed(sealed)
    assert b"Zebulon" not in content
    assert b"CREATE ROLE" not in content


def test_a_wrong_passphrase_and_none_are_told(sealed):
    assert code_of(sealed, "correct horse batterz") == "backup_passphrase"
    assert code_of(sealed, None) == "passphrase_missing"


def test_whatever_is_changed_cut_doubled_or_moved_is_refused(sealed):
    whole = sealed.read_bytes()
    body, step = whole[HEADER.size :], PIECE + TAG
    pieces = [body[at : at + step] for at in range(0, len(body), step)]
    spoiled = [
        whole[:-1],
        whole + b"\0",
        whole[: HEADER.size + 7] + bytes([whole[HEADER.size + 7] ^ 1]) + whole[HEADER.size + 8 :],
        whole[: HEADER.size],
        whole[: HEADER.size] + body + pieces[-1],
    ]
    if len(pieces) > 1:
        spoiled += [
            whole[: HEADER.size] + b"".join(pieces[:-1]),
            whole[: HEADER.size] + b"".join([pieces[1], pieces[0], *pieces[2:]]),
        ]
    for content in spoiled:
        sealed.write_bytes(content)
        assert code_of(sealed) == "backup_damaged"


def test_a_header_cannot_ask_for_more_than_this_computer_gives(sealed):
    content = bytearray(sealed.read_bytes())
    content[len(sealed_files.MAGIC)] = 60
    sealed.write_bytes(bytes(content))
    assert code_of(sealed) == "backup_damaged"


def test_a_short_passphrase_is_refused_and_leaves_nothing(backup, tmp_path):
    with pytest.raises(Refused) as refused:
        seal_backup(backup, tmp_path / "stick", "short")
    assert refused.value.code == "passphrase_short"
    assert not [*(tmp_path / "stick").iterdir()]


def test_what_goes_wrong_while_it_is_written_leaves_nothing(backup, tmp_path, monkeypatch):
    def spoiled(*_):
        return b"something else"

    monkeypatch.setattr("storedesk.adapters.transfer.sealed_backups.sum_of", spoiled)
    with pytest.raises(Exception, match="differs"):
        seal_backup(backup, tmp_path / "stick", RIGHT)
    assert not [*(tmp_path / "stick").iterdir()]


def test_only_the_newest_of_a_store_are_kept(tmp_path):
    names = [f"store-2026-11-0{day}T100000Z.sealed" for day in range(1, 5)]
    others = [
        "store-2026-11-01T100000Z.dump",
        "store_b-2026-11-01T100000Z.sealed",
        "store-x.sealed",
    ]
    for name in (*names, *others):
        (tmp_path / name).touch()
    keep_newest(tmp_path, "store", 2, ending=SEALED)
    assert {file.name for file in tmp_path.iterdir()} == {*names[2:], *others}


def test_a_full_disk_is_no_fault_of_the_backup(sealed, tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / f"{NAME}.dump").symlink_to("/dev/full")
    with pytest.raises(Unavailable) as unavailable:
        sealed_files.unseal(sealed, folder, RIGHT)
    assert unavailable.value.code == "restore_failed"
    assert str(unavailable.value.parameters["what"]) == f"{folder}: No space left on device"
