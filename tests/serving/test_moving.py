"""The store of one computer moves to a server: whole and compared, or not at all."""

import os
import shutil
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from storedesk.adapters.files.demo_logins import demo_logins
from storedesk.adapters.transfer import moving
from storedesk.adapters.transfer.fingerprints import fingerprints
from storedesk.domain.refusals.errors import Refused, StoreError, Unavailable
from storedesk.domain.store import StoreSettings
from storedesk.domain.workspace import NewStore
from storedesk.persistence.schema.invariants import broken
from storedesk.services import demo, workspace
from storedesk.services.workspace import Workspace
from storedesk.settings import Profile, StoreKind
from tests.drawn import unique
from tests.serving.conftest import PASSWORD

SIZE = demo.DemoSize(
    products=40, customers=60, days=6, sales_a_day=20, parcels_a_day=4, registers=3
)
CHANGED_ON_THE_WAY = {"storedesk.staff"}


@pytest.fixture(scope="module")
def sold(tmp_path_factory):
    """A store on this computer that has been worked with, and its people's passwords."""
    folder = tmp_path_factory.mktemp("old")
    with pytest.MonkeyPatch.context() as patch:
        whole = demo.make_demo
        patch.setattr(demo, "make_demo", lambda dsn, **more: whole(dsn, size=SIZE, **more))
        made = Workspace(Profile(folder))
        made.make_demo(lambda *_: None)
    made.leave()
    yield folder
    server = workspace.Server(folder / "demo")
    server.start()
    server.remove()


@pytest.fixture
def old(sold):
    """The store before its move, opened and closed by the test."""
    made = Workspace(Profile(sold))
    made.profile.change(store=StoreKind.DEMO)
    yield made
    made.leave()


@pytest.fixture
def gone(machine):
    """No store on the server, before and after."""

    def clear():
        with machine.server().connected() as line:
            line.execute(f"DROP DATABASE IF EXISTS {machine.database} WITH (FORCE)")
            roles = "SELECT rolname FROM pg_roles WHERE rolname ~ %s ORDER BY rolcanlogin DESC"
            for (role,) in line.execute(roles, [f"^({machine.database}|demo|books)_"]).fetchall():
                line.execute(f"DROP ROLE {role}")

    awake(machine)
    clear()
    yield machine
    clear()


def awake(machine):
    """Have the server run, also after a kill: what outlived it goes bit by bit."""
    until = time.monotonic() + 20
    while not machine.server().is_running():
        assert time.monotonic() < until
        with suppress(StoreError):
            machine.server().start()


def reopen(till_workspace):
    """Take back that the store has moved, as the documentation says."""
    server = workspace.Server(till_workspace.profile.folder / "demo")
    server.start()
    with psycopg.connect(server.dsn("demo"), autocommit=True) as line:
        line.execute("ALTER DATABASE demo CONNECTION LIMIT -1")
        line.execute("COMMENT ON DATABASE demo IS NULL")
    server.stop()


def print_of(dsn):
    with psycopg.connect(dsn) as line:
        return dict(fingerprints(line))


def test_a_store_is_moved_compared_and_worked_with_under_the_old_passwords(
    gone, old, till_workspace, capsys
):
    old.open()
    before = print_of(old.own_dsn())
    old.leave()
    assert gone.set_up("--dry-run", how=("--move-from", old.profile.folder)) == 0
    assert "Would move the store" in capsys.readouterr().out

    assert gone.set_up(how=("--move-from", old.profile.folder)) == 0

    said = capsys.readouterr().out
    assert said.index("Moved the store") < said.index("is served at 127.0.0.1, port")
    assert f"Moved the store to {gone.database}: every table was compared." in said
    after = print_of(gone.server().dsn(gone.database))
    assert {name for name in before if before[name] != after[name]} == CHANGED_ON_THE_WAY
    assert sum(rows for rows, _ in before.values()) > 2_000
    with psycopg.connect(gone.server().dsn(gone.database), autocommit=True) as line:
        assert broken(line) == []

    till_workspace.join(gone.invitation(till_workspace.profile))
    known = demo_logins(old.profile)
    for person in known:
        entered = till_workspace.sign_in(person.login, person.password)
        assert entered.me.login == person.login
        entered.desk.close()
    assert {person.role for person in known} >= {"cashier", "clerk", "manager", "admin"}

    assert gone.set_up(how=("--move-from", old.profile.folder)) == 0, "a second time"
    assert "nothing was changed" in capsys.readouterr().out
    with pytest.raises(Refused) as refused:
        old.open()
    assert refused.value.sentence().startswith(f"This store was moved to {gone.database} at 127.")
    with pytest.raises(Refused):
        old.sign_in("demo_maya", "whatever it was")
    reopen(old)


