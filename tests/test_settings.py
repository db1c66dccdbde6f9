import stat
from uuid import uuid4

import pytest

from storedesk.settings import (
    Address,
    Preferences,
    Profile,
    StoreKind,
    read_address,
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


def test_a_connection_file_gives_host_port_database_and_ca_file_alone(tmp_path):
    file = tmp_path / "connection.toml"
    file.write_text(
        'host = "db.example.com"\nport = 6543\ndatabase = "shop"\nca_file = "/etc/ca.crt"\n'
        'options = "-c role=postgres"\nsslmode = "disable"\npassfile = "/etc/shadow"\nuser = "x"\n'
    )
    assert read_address(file) == SHARED


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
    ],
)
def test_a_connection_file_that_says_something_else_is_not_believed(tmp_path, line):
    known = {"host": 'host = "db"', "database": 'database = "shop"'}
    known[line.partition(" ")[0]] = line
    file = tmp_path / "connection.toml"
    file.write_text("\n".join(known.values()))
    assert read_address(file) is None
