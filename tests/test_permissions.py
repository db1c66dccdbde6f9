"""The matrix: every group, every table, column and command, on a database just made."""

from uuid import uuid4

import psycopg
import pytest
from psycopg import errors

from storedesk.persistence.schema.grants import GROUPS, read
from storedesk.resources import migrations_folder
from tests.conftest import SERVICES, STAFF

GRANTS = read(migrations_folder() / "grants.toml")
PEOPLE = ("cashier", "clerk", "manager", "admin", "auditor")
BELONGS_TO = {
    "manager": {"cashier", "clerk", "staff"},
    "cashier": {"staff"},
    "clerk": {"staff"},
    "admin": {"staff"},
    "auditor": {"staff"},
    "system": {"mailer"},
}
ALL_WHO_READ = {"staff", *PEOPLE, "backup"}
NOBODYS = {
    "requests", "approvals", "clock", "customer_history", "product_search", "order_search",
    "customer_search", "search_ranges", "unranged_products", "secrets", "sale_changes",
    "day_changes", "day_state", "storedesk.part_figures",
}  # fmt: skip
"""Tables that commands alone look into."""

# Written from the rulings, not from grants.toml: where a mistake costs money or an account.
CELLS = {
    ("customers.password_hash", "SELECT"): {"webshop", "backup"},
    ("customers.password_hash", "INSERT"): {"webshop"},
    ("customers.password_hash", "UPDATE"): {"webshop"},
    ("customers.verification_token", "SELECT"): {"webshop", "backup"},
    ("customers.verification_token", "UPDATE"): {"webshop"},
    ("customers.verification_token_expires_at", "SELECT"): {"webshop", "backup"},
    ("customers.email", "UPDATE"): {"manager", "webshop"},
    ("customers.email", "INSERT"): {"cashier", "manager", "webshop"},
    ("customers.first_name", "UPDATE"): {"cashier", "manager", "webshop"},
    ("customers.email_verified", "UPDATE"): {"webshop"},
    ("saved_payment_methods.token", "SELECT"): {"webshop", "backup"},
    ("saved_payment_methods.token", "INSERT"): {"webshop"},
    ("saved_payment_methods.last_four_digits", "SELECT"): ALL_WHO_READ | {"webshop"},
    ("email_queue.payload", "SELECT"): {"mailer", "system", "backup"},
    ("email_queue.recipient_email", "SELECT"): {"manager", "mailer", "system", "backup"},
    ("email_queue.status", "SELECT"): {"cashier", "clerk", "manager", "auditor"}
    | {"mailer", "system", "backup"},
    ("email_queue.status", "UPDATE"): set(),
    ("email_queue.status", "INSERT"): set(),
    ("inventory.stock_level", "SELECT"): ALL_WHO_READ | {"webshop"},
    ("inventory.stock_level", "UPDATE"): {"webshop"},
    ("inventory.reserved_quantity", "UPDATE"): {"webshop"},
    ("inventory.low_stock_threshold", "UPDATE"): {"webshop"},  # unchanged: a trigger
    ("inventory.product_id", "INSERT"): set(),
    ("low_stock.name", "SELECT"): ALL_WHO_READ,  # but for what is not on sale: policies.sql
    ("low_stock.available", "INSERT"): set(),
    ("low_stock.available", "UPDATE"): set(),
    ("inventory_audit_log.adjustment", "SELECT"): {"clerk", "manager", "auditor", "backup"}
    | {"webshop"},
    ("inventory_audit_log.adjustment", "INSERT"): {"webshop"},
    ("inventory_audit_log.seq", "INSERT"): {"webshop"},  # which a trigger overwrites
    ("inventory_audit_log.adjustment", "UPDATE"): set(),
    ("audit_event.new", "SELECT"): {"manager", "admin", "auditor", "backup"},
    ("sign_ins.workstation", "SELECT"): ALL_WHO_READ,  # one's own: policies.sql
    ("sign_ins.kind", "INSERT"): set(),
    ("sign_ins.kind", "UPDATE"): set(),
    ("audit_event.new", "INSERT"): set(),
    ("audit_event.new", "UPDATE"): set(),
    ("orders.total_amount", "SELECT"): ALL_WHO_READ | {"webshop"},
    ("orders.status", "UPDATE"): {"webshop"},
    ("orders.total_amount", "UPDATE"): {"webshop"},
    ("orders.order_number", "UPDATE"): {"webshop"},  # unchanged: a trigger
    ("orders.status", "INSERT"): {"webshop"},
    ("order_line_items.unit_price_amount", "UPDATE"): set(),
    ("order_line_items.unit_price_amount", "INSERT"): {"webshop"},
    ("order_number_sequence.last_sequence", "UPDATE"): {"webshop"},
    ("order_payments.amount", "INSERT"): set(),
    ("order_payments.amount", "UPDATE"): set(),
    ("storedesk.payments_without_reference.amount", "SELECT"): {"manager", "auditor", "backup"},
    ("order_returns.refund_amount", "INSERT"): set(),
    ("till_sessions.expected_cash_amount", "SELECT"): {"cashier", "manager", "auditor", "backup"},
    ("till_sessions.counted_cash_amount", "UPDATE"): set(),
    ("till_session_people.left_at", "UPDATE"): set(),
    ("till_session_people.staff_id", "INSERT"): set(),
    ("till_session_counts.counted_amount", "INSERT"): set(),
    ("till_session_counts.counted_amount", "UPDATE"): set(),
    ("drawer_openings.reason", "SELECT"): {"cashier", "manager", "auditor", "backup"},
    ("drawer_openings.reason", "INSERT"): set(),
    ("drawer_openings.reason", "UPDATE"): set(),
    ("receipt_prints.number", "SELECT"): ALL_WHO_READ,
    ("receipt_prints.number", "INSERT"): set(),
    ("receipt_prints.number", "UPDATE"): set(),
    ("gift_receipts.register_id", "SELECT"): ALL_WHO_READ,
    ("gift_receipts.register_id", "INSERT"): set(),
    ("gift_receipts.register_id", "UPDATE"): set(),
    ("open_returns.value_amount", "SELECT"): ALL_WHO_READ,
    ("open_returns.value_amount", "INSERT"): set(),
    ("open_returns.value_amount", "UPDATE"): set(),
    ("terminal_payments.state", "SELECT"): {"cashier", "manager", "auditor", "backup"},
    ("terminal_payments.state", "INSERT"): set(),
    ("terminal_payments.state", "UPDATE"): set(),
    ("fiscal_signatures.signature", "SELECT"): {"manager", "admin", "auditor", "backup"},
    ("fiscal_signatures.signature", "INSERT"): set(),
    ("fiscal_signatures.signature", "UPDATE"): set(),
    ("demo_marks.created_at", "INSERT"): set(),
    ("demo_marks.created_at", "UPDATE"): set(),
    ("credit_accounts.balance_amount", "SELECT"): {"manager", "auditor", "backup"},
    ("credit_accounts.balance_amount", "UPDATE"): set(),
    ("credit_accounts.code_hash", "SELECT"): {"backup"},
    ("credit_accounts.code_hash", "INSERT"): set(),
    ("credit_entries.amount", "SELECT"): {"manager", "auditor", "backup"},
    ("credit_entries.amount", "INSERT"): set(),
    ("credit_entries.amount", "UPDATE"): set(),
    ("credit_payments.amount", "SELECT"): {"manager", "auditor", "backup"},
    ("credit_payments.amount", "INSERT"): set(),
    ("credit_tries.staff_id", "SELECT"): {"manager", "auditor", "backup"},
    ("credit_tries.staff_id", "INSERT"): set(),
    ("registers.drawer_of", "UPDATE"): set(),
    ("registers.name", "INSERT"): set(),
    ("till_quotes.quantity", "INSERT"): set(),
    ("till_tenders.amount", "SELECT"): {"cashier", "manager", "auditor", "backup"},
    ("till_tenders.transaction_id", "SELECT"): {"cashier", "manager", "backup"},
    ("till_tenders.amount", "INSERT"): set(),
    ("quick_keys.product_id", "SELECT"): ALL_WHO_READ,
    ("quick_keys.product_id", "INSERT"): set(),
    ("quick_keys.place", "UPDATE"): set(),
    ("promotions.value", "SELECT"): ALL_WHO_READ | {"webshop"},
    ("promotions.value", "INSERT"): set(),
    ("promotions.value", "UPDATE"): set(),
    ("promotion_items.product_id", "SELECT"): ALL_WHO_READ | {"webshop"},
    ("promotion_items.product_id", "INSERT"): set(),
    ("order_promotions.usual_price_amount", "SELECT"): ALL_WHO_READ,
    ("order_promotions.usual_price_amount", "INSERT"): set(),
    ("exception_signoffs.note", "INSERT"): set(),
    ("past_lines.quantity", "SELECT"): {"manager", "auditor", "backup"},
    ("product_costs.cost_amount", "SELECT"): {"manager", "auditor", "backup"},
    ("product_costs.cost_amount", "INSERT"): set(),
    ("product_costs.cost_amount", "UPDATE"): set(),
    ("past_lines.quantity", "INSERT"): set(),
    ("past_orders.number", "UPDATE"): set(),
    ("past_imports.ended_at", "UPDATE"): set(),
    ("exception_signoffs.note", "SELECT"): {"manager", "auditor", "backup"},
    ("carts.guest_session_id", "SELECT"): {"webshop", "backup"},
    ("carts.total_price_amount", "UPDATE"): {"webshop"},
    ("products.price_amount", "UPDATE"): {"manager"},
    ("products.price_amount", "INSERT"): {"manager"},
    ("products.is_active", "UPDATE"): set(),
    ("products.is_deleted", "UPDATE"): set(),
    ("products.created_by", "UPDATE"): set(),
    ("product_variants.price_adjustment_amount", "UPDATE"): {"manager"},
    ("categories.parent_category_id", "UPDATE"): set(),
    ("tax_rates.rate", "UPDATE"): set(),
    ("tax_rates.rate", "INSERT"): set(),
    ("tax_rates.rate", "SELECT"): ALL_WHO_READ,
    ("tax_classes.name", "UPDATE"): set(),
    ("tax_classes.is_default", "UPDATE"): set(),
    ("tax_classes.name", "INSERT"): set(),
    ("store_settings.currency", "UPDATE"): {"admin"},
    ("store_settings.walk_in_customer_id", "UPDATE"): set(),
    ("limits.value", "SELECT"): ALL_WHO_READ | {"system"},
    ("limits.value", "UPDATE"): set(),
    ("limits.value", "INSERT"): set(),
    ("staff.is_active", "UPDATE"): set(),
    ("staff.login", "INSERT"): set(),
    ("requests.result", "SELECT"): {"backup"},
    ("clock.believed_at", "SELECT"): {"backup"},
    ("clock.believed_at", "UPDATE"): set(),
    ("approvals.used_at", "UPDATE"): set(),
    ("customer_history.old", "SELECT"): {"backup"},
    ("customer_search.words", "SELECT"): {"backup"},
    ("secrets.secret", "SELECT"): set(),
    ("secrets.name", "SELECT"): set(),
    ("secrets.secret", "UPDATE"): set(),
}
EVERY_COMMAND = "SELECT DISTINCT proname FROM pg_proc WHERE pronamespace = 'api'::regnamespace"
COMMANDS = {
    "pay": {"cashier", "manager"},
    "quote": {"cashier", "manager"},
    "open_shift": {"cashier", "manager"},
    "close_shift": {"cashier", "manager"},
    "count_shift": {"cashier", "manager"},
    "move_cash": {"cashier", "manager"},
    "open_drawer": {"cashier", "manager"},
    "take_open_return": {"cashier", "manager"},
    "open_return_preview": {"cashier", "manager"},
    "open_return_receipt": {"cashier", "manager"},
    "sales_of_item": {"cashier", "manager"},
    "note_receipt_print": {"cashier", "manager"},
    "sign_fiscal_record": {"cashier", "manager"},
    "unsigned_fiscal_records": {"cashier", "manager"},
    "note_gift_receipt": {"cashier", "manager"},
    "unprinted_receipts": {"cashier", "manager"},
    "issue_credit": {"cashier", "manager"},
    "top_up_credit": {"cashier", "manager"},
    "credit_balance": {"cashier", "manager"},
    "take_credit": {"cashier", "manager"},
    "take_tender": {"cashier", "manager"},
    "give_tender_back": {"cashier", "manager"},
    "give_credit_back": {"cashier", "manager"},
    "join_shift": {"staff", *PEOPLE},
    "approve": {"cashier", "manager"},
    "put_on_sale": {"manager"},
    "stock_item": {"staff", *PEOPLE},
    "adjust_stock": {"clerk", "manager"},
    "set_threshold": {"clerk", "manager"},
    "set_stock": {"clerk", "manager"},
    "adjust_stocks": {"clerk", "manager"},
    "set_stocks": {"clerk", "manager"},
    "set_thresholds": {"clerk", "manager"},
    "restock": {"clerk", "manager"},
    "undo_stock": {"clerk", "manager"},
    "set_cost": {"manager"},
    "make_promotion": {"manager"},
    "change_promotion": {"manager"},
    "end_promotion": {"manager"},
    "import_costs": {"manager"},
    "open_count": {"clerk", "manager"},
    "count_item": {"clerk", "manager"},
    "take_back_count": {"clerk", "manager"},
    "recount_item": {"clerk", "manager"},
    "post_count": {"clerk", "manager"},
    "cancel_count": {"clerk", "manager"},
    "import_opening_stock": {"manager"},
    "create_staff": {"admin"},
    "change_staff": {"admin"},
    "disable_staff": {"admin"},
    "set_password": {"admin"},
    "withdraw_badge": {"admin"},
    "set_limits": {"admin"},
    "change_settings": {"admin"},
    "set_logo": {"admin"},
    "add_register": {"admin"},
    "change_register": {"admin"},
    "bound_cash": {"admin"},
    "use_register": {"admin"},
    "add_tax_class": {"admin"},
    "rename_tax_class": {"admin"},
    "make_tax_class_default": {"admin"},
    "add_tax_rate": {"admin"},
    "correct_tax_rate": {"admin"},
    "take_back_tax_rate": {"admin"},
    "sign_off": {"manager"},
    "health": {"manager", "admin", "auditor"},
    "check": {"manager", "admin", "auditor"},
    "check_rule": {"manager", "admin", "auditor"},
    "note_check": {"manager", "admin"},
    "verify_seals": {"manager", "admin", "auditor"},
    "seal": {"system"},
    "sum_days": {"manager", "auditor", "system"},
    "note_backup": {"manager", "admin"},
    "own_password": {"staff", *PEOPLE},
    "note_sign_in": {"staff", *PEOPLE},
    "set_pin": {"staff", *PEOPLE},
    "check_pin": {"staff", *PEOPLE},
    "set_badge": {"staff", *PEOPLE},
    "check_badge": {"staff", *PEOPLE},
    "send_verification": {"cashier", "manager"},
    "send_password_reset": {"manager"},
    "verify_email": {"webshop"},
    "check_password_reset": {"webshop"},
    "remove_address": {"cashier", "manager"},
    "remove_payment_method": {"cashier", "manager"},
    "me": {"staff", *PEOPLE},
    "look_at_clock": {"staff", "mailer", "system", *PEOPLE},
    "claim_mails": {"mailer", "system"},
    "settle_mail": {"mailer", "system"},
    "sweep_mails": {"mailer", "system"},
    "retry_mails": {"manager"},
    "resend_mail": {"manager"},
    "old_mails": {"admin"},
    "give_up_mails": {"admin"},
}


