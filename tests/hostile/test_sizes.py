"""What a call may weigh: too much is refused at once, by whatever command, before any work."""

import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from storedesk.domain.importing.file import MOST_PRODUCTS
from tests.bounds import MOST as BOUNDS

MOST = 256 * 1024
LISTS = ("import_opening_stock", "begin_stock_import")
IMPORTS = dict.fromkeys((*LISTS, "add_past_sales"), 8192 * 1024)
"""Whole lists come in one call: these have a limit of their own."""
HEAVY = {
    "text": "repeat('x', %s)",
    "jsonb": "to_jsonb(repeat('x', %s))",
    "text[]": "ARRAY[repeat('x', %s)]",
    "uuid[]": "array_fill(gen_random_uuid(), ARRAY[%s / 16 + 1])",
    "integer[]": "array_fill(1, ARRAY[%s / 4 + 1])",
    "numeric[]": "array_fill(1::numeric, ARRAY[%s / 4 + 1])",
}
"""For each kind of argument an expression that weighs so many bytes, or a few more."""
LIGHT = {
    "bytea", "bytea[]", "uuid", "integer", "bigint", "numeric", "boolean", "date",
    "timestamp without time zone",
}  # fmt: skip
"""What weighs nothing to speak of, and pictures, which have limits of their own."""
COMMANDS = """
    SELECT p.proname, a.name, format_type(a.type, NULL)
    FROM pg_proc AS p, unnest(p.proargnames, p.proargtypes::oid[]) AS a (name, type)
    WHERE p.pronamespace = 'api'::regnamespace AND a.type IS NOT NULL
    ORDER BY p.proname
"""
REQUESTS = "SELECT count(*) FROM storedesk.requests"


@pytest.fixture
def commands(store):
    """The arguments of each command, in their order: name and kind."""
    found = {}
    for command, argument, kind in store.rows(COMMANDS):
        found.setdefault(command, []).append((argument, kind))
    return found


@pytest.fixture
def ask(store):
    """Call a command with some arguments as SQL, the others null; return what it refused."""
    with store.connect() as line:
        line.execute("SET statement_timeout = '5s'")  # no work of a refused call takes as long

        def ask(command, arguments, **given):
            parts = [
                SQL("{} => {}").format(Identifier(name), SQL(given.get(name, f"NULL::{kind}")))
                for name, kind in arguments
            ]
            try:
                line.execute(
                    SQL("SELECT api.{}({})").format(Identifier(command), SQL(", ").join(parts))
                )
            except psycopg.Error as error:
                return error.diag.message_primary
            return ""

        yield ask


def test_there_is_no_kind_of_argument_that_nobody_weighs(commands):
    kinds = {kind for arguments in commands.values() for _, kind in arguments}

    assert kinds <= {*HEAVY, *LIGHT}


def test_every_command_refuses_a_megabyte_in_any_of_its_arguments(commands, ask, store):
    tried = 0
    for command, arguments in commands.items():
        most = IMPORTS.get(command, MOST)
        for name, kind in arguments:
            if kind in HEAVY:
                told = ask(command, arguments, **{name: HEAVY[kind] % (4 * most)})
                assert told == "too_much", (command, name)
                tried += 1

    assert tried > 60
    assert store.sql(REQUESTS) == 0


def test_it_is_the_sum_that_counts_and_the_last_byte(commands, ask):
    for command, arguments in commands.items():
        most = IMPORTS.get(command, MOST)
        names = [name for name, kind in arguments if kind == "text"]
        if len(names) > 1:
            given = dict.fromkeys(names, HEAVY["text"] % (most // len(names) + 1))
            assert ask(command, arguments, **given) == "too_much", command
    words = commands["find_items"]
    assert ask("find_items", words, words=HEAVY["text"] % MOST) == ""
    assert ask("find_items", words, words=HEAVY["text"] % (MOST + 1)) == "too_much"


def test_letters_weigh_what_they_weigh_on_the_line(commands, ask):
    assert ask("item_by_code", commands["item_by_code"], code=f"repeat('ä', {MOST // 2})") == ""
    told = ask("item_by_code", commands["item_by_code"], code=f"repeat('ä', {MOST // 2 + 1})")
    assert told == "too_much"


@pytest.mark.parametrize("command", LISTS)
def test_a_whole_catalogue_comes_in_at_once(commands, ask, command):
    lists = {"products": "gen_random_uuid()", "seen": "1", "levels": "2"}
    given = {
        name: f"array_fill({lists[name]}, ARRAY[{MOST_PRODUCTS}])"
        for name, kind in commands[command]
        if kind.endswith("[]")
    }

    assert len(given) > 1
    assert ask(command, commands[command], **given) == "not_staff"


def test_as_many_past_sales_as_may_be_added_come_in_at_once(commands, ask):
    line = {"number": 50, "code": 50, "name": 200, "customer": 50, "country": 100, "sold_at": 26}
    cells = ", ".join(f"'{name}', repeat('ü', {length})" for name, length in line.items())
    words = f"(SELECT jsonb_agg(jsonb_build_object({cells})) FROM generate_series(1, %s))"
    told = ask("add_past_sales", commands["add_past_sales"], lines=words % BOUNDS["past_lines"])

    assert told == "not_staff"


@pytest.mark.parametrize("login", ["bob", "ada", "cyd", "dee"])
def test_people_are_refused_as_well_and_told_how_much_is_taken(store, login):
    with pytest.raises(psycopg.Error) as refusal:
        store.sql("SELECT api.find_products(ARRAY[repeat('x', %s)])", 4 * MOST, login=login)

    assert refusal.value.sqlstate == "SD001"
    assert refusal.value.diag.message_primary == "too_much"
    assert refusal.value.diag.message_detail == '{"most": 256}'
