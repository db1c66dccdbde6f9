import errno
import os

import pytest

from storedesk.adapters.whole_file import WholeFile
from storedesk.domain.errors import Refused


def test_a_file_has_its_name_only_when_it_is_whole(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"what was there")
    whole = WholeFile(path)
    whole.file.write(b"half")
    assert path.read_bytes() == b"what was there"
    whole.keep()
    whole.drop()
    assert path.read_bytes() == b"half"
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


def test_a_dropped_file_leaves_nothing(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"what was there")
    whole = WholeFile(path)
    whole.file.write(b"half")
    whole.drop()
    assert path.read_bytes() == b"what was there"
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


def test_a_link_stays_a_link(tmp_path):
    path = tmp_path / "list.csv"
    path.symlink_to(tmp_path / "real.csv")
    whole = WholeFile(path)
    whole.file.write(b"new")
    whole.keep()
    assert path.is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


def test_why_a_file_cannot_be_written_is_said(tmp_path):
    with pytest.raises(Refused) as refusal:
        WholeFile(tmp_path / "missing" / "list.csv")
    assert str(refusal.value) == "list.csv cannot be written: No such file or directory."


def test_a_name_that_is_a_folder_is_said_and_nothing_is_left(tmp_path):
    (tmp_path / "list.csv").mkdir()
    whole = WholeFile(tmp_path / "list.csv")
    with pytest.raises(Refused, match="cannot be written"):
        whole.keep()
    whole.drop()
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


def test_a_full_disk_is_said(tmp_path):
    whole = WholeFile(tmp_path / "list.csv")
    refusal = whole.refusal(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert refusal.code == "file_not_written"
    assert "No space left" in str(refusal)
    whole.drop()