@pytest.fixture(scope="module")
def columns(built):
    """Every column of every table, with its schema; a view's name has its schema as well."""
    return built.rows("""
        SELECT c.relnamespace::regnamespace::text,
               CASE c.relkind WHEN 'v' THEN c.oid::regclass::text ELSE c.relname END, a.attname
        FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
        WHERE c.relnamespace::regnamespace::text IN ('public', 'storedesk', 'webshop')
          AND c.relkind IN ('r', 'v', 'm', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped
    """)


@pytest.fixture(scope="module")
def held(built):
    """What each group may do to each column."""
    found = built.rows(
        """
        SELECT g, CASE c.relkind WHEN 'v' THEN c.oid::regclass::text ELSE c.relname END
                  || '.' || a.attname, p
        FROM unnest(%s::text[]) AS g,
             unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS p,
             pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
        WHERE c.relnamespace::regnamespace::text IN ('public', 'storedesk', 'webshop')
          AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
          AND has_column_privilege(current_database() || '_' || g, c.oid, a.attnum, p)
        """,
        list(GROUPS),
    )
    return {group: {(column, p) for g, column, p in found if g == group} for group in GROUPS}


def granted(columns):
    """What grants.toml says, for each group with those that it belongs to."""
    of_table = {}
    for _, table, column in columns:
        of_table.setdefault(table, []).append(column)
    own = {group: set() for group in GROUPS}
    for right in GRANTS.rights:
        named = of_table[right.table] if right.columns == ("*",) else right.columns
        own[right.group] |= {(f"{right.table}.{column}", right.privilege) for column in named}
    own["backup"] |= {
        (f"{table}.{column}", "SELECT") for _, table, column in columns if table != "secrets"
    }
    return {
        group: own[group].union(*(own[other] for other in BELONGS_TO.get(group, ())))
        for group in GROUPS
    }


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_may_do_what_the_data_file_says_and_nothing_else(group, held, columns):
    assert held[group] == granted(columns)[group]


