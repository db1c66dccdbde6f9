"""Every function of the database's schema `api` is declared once in Python, and as it is there."""

import ast
import inspect
import re
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID, uuid4

import pytest
from sqlalchemy import BindParameter, ColumnElement, Function, Null, column
from sqlalchemy.dialects.postgresql.psycopg import dialect
from sqlalchemy.sql import visitors
from sqlalchemy.types import NullType

import storedesk
from storedesk.domain.refusals.errors import NotFound
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Command
from tests.api.declared import FUNCTIONS

SOURCE = Path(storedesk.__file__).parent
NO_CALLS = {"moved", "tally", "posted", "tender_document", "tender_documents"}
"""What reads an answer or writes an argument."""
OTHERS = {
    "check": "a manager may ask it; `storedesk db check` reads the same rules",
    "check_password_reset": "a web shop asks it",
    "end_blockers": "a connection of its own asks it while another waits: engine/database.py",
    "verify_email": "a web shop asks it",
}
"""Functions of the schema that have no twin, and who asks them."""
OTHER_NAMES = {
    "class": {"class_name"},
    "address": {"address"}, "called": {"form"}, "category": {"home"}, "codes": {"form"},
    "contents": {"pictures"}, "cost": {"cost", "form"}, "customer": {"key"},
    "description": {"form"}, "group_name": {"group"},
    "groups": {"teams"}, "in_hand": {"found", "in_hand"}, "kind": {"limit", "is_in", "kind"},
    "levels": {"levels"}, "mail": {"mail"}, "mails": {"ids"},
    "measure": {"form", "measure"}, "most": {"limit", "most"},
    "new_category": {"beginning"}, "numbers": {"by", "to", "low_at"}, "outcome": {"outcome"},
    "parent": {"parent_id"}, "pictures": {"form", "pictures"}, "price": {"form", "price"},
    "product": {"form", "product_id"}, "products": {"levels", "listed", "products"},
    "reason": {"Reason"},
    "status": {"form"}, "stock": {"beginning"}, "tax_class": {"form", "tax_class_id"},
    "tenders": {"given", "tenders"}, "token": {"mail"}, "value": {"low_at", "value"},
    "variants": {"form", "variants"}, "verifier": {"password"}, "words": {"text", "words"},
    "workstation": {"at"}, "register": {"at"}, "program": {"at"},
    "chain": {"record"}, "hash": {"record"}, "signer": {"signed"}, "serial": {"signed"},
    "signature": {"signed"}, "signed_at": {"signed"},
}  # fmt: skip
"""Arguments that Python has under another name: as part of a value, or in a reader's words."""
FAMILIES = {
    "uuid": {"UUID"}, "text": {"VARCHAR", "TEXT"}, "integer": {"INTEGER", "BIGINT"},
    "bigint": {"INTEGER", "BIGINT"}, "numeric": {"NUMERIC"}, "boolean": {"BOOLEAN"},
    "jsonb": {"JSONB"}, "uuid[]": {"UUID[]"}, "text[]": {"TEXT[]", "VARCHAR[]"},
    "integer[]": {"INTEGER[]"}, "numeric[]": {"NUMERIC[]"}, "bytea[]": {"BYTEA[]"},
    "bytea": {"BYTEA"},
    "timestamp without time zone": {"TIMESTAMP WITHOUT TIME ZONE"}, "date": {"DATE"},
}  # fmt: skip


@pytest.fixture(scope="module")
def declared(built):
    """Answer {name: (arguments, how many have a default, types)} of schema api."""
    return {
        name: (arguments or [], defaults, types)
        for name, arguments, defaults, types in built.rows("""
            SELECT proname, proargnames[1:pronargs], pronargdefaults,
                   array(SELECT format_type(t, NULL) FROM unnest(proargtypes) AS t)
            FROM pg_proc WHERE pronamespace = 'api'::regnamespace AND prokind = 'f'""")
    }


