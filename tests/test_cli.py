import io
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from storedesk import __version__
from storedesk.cli import parser, run
from tests.conftest import PASSWORD, Store
from tests.drawn import unique

OWNERS = "a long enough password"


@pytest.fixture
def empty(built):
    """The name of a store that is not made yet, and goes with the test."""
    store = Store(built.server, f"cli_{unique(8)}")
    yield store
    store.demolish()


@pytest.fixture
def owned(empty, monkeypatch):
    """A store made by `db init`."""
    monkeypatch.setenv("STOREDESK_PASSWORD", OWNERS)
    words = ["--owner", f"{empty.name}_owner_person", "--name", "Corner Shop", "--city", "Bern"]
    words += ["--currency", "CHF", "--time-zone", "Europe/Zurich", "--tax-mode", "inclusive"]
    assert run(["db", "init", "--dsn", empty.dsn(), *words]) == 0
    return empty


def test_it_knows_its_version_and_refuses_what_it_does_not_know(capsys):
    for words, code in (["--version"], 0), (["db", "init"], 2), (["sell"], 2), (["db"], 2):
        with pytest.raises(SystemExit) as ended:
            run(words)
        assert ended.value.code == code
    assert __version__ in capsys.readouterr().out


def test_init_makes_a_store_as_it_was_described_whose_owner_can_sign_in(owned, capsys):
    settings = "SELECT row(name, store_city, store_street, currency, time_zone, tax_mode)::text"
    assert owned.sql(f"{settings} FROM storedesk.store_settings") == (
        '("Corner Shop",Bern,"(not set)",CHF,Europe/Zurich,inclusive)'
    )
    owner = make_conninfo(owned.dsn(), user=f"{owned.name}_owner_person", password=OWNERS)
    assert run(["db", "check", "--dsn", owned.dsn()]) == 0
    assert run(["import", "catalog", "--dsn", owner, "--dry-run", os.devnull]) == 1
    assert "There is nothing in" in capsys.readouterr().err


LIMITS = """
    SELECT l.value::text FROM storedesk.limits AS l WHERE kind LIKE 'refund_%%amount' AND value > 0
    ORDER BY l.value
"""


@pytest.mark.parametrize(
    ("options", "said", "held"),
    [
        ([], "", ("50.00", "200.00")),
        (["--currency", "EUR"], "", ("50.00", "200.00")),
        (["--currency", "JPY"], "5,000 JPY at once and 20,000 in a day", ("5000.00", "20000.00")),
        (["--currency", "CHF"], "up to 50 CHF at once and 200 in a day", ("50.00", "200.00")),
        (["--currency", "SEK", "--refund-limit", "500"], "500 SEK at once and 200",
         ("200.00", "500.00")),
        (["--currency", "SEK", "--refund-limit", "500", "--refund-day-limit", "2000.50"], "",
         ("500.00", "2000.50")),
    ],
)  # fmt: skip
def test_init_asks_what_a_cashier_may_pay_back(empty, monkeypatch, capsys, options, said, held):
    monkeypatch.setenv("STOREDESK_PASSWORD", OWNERS)
    words = ["db", "init", "--dsn", empty.dsn(), "--owner", f"{empty.name}_boss", *options]
    assert run(words) == 0
    told = capsys.readouterr().out
    assert said in told
    assert ("Without a manager" in told) == bool(said)
    assert tuple(value for (value,) in empty.rows(LIMITS)) == held


def test_init_takes_no_limit_that_is_none(empty, monkeypatch, capsys):
    monkeypatch.setenv("STOREDESK_PASSWORD", OWNERS)
    words = ["db", "init", "--dsn", empty.dsn(), "--owner", f"{empty.name}_boss"]
    with pytest.raises(SystemExit) as ended:
        run([*words, "--refund-limit", "much"])
    assert ended.value.code == 2
    assert run([*words, "--refund-limit", "-1"]) == 1
    assert "This amount cannot be used" in capsys.readouterr().err


def test_init_says_no_to_a_second_store_and_to_a_short_password(owned, monkeypatch, capsys):
    assert run(["db", "init", "--dsn", owned.dsn(), "--owner", "someone_else"]) == 1
    assert f"There is a store in {owned.name} already." in capsys.readouterr().err

    monkeypatch.setenv("STOREDESK_PASSWORD", "short")
    assert run(["db", "init", "--dsn", owned.dsn(), "--owner", "someone_else"]) == 1
    assert "12" in capsys.readouterr().err


