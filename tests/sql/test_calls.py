import re

import pytest

from storedesk.domain.refusals.errors import SENTENCES
from storedesk.resources import migrations_folder
from tests.sql.calls import Calls, Function, Trigger, read
from tests.sql.parsing import arguments, given, locks, writes

RAISES = Function(
    "core.refuse",
    "RAISE EXCEPTION USING MESSAGE = code, DETAIL = parameters;",
    ("code", "parameters"),
    "code text, parameters jsonb DEFAULT '{}'::jsonb",
)
OF_OTHERS = {"ledger_differs", "order_differs", "basket_differs", "column_fixed"}
"""What only the web shop is refused."""
ASKED_ABOUT = {
    "check_password_reset", "check_rule", "claim_codes", "day_report", "fiscal_lines",
    "item_by_code", "old_mails", "open_return_preview",
    "order_totals", "return_preview", "shift_report", "stock_item", "verify_fiscal_records",
}  # fmt: skip
"""Functions that write nothing, and refuse because of the one thing that they are asked about."""


@pytest.fixture(scope="module")
def known(built):
    with built.connect() as connection:
        return read(connection)


def made(*functions, triggers=(), cascades=()):
    every = {function.name: function for function in (RAISES, *functions)}
    return Calls(every, list(triggers), list(cascades))


def refused(body, *others, **more):
    return made(Function("api.go", body, ("wanted",)), *others, **more).refusals("go")


def test_a_code_is_found_where_it_is_raised_or_called_for():
    deep = Function("core.deep", "PERFORM core.refuse('deep');")
    assert refused("PERFORM core.refuse('own'), core.deep();", deep) == {"own", "deep"}


def test_comments_and_texts_call_nothing():
    deep = Function("core.deep", "PERFORM core.refuse('deep');")
    body = "-- core.deep() /* core.deep() */\nanswer := 'core.deep()'; /* core.deep() */"
    assert refused(body, deep) == set()


def test_a_text_that_is_run_calls_what_it_names():
    deep = Function("core.deep", "PERFORM core.refuse('deep');")
    assert refused("EXECUTE 'SELECT core.deep(%s)';", deep) == {"deep"}


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("PERFORM core.refuse(CASE a WHEN 1 THEN 'one' ELSE 'other' END);", {"one", "other"}),
        ("code := 'late'; PERFORM core.refuse(code);", {"late"}),
        (
            "DECLARE code text := CASE WHEN a THEN 'x' ELSE 'y' END; SELECT core.refuse(code);",
            {*"xy"},
        ),
        ("PERFORM core.refuse(parameters => '{}', code => 'named');", {"named"}),
    ],
)
def test_a_code_may_be_chosen_kept_or_named(body, codes):
    assert refused(body) == codes


def test_a_code_that_is_handed_on_counts_for_whoever_names_it():
    helper = Function(
        "core.hold",
        "IF NOT FOUND THEN PERFORM core.refuse(refusal); END IF;",
        ("order_id", "refusal"),
        "order_id uuid, refusal text DEFAULT 'usual'::text",
    )
    assert refused("PERFORM core.hold(wanted, 'special');", helper) == {"special"}
    assert refused("PERFORM core.hold(wanted);", helper) == {"usual"}


def test_a_code_that_is_answered_is_looked_for_where_it_is_made():
    beyond = Function("core.beyond", "RETURN jsonb_build_object('code', 'too_far', 'most', 1);")
    body = "found := core.beyond(); PERFORM core.refuse(found ->> 'code');"
    assert refused(body, beyond) == {"too_far"}


def test_a_code_that_nobody_can_tell_is_an_error():
    with pytest.raises(ValueError, match=r"api\.go: which code is unheard_of"):
        refused("PERFORM core.refuse(unheard_of);")


def test_triggers_of_what_is_written_are_among_it():
    guard = Function("core.guard", "PERFORM core.refuse('guarded');")
    runs = Trigger("public.orders", "core.guard", frozenset({"UPDATE"}), frozenset({"status"}))
    triggers = {"triggers": [runs], "cascades": [("public.customers", "public.orders", "UPDATE")]}

    assert refused("UPDATE public.orders AS o SET status = 1;", guard, **triggers) == {"guarded"}
    assert refused("UPDATE public.orders SET version = 1;", guard, **triggers) == set()
    assert refused("INSERT INTO public.orders DEFAULT VALUES;", guard, **triggers) == set()
    assert refused("DELETE FROM public.customers;", guard, **triggers) == {"guarded"}