def test_every_function_of_the_database_has_one_twin_or_a_reason(declared):
    assert set(declared) == set(FUNCTIONS) - NO_CALLS | set(OTHERS)


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS) - NO_CALLS))
def test_a_function_calls_its_namesake_with_all_arguments_in_their_order(name, declared):
    call = asked(FUNCTIONS[name])
    arguments, _, types = declared[name]

    assert call.name == name
    given = list(call.clauses)
    assert len(given) == len(arguments)
    for argument, kind, sent in zip(arguments, types, given, strict=True):
        assert is_of(kind, sent), f"{argument} is {kind}"


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS) - NO_CALLS))
def test_arguments_have_the_names_of_the_database(name, declared):
    arguments, _, _ = declared[name]
    tree = ast.parse(inspect.getsource(FUNCTIONS[name]))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    (call,) = [call for call in calls if ast.unparse(call.func) == f"func.api.{name}"]
    if any(isinstance(argument, ast.Starred) for argument in call.args):
        return  # a table of fields
    for argument, sent in zip(arguments, call.args, strict=True):
        if isinstance(sent, ast.Constant):
            continue
        names = {node.id for node in ast.walk(sent) if isinstance(node, ast.Name)}
        also = {argument, f"{argument}_id"} | OTHER_NAMES.get(argument, set())
        assert names & also, f"{argument}: {ast.unparse(sent)}"


@pytest.mark.parametrize("name", sorted(set(FUNCTIONS) - NO_CALLS))
def test_what_may_be_left_out_there_may_be_left_out_here(name, declared):
    arguments, defaults, _ = declared[name]
    optional = arguments[len(arguments) - defaults :]
    parameters = inspect.signature(FUNCTIONS[name]).parameters
    for argument in optional:
        for parameter in (argument, f"{argument}_id"):
            if parameter in parameters and parameter not in NEEDED.get(name, ()):
                assert parameters[parameter].default is not inspect.Parameter.empty


NEEDED = {
    "expire_orders": {"most"},
    "find_customers": {"fuzzy", "most"},
    "first_products": {"descending"},
    "twins": {"apart_from"},
}
"""Arguments that our own callers always give, though they need not."""


def test_no_other_module_calls_the_schema_by_itself():
    for path in sorted(SOURCE.rglob("*.py")):
        if "api" not in path.relative_to(SOURCE).parts[:1]:
            assert not re.search(r"\bfunc\.api\.", path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_nothing_is_declared_that_nobody_uses(name):
    used = re.compile(rf"(?<!def ){name}\b")
    places = [*SOURCE.rglob("*.py"), *Path(__file__).parents[1].rglob("*.py")]
    assert any(
        used.search(path.read_text(encoding="utf-8")) for path in places if path != Path(__file__)
    )


class Session:
    """Notes what a question asks the database."""

    def __init__(self):
        self.statement = None

    def scalar(self, statement):
        self.statement = statement

    def execute(self, statement):
        self.statement = statement
        return self

    scalars = execute

    def scalar_one(self):
        """Answer nothing: only the question matters here."""

    one = scalar_one


def asked(function) -> Function:
    """Call a function with values of the right kinds, and answer the call that it makes."""
    session = Session()
    given = {
        name: session if name == "session" else sample(kind)
        for name, kind in get_type_hints(function).items()
        if name != "return"
    }
    positional = [
        given.pop(name)
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    try:
        answer = function(*positional, **given)
    except (NotFound, TypeError):  # nothing was answered to the question
        answer = None
    if isinstance(answer, Command):
        return answer.function
    (call,) = [element for element in visitors.iterate(session.statement)
               if isinstance(element, Function) and element.packagenames == ("api",)]  # fmt: skip
    return call


def sample(kind: Any) -> Any:
    """Make a value of a kind."""
    if get_origin(kind) in {Union, UnionType}:
        return sample(next(one for one in get_args(kind) if one is not NoneType))
    if kind in SAMPLES:
        return SAMPLES[kind]
    if is_dataclass(kind):
        kinds = get_type_hints(kind)
        return kind(**{one.name: sample(kinds[one.name]) for one in fields(kind) if one.init})
    origin = get_origin(kind)
    if origin is ColumnElement:
        return column("words")
    if origin is not None:
        return {} if origin is dict or "Mapping" in str(origin) else ()
    return next(iter(kind))  # an enumeration


SAMPLES = {
    UUID: uuid4(), str: "long enough for a password", int: 1, bool: True, Decimal: Decimal(1),
    Money: Money.of(1, "USD"), Any: column("words"), bytes: b"GIF",
    datetime: datetime(2026, 1, 1),  # noqa: DTZ001 - as the tables have them
    date: date(2026, 1, 1),
}  # fmt: skip


def is_of(kind, sent) -> bool:
    """Tell whether what is sent is of a kind of the database's, or nothing at all."""
    if isinstance(sent, Null):
        return True
    kinds = sent.type if isinstance(sent, BindParameter) else getattr(sent, "type", NullType())
    if isinstance(kinds, NullType):
        return True
    return str(kinds.compile(dialect())) in FAMILIES[kind]
