"""Stock counts as their page lists them, and what posting them would do."""

from uuid import uuid4

import pytest

from storedesk import api, queries
from storedesk.domain.counts import CountPart, CountStatus, Differences, ParkedCode, Trouble
from storedesk.domain.inventory import Reason
from storedesk.domain.values.money import Money
from storedesk.persistence.engine.database import Database
from tests.keys import keys_in

pytestmark = pytest.mark.usefixtures("invariants")


def usd(amount):
    return Money.of(amount, "USD")


@pytest.fixture
def do(store):
    """Have a command done by a member of staff; return its answer."""
    databases = {}

    def do(command, *args, login="ada", **kwargs):
        if login not in databases:
            databases[login] = Database(store.dsn(login), pool_size=1)
        return databases[login].call(command(uuid4(), *args, **kwargs))

    yield do
    for database in databases.values():
        database.close()


@pytest.fixture
def shelf(add_product):
    """Axes, bowls, cups and dishes, ten each, the bowl the dearest."""
    prices = {"Axe": "2.00", "Bowl": "9.00", "Cup": "1.00", "Dish": "1.00"}
    return {name: add_product(name, on_hand=10, price=price) for name, price in prices.items()}


@pytest.fixture
def counted(do, shelf):
    """A count of all four: an axe too few, a bowl too many, as many cups, and no dish counted."""
    count = do(api.counts.open_count, count=uuid4(), name="Shelf 3", products=list(shelf.values()))
    for name, quantity, login in (("Axe", 7, "ada"), ("Bowl", 12, "cyd"), ("Cup", 10, "ada")):
        do(
            api.counts.count_item, count, product=shelf[name], quantity=quantity, is_set=True,
            login=login,
        )  # fmt: skip
    return count


@pytest.fixture
def listed(ask, shelf):
    """List the names of a count's lines; the first of them are those of all."""

    def listed(count, **wanted):
        vector = ask(queries.count_lines.line_keys, count=count, **wanted)
        keys = keys_in(vector)
        first = ask(queries.count_lines.first_lines, count=count, limit=2, **wanted)
        assert [line.product_id for line in first] == keys[:2]
        names = {key: name for name, key in shelf.items()}
        return [names[key] for key in keys]

    return listed


def test_lines_are_narrowed_to_a_part(listed, counted):
    assert listed(counted) == ["Cup", "Bowl", "Axe", "Dish"]
    assert listed(counted, part=CountPart.TO_COUNT) == ["Dish"]
    assert listed(counted, part=CountPart.DIFFERENCES) == ["Bowl", "Axe"]
    assert listed(uuid4()) == []


@pytest.mark.parametrize(
    ("sort", "ascending"),
    [
        ("name", ["Axe", "Bowl", "Cup", "Dish"]),
        ("last", ["Axe", "Bowl", "Cup", "Dish"]),
        ("counted", ["Axe", "Cup", "Bowl", "Dish"]),
        ("difference", ["Axe", "Cup", "Bowl", "Dish"]),
        ("worth", ["Cup", "Axe", "Bowl", "Dish"]),
    ],
)
def test_what_nobody_counted_comes_last_however_lines_are_sorted(listed, counted, sort, ascending):
    assert listed(counted, sort=sort, descending=False) == ascending
    turned = ascending[::-1] if sort == "name" else [*ascending[2::-1], "Dish"]
    assert listed(counted, sort=sort, descending=True) == turned


def test_a_line_shows_what_was_counted_against_the_stock_of_then(ask, do, counted, shelf):
    do(api.inventory.adjust_stock, shelf["Axe"], by=-1, reason=Reason.DAMAGED)
    do(api.counts.count_item, counted, product=shelf["Axe"], quantity=1, login="cyd")
    ids = [shelf["Dish"], uuid4(), shelf["Axe"]]

    dish, axe = ask(queries.count_lines.lines, counted, ids)

    assert (dish.counted, dish.difference, dish.who, dish.on_hand) == (None, None, "", 10)
    assert (axe.counted, axe.stock_then, axe.on_hand, axe.who) == (8, 10, 9, "Ada, Cyd")
    assert (axe.difference, axe.worth, axe.trouble) == (-2, usd("-4.00"), None)