def test_arguments_are_split_where_no_bracket_or_text_holds_them_together():
    code = "f(a, g(b, c), 'd, e)', ARRAY[h, i]) AND z"
    assert arguments(code, 2) == ["a", "g(b, c)", "'d, e)'", "ARRAY[h, i]"]
    assert given("y", ("x", "y"), ["1", "y => 2"]) == "2"
    assert given("y", ("x", "y"), ["1"]) == ""


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("PERFORM FROM public.orders AS o WHERE o.id = 1 FOR NO KEY UPDATE;",
         {"public.orders (FOR NO KEY UPDATE)"}),
        ("SELECT 1 FROM public.carts AS c JOIN public.orders AS o USING (id) FOR SHARE OF o;",
         {"public.orders (FOR SHARE)"}),
        ("x := (SELECT CASE WHEN a THEN 1 ELSE 2 END FROM public.carts FOR UPDATE SKIP LOCKED);",
         {"public.carts (FOR UPDATE)"}),
        ("SELECT 1 FROM public.carts WHERE id IN (SELECT id FROM public.orders) FOR UPDATE;",
         {"public.carts (FOR UPDATE)"}),
        ("PERFORM pg_advisory_xact_lock(73, hashtext(a)); PERFORM pg_advisory_xact_lock_shared(9);",
         {"advisory (73, hashtext(a))", "advisory shared (9)"}),
        ("LOCK TABLE public.orders, storedesk.till_carts IN SHARE MODE;",
         {"public.orders (TABLE, SHARE)", "storedesk.till_carts (TABLE, SHARE)"}),
        ("-- FOR UPDATE\nSELECT 'FOR UPDATE';", set()),
    ],
)  # fmt: skip
def test_what_is_locked_is_read_from_the_locking_query(body, found):
    assert locks(body) == found


def test_what_is_written_is_read_with_its_columns():
    body = """
        UPDATE public.orders AS o SET status = 'x', version = (SELECT max(a) FROM b WHERE c = 1)
        WHERE o.id = 1;
        INSERT INTO storedesk.clock (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET seen_at = now();
        EXECUTE format('UPDATE public.%I SET a = 1', tg_table_name);
    """
    assert set(writes(body, frozenset({"public.carts"}))) == {
        ("public.orders", "UPDATE", frozenset({"status", "version"})),
        ("storedesk.clock", "INSERT", None),
        ("storedesk.clock", "UPDATE", frozenset({"seen_at"})),
        ("public.carts", "UPDATE", None),
    }


def test_some_commands_of_the_store_are_as_anybody_can_read_them(known):
    assert known.refusals("me") == {"not_staff"}
    assert {"not_a_manager", "not_of_shift"} <= known.refusals("approve")
    assert {"found_of_product", "quote_expired", "tender_too_small"} <= known.refusals("pay")
    assert {"still_reserved", "product_deleted"} <= known.refusals("delete_product")
    assert "approval_needed" not in known.refusals("return_order") | known.refusals("pay")
    assert known.locks("lift_pauses") == {"storedesk.login_pauses (FOR UPDATE)"}
    assert "public.inventory (FOR NO KEY UPDATE)" in known.locks("adjust_stocks")
    assert known.writes("me") == set()
    assert "public.inventory_audit_log" in known.writes("adjust_stocks")


def test_what_is_stored_is_read_whatever_it_is(known):
    reads = {one for one in known.commands if not known.writes(one) and one not in ASKED_ABOUT}
    assert {"current_sale", "parked_sales", "receipt", "find_orders"} <= reads
    refused = {one: known.refusals(one) - {"too_much", "not_staff"} for one in reads}
    assert {one: codes for one, codes in refused.items() if codes} == {}


def test_no_command_is_refused_what_is_for_other_programs(known):
    every = set().union(*(known.refusals(command) for command in known.commands))
    assert every <= SENTENCES.keys()
    assert not every & OF_OTHERS


def test_each_code_in_the_files_is_found_in_a_function(known):
    pattern = re.compile(r"core\.(?:refuse|forbid|miss|clash|not_found|conflict)\('(\w+)'")
    files = (migrations_folder() / "commands").rglob("*.sql")
    written = {code for file in files for code in pattern.findall(file.read_text(encoding="utf-8"))}
    assert len(written) > 100
    assert written <= set().union(*known.raised.values())
