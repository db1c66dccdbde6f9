"""Infinity, NaN, absurd dates, hidden letters and endless text: on every column and command."""

import json
from contextlib import suppress
from uuid import uuid4

import psycopg
import pytest

from tests.conftest import SERVICES, STAFF
from tests.tills import cash, charged

COLUMNS = """
    SELECT c.oid::regclass::text, a.attname::text, a.atttypid::regtype::text,
           EXISTS (
               SELECT FROM pg_roles AS r
               WHERE starts_with(r.rolname, current_database() || '_')
                 AND NOT pg_has_role(r.oid, c.relowner, 'MEMBER')
                 AND (has_column_privilege(r.oid, c.oid, a.attnum, 'INSERT')
                      OR has_column_privilege(r.oid, c.oid, a.attnum, 'UPDATE'))
           )
    FROM pg_class AS c
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND a.attgenerated = ''
      AND c.relnamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)
"""
"""Table, column, type, and whether any login may write it."""
RULES = """
    SELECT coalesce(string_agg(
        format('(%%s) IS NOT FALSE', pg_get_expr(k.conbin, k.conrelid)), ' AND '), 'true')
    FROM pg_constraint AS k
    JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
    WHERE k.conrelid = %s::regclass AND k.contype = 'c' AND a.attname = %s
      AND pg_get_constraintdef(k.oid) ~ %s
"""
"""The checks that speak of a column, and of something."""
NO_TIMES = ("infinity", "-infinity", "0044-03-15 BC", "1899-12-31 23:59:59", "2200-01-01",
            "20000-01-01")  # fmt: skip
TIMES = ("1900-01-01", "2026-11-29 13:45", "2096-02-29", "2199-12-31")
NO_NUMBERS = ("NaN", "Infinity", "-Infinity")
BAD_LINES = {
    "escape": "\x1b[31mred",
    "C1": "a\x9b31mb",
    "turned": "abc\u202etxt",
    "mark": "abc\u200fdef",
    "isolate": "\u2066abc\u2069",
    "zero width": "a\u200bb",
    "tags": "tea\U000e0054\U000e0065",
    "filler": "\u3164",
    "braille": "\u2800",
}
FITS_A_CARD = "4111 1111 1111 1111"
ENDLESS = "x" * 1_100_000

OURS = {
    "storedesk.product_search", "storedesk.customer_search", "storedesk.order_search",
    "storedesk.secrets", "storedesk.alembic_version", "storedesk.audit_event", "storedesk.requests",
    "storedesk.customer_history", "storedesk.order_tax_lines", "storedesk.order_line_taxes",
    "storedesk.order_return_tax_lines", "storedesk.low_stock", "storedesk.fiscal_records",
    "storedesk.fiscal_signatures",
    "storedesk.search_ranges", "storedesk.unranged_products",
    "storedesk.seals", "storedesk.seal_marks", "storedesk.seal_pages", "storedesk.day_totals",
    "storedesk.day_lines", "storedesk.day_changes", "storedesk.day_state", "storedesk.month_sums",
    "storedesk.month_lines", "storedesk.day_parts", "storedesk.day_costs",
}  # fmt: skip
"""Tables that only the database itself fills, out of what other tables have taken."""
OF_CHOICE = {
    "status", "kind", "method", "what", "registration_status", "payment_type", "media_type",
    "card_brand", "email_type", "operation_type", "from_status", "to_status", "smtp_security",
    "first_tender", "tax_mode", "group_name",
}  # fmt: skip
"""Columns whose words are a list, or copied from one."""
SEVERAL_LINES = {"description", "note", "last_error", "reason", "found_reason", "difference_reason",
                 "cancellation_reason", "detail"}  # fmt: skip
NO_WORDS = {
    "sku", "barcode", "code", "tracking_number", "postal_code", "phone", "reference",
    "shipping_postal_code", "store_postal_code", "transaction_id", "token", "paypal_email",
    "payment_paypal_email", "payment_transaction_id", "email", "url",
    "recipient_email", "sender_email", "reply_email", "password_hash", "verification_token",
    "guest_session_id", "order_number", "login", "smtp_host", "smtp_user", "web_address", "tax_id",
    "time_zone", "language", "card_scheme", "subject", "reference_type", "action", "last_error",
    "backup_folder", "replica_address",
    "number", "customer",  # of past sales: what another program has given
    "detail",  # of a changed order: its tracking number, or fields
}  # fmt: skip
"""Codes, addresses and the like: one article number in ten would pass for a card's (ruling)."""


