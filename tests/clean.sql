-- Beside the store's database: what it held when it was built, and how to have that again.
CREATE SCHEMA test_base;

CREATE TABLE test_base.logins AS
SELECT rolname, rolpassword, rolcanlogin, rolconnlimit FROM pg_authid WHERE starts_with(rolname, current_database() || '_');

CREATE TABLE test_base.members AS
SELECT roleid::regrole::text AS team, member::regrole::text AS member FROM pg_auth_members
WHERE roleid::regrole::text LIKE current_database() || '\_%';

-- a copy of each table that is not empty
DO $$
DECLARE
    kept regclass;
    filled boolean;
BEGIN
    FOR kept IN
        SELECT oid FROM pg_class WHERE relkind = 'r' AND relname <> 'alembic_version'
          AND relnamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %s)', kept) INTO filled;
        IF filled THEN
            EXECUTE format('CREATE TABLE test_base.%I AS TABLE %s', 'of_' || kept::oid, kept);
        END IF;
    END LOOP;
END $$;

-- Empties every table, then fills those that were. Written out table by table, so that a session that
-- calls it often plans it once.
DO $$
DECLARE
    body text := (
        SELECT string_agg(format(
            'IF EXISTS (SELECT FROM %1$s) THEN '
            'IF pg_relation_size(%2$s) > 262144 THEN TRUNCATE %1$s CASCADE; ELSE DELETE FROM %1$s; END IF; '
            'END IF;', c.oid::regclass, c.oid), E'\n')
        FROM pg_class AS c
        WHERE c.relkind = 'r' AND c.relname <> 'alembic_version'
          AND c.relnamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)
    );
    fill text := (
        SELECT string_agg(format(
            'INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM %s;', c.oid::regclass, (
                SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute AS a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            ), to_regclass('test_base.of_' || c.oid)), E'\n')
        FROM pg_class AS c WHERE to_regclass('test_base.of_' || c.oid) IS NOT NULL
    );
BEGIN
    EXECUTE format(
        'CREATE FUNCTION test_base.clean_tables() RETURNS void LANGUAGE plpgsql AS %L',
        E'BEGIN\n' || body || E'\n' || fill || E'\nEND');
END $$;

CREATE FUNCTION test_base.clean() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    lost record;
BEGIN
    PERFORM test_base.clean_tables();

    FOR lost IN
        SELECT b.* FROM test_base.logins AS b JOIN pg_authid AS a USING (rolname)
        WHERE (a.rolpassword, a.rolcanlogin, a.rolconnlimit)
            IS DISTINCT FROM (b.rolpassword, b.rolcanlogin, b.rolconnlimit)
    LOOP
        EXECUTE format('ALTER ROLE %I %s CONNECTION LIMIT %s PASSWORD %L', lost.rolname,
                       CASE WHEN lost.rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END, lost.rolconnlimit,
                       lost.rolpassword);
    END LOOP;

    FOR lost IN
        SELECT rolname FROM pg_authid WHERE starts_with(rolname, current_database() || '_')
          AND rolname NOT IN (SELECT b.rolname FROM test_base.logins AS b)
    LOOP
        EXECUTE format('DROP ROLE %I', lost.rolname);
    END LOOP;

    FOR lost IN
        SELECT m.team, m.member FROM test_base.members AS m
        EXCEPT SELECT roleid::regrole::text, member::regrole::text FROM pg_auth_members
    LOOP
        EXECUTE format('GRANT %s TO %s', lost.team, lost.member);
    END LOOP;
END $$;
