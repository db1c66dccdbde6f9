import re
import stat
from uuid import uuid4

import pytest

from storedesk import settings
from storedesk.domain.refusals.errors import Refused
from storedesk.settings import (
    Preferences,
    Profile,
    ServerAddress,
    StoreKind,
    read_toml,
    write_toml,
)

SHARED = ServerAddress(host="db.example.com", port=6543, database="shop", ca_file="/etc/ca.crt")


def test_what_was_chosen_is_there_at_the_next_start(tmp_path):
    register = uuid4()
    Profile(tmp_path).change(store=StoreKind.SHARED, address=SHARED, login="ada", register=register)
    Profile(tmp_path).change(scheme="dark")

    assert Profile(tmp_path).preferences() == Preferences(
        store=StoreKind.SHARED, address=SHARED, login="ada", register=register, scheme="dark"
    )


SPOILED = [
    b'store = "shared"\nregister = "x"\nlogin = [',
    b"\xff\xfe not UTF-8",
    b"\0" * 100,
    b'store = "shared"\nlogin = "ada"',
    b'store = "elsewhere"\nlogin = "ada"',
    b'register = "x"\nlogin = "ada"',
    b'login = 5\nscheme = "dark"',
    b'[address]\nhost = "/tmp"\ndatabase = "shop"',
]


@pytest.mark.parametrize("content", SPOILED)
def test_settings_that_cannot_be_read_are_set_aside_and_never_overwritten(tmp_path, content):
    (tmp_path / "settings.toml").write_bytes(content)
    profile = Profile(tmp_path)
    assert profile.preferences().store is None
    assert profile.set_aside
    assert re.fullmatch(r"settings\.toml\.\d{4}-\d\d-\d\dT\d{6}Z\.bad", profile.set_aside.name)
    profile.change(scheme="light")
    assert profile.set_aside.read_bytes() == content
    assert stat.S_IMODE(profile.set_aside.stat().st_mode) == 0o600
    again = Profile(tmp_path)
    assert again.preferences().scheme == "light"
    assert again.set_aside is None, "told once"


def test_of_spoiled_settings_what_can_be_read_counts(tmp_path):
    (tmp_path / "settings.toml").write_text('register = "x"\nlogin = "ada"\nscheme = "dark"')
    profile = Profile(tmp_path)
    assert (profile.preferences().login, profile.preferences().scheme) == ("ada", "dark")
    assert profile.set_aside


@pytest.mark.parametrize(
    "content",
    [
        "",
        'login = "ada"',
        'store = ""\nregister = ""',
        'store = "shared"\n[address]\nhost = "db.example.com"\ndatabase = "shop"',
        'register = "{6B1F0F0E-6F0B-4C0E-9B1F-0F0E6F0B4C0E}"',
    ],
)
def test_settings_that_were_written_by_hand_are_read(tmp_path, content):
    (tmp_path / "settings.toml").write_text(content)
    profile = Profile(tmp_path)
    profile.preferences()
    assert profile.set_aside is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_settings_that_an_editor_saved_in_another_encoding_are_read(tmp_path, encoding):
    (tmp_path / "settings.toml").write_bytes('login = "j\u00f6rg"\r\n'.encode(encoding))
    profile = Profile(tmp_path)

    assert profile.preferences().login == "j\u00f6rg"
    assert profile.set_aside is None


def test_what_a_newer_program_has_written_stays(tmp_path):
    (tmp_path / "settings.toml").write_text('login = "ada"\nvolume = 7\n[till]\nx = 1\n')
    Profile(tmp_path).change(login="bob")
    assert read_toml(tmp_path / "settings.toml") == {
        "login": "bob", "scheme": "system", "language": "", "volume": 7, "till": {"x": 1},
    }  # fmt: skip


def test_settings_that_may_not_be_read_are_told_and_left(tmp_path):
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(Refused, match=r"settings.toml cannot be read: Is a directory"):
        Profile(tmp_path).preferences()
    with pytest.raises(Refused):
        Profile(tmp_path).change(login="ada")


def test_where_the_disk_takes_no_settings_they_count_until_the_end(tmp_path, monkeypatch, caplog):
    profile = Profile(tmp_path)
    profile.change(login="ada")
    monkeypatch.setattr(settings, "write_whole", full)
    profile.change(scheme="dark")
    assert (profile.preferences().login, profile.preferences().scheme) == ("ada", "dark")
    assert "the settings cannot be saved" in caplog.text
    monkeypatch.undo()
    profile.change(language="de")
    assert Profile(tmp_path).preferences() == profile.preferences()
    assert profile.preferences().scheme == "dark"


def full(*_, **__):
    raise Refused("file_not_written", file="settings.toml", why="No space left on device")


def test_a_profile_that_is_a_file_is_told(tmp_path):
    file = tmp_path / "file"
    file.touch()
    for folder in (file, file / "below"):
        with pytest.raises(Refused, match="is a file, and a profile is a folder"):
            Profile(folder).make()
        with pytest.raises(Refused, match="is a file, and a profile is a folder"):
            Profile(folder).preferences()


def test_files_are_written_whole_and_for_this_account_alone(tmp_path):
    file = tmp_path / "made" / "settings.toml"
    write_toml(file, {"login": "ada"})

    with pytest.raises(TypeError):
        write_toml(file, {"login": object()})

    assert read_toml(file) == {"login": "ada"}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [one.name for one in file.parent.iterdir()] == ["settings.toml"]


def test_a_certificate_is_kept_once_under_a_name_of_its_own(tmp_path):
    profile = Profile(tmp_path)
    first = profile.keep_authority("one")
    assert profile.keep_authority("one") == first
    assert profile.keep_authority("other") != first
    assert first.read_text() == "one"
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