@pytest.fixture(scope="module")
def columns(built):
    return built.rows(COLUMNS)


@pytest.fixture(scope="module")
def judge(built):
    """Say whether the checks that speak of a column let a value in."""
    rules = {}
    with psycopg.connect(built.dsn(), autocommit=True) as line:

        def judge(place, name, value, about=""):
            if (place, name, about) not in rules:
                rule = line.execute(RULES, [place, name, about]).fetchone()[0]
                rules[place, name, about] = rule.replace("%", "%%")
            words = f"""
                SELECT {rules[place, name, about]}, t.{name}::text
                FROM (SELECT (jsonb_populate_record(NULL::{place}, %s::jsonb)).*) AS t
            """
            try:
                return line.execute(words, [json.dumps({name: value})]).fetchone()[0]
            except psycopg.errors.DataError:  # its type does not take it
                return False

        yield judge


def of_kind(columns, *kinds):
    found = [(place, name) for place, name, kind, _ in columns if kind in kinds]
    assert found
    return found


@pytest.mark.parametrize("value", NO_TIMES)
def test_no_column_takes_an_absurd_time(value, columns, judge):
    taken = [
        place for place in of_kind(columns, "timestamp without time zone", "date")
        if judge(*place, value)
    ]  # fmt: skip
    assert taken == []


@pytest.mark.parametrize("value", TIMES)
def test_every_column_takes_a_time_that_a_shop_could_mean(value, columns, judge):
    refused = [
        place for place in of_kind(columns, "timestamp without time zone", "date")
        if not judge(*place, value, about="is_(instant|day)")
    ]  # fmt: skip
    assert refused == []


@pytest.mark.parametrize("value", NO_NUMBERS)
def test_no_column_takes_what_cannot_be_added_up(value, columns, judge):
    assert [place for place in of_kind(columns, "numeric") if judge(*place, value)] == []


def test_there_is_no_column_of_a_kind_that_nobody_tries(columns):
    known = {"uuid", "boolean", "integer", "bigint", "bytea", "jsonb", "text", "name", "numeric",
             "character", "character varying", "timestamp without time zone", "date"}  # fmt: skip
    tried = {kind for place, _, kind, _ in columns if place not in OURS}
    assert tried <= known | {"character varying[]", "text[]"}


def test_every_writable_column_of_time_and_number_is_among_those(columns):
    kinds = {"timestamp without time zone", "date", "numeric"}
    writable = {
        (place, name) for place, name, kind, may in columns if may and kind in kinds
    }  # fmt: skip
    assert ("storedesk.customer_details", "marketing_consent_at") in writable
    assert len(writable) > 30


@pytest.mark.parametrize("what", BAD_LINES)
def test_no_column_of_words_takes_hidden_letters(what, columns, judge):
    taken = [
        (place, name)
        for place, name in of_kind(columns, "text", "character varying")
        if place not in OURS and name not in OF_CHOICE
        and not (what in {"filler", "braille"} and name in SEVERAL_LINES)
        and judge(place, name, BAD_LINES[what])
    ]  # fmt: skip
    assert taken == []


def test_no_column_of_words_takes_a_card_number(columns, judge):
    taken = [
        (place, name)
        for place, name in of_kind(columns, "text", "character varying")
        if place not in OURS and name not in OF_CHOICE | NO_WORDS
        and judge(place, name, FITS_A_CARD)
    ]  # fmt: skip
    assert taken == []


def test_no_column_takes_endless_text(columns, judge):
    taken = [
        (place, name)
        for place, name, kind, _ in columns
        if kind in {"text", "character varying", "jsonb"} and place not in OURS
        and judge(place, name, ENDLESS * (10 if name == "payload" else 1))
    ]  # fmt: skip
    assert taken == []