@pytest.mark.parametrize(("column", "privilege"), CELLS)
def test_what_would_cost_most_is_as_the_rulings_say(column, privilege, held):
    assert {g for g in GROUPS if (column, privilege) in held[g]} == CELLS[column, privilege]


def test_every_table_is_someones_or_meant_to_be_nobodys(columns):
    tables = {table for _, table, _ in columns}

    assert tables - {right.table for right in GRANTS.rights} == NOBODYS


def test_nobody_removes_locks_or_refers_to_rows_and_nobody_writes_whole_tables(built):
    found = built.rows(
        """
        SELECT g, c.oid::regclass::text, p
        FROM unnest(%s::text[]) AS g,
             unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS p,
             pg_class AS c
        WHERE c.relnamespace::regnamespace::text IN ('public', 'storedesk', 'webshop')
          AND c.relkind IN ('r', 'v', 'm')
          AND has_table_privilege(current_database() || '_' || g, c.oid, p)
        """,
        list(GROUPS),
    )
    assert found == []


def test_staff_write_no_table_that_sales_wait_for(held):
    waited_for = (
        "inventory", "inventory_audit_log", "orders", "order_line_items", "order_number_sequence",
        "order_payments", "carts", "cart_items", "till_carts", "till_quotes", "till_sessions",
        "sale_changes", "till_notes", "line_notes", "till_measures", "line_measures",
    )  # fmt: skip
    writes = {
        column.partition(".")[0]
        for group in ("staff", *PEOPLE)
        for column, privilege in held[group]
        if privilege != "SELECT"
    }
    assert writes.isdisjoint(waited_for)


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_may_call_the_commands_it_is_given_and_no_other_function(group, built):
    found = built.rows(
        """
        SELECT p.pronamespace::regnamespace::text, p.proname FROM pg_proc AS p
        WHERE p.pronamespace IN ('api'::regnamespace, 'core'::regnamespace)
          AND has_function_privilege(current_database() || '_' || %s, p.oid, 'EXECUTE')
        """,
        group,
    )
    circle = {group, *BELONGS_TO.get(group, ())}
    there = {name for (name,) in built.rows(EVERY_COMMAND)}
    teams = {name: set(GRANTS.commands.get(name, ())) for name in there}
    expected = {("api", name) for name in there if circle & teams[name]}
    if group == "accounts":  # it owns them
        expected |= {("core", name) for name in GRANTS.accounts}
    assert set(found) == expected


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_for_those_the_rulings_name(command):
    circles = {group: {group, *BELONGS_TO.get(group, ())} for group in GROUPS}
    teams = set(GRANTS.commands[command])

    assert {g for g in GROUPS if circles[g] & teams} == COMMANDS[command]


