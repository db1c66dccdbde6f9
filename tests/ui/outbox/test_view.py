"""The outbox page as those use it who may: keys on the real widgets, a real store behind them."""

import asyncio

import pytest
from PySide6.QtCore import Qt

from storedesk import api
from storedesk.domain.outbox import MailStatus

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

pytestmark = pytest.mark.usefixtures("invariants")


@pytest.fixture
def three(server, order, confirm, send):
    """A mail that was sent, one that failed, and one that waits."""
    server.handler.recipients["gone@example.com"] = "550 5.1.1 No such user here"
    sent = confirm(order("ann@example.com", "Ann Other"))
    failed = confirm(order("gone@example.com", "Gus Gone"))
    send()
    waiting = confirm(order("bea@example.com", "Bea Long"))
    return {"sent": sent, "failed": failed, "waiting": waiting}


def rows(page):
    records = [page.table.rows.record(row) for row in range(page.table.rows.rowCount())]
    return [(one.recipient or one.customer, one.status.value) for one in records]


def choose(page, act, name):
    (at,) = (row for row in range(page.table.rows.rowCount()) if name in rows(page)[row][0])
    act(page, lambda: page.table.selectRow(at))


def facts(page):
    texts = [label.text() for label in page.detail.facts.findChildren(type(page.detail.title))]
    return dict(zip(texts[::2], texts[1::2], strict=True))


@pytest.mark.usefixtures("three")
def test_a_manager_sees_to_whom_and_why_and_how_many(open_page, act):
    page = open_page()

    assert rows(page) == [
        ("bea@example.com", "pending"),
        ("gone@example.com", "failed"),
        ("ann@example.com", "sent"),
    ]
    for tab, shown in (("pending", "bea"), ("sent", "ann"), ("failed", "gone")):
        act(page, page.tabs.button(tab).click)
        assert [name for name, _ in rows(page)] == [f"{shown}@example.com"]
    choose(page, act, "gone")
    assert page.detail.reason_words.text() == (
        "The recipient's mail server refused the e-mail: 550 5.1.1 No such user here"
    )
    assert page.detail.facts.isVisible()
    assert page.state.isHidden()


@pytest.mark.usefixtures("three")
def test_a_mail_is_tried_again_by_a_key(open_page, act, qtbot, server, send, state, store):
    page = open_page()
    choose(page, act, "gone")
    server.handler.recipients.clear()

    act(page, lambda: qtbot.keyClick(page.table, Qt.Key.Key_R, CONTROL))

    assert page.note.text() == "The e-mail will be tried again."
    assert dict(rows(page))["gone@example.com"] == "pending"
    assert send().sent == 2
    assert store.sql("SELECT count(*) FROM email_queue WHERE status = 'sent'") == 3
    assert state()


@pytest.mark.usefixtures("three")
def test_all_that_failed_are_tried_again_by_a_key(open_page, act, qtbot, store):
    page = open_page()

    act(page, lambda: qtbot.keyClick(page.table, Qt.Key.Key_R, CONTROL | ALT))

    assert page.note.text() == "1 e-mail will be tried again."
    assert store.sql("SELECT count(*) FROM email_queue WHERE status = 'failed'") == 0
    assert not page.try_all.isEnabled()


@pytest.mark.usefixtures("three")
def test_a_mail_is_sent_once_more_by_a_key_and_shown(open_page, act, qtbot, store):
    page = open_page()
    act(page, page.tabs.button("sent").click)
    choose(page, act, "ann")

    act(page, lambda: qtbot.keyClick(page.table, Qt.Key.Key_R, CONTROL | SHIFT))

    assert page.note.text() == "The e-mail is sent again."
    assert page.table.chosen().status is MailStatus.PENDING
    assert store.sql("SELECT count(*) FROM email_queue WHERE payload ? 'resend_of'") == 1


@pytest.mark.usefixtures("three")
def test_what_cannot_be_done_to_a_mail_has_no_effect(open_page, act, qtbot, store):
    page = open_page()
    before = store.rows("SELECT id, status, updated_at FROM email_queue ORDER BY id")
    for name, key in (("ann", CONTROL), ("bea", CONTROL), ("gone", CONTROL | SHIFT)):
        choose(page, act, name)
        act(page, lambda key=key: qtbot.keyClick(page.table, Qt.Key.Key_R, key))
    assert store.rows("SELECT id, status, updated_at FROM email_queue ORDER BY id") == before
    assert page.problem.isHidden()