def test_the_moved_store_goes_on_counting_where_the_old_one_stopped(gone, old):
    assert gone.set_up(how=("--move-from", old.profile.folder)) == 0
    with psycopg.connect(gone.server().dsn(gone.database), autocommit=True) as line:
        newest = "SELECT max(seq) FROM inventory_audit_log"
        [was] = line.execute(newest).fetchone()
        some = "(SELECT product_id FROM inventory ORDER BY 1 LIMIT 1)"
        line.execute(f"SELECT core.move_stock({some}, NULL, 'adjust', 5, 'x', NULL, core.now())")
        [now] = line.execute(newest).fetchone()
        assert now > was
        assert broken(line) == []
        taken_on = "SELECT login FROM storedesk.staff WHERE kind = 'service'"
        assert (f"{gone.database}_system",) in line.execute(taken_on).fetchall()
    reopen(old)


def test_a_store_in_which_somebody_works_is_not_moved(gone, old, capsys):
    old.open()
    try:
        with psycopg.connect(old.own_dsn("system")):
            assert gone.set_up(how=("--move-from", old.profile.folder)) == 1
    finally:
        old.leave()
    assert "in use by demo_system. Close their windows" in capsys.readouterr().err
    assert gone.server().store_in(gone.database) is None


def test_a_login_that_another_store_of_the_server_has_is_named(gone, old, capsys):
    with gone.server().connected() as line:
        line.execute("CREATE ROLE demo_maya LOGIN")
    assert gone.set_up(how=("--move-from", old.profile.folder)) == 1
    assert "demo_maya" in capsys.readouterr().err
    is_as_it_was(gone, old)


def is_as_it_was(machine, old):
    """There is no store on the server, not even half of one, and the old one lets people in."""
    with machine.server().connected() as line:
        there = "SELECT count(*) FROM pg_database WHERE datname = %s"
        assert line.execute(there, [machine.database]).fetchone() == (0,)
        roles = "SELECT count(*) FROM pg_roles WHERE rolname ~ %s"
        assert line.execute(roles, [f"^{machine.database}_"]).fetchone() == (0,)
    old.open()
    with psycopg.connect(old.own_dsn("system")):
        pass
    old.leave()


def test_one_that_differs_is_not_moved(gone, old, capsys, monkeypatch):
    def forgetful(source, target, table):
        copied(source, target, table)
        if "order_line_items" in table.as_string(target):
            target.execute("UPDATE order_line_items SET product_name = 'Mug'")

    copied = moving._copy_table
    monkeypatch.setattr(moving, "_copy_table", forgetful)
    assert gone.set_up(how=("--move-from", old.profile.folder)) == 1
    assert "public.order_line_items differs. Nothing was moved." in capsys.readouterr().err
    is_as_it_was(gone, old)


def test_a_server_that_is_killed_in_the_middle_leaves_no_half_store(gone, old, capsys, monkeypatch):
    def interrupted(source, target, table):
        if "orders" in table.as_string(target):  # nothing is tidied up, as in a power cut
            gone.call("pg_ctlcluster", gone.major, gone.name, "stop", "--mode=immediate")
        copied(source, target, table)

    copied = moving._copy_table
    monkeypatch.setattr(moving, "_copy_table", interrupted)
    assert gone.set_up(how=("--move-from", old.profile.folder)) == 1
    said = capsys.readouterr()
    assert "Nothing was moved" in said.err
    assert "Moved" not in said.out

    monkeypatch.setattr(moving, "_copy_table", copied)
    awake(gone)
    assert gone.server().store_in(gone.database) is None
    assert gone.set_up(how=("--move-from", old.profile.folder)) == 0
    reopen(old)


def refuses_all(server):
    """Nobody comes in while it moves, and whoever opens it is told why."""
    with pytest.raises(psycopg.OperationalError, match="too many connections"):
        psycopg.connect(server.dsn("demo", login="demo_system"))
    with pytest.raises(Unavailable) as away:
        moving.moved_to(server.dsn("demo"))
    assert away.value.code == "store_moving"