def test_init_gives_a_store_that_was_left_without_a_person_its_owner(empty, monkeypatch):
    monkeypatch.setenv("STOREDESK_PASSWORD", OWNERS)
    taken = f"{empty.name}_taken"
    with psycopg.connect(empty.server, dbname="postgres", autocommit=True) as server:
        server.execute(f"CREATE ROLE {taken}")
    try:
        assert run(["db", "init", "--dsn", empty.dsn(), "--owner", taken]) == 1
    finally:
        with psycopg.connect(empty.server, dbname="postgres", autocommit=True) as server:
            server.execute(f"DROP ROLE {taken}")
    assert run(["db", "init", "--dsn", empty.dsn(), "--owner", f"{empty.name}_boss"]) == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--owner", "Not A Login"], "This login cannot be used"),
        (["--owner", "kim_manager"], "This login cannot be used"),
        (["--owner", "kim", "--currency", "usd"], "no currency usd"),
        (["--owner", "kim", "--time-zone", "Europe/Springfield"], "no time zone Europe/Spr"),
        (["--owner", "kim", "--time-zone", "../../etc/passwd"], "no time zone ../../etc"),
    ],
)
def test_init_makes_nothing_of_what_cannot_be(empty, monkeypatch, capsys, words, why):
    monkeypatch.setenv("STOREDESK_PASSWORD", OWNERS)
    assert run(["db", "init", "--dsn", empty.dsn(), *words]) == 1
    assert why in capsys.readouterr().err
    with psycopg.connect(empty.server, dbname="postgres") as server:
        there = server.execute("SELECT FROM pg_database WHERE datname = %s", [empty.name])
        assert there.fetchone() is None


def test_somebody_is_taken_on_in_two_groups(owned, monkeypatch, capsys):
    login = f"{owned.name}_kim"
    monkeypatch.setenv("STOREDESK_PASSWORD", "a long enough password")
    words = ["db", "person", login, "--group", "cashier", "--group", "clerk", "--name", "Kim"]
    assert run([*words, "--dsn", owned.dsn()]) == 0
    assert capsys.readouterr().out == f"{login} can sign in as cashier, clerk.\n"
    where = make_conninfo(owned.dsn(), user=login, password="a long enough password")
    with psycopg.connect(where) as line:
        told = line.execute("SELECT api.me()").fetchone()[0]
    assert sorted(told["groups"]) == ["cashier", "clerk"]
    name = "SELECT display_name FROM storedesk.staff WHERE login = %s"
    assert owned.sql(name, login) == "Kim"

    assert run([*words, "--dsn", owned.dsn()]) == 1
    assert "exists on this server already" in capsys.readouterr().err


def test_the_login_for_backups_is_given_a_password(owned, monkeypatch, capsys):
    login = f"{owned.name}_backup"
    monkeypatch.setenv("STOREDESK_PASSWORD", "one long password")
    words = ["db", "program", login, "--group", "backup", "--dsn", owned.dsn()]
    assert run(words) == 0
    assert "has a new password" in capsys.readouterr().out
    where = make_conninfo(owned.dsn(), user=login, password="one long password")
    with psycopg.connect(where) as line:
        assert line.execute("SELECT count(*) FROM orders").fetchone() == (0,)

    words[2] = f"{owned.name}_saver"
    assert run(words) == 1
    assert capsys.readouterr().err == f"The backup login of this store is {login}. Use that name.\n"


def test_a_program_is_let_in_and_given_another_password(owned, monkeypatch, capsys):
    login = f"{owned.name}_web"
    words = ["db", "program", login, "--group", "webshop", "--dsn", owned.dsn()]
    for password, says in (("one long password", "can sign in as webshop"),
                           ("another long one", "has a new password")):  # fmt: skip
        monkeypatch.setenv("STOREDESK_PASSWORD", password)
        assert run(words) == 0
        assert says in capsys.readouterr().out
        where = make_conninfo(owned.dsn(), user=login, password=password)
        with psycopg.connect(where) as line:
            assert line.execute("SELECT count(*) FROM carts").fetchone() == (0,)

    assert run([*words[:3], "--group", "mailer", *words[5:]]) == 1, "it is a web shop's"
    assert run(["db", "program", f"{owned.name}_owner_person", *words[3:]]) == 1, "a person's"
    monkeypatch.setenv("STOREDESK_PASSWORD", "short")
    assert run(words) == 1
    assert capsys.readouterr().err.count("\n") == 3
    assert owned.broken() == []


def test_check_prints_each_broken_rule_with_its_rows(store, add_product, capsys):
    add_product("Mug", on_hand=3)
    with store.connect() as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("UPDATE inventory SET stock_level = 99")

    assert run(["db", "check", "--dsn", store.dsn()]) == 1
    said = capsys.readouterr().out
    assert "I02 stock_level is the sum of its ledger" in said
    assert "  99  3\n" in said
    assert said.endswith("not hold.\n")


