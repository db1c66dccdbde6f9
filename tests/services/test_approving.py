"""A manager's word, given on a line of its own."""

from uuid import uuid4

import pytest

from storedesk.domain.refusals.errors import NotAllowed
from storedesk.services.approving import approve

GIVEN = """
    SELECT s.display_name, a.action, a.detail, a.used_at
    FROM storedesk.approvals AS a JOIN storedesk.staff AS s ON s.id = a.approved_by
    WHERE a.id = %s
"""
WANTED = {"action": "cancel_order", "detail": {"order_id": "1"}}


def test_a_manager_allows_one_thing_and_is_named_with_it(store):
    approval = uuid4()
    approve(store.dsn("cyd"), approval, **WANTED)
    assert store.rows(GIVEN, approval) == [("Cyd", "cancel_order", {"order_id": "1"}, None)]


@pytest.mark.parametrize("login", ["ada", "bob", "dee", "eve", "wes"])
def test_who_is_no_manager_is_told_so(store, login):
    with pytest.raises(NotAllowed) as refusal:
        approve(store.dsn(login), uuid4(), **WANTED)
    assert refusal.value.code == "not_a_manager"
    assert store.sql("SELECT count(*) FROM storedesk.approvals") == 0


@pytest.mark.usefixtures("nobody_else")
def test_the_line_is_given_back_whatever_came_of_it(store):
    lines = "SELECT count(*) FROM pg_stat_activity WHERE usename = ANY (%s)"
    people = [store.login(person) for person in ("cyd", "bob")]
    approve(store.dsn("cyd"), uuid4(), **WANTED)
    with pytest.raises(NotAllowed):
        approve(store.dsn("bob"), uuid4(), **WANTED)
    for _ in range(100):
        if store.sql(lines, people) == 0:
            break
        store.sql("SELECT pg_sleep(0.02)")
    assert store.sql(lines, people) == 0
