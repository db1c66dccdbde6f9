"""The files of a profile that a person, a program or a disk has spoiled: kept aside, and told."""

import os
import shutil

import pytest

from storedesk.adapters.files.demo_logins import demo_logins, keep_demo_logins
from storedesk.domain.demo.logins import DemoLogin
from storedesk.domain.refusals.errors import Refused
from storedesk.services import store_file
from storedesk.settings import Profile, StoreKind
from storedesk.ui.shell.main_window import MainWindow
from storedesk.ui.shell.window_place import first_size
from storedesk.ui.sign_in.view import SignIn
from storedesk.ui.store_access import StoreAccess as RealDoor
from tests.ui.store_access import StoreAccess

PEOPLE = (DemoLogin("demo_ana", "cashier", "Ana Beltrán", "ana-pass-word"),)
CONTENTS = {
    "garbled": b'people = [{ login = "demo_ana", ',
    "empty": b"",
    "binary": bytes(range(256)) * 8,
    "another": b'[[people]]\nname = "Ana"',
    "numbers": b"[[people]]\nlogin = 1\nrole = 2\nname = 3\npassword = 4",
    "list": b"people = [1, 2]\ndatabase = []",
}
KINDS = [*CONTENTS, "folder", "unreadable"]


def spoil(file, kind):
    """Spoil a file; return what it is afterwards."""
    if kind == "unreadable":
        if os.geteuid() == 0:
            pytest.skip("root reads everything")
        file.write_bytes(b"")
        file.chmod(0)
    elif kind == "folder":
        file.unlink(missing_ok=True)
        file.mkdir()
        (file / "precious").touch()
    else:
        file.write_bytes(CONTENTS[kind])


def assert_kept(file, kind):
    [kept] = file.parent.glob(f"{file.name}.*.bad")
    if kind in CONTENTS:
        assert kept.read_bytes() == CONTENTS[kind]
    elif kind == "folder":
        assert (kept / "precious").exists()
    return kept


@pytest.mark.parametrize("kind", KINDS)
def test_spoiled_logins_of_the_demo_are_kept_aside_and_told_once(tmp_path, kind):
    profile = Profile(tmp_path)
    spoil(profile.demo, kind)
    assert demo_logins(profile) == ()
    kept = assert_kept(profile.demo, kind)
    [told] = profile.take_unreported()
    assert (told.code, told.parameters) == ("demo_logins_set_aside", {"file": kept})

    assert demo_logins(profile) == ()
    assert profile.take_unreported() == []
    keep_demo_logins(profile, PEOPLE)
    assert demo_logins(profile) == PEOPLE


def test_logins_that_cannot_be_moved_either_are_not_shown(tmp_path, monkeypatch):
    profile = Profile(tmp_path)
    profile.demo.write_bytes(b"[")

    def refuse(*_):
        raise Refused("profile_unwritable", folder=tmp_path, why="Read-only file system")

    monkeypatch.setattr(profile, "move_aside", refuse)
    assert demo_logins(profile) == ()


async def test_sign_in_says_what_was_set_aside(qtbot, tmp_path):
    access = StoreAccess(Profile(tmp_path))
    access.profile.change(store=StoreKind.DEMO)
    spoil(access.profile.demo, "garbled")
    page = SignIn(access)
    qtbot.addWidget(page)
    page.begin()
    await page.idle()
    kept = assert_kept(access.profile.demo, "garbled")
    assert page.people.isHidden()
    assert page.problem.text() == Refused("demo_logins_set_aside", file=kept).sentence()


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoiled_mark_of_a_store_is_written_anew_by_what_the_server_has(
    tmp_path, kind, monkeypatch
):
    monkeypatch.setattr(store_file, "store_in", lambda server: server)
    profile = Profile(tmp_path)
    mark = tmp_path / store_file.MARK
    spoil(mark, kind)
    store_file.mend(profile, tmp_path, None)
    assert store_file.marked(tmp_path) == "", "nothing is known of an empty server"

    store_file.mend(profile, tmp_path, "corner_shop")
    assert_kept(mark, kind)
    assert store_file.marked(tmp_path) == "corner_shop"
    store_file.mend(profile, tmp_path, "another")
    assert store_file.marked(tmp_path) == "corner_shop"


@pytest.mark.parametrize("kind", KINDS)
async def test_a_spoiled_place_on_the_screen_is_forgotten(qtbot, tmp_path, kind):
    profile = Profile(tmp_path)
    spoil(profile.geometry, kind)
    window = MainWindow(RealDoor(profile))
    qtbot.addWidget(window)
    assert window.size() == first_size(window)
    window.end()
    if kind == "folder":
        shutil.rmtree(profile.geometry)
