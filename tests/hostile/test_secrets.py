"""What nobody may read, by every road that leads there."""

import psycopg
import pytest
from psycopg import errors

PEOPLE = ("ada", "bob", "cyd", "dee", "eve")
SECRET = "s3cr3t-hash"
WEB_SHOPS = ("customers", "saved_payment_methods", "customer_shipping_addresses")
"""What the web shop reads whole, since it signs customers in and keeps their ways of paying."""


@pytest.fixture
def secrets(store):
    """A customer, a card and an e-mail that carry secrets."""
    ann = store.sql(
        "INSERT INTO customers (email, password_hash, first_name, last_name, verification_token,"
        " verification_token_expires_at) VALUES ('ann@example.com', %s, 'Ann', 'Lee', %s,"
        " '2099-01-01') RETURNING id",
        SECRET,
        SECRET,
    )
    store.sql(
        "INSERT INTO saved_payment_methods (customer_id, payment_type, token, paypal_email)"
        " VALUES (%s, 'paypal', %s, 'ann@example.com')",
        ann,
        SECRET,
    )
    store.sql(
        "INSERT INTO email_queue (email_type, recipient_email, subject, reference_type,"
        " reference_id, payload) VALUES ('password_reset', 'ann@example.com', 'x', 'customer', %s,"
        " jsonb_build_object('token', %s::text))",
        ann,
        SECRET,
    )
    store.sql("ANALYZE customers, email_queue, saved_payment_methods")


ROADS = [
    "SELECT password_hash FROM customers",
    "SELECT c.* FROM customers AS c",
    "TABLE customers",
    "SELECT to_jsonb(c) FROM customers AS c",
    "SELECT c::text FROM customers AS c",
    "SELECT hstore(c) FROM customers AS c",
    "SELECT count(*) FROM customers WHERE password_hash LIKE 's%'",
    "SELECT id FROM customers ORDER BY password_hash",
    "SELECT count(*) FROM customers GROUP BY verification_token",
    "SELECT id FROM customers AS c WHERE c = c",
    "SELECT FROM customers AS a NATURAL JOIN customers AS b",
    "UPDATE customers SET first_name = 'x' RETURNING password_hash",
    "UPDATE customers SET first_name = 'x' RETURNING *",
    "UPDATE customers SET first_name = password_hash",
    "UPDATE customers SET first_name = 'x' WHERE password_hash LIKE 's%'",
    (
        "INSERT INTO customers (email, first_name, last_name) VALUES ('b@x.org', 'a', 'b')"
        " RETURNING password_hash"
    ),
    (
        "INSERT INTO customers (email, first_name, last_name) VALUES ('ann@example.com', 'a', 'b')"
        " ON CONFLICT (email) DO UPDATE SET first_name = customers.password_hash"
    ),
    (
        "INSERT INTO customers (email, first_name, last_name) VALUES ('ann@example.com', 'a', 'b')"
        " ON CONFLICT (email) DO UPDATE SET first_name = 'x'"
        " WHERE customers.password_hash LIKE 's%'"
    ),
    "COPY customers TO STDOUT",
    "COPY customers (password_hash) TO STDOUT",
    "COPY (SELECT password_hash FROM customers) TO STDOUT",
    "COPY customers TO PROGRAM 'cat'",
    "EXPLAIN ANALYZE SELECT password_hash FROM customers",
    "SELECT query_to_xml('SELECT password_hash FROM customers', true, true, '')",
    "SELECT table_to_xml('customers', true, true, '')",
    "SELECT cursor_to_xml('x', 1, true, true, '')",
    "DECLARE x CURSOR FOR SELECT password_hash FROM customers",
    "PREPARE x AS SELECT password_hash FROM customers; EXECUTE x",
    "CREATE TEMPORARY VIEW v AS SELECT password_hash FROM customers",
    "CREATE VIEW public.v AS SELECT password_hash FROM customers",
    "SELECT token FROM saved_payment_methods",
    "SELECT row_to_json(s) FROM saved_payment_methods AS s",
    "SELECT payload FROM email_queue",
    "SELECT to_jsonb(e) FROM email_queue AS e",
    "SELECT old FROM storedesk.customer_history",
    "SELECT result FROM storedesk.requests",
    "SELECT detail FROM storedesk.approvals",
    "SELECT words FROM storedesk.product_search",
    "SELECT words FROM storedesk.customer_search",
    "SELECT code_hash FROM storedesk.credit_accounts",
    "TABLE storedesk.credit_accounts",
    "SELECT to_jsonb(a) FROM storedesk.credit_accounts AS a",
    "SELECT count(*) FROM storedesk.credit_accounts WHERE code_hash = sha256('')",
    "SELECT id FROM storedesk.credit_accounts ORDER BY code_hash",
    "COPY storedesk.credit_accounts (code_hash) TO STDOUT",
    "SELECT core.fresh_code(gen_random_uuid())",
    "SELECT secret FROM storedesk.secrets",
    "TABLE storedesk.secrets",
    "COPY storedesk.secrets TO STDOUT",
    "UPDATE storedesk.secrets SET secret = sha256('')",
    "INSERT INTO storedesk.secrets (name, secret) VALUES ('mine', sha256(''))",
    "SELECT paypal_email FROM saved_payment_methods",
    "UPDATE saved_payment_methods SET is_default = true RETURNING token",
    "DELETE FROM saved_payment_methods RETURNING *",
    "DELETE FROM customer_shipping_addresses",
    "SELECT core.sign_reset(c, 1) FROM customers AS c",
    "SELECT core.hmac('x', 'y')",
    "SELECT core.new_key()",
    "SELECT core.send_verification(gen_random_uuid(), now()::timestamp)",
    "SELECT core.queue_account_mail(NULL, 'verification', '', '', NULL, NULL)",
    "SELECT api.send_verification(gen_random_uuid(), NULL)",
    "SELECT api.send_password_reset(gen_random_uuid(), NULL)",
    "SELECT query FROM core.rules",
    "SELECT rolpassword FROM pg_authid",
    "SELECT * FROM pg_statistic",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT pg_ls_dir('.')",
    "SELECT pg_stat_file('PG_VERSION')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT pg_logical_emit_message(true, 'x', 'x'), pg_create_restore_point('x')",
    "SELECT pg_switch_wal()",
    "SELECT pg_reload_conf()",
    "CREATE EXTENSION dblink",
    "CREATE EXTENSION hstore",
]


