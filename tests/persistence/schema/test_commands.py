import re
from textwrap import dedent

import pytest

from storedesk.persistence.schema.commands import command_files, expanded
from storedesk.resources import migrations_folder

REQUESTED = """
    SELECT p.proname, p.proargnames, p.prosrc FROM pg_proc AS p
    WHERE p.pronamespace = 'api'::regnamespace AND p.proargnames[1] = 'request' ORDER BY 1
"""
NOT_IN_THE_FINGERPRINT = {
    "make_product": {"contents": None},
    "set_pin": {"pin": "pin IS NULL"},
    "check_pin": {"pin": None},
    "set_badge": {"secret": "secret IS NULL"},
    "check_badge": {"secret": None},
}
"""What is left out on purpose, and what stands there instead: see docs/decisions/0024 and 0053."""
COUNT = dedent("""\
    -- Counts a product.
    CREATE FUNCTION api.count_it(
        request uuid, product uuid, price numeric(10, 2) DEFAULT 0, names text[] DEFAULT '{}'
    ) RETURNS int
    LANGUAGE command AS $$
    DECLARE
        found int := 7;
    BEGIN
        IF found > 0 THEN
            answer := to_jsonb(found);
        END IF;
    END $$;

    CREATE FUNCTION core.other() RETURNS int
    LANGUAGE sql AS $$ SELECT 1 $$;
    """)


def test_a_command_gets_its_replay_and_keeps_its_answer():
    assert expanded(COUNT) == dedent("""\
        -- Counts a product.
        CREATE FUNCTION api.count_it(
            request uuid, product uuid, price numeric(10, 2) DEFAULT 0, names text[] DEFAULT '{}'
        ) RETURNS int
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        SET plan_cache_mode = force_generic_plan AS $$
        DECLARE
            me uuid := core.me();
            fingerprint bytea := core.fingerprint(jsonb_build_array(product, price, names));
            answer jsonb := core.replay(request, me, 'count_it', fingerprint);
        BEGIN
            IF answer IS NULL THEN
                DECLARE
                    found int := 7;
                BEGIN
                    IF found > 0 THEN
                        answer := to_jsonb(found);
                    END IF;
                END;
                answer := core.finish(request, me, 'count_it', fingerprint, answer);
            END IF;

            RETURN answer::int;
        END $$;

        CREATE FUNCTION core.other() RETURNS int
        LANGUAGE sql AS $$ SELECT 1 $$;
        """)  # fmt: skip


def command(done, returns="jsonb"):
    return expanded(
        f"CREATE FUNCTION api.it(request uuid, a int) RETURNS {returns}\n"
        f"LANGUAGE command AS $$\nBEGIN\n{done}END $$;"
    )


def test_a_command_without_an_answer_keeps_an_empty_one():
    whole = command("    PERFORM core.do_it(a);\n")

    finish = "answer := core.finish(request, me, 'it', fingerprint, '{}');"
    assert f"        PERFORM core.do_it(a);\n        {finish}" in whole
    assert whole.endswith("    RETURN answer;\nEND $$;")


def test_what_a_command_returns_is_asked_of_what_was_kept_each_time():
    whole = command("    answer := core.do_it(a);\n\n    RETURN core.sale(answer ->> 'order');\n")

    finish = "answer := core.finish(request, me, 'it', fingerprint, answer);"
    assert f"answer := core.do_it(a);\n        {finish}\n" in whole
    assert whole.endswith("    END IF;\n\n    RETURN core.sale(answer ->> 'order');\nEND $$;")


@pytest.mark.parametrize(
    "wrong",
    [
        COUNT.replace("request uuid, ", ""),
        COUNT.replace("answer := to_jsonb(found);", "RETURN found;"),
    ],
)
def test_a_command_without_a_request_or_with_two_ends_is_a_mistake(wrong):
    with pytest.raises(ValueError, match=r"api\.count_it"):
        expanded(wrong)


def test_every_command_is_told_from_others_by_all_its_arguments(store):
    found = store.rows(REQUESTED)

    assert len(found) > 60
    for name, parameters, source in found:
        instead = NOT_IN_THE_FINGERPRINT.get(name, {})
        names = [word for one in parameters[1:] if (word := instead.get(one, one))]
        wanted = f"core.fingerprint(jsonb_build_array({', '.join(names)}))"
        assert wanted in re.sub(r"\(\s+", "(", re.sub(r"\s+", " ", source)).replace(" )", ")"), name
        said = f"(request, me, '{name}', fingerprint"
        assert source.count(f"core.replay{said})") == source.count(f"core.finish{said}, ") == 1


def test_commands_are_written_as_such():
    written = "\n".join(
        file.read_text(encoding="utf-8") for file in command_files(migrations_folder() / "commands")
    )
    requested = re.findall(
        r"^CREATE FUNCTION api\.(\w+)\(\s*request uuid[^$]*?^LANGUAGE (\w+)", written, re.MULTILINE
    )

    assert {name for name, language in requested if language != "command"} == set(
        NOT_IN_THE_FINGERPRINT
    )
