"""A login that is nobody's who works here: whatever groups it is in, it changes nothing."""

import psycopg
from psycopg.sql import SQL, Identifier

READS = {
    "current_sale", "day_report", "find_customers", "find_items", "find_orders", "find_products",
    "first_products", "item_by_code", "last_receipt", "open_terminal_payments", "order_totals",
    "parked_sales", "receipt", "return_receipt", "shift_report", "stock_item", "twins",
    "unprinted_receipts", "verify_seals",
}  # fmt: skip
"""What tells a group that may call it no more than it reads in the tables, whoever is in it."""
COMMANDS = """
    SELECT p.oid::regprocedure::text, p.proname,
           ARRAY(SELECT format('NULL::%s', t::regtype) FROM unnest(p.proargtypes::oid[]) AS t)
    FROM pg_proc AS p
    WHERE p.pronamespace = 'api'::regnamespace AND p.prorettype <> 'trigger'::regtype
    ORDER BY 1
"""


def answer(store, command, words):
    """Call a command as the stranger, who may for this once, and return what it says."""
    login = Identifier(store.login("stan"))
    with psycopg.connect(store.dsn()) as owner:
        owner.execute(SQL("GRANT USAGE ON SCHEMA api TO {}").format(login))
        owner.execute(SQL("GRANT EXECUTE ON FUNCTION {} TO {}").format(SQL(command), login))
        owner.execute(SQL("SET SESSION AUTHORIZATION {}").format(login))
        try:
            return owner.execute(words).fetchall()
        except psycopg.Error as refusal:
            return refusal.diag.message_primary
        finally:
            owner.rollback()


def test_a_stranger_can_call_nothing_but_what_reads(store):
    with psycopg.connect(store.dsn()) as owner:
        commands = owner.execute(COMMANDS).fetchall()

    answers = {
        command: answer(store, command, f"SELECT * FROM api.{name}({', '.join(nothing)})")
        for command, name, nothing in commands
    }

    assert len(answers) > 90
    let_in = {command: said for command, said in answers.items() if said != "not_staff"}
    assert {name for command, name, _ in commands if command in let_in} == READS, let_in
