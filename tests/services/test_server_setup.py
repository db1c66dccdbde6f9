"""Steps of `storedesk server setup` that need no server of Debian's: see tests/serving."""

import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from storedesk import queries
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.server_setup import Serving, SetupChange
from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore
from storedesk.persistence.schema.migrations import make_database
from storedesk.services.administration import asked
from storedesk.services.server_setup import SetupOptions, _checked, _refuse_places, _Setup
from tests.conftest import PASSWORD, Store
from tests.drawn import unique

SERVING = Serving(database="shop", hosts=("Shop.Example",), staff_from=("10.0.0.7/8",))


def a_setup(server, *, is_there=False):
    nothing = SimpleNamespace()
    return _Setup(
        server, nothing, nothing, SERVING, lambda *_: None, is_dry=False, is_there=is_there
    )


def test_what_was_chosen_is_checked_and_written_as_the_server_reads_it():
    known = _checked(SERVING)
    assert (known.hosts, known.staff_from) == (("shop.example",), ("10.0.0.0/8",))


@pytest.mark.parametrize(
    ("serving", "code"),
    [(Serving(database="Two Words", hosts=("shop.example",)), "database_name"),
     (Serving(database="shop", hosts=()), "server_host_missing")],
)  # fmt: skip
def test_a_store_without_a_name_or_a_host_is_not_served(serving, code):
    with pytest.raises(Refused) as refused:
        _checked(serving)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("listen", "file", "folder", "code"),
    [("203.0.113.9", "shop.storedesk", "kept", "server_listen_elsewhere"),
     ("*", ".", "kept", "file_not_written"),
     ("*", "missing/shop.storedesk", "kept", "file_not_written"),
     ("*", "shop.storedesk", "file/kept", "server_no_folder")],
)  # fmt: skip
def test_places_are_checked_before_anything_is_changed(tmp_path, listen, file, folder, code):
    (tmp_path / "file").touch()
    serving = Serving(database="shop", hosts=("shop.example",), listen=listen)
    wanted = SetupOptions(database="shop", join_file=tmp_path / file)
    with pytest.raises(Refused) as refused:
        _refuse_places(serving, wanted, tmp_path / folder)
    assert refused.value.code == code


def test_a_server_that_does_not_come_back_gets_its_old_files():
    done = []

    def restart():
        raise Unavailable("unavailable")

    server = SimpleNamespace(restart=restart, start=lambda: done.append("start"))
    files = SimpleNamespace(tried=lambda: True, put_back=lambda: done.append("put back"))

    with pytest.raises(Unavailable):
        a_setup(server)._applied(files)
    assert done == ["put back", "start"]


def test_a_store_that_was_left_without_a_person_gets_one(built):
    made = Store(built.server, f"alone_{unique(8)}")
    login = f"{made.name}_olga"
    new = NewStore(
        settings=StoreSettings(name="Shop"), login=login, display_name="Olga", password=PASSWORD
    )
    wanted = SetupOptions(database="shop", join_file=Path("shop.storedesk"), new=lambda: new)
    setup = a_setup(SimpleNamespace(dsn=lambda _: made.dsn()), is_there=True)
    try:
        make_database(made.dsn(), StoreSettings(name="Shop"))
        for _ in range(2):
            setup.bring_store(wanted)
        assert [one.login for one in asked(made.dsn(), queries.staff.list_staff)] == [login]
    finally:
        made.demolish()


def test_a_folder_that_nobody_may_write_to_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write anywhere
    wanted = SetupOptions(database="shop", join_file=tmp_path / "shop.storedesk")
    with pytest.raises(Refused) as refused:
        _refuse_places(SERVING, wanted, tmp_path)
    assert refused.value.parameters["why"] == os.strerror(errno.EACCES)


@pytest.mark.parametrize("is_dry", [False, True])
def test_a_server_that_stands_still_is_started_unless_the_run_is_dry(is_dry):
    done, said = [], []
    server = SimpleNamespace(is_running=lambda: False, start=lambda: done.append("start"))
    setup = a_setup(server)
    setup.is_dry, setup.report = is_dry, lambda change, _: said.append(change)

    setup.start()

    assert (done, said) == ([] if is_dry else ["start"], [SetupChange.STARTED])
