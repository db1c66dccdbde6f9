"""Quick keys: which products a board has is one list, written whole by a manager."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

pytestmark = pytest.mark.usefixtures("invariants")
ARRANGE = "SELECT api.arrange_quick_keys(%s, %s, %s, %s)"


@pytest.fixture
def arrange(store):
    def arrange(products, *, board=None, seen=(), request=None, login="cyd"):
        given = (request or uuid4(), board, list(products), list(seen))
        return store.sql(ARRANGE, *given, login=login)

    return arrange


@pytest.fixture
def boards(store):
    """Read what each board has, in order."""

    def boards():
        rows = store.rows("SELECT category_id, product_id FROM storedesk.quick_keys ORDER BY place")
        return {board: [p for b, p in rows if b == board] for board, _ in rows}

    return boards


@pytest.fixture
def three(add_product):
    return [add_product(name) for name in ("Axe", "Bowl", "Cup")]


def test_each_board_has_its_products_in_order(arrange, boards, three, add_category):
    axe, bowl, cup = three
    tools = add_category("Tools")
    arrange([cup, axe])
    arrange([bowl, cup, axe], board=tools)
    assert boards() == {None: [cup, axe], tools: [bowl, cup, axe]}

    arrange([axe, bowl, cup], seen=[cup, axe])
    assert boards() == {None: [axe, bowl, cup], tools: [bowl, cup, axe]}


def test_without_products_a_board_is_arranged_no_more(arrange, boards, three):
    arrange(three)
    arrange([], seen=three)
    assert boards() == {}


def test_what_somebody_else_has_arranged_meanwhile_is_not_written_over(
    arrange, boards, three, refused
):
    axe, bowl, cup = three
    arrange([axe])
    for seen in ([], [bowl], [axe, bowl]):
        with refused("changed_meanwhile"):
            arrange([cup], seen=seen)
    assert boards() == {None: [axe]}


def test_of_two_managers_at_once_one_is_told(store, boards, three):
    def act(product):
        given = (uuid4(), None, [product], [])
        with psycopg.connect(store.dsn("cyd"), autocommit=True) as line:
            try:
                line.execute(ARRANGE, given)
            except psycopg.Error as refusal:
                return refusal.diag.message_primary
        return "done"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(act, three[:2])) == ["changed_meanwhile", "done"]
    assert len(boards()[None]) == 1


def test_a_request_that_is_sent_again_is_done_once(arrange, boards, three):
    request = uuid4()
    for _ in range(2):
        arrange(three, request=request)
    assert boards() == {None: three}


def test_what_is_not_there_or_twice_is_refused(store, arrange, boards, three, refused):
    axe, bowl, cup = three
    store.sql("SELECT api.delete_product(%s, %s)", uuid4(), bowl, login="cyd")
    for products in ([axe, bowl], [axe, uuid4()], [axe, cup, axe]):
        with refused("product_not_found"):
            arrange(products)
    with refused("category_not_found"):
        arrange([axe], board=uuid4())
    assert boards() == {}


def test_a_draft_may_stand_there_until_it_is_on_sale(store, arrange, boards, three):
    store.sql("UPDATE products SET status = 'inactive' WHERE id = %s", three[0])
    arrange(three)
    assert boards() == {None: three}


@pytest.mark.parametrize("login", ["bob", "ada", "dee", "eve"])
def test_only_a_manager_arranges_and_everybody_sees(store, arrange, boards, three, login):
    with pytest.raises(InsufficientPrivilege):
        arrange(three, login=login)
    assert boards() == {}
    arrange(three)
    seen = store.sql("SELECT count(*) FROM storedesk.quick_keys", login=login)
    assert seen == 3


def test_every_window_is_told(store, arrange, three):
    with psycopg.connect(store.dsn("bob"), autocommit=True) as line:
        line.execute("LISTEN storedesk")
        arrange(three)
        [told] = line.notifies(timeout=20, stop_after=1)
    assert '"quick_keys": null' in told.payload
