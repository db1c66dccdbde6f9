import os
import signal
import sys
import time
from types import SimpleNamespace
from uuid import uuid4

import psycopg
import pytest

from storedesk.adapters.embedded.postmaster import read_pid_file
from storedesk.adapters.embedded.server import Server
from storedesk.adapters.files.demo_logins import demo_logins
from storedesk.domain.refusals.errors import NotAllowed, NotFound, Refused, Unavailable
from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore, WorkspaceStep
from storedesk.services import approving, demo, own_password
from storedesk.services.store_file import MARK, marked, mend
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, ServerAddress, StoreKind

PASSWORD = "a long enough password"
WANTED = {"action": "cancel_order", "detail": {"order_id": "1"}}
SMALL = demo.DemoSize(products=12, customers=8, days=1, sales_a_day=3, parcels_a_day=1, registers=2)


def new(**changes):
    known = {"login": "emma", "display_name": "Emma Price", "password": PASSWORD}
    return NewStore(settings=StoreSettings(name="Corner Books"), **(known | changes))


@pytest.fixture
def home(tmp_path_factory):
    """A profile's folder that root's server, which runs as someone else, can get to or not."""
    return tmp_path_factory.mktemp("profile")


@pytest.fixture
def workspace(home):
    made = Workspace(Profile(home))
    made.profile.make()
    yield made
    server = made.server or Server(home / "embedded")
    made.leave()
    server.start()
    server.remove()


def a_pause_ends_though_nobody_else_is_there(workspace):
    words = """
        INSERT INTO storedesk.login_pauses
        SELECT 'emma', core.now() - interval '5 minutes', core.now() + interval '5 minutes',
               core.limit_connections('emma', 0)
    """
    with psycopg.connect(workspace.own_dsn(), autocommit=True) as owner:
        owner.execute(words)
        with pytest.raises(Unavailable) as resting:
            workspace.sign_in("emma", PASSWORD)
        assert resting.value.code == "login_rests"
        owner.execute("UPDATE storedesk.login_pauses SET paused_until = core.now()")
    entered = workspace.sign_in("emma", PASSWORD)
    assert entered.me.name == "Emma Price"
    entered.desk.close()


def test_a_new_store_is_made_signed_in_to_and_found_again(workspace, home):
    steps = []
    workspace.make_store(new(), lambda step, _: steps.append(step))
    assert steps == [WorkspaceStep.SERVER, WorkspaceStep.TABLES, WorkspaceStep.PERSON]
    assert workspace.profile.preferences().store is StoreKind.EMBEDDED

    entered = workspace.sign_in("emma", PASSWORD)
    assert (entered.me.name, entered.store.name) == ("Emma Price", "Corner Books")
    assert len(entered.registers) == 1
    entered.desk.close()
    with pytest.raises(NotAllowed) as refused:
        workspace.sign_in("emma", "not her password")
    assert refused.value.code == "wrong_password"
    for login in ("postgres", "store_system", "nobody"):
        with pytest.raises(NotAllowed) as refused:
            workspace.sign_in(login, PASSWORD)
        assert refused.value.code == "wrong_password"
        with pytest.raises(NotAllowed) as refused:
            workspace.dsn_of(login, PASSWORD)
        assert refused.value.code == "wrong_password"
    with pytest.raises(NotAllowed) as refused:
        approving.approve(workspace.dsn_of("emma", "not her password"), uuid4(), **WANTED)
    assert refused.value.code == "wrong_password"
    approving.approve(workspace.dsn_of("emma", PASSWORD), uuid4(), **WANTED)
    with pytest.raises(NotAllowed) as refused:
        own_password.change(workspace.dsn_of("emma", "not her password"), "emma", "x" * 12)
    assert refused.value.code == "wrong_password"
    own_password.change(workspace.dsn_of("emma", PASSWORD), "emma", "quite another secret")
    workspace.sign_in("emma", "quite another secret").desk.close()
    own_password.change(workspace.dsn_of("emma", "quite another secret"), "emma", PASSWORD)
    a_pause_ends_though_nobody_else_is_there(workspace)

    with psycopg.connect(workspace.own_dsn("system")) as line:
        assert line.execute("SELECT session_user").fetchone() == ("store_system",)

    workspace.leave()
    again = Workspace(Profile(home))
    again.open()
    entered = again.sign_in("emma", PASSWORD)
    entered.desk.close()
    with pytest.raises(Refused) as refused:
        again.make_store(new(login="other"), lambda *_: None)
    assert refused.value.code == "store_here_already"
    again.leave()