def test_a_move_that_was_killed_leaves_a_store_that_opens_again(old):
    server = workspace.Server(old.profile.folder / "demo")
    server.start()
    system = server.dsn("demo", login="demo_system")
    try:
        with suppress(InterruptedError), moving.old_store(server.dsn("demo")) as mover:
            refuses_all(server)
            mover.line.close()  # as the system does for a program that was killed
            raise InterruptedError
        with pytest.raises(psycopg.OperationalError, match="too many connections"):
            psycopg.connect(system)
        assert moving.moved_to(server.dsn("demo")) is None
        psycopg.connect(system).close()
    finally:
        server.stop()


def test_whoever_comes_while_it_moves_is_shut_out(gone, old):
    refusals = []
    copied = moving._copy_table

    def slow(source, target, table):
        if not refusals:
            worker = threading.Thread(target=lambda: refusals.append(knock()))
            worker.start()
            worker.join()
        copied(source, target, table)

    def knock():
        try:
            psycopg.connect(knocking["dsn"]).close()
        except psycopg.OperationalError as error:
            return str(error)
        return ""

    server = workspace.Server(old.profile.folder / "demo")
    server.start()
    knocking = {"dsn": server.dsn("demo", login="demo_system")}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(moving, "_copy_table", slow)
        assert gone.set_up(how=("--move-from", old.profile.folder)) == 0
    server.stop()
    assert "too many connections" in refusals[0]
    reopen(old)


def test_a_store_of_ones_own_keeps_its_people_under_its_new_name(gone, tmp_path_factory):
    """Not the demo: a new store, moved under another name than it had."""
    folder = tmp_path_factory.mktemp("books")
    made = Workspace(Profile(folder))
    settings = StoreSettings(name="Corner Books")
    first = NewStore(settings=settings, login="books_emma", display_name="Emma", password=PASSWORD)
    made.make_store(first, lambda *_: None)
    made.leave()
    try:
        assert gone.set_up(how=("--move-from", folder)) == 0
        till = Workspace(Profile(tmp_path_factory.mktemp("till")))
        till.join(gone.invitation(till.profile))
        entered = till.sign_in("books_emma", PASSWORD)
        assert entered.store.name == "Corner Books"
        entered.desk.close()
    finally:
        server = workspace.Server(folder / "embedded")
        server.start()
        server.remove()


def test_what_root_writes_into_somebodys_profile_stays_theirs(gone):
    """Root moves the store of a person whose account runs its server, and will run it again."""
    folder = Path(tempfile.gettempdir()) / f"storedesk-theirs-{unique(8)}"  # in reach of all
    for part in (folder, folder / "embedded"):
        part.mkdir(mode=0o711)
    made = Workspace(Profile(folder))
    settings = StoreSettings(name="Corner Books")
    first = NewStore(settings=settings, login="books_emma", display_name="Emma", password=PASSWORD)
    made.make_store(first, lambda *_: None)
    made.leave()
    home = folder / "embedded"
    account = (home / "server").stat()
    assert account.st_uid != 0, "the server's own account"
    for path in (folder, home, *home.iterdir(), *folder.iterdir()):
        os.chown(path, account.st_uid, account.st_gid, follow_symlinks=False)
    for left in ("server.log", "gate.lock"):  # made anew by root
        (home / "server" / left).unlink(missing_ok=True)
    try:
        assert gone.set_up(how=("--move-from", folder)) == 0
        owners = {
            path: path.lstat().st_uid for path in (*home.iterdir(), *(home / "server").iterdir())
        }
        assert set(owners.values()) == {account.st_uid}, owners
    finally:
        server = workspace.Server(home)
        server.start()
        server.remove()
        shutil.rmtree(folder)


def test_an_admin_looks_after_the_people_that_were_moved(gone, old):
    """Their logins belong to the account functions, as if they had been made there."""
    assert gone.set_up(how=("--move-from", old.profile.folder)) == 0
    people = {person.role: person for person in demo_logins(old.profile)}
    dsn = gone.server().dsn(gone.database)
    with psycopg.connect(dsn, autocommit=True) as line:
        words = "SELECT core.open_login(%s, %s), core.change_password(%s, rolpassword)"
        login = people["cashier"].login
        line.execute(f"{words} FROM pg_authid WHERE rolname = %s", [login, False, login, login])
        is_open = "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s"
        assert line.execute(is_open, [login]).fetchone() == (False,)
    reopen(old)


def test_moving_twice_to_two_servers_is_refused(gone, old, capsys):
    assert gone.set_up(how=("--move-from", old.profile.folder)) == 0
    capsys.readouterr()
    words = ["--database", "second_shop", "--move-from", old.profile.folder]
    assert gone.set_up(*words, how=()) == 1
    assert f"This store was moved to {gone.database}" in capsys.readouterr().err
    reopen(old)
