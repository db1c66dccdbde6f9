"""What asks several times sees one moment, or says why each answer may be of its own."""

import ast
from pathlib import Path

import pytest

from storedesk import forms, queries
from storedesk.persistence.engine.moments import is_of_one_moment

SOURCES = {
    Path(module.__file__): module
    for package in (queries, forms)
    for module in vars(package).values()
    if hasattr(module, "__file__") and module.__name__.startswith(package.__name__ + ".")
}
OWN = {
    "day_sums.whole": "asks with the sums once more which days are known, and else begins anew",
    "count_lines.first_lines": "the lines of ids: one that has gone meanwhile is left out",
    "ledger.first_movements": "a movement never changes",
    "customer_lists.find": "those who nearly have the words, where nobody has them",
    "customer_lists.duplicates": "the lines of ids: one that has gone meanwhile is left out",
    "order_lists.id_by_number": "a number never changes",
    "journal.entries_of": "neither an entry nor a step of an order ever changes",
    "imports.products": "part of an import, which is of one moment",
}
"""Queries of several statements that need not agree, or are asked by one that is marked."""
CHANGING = {
    "categories.order_categories", "categories.save_category", "customers.add", "customers.save",
    "customers.save_address", "imports.begin", "past_sales.write",
    "product_pictures.save_pictures", "products.save_product", "store_settings.set_web_address",
}  # fmt: skip
"""What is asked in `Database.editing`, in a transaction of its own."""


def statements(function, functions, seen=()):
    """Count the places in which a function asks, those of the functions it calls among them."""
    count = 0
    for call in ast.walk(function):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", "")
        if is_session(getattr(call.func, "value", None)):
            count += 1
        elif any(map(is_session, call.args)):
            inner = functions.get(name) if name not in seen else None
            count += statements(inner, functions, (*seen, name)) if inner else 1
    return count


def is_session(node):
    return isinstance(node, ast.Name) and node.id == "session"


def several(source):
    tree = ast.parse(source)
    functions = {one.name: one for one in tree.body if isinstance(one, ast.FunctionDef)}
    return {
        name
        for name, one in functions.items()
        if not name.startswith("_") and statements(one, functions) > 1
    }


def named(path):
    """Name a module's queries of several statements."""
    return {f"{path.stem}.{name}" for name in several(path.read_text())}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_query_of_several_statements_sees_one_moment(path):
    module = SOURCES[path]
    marked = {f"{path.stem}.{name}" for name, one in vars(module).items() if is_of_one_moment(one)}
    assert named(path) - marked - set(OWN) - CHANGING == set()


def test_statements_are_counted_in_what_is_called_as_well():
    source = """
def twice(session):
    return session.scalar(ONE), helper(session)

def once(session):
    return helper(session)

def helper(session):
    return list(session.execute(TWO))
"""
    assert several(source) == {"twice"}


def test_nobody_is_excused_who_does_not_ask_several_times():
    assert set(OWN) | CHANGING <= set().union(*map(named, SOURCES))
