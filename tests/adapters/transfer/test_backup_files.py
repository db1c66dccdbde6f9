"""What is chosen as a backup and is none."""

import pytest

from storedesk.adapters.transfer.backup_files import backup_named, verify
from storedesk.domain.refusals.errors import Refused


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("goods.xlsx", b"PK\x03\x04\x14\0\6\0xl/workbook.xml"),
        ("store.dump", b"%PDF-1.7"),
        ("shop.storedesk", b'host = "db"\n'),
        ("nothing.dump", b""),
    ],
)
def test_another_file_is_called_no_backup_before_its_parts_are_missed(tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)

    with pytest.raises(Refused, match="is no backup of a StoreDesk store") as refusal:
        verify(backup_named(file))
    assert refusal.value.code == "backup_foreign"


def test_a_dump_alone_misses_its_parts(tmp_path):
    file = tmp_path / "shop.dump"
    file.write_bytes(b"PGDMP\x01\x0e")

    with pytest.raises(Refused, match="is missing") as refusal:
        verify(backup_named(file))
    assert refusal.value.code == "backup_incomplete"