@pytest.mark.usefixtures("secrets")
@pytest.mark.parametrize("person", [*PEOPLE, "stan", "wes"])
def test_no_road_leads_to_what_nobody_may_read(store, person):
    with store.connect(person) as connection:
        for road in ROADS:
            if person == "wes" and any(table in road for table in WEB_SHOPS):
                continue
            with pytest.raises(psycopg.Error) as refused, connection.transaction():  # noqa: PT012
                cursor = connection.execute(road)
                if cursor.description:
                    cursor.fetchall()
            assert SECRET not in str(refused.value), road


@pytest.mark.usefixtures("secrets")
@pytest.mark.parametrize("person", [*PEOPLE, "stan", "max"])
def test_statistics_and_errors_say_nothing_either(store, person):
    seen = store.rows(
        "SELECT most_common_vals::text, histogram_bounds::text FROM pg_stats"
        " WHERE attname IN ('password_hash', 'verification_token', 'token', 'payload')"
        " AND tablename <> 'email_queue'",
        login=person,
    )
    assert seen == []
    for words in (
        "INSERT INTO customers (email, first_name, last_name) VALUES ('ann@example.com', '', '')",
        "UPDATE customers SET first_name = NULL",
        "UPDATE customers SET version = version / 0",
        "UPDATE customers SET last_name = E'a\\u202eb'",
    ):
        with pytest.raises(psycopg.Error) as refused:
            store.sql(words, login=person)
        assert SECRET not in f"{refused.value} {refused.value.diag.message_detail}"


