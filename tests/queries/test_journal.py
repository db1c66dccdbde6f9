"""The journal: narrowed, searched, in the order of writing; of customers only names of fields."""

from datetime import timedelta
from uuid import uuid4

import pytest

from storedesk import queries
from storedesk.domain.journal import ENTITIES, JournalKind
from tests.keys import keys_in


@pytest.fixture
def listed(ask):
    """List the entries, and hold the first page against the whole list."""

    def listed(login="eve", **wanted):
        known = keys_in(ask(queries.journal.entry_keys, login=login, **wanted))
        first = ask(queries.journal.first_entries, limit=2, login=login, **wanted)
        assert [one.id for one in first] == known[:2]
        lines = ask(queries.journal.entries, known, login=login)
        assert [one.id for one in lines] == known
        return lines

    return listed


@pytest.fixture
def changed(store, add_product, customer):
    """A price, a customer's name and a setting, changed by three people; the product."""
    product = add_product("Blue mug", price="2.50")
    who = customer()
    store.sql("UPDATE products SET price_amount = 3 WHERE id = %s", product, login="cyd")
    store.sql("UPDATE customers SET last_name = 'Secret' WHERE id = %s", who, login="bob")
    store.sql("UPDATE storedesk.store_settings SET return_days = 14", login="dee")
    return product


def test_the_newest_is_first_and_names_who_what_and_where(listed, changed):
    setting, person, price, *_ = listed()
    assert (setting.who, setting.entity, setting.new) == ("Dee", "store", {"return_days": 14})
    assert (price.who, price.action, price.subject) == ("Cyd", "price", "Blue mug")
    assert (price.record_id, price.page) == (changed, "products")
    assert (price.old["price"], price.new["price"]) == ("2.50", "3.00")
    assert (person.who, person.page, person.new) == ("Bob", "customers", ["last_name"])


@pytest.mark.usefixtures("changed")
def test_values_of_customers_are_nowhere_in_it(listed):
    assert "Secret" not in repr([(one.old, one.new) for one in listed()])


@pytest.mark.usefixtures("changed")
def test_it_is_narrowed_and_searched(listed):
    every = listed()
    assert {one.entity for one in listed(kind=JournalKind.SETTING)} == {"store", "register"}
    assert {one.who for one in listed(search="dee")} == {"Dee"}
    assert [one.subject for one in listed(search="BLUE")] == ["Blue mug"]
    assert [one.action for one in listed(search="3.00")] == ["price"]
    assert listed(search="nothing of the kind") == []
    later = every[0].at + timedelta(seconds=1)
    assert listed(until=later, since=every[0].at)[0].id == every[0].id
    assert listed(since=later) == []


def test_of_one_record_there_are_its_entries_alone(ask, changed):
    other = uuid4()
    of = {"kind": JournalKind.PRODUCT, "login": "cyd"}
    entries = ask(queries.journal.entries_of, record_id=changed, **of)
    assert [one.action for one in entries] == ["price"]
    assert ask(queries.journal.entries_of, record_id=other, **of) == []


def test_every_entity_that_is_audited_has_a_kind(store):
    words = r"""
        SELECT DISTINCT (regexp_matches(prosrc, 'core\.audit\(\s*''\w+'',\s*''(\w+)''', 'g'))[1]
        FROM pg_proc WHERE pronamespace IN ('api'::regnamespace, 'core'::regnamespace)
    """
    known = {entity for entities in ENTITIES.values() for entity in entities}
    audited = {entity for (entity,) in store.rows(words)}
    assert len(audited) > 15
    assert audited - known == set()
