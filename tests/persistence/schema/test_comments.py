import re
from pathlib import Path

import pytest

from storedesk.persistence.schema import comments
from storedesk.resources import migrations_folder

TOP = Path(__file__).parents[3]
DESCRIBED = """
    SELECT p.pronamespace::regnamespace || '.' || p.proname, obj_description(p.oid, 'pg_proc')
    FROM pg_proc AS p
    WHERE p.pronamespace IN ('api'::regnamespace, 'core'::regnamespace) ORDER BY 1
"""
EVERY_COMMENT = """
    SELECT d.description FROM pg_proc AS p JOIN pg_description AS d ON d.objoid = p.oid
    WHERE p.pronamespace::regnamespace::text = ANY (%s)
    UNION SELECT d.description FROM pg_class AS c JOIN pg_description AS d ON d.objoid = c.oid
    WHERE c.relnamespace::regnamespace::text = ANY (%s)
"""
OF_TABLE = "SELECT obj_description(%s::regclass, 'pg_class')"
OF_COLUMN = """
    SELECT col_description(a.attrelid, a.attnum) FROM pg_attribute AS a
    WHERE a.attrelid = %s::regclass AND a.attname = %s
"""
SCRIPT = """\
-- ---------- a heading

-- What it
-- does.
CREATE FUNCTION core.made(a int, b text DEFAULT 'x') RETURNS int
LANGUAGE sql AS $$
    SELECT 1  -- not this
$$;

CREATE FUNCTION core.bare() RETURNS int
LANGUAGE sql AS $$ SELECT 1 $$;

-- Above.
CREATE TABLE storedesk.made (      -- beside
    id uuid PRIMARY KEY,
    kind varchar(10) NOT NULL
        CHECK (kind IN ('a')),     -- goes on
                                   -- for two lines
    CHECK (kind <> 'b')            -- of no column
);

ALTER TABLE storedesk.made         -- of no column
    ADD COLUMN more int,           -- added
    ADD COLUMN last int;
"""


def above(name):
    """Read what stands above a function, as somebody would who looks for it."""
    for script in (migrations_folder() / "commands").rglob("*.sql"):
        lines = script.read_text(encoding="utf-8").splitlines()
        for at, line in enumerate(lines):
            if line.startswith(f"CREATE FUNCTION {name}("):
                first = at
                while lines[first - 1].startswith("--"):
                    first -= 1
                return " ".join(" ".join(one[2:] for one in lines[first:at]).split())
    return None


def test_every_function_says_what_stands_above_it(built):
    described = built.rows(DESCRIBED)
    assert len(described) > 300
    for name, said in described:
        twin = name.replace("api.", "core.")
        assert said, f"{name}: write above it what it does"
        assert said == (above(name) or above(twin)), name


def test_a_table_and_a_column_say_what_stands_beside_them(built):
    assert built.sql(OF_TABLE, "storedesk.requests") == (
        "one row per request id, written by the command itself"
    )
    assert built.sql(OF_TABLE, "core.held").startswith("Pieces that quotes hold")
    assert built.sql(OF_COLUMN, "storedesk.stock_count_lines", "seen_seq") == (
        "the product's last line of the ledger when it was counted"
    )
    assert built.sql(OF_COLUMN, "storedesk.requests", "id") is None


def test_no_comment_names_a_file_that_is_not_here(built):
    here = [f"/{path.relative_to(TOP).as_posix()}" for folder in ("src", "migrations", "docs")
            for path in (TOP / folder).rglob("*")]  # fmt: skip
    ours = ["api", "core", "storedesk", "webshop"]
    for (said,) in built.rows(EVERY_COMMENT, ours, ours):
        for named in re.findall(r"[\w/.-]+\.(?:md|py|sql|toml|txt)\b", said):
            assert any(path.endswith(f"/{named}") for path in here), said


@pytest.fixture
def found(tmp_path):
    (tmp_path / "commands").mkdir()
    (tmp_path / "commands" / "made.sql").write_text(SCRIPT, encoding="utf-8")
    return comments.read(tmp_path)


def test_what_is_read_is_above_a_function_and_beside_a_column(found):
    assert found == {
        ("FUNCTION", "core.made"): "What it does.",
        ("TABLE", "storedesk.made"): "Above.; beside",
        ("COLUMN", "storedesk.made.kind"): "goes on for two lines",
        ("COLUMN", "storedesk.made.more"): "added",
    }