def test_what_posting_would_do_is_summed_up(ask, counted):
    assert ask(queries.count_lines.differences, counted) == Differences(2, 2, 3, usd(12), 0)
    assert ask(queries.count_lines.differences, uuid4()) == Differences(0, 0, 0, usd(0), 0)


def test_differences_may_be_worth_more_than_one_sale(ask, do, add_product):
    gold = add_product("Gold", on_hand=10, price="60000000.00")
    count = do(api.counts.open_count, count=uuid4(), name="Safe", products=[gold])
    do(api.counts.count_item, count, product=gold, quantity=8, is_set=True)

    assert ask(queries.count_lines.differences, count).worth == usd(-120_000_000)
    assert ask(queries.count_lines.first_lines, count=count)[0].worth == usd(-120_000_000)


def test_a_line_that_cannot_be_posted_says_why(ask, do, promise, counted, shelf):
    promise(shelf["Axe"], 8)
    do(api.inventory.set_stock, shelf["Bowl"], seen=10, value=11, reason="counted")
    do(api.counts.count_item, counted, product=shelf["Dish"], quantity=3, is_set=True)
    do(api.products.delete_product, shelf["Dish"], login="cyd")

    lines = ask(queries.count_lines.lines, counted, list(shelf.values()))

    assert [line.trouble for line in lines] == [
        Trouble.PROMISED, Trouble.OVERTAKEN, None, Trouble.DELETED
    ]  # fmt: skip
    assert ask(queries.count_lines.differences, counted).refused == 3


def test_counts_are_listed_the_open_ones_first(ask, do, counted, shelf):
    done = do(api.counts.open_count, count=uuid4(), name="Shelf 4")
    do(api.counts.count_item, done, product=shelf["Axe"], quantity=10, is_set=True)
    posted = do(api.counts.post_count, done, login="cyd")
    do(api.counts.count_item, counted, code="4006381333931", quantity=2)

    first, second = ask(queries.count_lists.newest)

    assert (posted.posted, posted.same, posted.movements, posted.carried) == (0, 1, (), None)
    assert (first.id, first.status, first.created_by) == (counted, CountStatus.OPEN, "Ada")
    assert (first.listed, first.left, first.counted, first.pieces) == (4, 1, 3, 29)
    assert (first.posted_by, first.posted_at, first.is_carried) == (None, None, False)
    assert (second.id, second.status, second.posted_by) == (done, CountStatus.POSTED, "Cyd")
    assert ask(queries.count_lists.newest, limit=1) == [first]
    assert ask(queries.count_lists.count_of, done) == second
    assert ask(queries.count_lists.count_of, uuid4()) is None


def test_what_could_not_be_posted_goes_on_in_a_count_of_its_own(ask, do, promise, counted, shelf):
    promise(shelf["Axe"], 8)

    posted = do(api.counts.post_count, counted, carry=True, login="cyd")

    assert (posted.posted, posted.pieces, posted.left, len(posted.movements)) == (1, 2, 1, 1)
    carried = ask(queries.count_lists.count_of, posted.carried)
    assert (carried.status, carried.is_carried) == (CountStatus.OPEN, True)


def test_codes_that_nothing_has_are_kept_aside(ask, do, counted):
    for code, login in (("12345", "ada"), ("4006381333931", "ada"), ("12345", "cyd")):
        told = do(api.counts.count_item, counted, code=code, quantity=2, login=login)
    assert (told.product_id, told.name, told.code, told.counted) == (None, None, "12345", 4)

    assert ask(queries.count_lists.parked, counted) == [
        ParkedCode("12345", 4, "Ada, Cyd"), ParkedCode("4006381333931", 2, "Ada")
    ]  # fmt: skip
    do(api.counts.take_back_count, counted, login="cyd")
    assert ask(queries.count_lists.parked, counted, limit=1) == [
        ParkedCode("4006381333931", 2, "Ada")
    ]


def test_a_count_may_list_some_products_by_chance(ask, shelf, add_product):
    add_product("Egg", on_hand=0, status="draft")

    every = ask(queries.count_lists.scope, limit=9)
    chosen = ask(queries.count_lists.scope, limit=9, at_random=3)

    assert every == list(shelf.values())
    assert len(set(chosen)) == 3
    assert set(chosen) < set(every)
    assert len(ask(queries.count_lists.scope, limit=2, at_random=3)) == 2
