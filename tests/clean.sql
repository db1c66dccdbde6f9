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

CREATE FUNCTION test_base.clean() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    used record;
    filled boolean;
    lost record;
BEGIN
    FOR used IN
        SELECT c.oid::regclass AS name, pg_relation_size(c.oid) > 262144 AS is_large
        FROM pg_class AS c WHERE c.relkind = 'r' AND c.relname <> 'alembic_version'
          AND c.relnamespace IN ('public'::regnamespace, 'storedesk'::regnamespace)
        ORDER BY is_large DESC
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %s)', used.name) INTO filled;
        IF filled THEN
            EXECUTE format(CASE WHEN used.is_large THEN 'TRUNCATE %s CASCADE' ELSE 'DELETE FROM %s' END, used.name);
        END IF;
    END LOOP;

    FOR used IN
        SELECT c.oid::regclass AS name, to_regclass('test_base.of_' || c.oid) AS kept FROM pg_class AS c
        WHERE to_regclass('test_base.of_' || c.oid) IS NOT NULL
    LOOP
        EXECUTE format(
            'INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM %s', used.name,
            (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute AS a
             WHERE a.attrelid = used.name AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
            used.kept);
    END LOOP;

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
