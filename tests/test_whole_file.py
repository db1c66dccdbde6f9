import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from storedesk import whole_file
from storedesk.domain.refusals.errors import Refused
from storedesk.whole_file import WholeFile, write_whole


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
    with pytest.raises(Refused, match=r"list.csv cannot be written: Is a directory"):
        WholeFile(tmp_path / "list.csv")
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


def test_a_full_disk_is_said(tmp_path):
    whole = WholeFile(tmp_path / "list.csv")
    refusal = whole.refusal(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert refusal.code == "file_not_written"
    assert "No space left" in str(refusal)
    whole.drop()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444, 0o755, 0o666])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path, mode):
    path = tmp_path / "list.csv"
    path.touch()
    path.chmod(mode)
    write_whole(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)


def test_the_draft_of_a_private_file_is_private_from_its_first_moment(tmp_path, monkeypatch):
    path = tmp_path / "secret"
    path.touch(mode=0o600)
    modes = []
    real = os.open

    def watched(file, flags, mode=0o777):
        modes.append(mode)
        return real(file, flags, mode)

    monkeypatch.setattr(os, "open", watched)
    write_whole(path, b"new")
    write_whole(tmp_path / "other", b"new", mode=0o640)
    assert modes == [0o600, 0o600]
    assert stat.S_IMODE((tmp_path / "other").stat().st_mode) == 0o640


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_root_replaces_stays_whose_it_was(tmp_path):
    path = tmp_path / "list.csv"
    path.touch()
    os.chown(path, 65534, 65534)
    write_whole(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (65534, 65534)


@pytest.mark.parametrize("way", ["itself", "link"])
def test_a_pipe_is_written_to_and_stays(tmp_path, way):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    if way == "link":
        (tmp_path / "link").symlink_to(path)
        path = tmp_path / "link"
    read = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    write_whole(path, b"through the pipe")
    reader.join(10)
    assert read == [b"through the pipe"]
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_full_device_stays_one_and_is_said():
    for content in (b"a", b"a" * 100_000):
        with pytest.raises(Refused, match=r"full cannot be written: No space left"):
            write_whole(Path("/dev/full"), content)
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
    write_whole(Path("/dev/null"), b"nothing")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_links_in_a_circle_are_said(tmp_path):
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    with pytest.raises(Refused, match="cannot be written"):
        WholeFile(tmp_path / "one")


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/{}", "/proc/self/fd/{}"])
def test_an_open_file_is_gone_on_with_where_it_stands(tmp_path, name, monkeypatch):
    """As `storedesk export catalog /dev/stdout >> file` has it."""
    target = tmp_path / "all"
    target.write_bytes(b"before\n")
    with target.open("ab") as out:
        number = out.fileno()
        monkeypatch.setitem(whole_file._NAMED, "/dev/stdout", number)
        write_whole(Path(name.format(number)), b"ours\n")
        out.write(b"after\n")
    assert target.read_bytes() == b"before\nours\nafter\n"
    assert [one.name for one in tmp_path.iterdir()] == ["all"]


def test_what_is_not_open_for_writing_is_said():
    with Path(os.devnull).open("rb") as nothing:
        for number in (9999, nothing.fileno()):
            with pytest.raises(Refused, match="cannot be written: Bad file descriptor"):
                write_whole(Path(f"/dev/fd/{number}"), b"x")