def test_every_command_is_in_the_data_file_and_everything_there_exists(built):
    there = {name for (name,) in built.rows(EVERY_COMMAND)}

    assert there - set(GRANTS.commands) == set()
    assert set(GRANTS.commands) - there == set()


def test_no_function_can_be_bent_by_a_search_path(built):
    loose = built.rows("""
        SELECT oid::regprocedure::text FROM pg_proc
        WHERE (pronamespace IN ('api'::regnamespace, 'core'::regnamespace)
               OR pronamespace = 'storedesk'::regnamespace AND proname ~ '^(is|has)_')
          AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (proconfig), false)
          AND prosqlbody IS NULL  -- what was parsed when it was made looks for nothing
    """)
    assert loose == []


def test_the_public_has_nothing(built):
    assert built.rows("""
        WITH acl AS (
            SELECT c.oid::regclass::text AS name, c.relacl AS acl FROM pg_class AS c
            WHERE c.relnamespace::regnamespace::text IN ('public', 'storedesk', 'webshop')
            UNION ALL
            SELECT p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner))
            FROM pg_proc AS p
            WHERE p.pronamespace::regnamespace::text IN ('public', 'storedesk', 'api', 'core')
            UNION ALL SELECT n.nspname, coalesce(n.nspacl, acldefault('n', n.nspowner))
            FROM pg_namespace AS n
            WHERE n.nspname IN ('public', 'storedesk', 'api', 'core', 'webshop')
            UNION ALL SELECT d.datname, coalesce(d.datacl, acldefault('d', d.datdba))
            FROM pg_database AS d WHERE d.datname = current_database()
        )
        SELECT acl.name FROM acl, aclexplode(acl.acl) AS given WHERE given.grantee = 0
    """) == []  # fmt: skip