@pytest.mark.parametrize("person", [*STAFF, *SERVICES])
@pytest.mark.parametrize("value", ["infinity", "-infinity", "NaN"])
def test_no_login_writes_it_into_a_row_that_is_there(person, value, store, columns, till, goods):
    goods("MUG")
    till.sell("MUG")
    store.sql("""
        WITH ann AS (
            INSERT INTO customers (email, password_hash, first_name, last_name)
            VALUES ('ann@x.example', '!', 'Ann', 'Lee') RETURNING id
        ) INSERT INTO storedesk.customer_details (customer_id, phone) SELECT id, '12345' FROM ann
    """)
    with psycopg.connect(store.dsn(person), autocommit=True) as line:
        for place, name in of_kind(columns, "timestamp without time zone", "date", "numeric"):
            may = "SELECT has_column_privilege(%s, %s, 'UPDATE')"
            if line.execute(may, [place, name]).fetchone()[0]:
                with suppress(psycopg.Error):
                    line.execute(f"UPDATE {place} SET {name} = '{value}'")
    for place, name, kind, _ in columns:
        if kind in {"timestamp without time zone", "date", "numeric"}:
            found = f"SELECT count(*) FROM {place} WHERE {name}::text ~ 'inf|NaN|Inf'"
            assert store.sql(found) == 0, (place, name)


MONEY = ("NaN", "Infinity", "-Infinity")


@pytest.fixture
def calls(store, till, goods, orders):
    """Give a call of each command that takes an amount or an instant: its value is left open."""
    mug = goods("MUG", on_hand=50)
    store.sql("SELECT api.measure_product(%s, %s, 'kilogram')", uuid4(), goods("PORK"), login="cyd")
    till.scan("MUG")
    line = till.sale()["lines"][0]["id"]
    request, order, address = uuid4, uuid4(), {
        "recipient": "A", "street": "1 Road", "city": "Town", "state": "", "postal_code": "1",
        "country": "US",
    }  # fmt: skip
    lines = json.dumps([{"product": str(mug), "quantity": 1}])
    ordered = orders.placed((mug, 2))
    card = till.call("issue_credit", shift(store), "5.00", [cash("5.00")])["code"]
    return {
        "set_limits": ("dee", lambda v: [request(), "cashier", ["refund_amount"], [v]]),
        "order_totals": ("cyd", lambda v: [lines, v]),
        "settle_mail": ("max", lambda v: [uuid4(), v, "sent", None]),
        "old_mails": ("dee", lambda v: [v]),
        "give_up_mails": ("dee", lambda v: [request(), v]),
        "quote": ("bob", lambda v: [request(), till.order, v, "[]"]),
        "open_shift": ("cyd", lambda v: [request(), other_register(store), v]),
        "count_shift": ("bob", lambda v: [request(), shift(store), v]),
        "bound_cash": ("dee", lambda v: [request(), till.register, '{"least": null, "most": null}',
                                         v, None]),
        "move_cash": ("bob", lambda v: [request(), shift(store), "paid_in", v, "why"]),
        "close_shift": ("bob", lambda v: [request(), shift(store), v, "why"]),
        "place_order": ("cyd", lambda v: [request(), order, orders.customer, lines,
                                          json.dumps(address), v, v, "[]", None, None]),
        "add_item": ("cyd", lambda v: [request(), till.register, till.order, mug, None, 1, v, "why",
                                       None]),
        "scan": ("cyd", lambda v: [request(), till.register, till.order, "PORK", 1, None, None, v,
                                   "USD"]),
        "make_product": ("cyd", lambda v: [request(), uuid4(), "Jug", "", v, None, "Jugs", None,
                                           None, [], None, "[]", "[]", []]),
        "day_report": ("cyd", lambda v: [v]),
        "add_tax_class": ("dee", lambda v: [request(), "Books", "VAT", v]),
        "add_tax_rate": ("dee", lambda v: [request(), tax_class(store), *day_and_rate(v, "VAT")]),
        "correct_tax_rate": ("dee", lambda v: [request(), tax_class(store),
                                               *day_and_rate(v, "VAT", "0.1", "VAT")]),
        "take_back_tax_rate": ("dee", lambda v: [request(), tax_class(store),
                                                 *day_and_rate(v, "VAT")]),
        "reprice_line": ("cyd", lambda v: [request(), till.order, line, v, "why", None]),
        "discount_sale": ("cyd", lambda v: [request(), till.order, line, v, None, "why", None]),
        "set_cost": ("cyd", lambda v: [request(), mug, None, v]),
        "make_promotion": ("cyd", lambda v: [request(), *promotion(v), [], [mug], []]),
        "change_promotion": ("cyd", lambda v: [request(), promoted(store, mug), 1, *promotion(v),
                                               [], [mug], []]),
        "issue_credit": ("bob", lambda v: [request(), shift(store), v,
                                            json.dumps([cash("5.00")]), None]),
        "top_up_credit": ("bob", lambda v: [request(), shift(store), card, v,
                                             json.dumps([cash("5.00")]), None]),
        "ask_terminal": ("bob", lambda v: [request(), quoted(till), till.register, "simulator", v]),
        "sign_fiscal_record": ("cyd", lambda v: [request(), uuid4(), 1, "0", "simulator", "s", "s",
                                                 v]),
        "fiscal_lines": ("cyd", lambda v: [uuid4(), 0, v, v]),
        "take_deposit": ("bob", lambda v: [request(), ordered, None, shift(store), v,
                                          json.dumps([cash("1.00")])]),
        "verify_fiscal_records": ("cyd", lambda v: [None, 0, None, v, v]),
        "take_credit": ("bob", lambda v: [request(), quoted(till), card, v]),
    }  # fmt: skip


