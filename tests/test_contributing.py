"""The worked example of CONTRIBUTING.md works: a command that is added by its steps."""

import re
import shutil
from datetime import date
from pathlib import Path
from types import ModuleType
from uuid import uuid4

import psycopg
import pytest

import storedesk
from storedesk.persistence.schema import migrations
from storedesk.resources import migrations_folder
from tests.sql import calls

PAGE = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
STEPS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
HEADING = """
from typing import Any
from uuid import UUID
from sqlalchemy.dialects.postgresql import JSONB
from storedesk.persistence.engine.calls import func
from storedesk.persistence.engine.database import Command
"""


@pytest.fixture
def contributed(built, tmp_path, monkeypatch):
    """A store of its own, made by files to which the steps were applied."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations_folder(), folder)
    (_, function), (_, right), *_ = STEPS
    file = folder / re.search(r"`migrations/(commands/[\w/]+\.sql)`:", PAGE)[1]
    file.write_text(f"{file.read_text()}\n{function}")
    rights = (folder / "grants.toml").read_text().replace("\nscan = ", f"\n{right}scan = ", 1)
    (folder / "grants.toml").write_text(rights)
    monkeypatch.setattr(migrations, "migrations_folder", lambda: folder)
    other = type(built)(built.server, f"added_{built.name}")
    other.demolish()
    other.build()
    yield other
    other.demolish()


def test_the_steps_add_a_command_that_is_done_once_and_refused_to_others(contributed):
    register = contributed.sql("SELECT id FROM storedesk.registers LIMIT 1")
    request, words = uuid4(), "SELECT api.rename_register(%s, %s, %s)"

    for _ in range(2):
        done = contributed.sql(words, request, register, " Front  till ", login="dee")
        assert done == {"name": "Front  till"}
    assert contributed.sql("SELECT name FROM storedesk.registers WHERE id = %s", register)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        contributed.sql(words, uuid4(), register, "Mine", login="bob")
    with pytest.raises(psycopg.Error, match="register_nameless"):
        contributed.sql(words, uuid4(), register, " ", login="dee")
    rows = "SELECT count(*) FROM storedesk.audit_event WHERE action = 'rename' AND entity_id = %s"
    assert contributed.sql(rows, register) == 1


def test_the_declaration_of_the_steps_calls_it_and_names_its_refusals(contributed):
    module = ModuleType("store")
    exec(HEADING + STEPS[3][1], vars(module))  # noqa: S102 - the page's own code
    register = contributed.sql("SELECT id FROM storedesk.registers LIMIT 1")
    with contributed.connect() as connection:
        found = calls.read(connection).refusals("rename_register")
    particular = {"register_nameless", "register_not_found"}

    assert particular <= found
    assert all(code in module.rename_register.__doc__ for code in particular)
    call = module.rename_register(uuid4(), register_id=register, called="Front")
    assert (call.packagenames, call.name, len(call.arguments)) == (("api",), "rename_register", 3)


def test_every_code_of_the_example_has_a_sentence_there():
    (_, function), _, (_, sentence), *_ = STEPS
    new = set(re.findall(r"core\.refuse\('(\w+)'", function))
    assert new == {re.match(r'"(\w+)": "[^"]+",', sentence)[1]}


def test_the_version_is_the_newest_that_the_changelog_describes():
    text = (Path(__file__).parents[1] / "CHANGELOG.md").read_text(encoding="utf-8")
    newest, day = re.search(r"^## \[(\d+\.\d+\.\d+)\] - (.+)$", text, re.MULTILINE).groups()
    assert newest == storedesk.__version__
    assert date.fromisoformat(day)