def test_no_group_is_more_than_it_seems(built):
    mighty = built.rows("""
        SELECT substr(rolname, length(current_database()) + 2) FROM pg_roles
        WHERE starts_with(rolname, current_database() || '_')
          AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls)
    """)
    assert sorted(mighty) == [("accounts",), ("backup",)]
    assert built.rows("""
        SELECT member::regrole::text FROM pg_auth_members
        WHERE roleid IN (to_regrole(current_database() || '_owner'),
                         to_regrole(current_database() || '_accounts'))
    """) == []  # fmt: skip


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT password_hash FROM customers",
        "SELECT * FROM customers",
        "SELECT c FROM customers AS c",
        "SELECT row_to_json(c) FROM customers AS c",
        "SELECT id FROM customers ORDER BY verification_token",
        "COPY customers TO STDOUT",
        "SELECT token FROM saved_payment_methods",
        "SELECT payload FROM email_queue",
        "SELECT FROM inventory FOR UPDATE",
        "LOCK TABLE inventory IN ROW EXCLUSIVE MODE",
        "LOCK TABLE products IN ACCESS EXCLUSIVE MODE",
        "UPDATE inventory SET stock_level = 1",
        "UPDATE customers SET password_hash = '!'",
        "DELETE FROM products",
        "TRUNCATE orders",
        "SELECT core.now()",
        "SELECT FROM storedesk.requests",
        "CREATE TEMPORARY TABLE staff (id int)",
        "CREATE TABLE public.mine (id int)",
        "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "SELECT pg_advisory_lock(1)",
        "SELECT pg_try_advisory_xact_lock(1)",
        "SELECT lo_create(0)",
        "SET SESSION AUTHORIZATION pg_database_owner",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT pg_logical_emit_message(false, 'a', 'b')",
        "SELECT pg_export_snapshot()",
        "SELECT pg_advisory_unlock_all()",
        "SELECT pg_advisory_xact_lock_shared(7354)",
        "SELECT pg_blocking_pids(1)",
        "SELECT count(*) FROM pg_locks",
        "DO $$ BEGIN RAISE WARNING 'a'; END $$",
        "CREATE RULE mine AS ON INSERT TO orders DO NOTHING",
        "COMMENT ON TABLE orders IS 'mine'",
        "COMMENT ON COLUMN orders.id IS 'mine'",
        "CREATE STATISTICS mine ON id, status FROM orders",
        "CREATE RULE mine AS ON INSERT TO pg_catalog.pg_class DO NOTHING",
        "DROP TRIGGER append_only ON inventory_audit_log",
        "SET temp_file_limit = -1",
        "SET log_min_messages = 'debug5'",
        "SET log_statement = 'all'",
        "SELECT FROM pg_authid",
    ],
)
def test_even_a_manager_is_refused(statement, built):
    with (
        built.connect("cyd") as manager,
        pytest.raises(errors.InsufficientPrivilege),
        manager.transaction(),
    ):
        manager.execute(statement)