def test_a_store_whose_profile_was_lost_is_found_and_never_replaced(workspace, home):
    workspace.make_store(new(), lambda *_: None)
    workspace.leave()
    (home / "embedded" / MARK).unlink()
    (home / "settings.toml").unlink()

    with pytest.raises(Refused) as refused:
        workspace.make_store(new(), lambda *_: None)
    assert refused.value.code == "store_here_already"
    workspace.choose(StoreKind.EMBEDDED)
    workspace.sign_in("emma", PASSWORD).desk.close()


def test_a_store_that_did_not_become_whole_leaves_nothing_in_the_way(workspace):
    with pytest.raises(Refused) as refused:
        workspace.make_store(new(login="Not A Login"), lambda *_: None)
    assert refused.value.code == "bad_login"
    assert not workspace.is_made(StoreKind.EMBEDDED)

    workspace.make_store(new(), lambda *_: None)
    assert workspace.is_made(StoreKind.EMBEDDED)


def test_the_demo_is_filled_and_its_people_sign_in_by_their_short_names(
    workspace, home, monkeypatch
):
    whole = demo.make_demo
    monkeypatch.setattr(demo, "make_demo", lambda dsn, **more: whole(dsn, size=SMALL, **more))
    workspace.make_demo(lambda *_: None)
    people = demo_logins(workspace.profile)
    assert {person.role for person in people} == {
        "cashier",
        "clerk",
        "manager",
        "admin",
        "auditor",
    }
    maya = next(person for person in people if person.login == "demo_maya")
    for login in ("maya", "demo_maya"):
        entered = workspace.sign_in(login, maya.password)
        assert (entered.me.login, entered.store.is_demo) == ("demo_maya", True)
        entered.desk.close()

    workspace.make_demo(lambda *_: None)
    assert demo_logins(workspace.profile) == people, "one whose logins are known stays"
    (home / "demo.toml").write_bytes(b"[")
    workspace.make_demo(lambda *_: None)
    [maya] = [one for one in demo_logins(workspace.profile) if one.login == "demo_maya"]
    workspace.sign_in("maya", maya.password).desk.close()


def test_a_password_that_is_too_short_is_refused_before_anything_is_made(workspace):
    with pytest.raises(Refused) as refused:
        workspace.make_store(new(password="short"), lambda *_: None)
    assert refused.value.code == "password_short"
    assert not (workspace.profile.folder / "embedded").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal there")
def test_a_person_gets_in_although_the_stores_own_server_has_died(workspace):
    workspace.make_store(new(), lambda _step, _share: None)
    os.kill(read_pid_file(workspace.server.data).pid, signal.SIGKILL)
    while workspace.server.is_running:
        time.sleep(0.01)

    entered = workspace.sign_in("emma", PASSWORD)

    assert entered.me.name == "Emma Price"
    entered.desk.close()


def test_before_a_store_is_chosen_there_is_no_database(home):
    bare = Workspace(Profile(home))
    for ask in (lambda: bare.database, bare.own_dsn, lambda: bare.sign_in("emma", PASSWORD)):
        with pytest.raises(NotFound) as refused:
            ask()
        assert refused.value.code == "no_such_database"


def test_a_store_with_a_damaged_mark_or_old_tables_is_mended_and_a_newer_one_left(workspace, home):
    workspace.make_store(new(), lambda *_: None)
    comment = "SELECT obj_description('api'::regnamespace, 'pg_namespace')"
    with psycopg.connect(workspace.own_dsn(), autocommit=True) as owner:
        owner.execute("CREATE DATABASE another")
        ours = owner.execute(comment).fetchone()
        owner.execute("COMMENT ON SCHEMA api IS 'of last year'")
    workspace.leave()
    (home / "embedded" / MARK).write_text("[", encoding="utf-8")

    steps = []
    workspace.open(lambda step, _share: steps.append(step))

    assert steps == [WorkspaceStep.SERVER, WorkspaceStep.TABLES]
    assert marked(home / "embedded") == "store"
    with psycopg.connect(workspace.own_dsn(), autocommit=True) as owner:
        assert owner.execute(comment).fetchone() == ours
        owner.execute("UPDATE storedesk.alembic_version SET version_num = '9999'")
    with pytest.raises(Refused) as refused:
        workspace.open()
    assert refused.value.code == "store_newer"


def test_a_shared_store_that_is_away_is_said(home):
    away = Workspace(Profile(home))
    there = ServerAddress(host="127.0.0.1", port=1, database="shop")
    away.profile.change(store=StoreKind.SHARED, address=there)
    with pytest.raises(Unavailable) as refused:
        away.sign_in("emma", PASSWORD)
    assert refused.value.code != "login_rests"
    assert not away.profile.preferences().login


def test_a_damaged_mark_stays_where_the_server_has_no_store(home):
    (home / MARK).write_text("[", encoding="utf-8")
    mend(Profile(home), home, SimpleNamespace(databases=list))
    assert (home / MARK).read_text(encoding="utf-8") == "["
