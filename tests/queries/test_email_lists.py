"""The outbox as its page lists it."""

from uuid import uuid4

import pytest

from storedesk import queries
from storedesk.domain.outbox import MailStatus
from tests.keys import keys_in

pytestmark = pytest.mark.usefixtures("invariants")

STATES = """
    UPDATE email_queue SET
        status = CASE split_part(recipient_email, '.', 1)
            WHEN 'ann' THEN 'pending' WHEN 'bo' THEN 'sent' ELSE 'failed' END,
        sent_at = CASE WHEN recipient_email LIKE 'bo.%' THEN updated_at END,
        last_error = CASE split_part(recipient_email, '.', 1)
            WHEN 'ann' THEN 'try later' WHEN 'cy' THEN 'no such mailbox' END
"""


@pytest.fixture
def mails(store, ordered):
    """Ann's waits, Bo's is sent, Cy's has failed; their ids by their names."""
    for at, name in enumerate(("Ann Other", "Bo Zed", "Cy Abel")):
        ordered(customer=name, status="confirmed", at=f"2026-11-2{at} 12:00")
    store.sql(STATES)
    rows = store.rows("SELECT split_part(recipient_email, '.', 1), id FROM email_queue")
    return dict(rows)


@pytest.fixture
def listed(ask, mails):
    """List whose the mails are; the first of them are those of all."""

    def listed(login="cyd", **wanted):
        known = ask(queries.email_lists.mail_keys, login=login, **wanted)
        keys = keys_in(known)
        first = ask(queries.email_lists.first_mails, login=login, limit=2, **wanted)
        assert [line.id for line in first] == keys[:2]
        names = {key: name for name, key in mails.items()}
        return [names[key] for key in keys]

    return listed


@pytest.mark.parametrize(
    ("sort", "ascending"),
    [("created", ["ann", "bo", "cy"]), ("type", ["ann", "bo", "cy"]),
     ("status", ["cy", "ann", "bo"])],
)  # fmt: skip
def test_mails_are_sorted_and_settled(listed, sort, ascending):
    assert listed(sort=sort) == ascending
    assert listed(sort=sort, descending=True) == ascending[::-1]


def test_mails_are_narrowed_to_a_state(listed, store):
    assert [listed(status=one) for one in ("pending", "sent", "failed")] == [
        ["ann"],
        ["bo"],
        ["cy"],
    ]
    store.sql(
        "UPDATE email_queue SET status = 'processing', updated_at = core.now()"
        " WHERE recipient_email LIKE 'ann.%'"
    )
    assert listed(status="pending") == ["ann"], "one that is just being sent waits too"


def test_recipients_are_searched_by_whom_they_are_shown_to(listed):
    assert listed(search="zed bo", is_whole=True) == ["bo"]
    assert listed(search="bo.zed@example", is_whole=True) == ["bo"]
    assert listed(search="bo.zed@example") == []
    assert listed(search="zed") == ["bo"]
    assert listed(search="zed", status="pending") == []


def test_lines_come_in_the_order_asked(ask, mails):
    wanted = [mails["cy"], uuid4(), mails["ann"]]

    whole = ask(queries.email_lists.mail_lines, wanted, is_whole=True)
    bare = ask(queries.email_lists.mail_lines, wanted, login="bob")

    assert [(line.recipient, line.error) for line in whole] == [
        ("cy.abel@example.com", "no such mailbox"), ("ann.other@example.com", "try later")
    ]  # fmt: skip
    assert [(line.customer, line.recipient, line.error) for line in bare] == [
        ("Cy Abel", "", ""), ("Ann Other", "", "")
    ]  # fmt: skip


def test_what_is_in_the_way_is_counted_and_said(ask, mails, store):
    assert ask(queries.email_lists.counts) == dict.fromkeys(
        (MailStatus.PENDING, MailStatus.SENT, MailStatus.FAILED), 1
    )
    assert ask(queries.email_lists.failed_count) == 1
    assert ask(queries.email_lists.failed_ids, limit=9) == [mails["cy"]]
    assert ask(queries.email_lists.trouble) == "try later"
    store.sql("UPDATE email_queue SET last_error = NULL WHERE status = 'pending'")
    assert not ask(queries.email_lists.trouble)