LOCKING = [
    "CREATE RULE mine AS ON INSERT TO {} DO NOTHING",
    """
    CREATE TRIGGER mine BEFORE INSERT ON {} FOR EACH ROW
    EXECUTE FUNCTION suppress_redundant_updates_trigger()
    """,
    "COMMENT ON TABLE {} IS 'mine'",
    "COMMENT ON COLUMN {}.id IS 'mine'",
    "CREATE STATISTICS mine ON id, created_at FROM {}",
]
"""What asks for a lock on the whole table before it asks whether it is allowed to."""


@pytest.mark.parametrize("person", [*STAFF, *SERVICES])
@pytest.mark.parametrize("statement", LOCKING)
def test_nobody_queues_for_a_lock_on_a_whole_table(statement, person, built):
    """One session keeps a table open; another one's request would stop everybody behind it."""
    with psycopg.connect(built.dsn()) as holder, built.connect(person) as asker:
        holder.execute("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE")
        asker.execute("SET lock_timeout = '300ms'")
        with pytest.raises(errors.InsufficientPrivilege):
            asker.execute(statement.format("orders"))


@pytest.mark.parametrize("group", GROUPS)
def test_no_group_begins_a_loop_of_its_own(group, built):
    words = "SELECT has_language_privilege(current_database() || '_' || %s, 'plpgsql', 'USAGE')"
    assert built.sql(words, group) is (group == "accounts")


