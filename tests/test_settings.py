import stat
from uuid import uuid4

import pytest

from storedesk.settings import (
    Address,
    Preferences,
    Profile,
    StoreKind,
    read_toml,
    write_toml,
)

SHARED = Address(host="db.example.com", port=6543, database="shop", ca_file="/etc/ca.crt")


def test_what_was_chosen_is_there_at_the_next_start(tmp_path):
    register = uuid4()
    Profile(tmp_path).change(store=StoreKind.SHARED, address=SHARED, login="ada", register=register)
    Profile(tmp_path).change(scheme="dark")

    assert Profile(tmp_path).preferences() == Preferences(
        store=StoreKind.SHARED, address=SHARED, login="ada", register=register, scheme="dark"
    )


def test_spoiled_settings_count_as_none(tmp_path):
    (tmp_path / "settings.toml").write_text('store = "shared"\nregister = "x"\nlogin = [')
    assert Profile(tmp_path).preferences() == Preferences()

    (tmp_path / "settings.toml").write_text('store = "shared"\nregister = "x"')
    assert Profile(tmp_path).preferences() == Preferences()


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