@pytest.mark.usefixtures("secrets")
def test_the_mailer_reads_its_queue_and_what_the_store_is_called_and_nothing_more(store):
    readable = store.rows("""
        SELECT c.oid::regclass::text FROM pg_class AS c
        WHERE c.relnamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)
          AND c.relkind IN ('r', 'v') AND has_any_column_privilege(c.oid, 'SELECT')
        ORDER BY 1
    """, login="max")  # fmt: skip
    assert [name for (name,) in readable] == [
        "email_queue", "storedesk.alembic_version", "storedesk.store_settings",
    ]  # fmt: skip
    for words in (
        (
            "INSERT INTO email_queue (email_type, recipient_email, subject, reference_type,"
            " reference_id, payload) VALUES ('verification', 'a@b.c', 'x', 'customer',"
            " gen_random_uuid(), '{}')"
        ),
        "UPDATE email_queue SET recipient_email = 'evil@x.org'",
        "UPDATE email_queue SET payload = '{}'",
        "SELECT api.me()",
        "SELECT api.find_items('a')",
    ):
        with pytest.raises(errors.InsufficientPrivilege):
            store.sql(words, login="max")


@pytest.mark.parametrize("person", [*PEOPLE, "stan", "wes", "max"])
def test_nobody_makes_or_holds_or_becomes_anything(store, person):
    tried = [
        "CREATE TABLE public.t (a int)",
        "CREATE TABLE storedesk.t (a int)",
        "CREATE TABLE api.t (a int)",
        "CREATE TABLE core.t (a int)",
        "CREATE TABLE pg_temp.staff (login name)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION api.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE TYPE public.t AS (a int)",
        "CREATE EVENT TRIGGER t ON ddl_command_start EXECUTE FUNCTION core.append_only()",
        "CREATE POLICY p ON products USING (true)",
        "CREATE RULE r AS ON INSERT TO products DO NOTHING",
        "CREATE TRIGGER t BEFORE INSERT ON orders EXECUTE FUNCTION core.append_only()",
        "ALTER TABLE orders DISABLE TRIGGER ALL",
        "ALTER TABLE products DISABLE ROW LEVEL SECURITY",
        "SET session_replication_role = replica",
        "CREATE ROLE mine",
        f"ALTER ROLE {store.login(person)} SUPERUSER",
        f"ALTER ROLE {store.name}_system PASSWORD 'x'",
        f"ALTER ROLE {store.login(person)} CONNECTION LIMIT -1",
        f"GRANT {store.name}_owner TO {store.login(person)}",
        f"GRANT {store.name}_backup TO {store.login(person)}",
        f"SET ROLE {store.name}_owner",
        f"SET ROLE {store.name}_accounts",
        f"SET ROLE {store.name}_system",
        f"SET ROLE {store.name}_backup",
        f"SET SESSION AUTHORIZATION {store.name}_owner",
        "SET SESSION AUTHORIZATION postgres",
        "SELECT core.make_login('x', 'y', '{}')",
        "SELECT core.move_stock(gen_random_uuid(), NULL, 'set', 1, 'x', NULL, now()::timestamp)",
        "SELECT core.as_of(NULL, NULL)",
        "SELECT api.purge()",
        "LOCK TABLE orders IN ACCESS SHARE MODE NOWAIT; LOCK TABLE orders IN SHARE MODE",
        "LOCK TABLE storedesk.store_settings IN EXCLUSIVE MODE",
        "LOCK TABLE storedesk.staff IN ROW SHARE MODE; LOCK TABLE storedesk.staff IN SHARE MODE",
        "SELECT pg_advisory_lock(7301)",
        "SELECT pg_advisory_xact_lock(7303)",
        "SELECT pg_try_advisory_lock_shared(7302)",
        "SELECT FROM storedesk.till_carts FOR UPDATE",
        "SELECT id FROM storedesk.till_sessions FOR SHARE",
        "SELECT id FROM storedesk.staff FOR KEY SHARE",
        "DELETE FROM storedesk.requests",
        "INSERT INTO storedesk.till_tenders (id) VALUES (gen_random_uuid())",
        "INSERT INTO storedesk.cash_movements (amount) VALUES (1)",
        "UPDATE storedesk.cash_movements SET amount = 1",
        "INSERT INTO storedesk.drawer_openings (reason) VALUES ('x')",
        "INSERT INTO storedesk.receipt_prints (number) VALUES (1)",
        "UPDATE storedesk.receipt_prints SET number = 2",
        "INSERT INTO storedesk.demo_marks DEFAULT VALUES",
        "INSERT INTO storedesk.terminal_payments (id) VALUES (gen_random_uuid())",
        "UPDATE storedesk.terminal_payments SET state = 'approved'",
        "INSERT INTO storedesk.fiscal_signatures (number) VALUES (1)",
        "UPDATE storedesk.fiscal_signatures SET signature = 'mine'",
        "UPDATE storedesk.till_tenders SET amount = 1",
        "INSERT INTO storedesk.credit_accounts (currency) VALUES ('USD')",
        "UPDATE storedesk.credit_accounts SET balance_amount = 1000",
        "INSERT INTO storedesk.credit_entries (kind, amount) VALUES ('issue', 1000)",
        "UPDATE storedesk.credit_entries SET amount = 1000",
        "DELETE FROM storedesk.credit_tries",
        "SELECT core.credit_code(gen_random_uuid())",
        "SELECT core.enter_credit(NULL, 'issue', 1, NULL, NULL, NULL, NULL, NULL)",
        "INSERT INTO storedesk.audit_event (action, entity) VALUES ('x', 'y')",
        "INSERT INTO storedesk.order_payments (amount) VALUES (1)",
        "INSERT INTO storedesk.pos_sales (kind) VALUES ('sale')",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename <> session_user",
        "NOTIFY storedesk; SELECT core.now()",
    ]  # fmt: skip
    with store.connect(person) as connection:
        for words in tried:
            with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
                connection.execute(words)