KNOWN_TO_WRITE = {
    "nextval", "setval", "pg_notify", "set_config", "pg_cancel_backend", "pg_terminate_backend",
}  # fmt: skip
"""Needed, or of no use without a right to something else: sequences, one's own sessions."""


def test_whatever_the_server_can_be_asked_to_write_log_lock_or_fill_is_not_the_publics(built):
    """By name, of both the oldest and the newest version that are supported."""
    loose = built.rows("""
        SELECT DISTINCT p.proname FROM pg_proc AS p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.provolatile = 'v'
          AND (p.proacl IS NULL OR EXISTS (
              SELECT FROM aclexplode(p.proacl) AS a WHERE a.grantee = 0))
          AND (p.proname ~ '^lo_|^lo(read|write)$|lock|emit|export|prepare|snapshot_block'
            OR p.proname ~ '^pg_(switch|rotate|reload|promote|create_restore|log_|stat_reset)'
            OR p.proname ~ '^pg_(ls_|read_|file|start_|stop_back|backup)'
            OR p.proname ~ 'notify$|^(next|set)val$|^set_config$|_backend$')
    """)
    harmless = {
        "clock_timestamp", "pg_stat_get_xact_blocks_fetched", "pg_stat_get_xact_blocks_hit",
        "pg_read_file_old", "pg_rotate_logfile_old",  # of 15: they ask for a superuser themselves
    }  # fmt: skip
    assert {name for (name,) in loose} - harmless <= KNOWN_TO_WRITE