def test_check_and_tidy_say_that_the_clock_has_jumped(store, system, orders, goods, capsys):
    order = orders.placed_ago(8, (goods("MUG"), 1))
    assert run(["db", "check", "--dsn", store.dsn()]) == 0
    assert capsys.readouterr().out == "Every rule holds.\n"

    store.sql("UPDATE storedesk.clock SET believed_at = believed_at - interval '1 year',"
              " seen_at = seen_at - interval '1 year'")  # fmt: skip
    assert run(["db", "check", "--dsn", store.dsn()]) == 0
    assert "and was last seen at" in capsys.readouterr().out
    assert run(["db", "maintain", "--dsn", store.dsn(system)]) == 1
    assert "no order was canceled" in capsys.readouterr().err
    assert orders.column(order, "status") == "pending"


def test_demo_data_goes_into_no_store_that_has_goods(store, add_product, capsys):
    add_product("Mug")
    assert run(["db", "demo", "--dsn", store.dsn()]) == 1
    assert "already in use: it has products" in capsys.readouterr().err


def test_an_import_names_bad_rows_and_brings_in_the_good_ones_when_asked(store, tmp_path, capsys):
    file = tmp_path / "goods.csv"
    file.write_text("code,name,price\nA1,Mug,5.50\nA2,Plate,x\n")
    words = ["import", "catalog", "--dsn", store.dsn("cyd"), "--map", "code=code"]
    words += ["--map", "name=name", "--map", "price=price", "--status", "active", str(file)]

    assert run([*words, "--dry-run"]) == 1
    assert run(words) == 1
    refused = capsys.readouterr()
    assert "goods.csv:3: price: “x” cannot be read as a price" in refused.err
    assert store.sql("SELECT count(*) FROM products") == 0

    assert run([*words, "--skip-bad", "--opening-stock", "4"]) == 0
    assert store.sql("SELECT name FROM products") == "Mug"
    assert store.sql("SELECT stock_level FROM inventory") == 4


def test_an_import_counts_known_products_anew_only_when_asked(store, tmp_path, capsys):
    file = tmp_path / "goods.csv"
    columns = ["code", "name", "price", "stock"]
    words = ["import", "catalog", "--dsn", store.dsn("cyd"), "--status", "active", str(file)]
    words += [word for name in columns for word in ("--map", f"{name}={name}")]
    file.write_text("code,name,price,stock\nA1,Mug,5.50,3\nA2,Plate,7,8\nA3,Spoon,1,2\n")
    assert run(words) == 0
    file.write_text("code,name,price,stock\nA1,Mug,5.50,9\nA2,Plate,8,8\nA3,Spoon,1,\n")
    assert run(words) == 0
    levels = "SELECT array_agg(stock_level ORDER BY stock_level) FROM inventory"
    assert store.sql(levels) == [2, 3, 8]

    assert run([*words, "--set-stock", "--dry-run"]) == 0
    assert "Would set the stock of 1 known product.\n" in capsys.readouterr().out
    assert store.sql(levels) == [2, 3, 8]
    assert run([*words, "--set-stock"]) == 0
    assert "\nSet the stock of 1 known product.\n" in capsys.readouterr().out
    assert store.sql(levels) == [2, 8, 9]
    assert store.sql("SELECT reason FROM inventory_audit_log WHERE previous_value = 3") == (
        "counted, imported"
    )
    assert store.broken() == []


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_an_import_of_what_is_no_file_is_refused_in_words(store, tmp_path, capsys, name):
    words = ["import", "catalog", "--dsn", store.dsn("cyd"), str(tmp_path / name)]
    assert run(words) == 1
    assert "cannot be read: " in capsys.readouterr().err


def test_a_cashier_brings_no_goods_in(store, tmp_path, capsys):
    file = tmp_path / "goods.csv"
    file.write_text("code,name,price\nA1,Mug,5.50\n")
    words = ["--map", "code=code", "--map", "name=name", "--map", "price=price", str(file)]
    assert run(["import", "catalog", "--dsn", store.dsn("bob"), *words]) == 1
    assert capsys.readouterr().err == "You are not allowed to do this.\n"
    assert store.sql("SELECT count(*) FROM products") == 0


def test_an_upgrade_may_be_asked_for_twice(store, capsys):
    for _ in range(2):
        assert run(["db", "upgrade", "--dsn", store.dsn()]) == 0
    assert run(["db", "upgrade", "--dsn", store.dsn("cyd")]) == 1
    assert "superuser" in capsys.readouterr().err


def test_whoever_stops_reading_hears_no_complaint(store):
    theirs, ours = os.pipe()
    os.close(theirs)
    command = [sys.executable, "-m", "storedesk", "db", "check", "--dsn", store.dsn()]
    done = subprocess.run(command, stdout=ours, stderr=subprocess.PIPE, check=False)
    os.close(ours)
    assert (done.returncode, done.stderr) == (141, b"")