def test_forged_settings_and_roles_sign_for_nobody_else(store, add_product):
    mug = add_product("Mug")
    with store.connect("ada") as ada:
        for words in (
            f"SET storedesk.actor = '{store.staff_id('cyd')}'",
            "SET storedesk.instant = '1999-01-01'",
            "SET search_path = pg_temp, public, storedesk",
            "SET TimeZone = 'Asia/Tokyo'",
            "SET synchronous_commit = off",
            "SET statement_timeout = 0",
            f"SET ROLE {store.name}_clerk",
        ):
            ada.execute(words)
        ada.execute("SELECT api.adjust_stock(gen_random_uuid(), %s, NULL, 1, 'x')", [mug])

    written = """
        SELECT user_id, abs(extract(epoch FROM created_at - core.now())) < 60
        FROM inventory_audit_log WHERE reason = 'x'
    """
    assert store.rows(written) == [(store.staff_id("ada"), True)]


def test_a_stranger_in_all_the_right_groups_gives_no_orders(store, add_product):
    mug = add_product("Mug")
    for words in (
        f"SELECT api.adjust_stock(gen_random_uuid(), '{mug}', NULL, 1, 'x')",
        "SELECT api.approve(gen_random_uuid(), 'override', '{}')",
        "SELECT count(*) FROM api.check()",
        "SELECT api.own_password(gen_random_uuid(), 'x')",
    ):
        with pytest.raises(psycopg.Error, match="not_staff"):
            store.sql(words, login="stan")
    assert store.sql("SELECT count(*) FROM api.check()", login="cyd") == 0  # who works here


def test_who_looks_after_the_store_checks_and_only_the_system_purges(store):
    for person, may in {
        "ada": False,
        "bob": False,
        "cyd": True,
        "dee": True,
        "eve": True,
    }.items():
        allowed = "SELECT has_function_privilege(%s, 'api.check()', 'EXECUTE')"
        assert store.sql(allowed, store.login(person)) is may
        purge = "SELECT has_function_privilege(%s, 'api.purge()', 'EXECUTE')"
        assert store.sql(purge, store.login(person)) is False