def promotion(value="5"):
    """Give a promotion one of whose amount and days is the value; days are not in the past."""
    amount, day = (value, "2199-01-01") if value in [*MONEY, "5"] else ("5", value)
    return ["Week", "price", amount, day, day]


def promoted(store, product):
    words = "SELECT api.make_promotion(%s, %s, %s, %s, %s, %s, %s, %s, %s) ->> 'promotion_id'"
    return store.sql(words, uuid4(), *promotion(), [], [product], [], login="cyd")


def quoted(till):
    assert till.quote()["is_held"]
    return till.order


def other_register(store):
    words = """
        INSERT INTO storedesk.registers (code, name) VALUES ('T9', 'Till 9')
        ON CONFLICT (code) DO UPDATE SET code = excluded.code RETURNING id
    """
    return store.sql(words)


def tax_class(store):
    return store.sql("SELECT id FROM storedesk.tax_classes WHERE is_default")


def day_and_rate(value, *between):
    """Give a day, what stands between and a rate; one of the two is the value."""
    day, rate = ("2199-01-01", value) if value in MONEY else (value, "0.1")
    return [day, *between, rate]


def shift(store):
    return store.sql("SELECT id FROM storedesk.till_sessions WHERE status = 'open'")


def test_no_command_takes_an_absurd_amount_or_instant(store, calls):
    found = store.rows("""
        SELECT DISTINCT p.proname::text, t.kind::regtype::text FROM pg_proc AS p
        CROSS JOIN unnest(p.proargtypes) AS t (kind)
        WHERE p.pronamespace = 'api'::regnamespace AND t.kind IN (
            'numeric'::regtype, 'timestamp'::regtype, 'timestamptz'::regtype, 'date'::regtype,
            'interval'::regtype, 'float8'::regtype, 'float4'::regtype)
    """)
    assert {name for name, _ in found} <= calls.keys(), "a new command: write down how it is called"
    taken = []
    for name, kind in found:
        person, given = calls[name]
        for value in MONEY if kind == "numeric" else NO_TIMES[:2]:
            arguments = given(value)
            holes = ", ".join(["%s"] * len(arguments))
            try:
                said = store.sql(f"SELECT api.{name}({holes})", *arguments, login=person)
            except psycopg.Error as error:
                if (error.sqlstate or "")[:2] not in {"SD", "22", "23"}:
                    taken.append((name, value, error.sqlstate))
            else:
                if said is not False and not (
                    isinstance(said, dict) and said.get("is_held") is False
                ):
                    taken.append((name, value, said))
    assert taken == []


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-1", "1e400", "", "x"])
def test_no_tender_is_of_an_absurd_amount(amount, store, till, goods):
    goods("MUG", price="2.00")
    till.scan("MUG")
    assert till.quote()["is_held"]
    for tender in (cash(amount), charged(amount), cash("2.00", tendered=amount or "NaN")):
        with pytest.raises(psycopg.Error) as refused:
            till.pay(tender)
        assert refused.value.sqlstate[:2] in {"SD", "22", "23"}
    assert store.sql("SELECT count(*) FROM orders") == 0