def test_an_import_needs_a_password_and_the_right_one(store, monkeypatch, capsys):
    address = make_conninfo(store.server, dbname=store.name, user=store.login("cyd"))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert run(["import", "catalog", "--dsn", address, os.devnull]) == 1
    assert "PGPASSWORD" in capsys.readouterr().err

    monkeypatch.setenv("PGPASSWORD", f"not {PASSWORD}")
    assert run(["import", "catalog", "--dsn", address, os.devnull]) == 1
    assert "login or the password is wrong" in capsys.readouterr().err


def test_a_server_that_is_away_and_a_dsn_that_is_none_are_sentences(capsys):
    assert run(["db", "upgrade", "--dsn", "host=127.0.0.1 port=1 dbname=shop"]) == 1
    assert capsys.readouterr().err == "The store's database does not answer.\n"
    assert run(["db", "check", "--dsn", "nonsense"]) == 1
    assert "does not understand this connection string" in capsys.readouterr().err


def test_without_a_dsn_and_without_a_store_an_import_says_so(tmp_path, capsys):
    assert run(["--profile", str(tmp_path), "import", "catalog", os.devnull]) == 1
    assert "No store is chosen" in capsys.readouterr().err


def test_the_command_line_loads_neither_qt_nor_the_database_before_it_must():
    words = (
        "import sys, storedesk.__main__ as m; print({'PySide6', 'sqlalchemy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def test_a_catalogue_goes_out_and_comes_in_again(store, add_product, tmp_path, capsys):
    mug = add_product("Mug", price="2.50")
    store.sql("INSERT INTO storedesk.product_barcodes (barcode, product_id) VALUES ('M1', %s)", mug)
    out = str(tmp_path / "out.csv")

    assert run(["export", "catalog", "--dsn", store.dsn("cyd"), "--with-stock", out]) == 0
    assert capsys.readouterr().out == "1 product is in out.csv.\n"

    assert run(["import", "catalog", "--dsn", store.dsn("cyd"), "--dry-run", out]) == 0
    assert "0 new products, 0 changed, 1 the same" in capsys.readouterr().out


def test_an_export_into_a_folder_that_is_not_there_says_so(store, tmp_path, capsys):
    out = str(tmp_path / "missing" / "out.csv")

    assert run(["export", "catalog", "--dsn", store.dsn("cyd"), out]) == 1
    assert "out.csv cannot be written" in capsys.readouterr().err


def export(store, *words, **how):
    """Run the export in a process of its own."""
    command = [sys.executable, "-m", "storedesk", "export", "catalog", "--dsn", store.dsn("cyd")]
    return subprocess.run([*command, *map(str, words)], stderr=subprocess.PIPE, check=False, **how)


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_a_catalogue_goes_to_standard_output_and_what_is_said_beside_it(store, tmp_path, name):
    done = export(store, name, stdout=subprocess.PIPE, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith(b"Handle,Title,")
    assert b"products are in" not in done.stdout
    assert b"0 products are in" in done.stderr
    with (tmp_path / "list.csv").open("ab") as out:
        out.write(b"before\n")
        out.flush()
        assert export(store, name, stdout=out, cwd=tmp_path).returncode == 0
    assert (tmp_path / "list.csv").read_bytes() == b"before\n" + done.stdout
    assert [one.name for one in tmp_path.iterdir()] == ["list.csv"]


def test_a_catalogue_goes_through_a_pipe_that_stays_one(store, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        assert export(store, pipe).returncode == 0
        assert reader.communicate(timeout=60)[0].startswith(b"Handle,Title,")
    assert pipe.is_fifo()


def test_a_full_disk_is_a_sentence_wherever_words_go(store):
    done = export(store, "/dev/full")
    assert (done.returncode, done.stderr) == (
        1, b"full cannot be written: No space left on device.\n",
    )  # fmt: skip
    assert Path("/dev/full").is_char_device()
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "storedesk", "db", "check", "--dsn", store.dsn()]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr == b"The computer refused this: No space left on device.\n"


def test_whoever_stops_reading_a_catalogue_hears_no_complaint(store):
    theirs, ours = os.pipe()
    os.close(theirs)
    done = export(store, "-", stdout=ours)
    os.close(ours)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize(
    ("name", "second"),
    [
        ("db maintain --dsn x", "db tidy --dsn x"),
        ("export catalog goods.csv", "export catalogue goods.csv"),
        ("import catalog --dry-run goods.csv", "import catalogue --dry-run goods.csv"),
    ],
)
def test_a_second_name_of_a_command_means_the_same(name, second):
    assert vars(parser().parse_args(second.split())) == vars(parser().parse_args(name.split()))
