"""What waits on a page is counted beside it, whether the page is there or not."""

from uuid import uuid4

import pytest

from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.shell import lazy_pages
from storedesk.ui.shell.badges import Badge, Badges
from storedesk.ui.shell.side_bar import SideBar
from tests.outbox.conftest import confirm, order  # noqa: F401 - fixtures
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture


@pytest.fixture
def waiting(store, order, confirm, add_product):  # noqa: F811
    """An order to ship whose mail failed, a count that is open, and a product that is low."""
    confirm(order("gus@example.com", "Gus Gone"))
    store.sql("UPDATE email_queue SET status = 'failed'")
    low = add_product("Cup", on_hand=2)
    store.sql("SELECT api.open_count(%s, %s, 'Shelf', %s)", uuid4(), uuid4(), [low], login="cyd")


@pytest.mark.usefixtures("waiting")
@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("ada", {"orders": 1, "inventory": 1, "counts": 1, "outbox": 1}),
        ("bob", {"orders": 1, "outbox": 1}),
        ("cyd", {"orders": 1, "low_stock": 1, "counts": 1, "outbox": 1}),
    ],
)
async def test_what_waits_is_counted_for_those_it_waits_for(
    house,  # noqa: F811
    person,
    expected,
    monkeypatch,
):
    monkeypatch.setattr(lazy_pages, "PAUSE_MS", 60_000)
    await house.come()
    await house.enter(person)
    frame = house.window.frame
    await frame.badges.show()
    assert {key: one.count for key, one in frame.side_bar.items.items() if one.count} == expected
    assert set(expected) - set(frame.pages.made()), "a page that nobody has seen is counted too"
    house.leave()


async def test_only_what_may_have_changed_is_counted_again(desk_of, qtbot):
    bar = SideBar()
    qtbot.addWidget(bar)
    counted, numbers = [], {"orders": 3, "mails": 1}

    def badge(key, table):
        bar.add(key, key.title(), "package", "")
        return Badge(lambda _: counted.append(key) or numbers[key], frozenset({table}), Tone.INFO)

    badges = Badges(
        desk_of("ada"), bar, {"orders": badge("orders", "orders"), "mails": badge("mails", "mail")}
    )
    await badges.show()
    assert (bar.items["orders"].count, bar.items["mails"].count) == (3, 1)
    counted.clear()
    assert not badges.hear("products")
    numbers["orders"] = 4
    assert badges.hear("orders")
    await badges.show()
    assert (bar.items["orders"].count, counted) == (4, ["orders"])
    assert badges.hear("*")
    await badges.show()
    assert sorted(counted) == ["mails", "orders", "orders"]