def test_drafts_and_what_is_deleted_are_not_a_cashiers_business(store, add_product):
    add_product("Mug")
    add_product("Secret", status="draft")
    add_product("Old")
    store.sql("UPDATE products SET is_deleted = true, status = 'inactive' WHERE name = 'Old'")
    names = "SELECT array_agg(name::text ORDER BY name) FROM products"

    assert store.sql(names, login="bob") == ["Mug"]
    for person in ("ada", "cyd", "dee", "eve"):
        assert store.sql(names, login=person) == ["Mug", "Old", "Secret"], person


def test_hiding_drafts_costs_those_who_see_them_nothing(built):
    def plan(person):
        with built.connect(person) as connection:
            return "\n".join(connection.execute("EXPLAIN SELECT name FROM products").fetchall())

    assert "Filter" in plan("bob")
    assert "Filter" not in plan("cyd")


def test_the_ledger_and_the_log_are_read_whole_or_not_at_all(store, add_product):
    add_product("Mug")
    ledger = "SELECT count(*) FROM inventory_audit_log"
    log = "SELECT count(*) FROM storedesk.audit_event"

    assert {store.sql(ledger, login=person) for person in ("ada", "cyd", "eve")} == {1}
    for statement, people in ((ledger, ("bob", "dee")), (log, ("ada", "bob"))):
        for person in people:
            with pytest.raises(errors.InsufficientPrivilege):
                store.sql(statement, login=person)


@pytest.mark.parametrize("table", ["inventory_audit_log", "storedesk.audit_event"])
def test_what_is_in_the_books_stays_whoever_asks(table, store, add_product):
    add_product("Mug")
    store.sql("INSERT INTO storedesk.audit_event (action, entity) VALUES ('price', 'product')")
    for action in (f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
        with pytest.raises(psycopg.Error) as refused:
            store.sql(action)
        assert refused.value.sqlstate.startswith("SD")


@pytest.mark.usefixtures("invariants")
def test_the_web_shop_places_an_order_by_itself(store, add_product):
    mug = add_product("Mug", on_hand=3)
    customer, order = uuid4(), uuid4()
    with store.connect("wes") as shop, shop.transaction():
        shop.execute(
            """
            INSERT INTO customers (id, email, password_hash, first_name, last_name)
            VALUES (%s, 'ann@example.com', 'secret', 'Ann', 'Lee')
            """,
            [customer],
        )
        number = shop.execute(
            """
            INSERT INTO order_number_sequence AS s (year, last_sequence)
            VALUES (extract(year FROM now() AT TIME ZONE 'UTC'), 1)
            ON CONFLICT (year) DO UPDATE SET last_sequence = s.last_sequence + 1
            RETURNING 'ORD-' || year || '-' || lpad(last_sequence::text, 6, '0')
            """
        ).fetchone()
        shop.execute(
            """
            INSERT INTO orders (
                id, order_number, customer_id, subtotal_amount, shipping_cost_amount, total_amount,
                shipping_street, shipping_city, shipping_state, shipping_postal_code,
                shipping_country, shipping_recipient_name, payment_type
            )
            VALUES (%s, %s, %s, 5, 1, 6,
                    '1 High St', 'Town', '', '1', 'US', 'Ann Lee', 'credit_card')
            """,
            [order, number, customer],
        )
        shop.execute(
            """
            INSERT INTO order_line_items (
                order_id, product_id, product_name, unit_price_amount, quantity, subtotal_amount
            )
            VALUES (%s, %s, 'Mug', 2.5, 2, 5)
            """,
            [order, mug],
        )
        shop.execute(
            """
            UPDATE inventory SET reserved_quantity = reserved_quantity + 2, version = version + 1
            WHERE product_id = %s
            """,
            [mug],
        )
        shop.execute(
            """
            INSERT INTO inventory_audit_log (
                inventory_id, product_id, previous_value, new_value, adjustment, reason,
                operation_type, order_id
            )
            SELECT id, product_id, 0, 2, 2, 'web order', 'reserve', %s FROM inventory
            WHERE product_id = %s
            """,
            [order, mug],
        )

    assert store.sql("SELECT status FROM orders", login="bob") == "pending"
    with pytest.raises(errors.InsufficientPrivilege):
        store.sql("UPDATE products SET price_amount = 1", login="wes")