def test_enter_opens_what_a_mail_is_about(
    open_page, act, qtbot, three, customer, queue_link, visited
):
    ann = customer("Cat Other", "cat@example.com")
    queue_link(to=ann)
    page = open_page()
    choose(page, act, "gone")
    act(page, lambda: qtbot.keyClick(page.table, Qt.Key.Key_Return))
    choose(page, act, "cat")
    act(page, lambda: qtbot.keyClick(page.table, Qt.Key.Key_O, CONTROL))

    assert visited == [("orders", three["failed"]), ("customers", ann)]


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("typed", ["gone", "Gus", "gus GONE", "example.com gone"])
def test_words_find_mails(typed, open_page, act, qtbot):
    page = open_page()

    def look():
        qtbot.keyClicks(page.search, typed)
        qtbot.keyClick(page.search, Qt.Key.Key_Return)

    act(page, look)
    assert rows(page) == [("gone@example.com", "failed")]


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("login", ["bob", "ada", "eve"])
def test_others_see_types_and_states_and_nobodys_address(login, open_page, act):
    page = open_page(login)

    assert [state for _, state in rows(page)] == ["pending", "failed", "sent"]
    assert all("@" not in name for name, _ in rows(page))
    act(page, lambda: page.table.selectRow(1))
    assert page.detail.reason.isHidden()
    assert page.detail.retry.isHidden()
    assert page.try_all.isHidden()
    assert page.settings.isHidden()


def test_it_says_when_no_mail_server_is_set_up(open_page, order, confirm):
    confirm(order())
    page = open_page()
    assert page.state.text() == (
        "E-mails are kept, but not sent, because no mail server is set up. An admin can set one up."
    )
    assert page.state.set_up.isHidden()  # Cyd is no admin


def test_it_says_when_the_store_is_a_demo(open_page, store):
    store.sql("UPDATE storedesk.store_settings SET is_demo = true")
    page = open_page()
    assert page.state.text() == "This is a demo store. Its e-mails are kept, but never sent."


def test_it_says_what_the_mail_server_said(open_page, server, order, confirm, send):
    confirm(order())
    server.handler.sender = "553 5.7.1 Not owned by you"
    send()
    page = open_page()
    assert page.state.text() == (
        "E-mails are waiting. The mail server does not let this store send as shop@shop.example:"
        " 553 5.7.1 Not owned by you"
    )


def test_an_empty_list_says_where_mails_come_from(open_page):
    page = open_page()
    assert not page.table.empty.isHidden()
    assert page.table.empty.title.text() == "There are no e-mails yet"


def test_the_groups_that_may_open_it_are_those_that_may_read_it(desk_of):
    readers = {"bob": True, "ada": True, "cyd": True, "eve": True, "dee": False}
    for login, may in readers.items():
        me = asyncio.run(desk_of(login).read(api.staff.me))
        assert me.reads_mails is may


@pytest.mark.usefixtures("three")
def test_the_list_is_exported_with_all_that_its_reader_may_see(open_page, act, tmp_path):
    files = {login: tmp_path / f"{login}.csv" for login in ("cyd", "bob")}
    for login, file in files.items():
        page = open_page(login)

        async def export(page=page, file=file):
            await page.exporting.write(file, lambda *_: None)

        act(page, lambda page=page, export=export: page.start(export))
    whole, part = (file.read_text(encoding="utf-8-sig") for file in files.values())
    assert "gone@example.com" in whole
    assert "550 5.1.1 No such user here" in whole
    assert part.count("ORD-") == 3
    assert "@" not in part
    assert "550" not in part


@pytest.mark.usefixtures("three")
def test_a_search_finds_mails_in_every_state(open_page, act, qtbot):
    page = open_page()
    act(page, page.tabs.button("pending").click)

    act(page, lambda: (qtbot.keyClicks(page.search, "gus"),
                       qtbot.keyClick(page.search, Qt.Key.Key_Return)))  # fmt: skip
    assert rows(page) == [("gone@example.com", "failed")]

    act(page, page.tabs.button("sent").click)
    assert rows(page) == []
    assert "Gus Gone (" in page.table.empty.hint.text()
    act(page, lambda: qtbot.keyClick(page.search, Qt.Key.Key_Escape))
    assert rows(page) == [("ann@example.com", "sent")]
