"""How often a click asks the server: round trips are counted at the end of a cable, never timed."""

import sys
from functools import partial
from pathlib import Path

import psycopg
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from bench import million
from bench.big_store import PASSWORD, big_store
from bench.tills import codes
from bench.trips import MOST, MOST_PAGE, Counted, open_shift

SIZE = 300
LISTS = ("products", "orders", "customers")
"""Pages with something beside the list that is asked for as a record is chosen."""
PEOPLE = """
    INSERT INTO public.customers (email, first_name, last_name)
    SELECT 'ann' || n || '@example.com', 'Ann', 'Number ' || n FROM generate_series(1, 3) AS n
"""


@pytest.fixture(scope="module")
def open_window(tmp_path_factory):
    """Open a window that is not signed in, before a store in which a shift is open."""
    if why := million.missing(SIZE):
        pytest.skip(why)
    with big_store(SIZE, {"till0": "cashier", "boss": "manager"}) as store:
        with psycopg.connect(store.owner, autocommit=True) as owner:
            (register,) = owner.execute("SELECT id FROM storedesk.registers").fetchone()
            owner.execute(PEOPLE)
        open_shift(store, register)
        yield partial(window_of, store, tmp_path_factory, register)


def window_of(store, folders, register):
    made = Counted(store, folders.mktemp("window"), register)
    made.window.ask("ready")
    return made


@pytest.fixture(scope="module")
def counted(open_window):
    """A window in which somebody has signed in, and in how many round trips: the least of three.

    What the program asks behind it, for news and the clock, may be counted where a busy machine
    shows the till late.
    """
    made, trips = None, []
    while not trips or (min(trips) > MOST["sign_in"] and len(trips) < 3):
        if made:
            made.close()
        made = open_window()
        trips.append(made.click("signed_in", password=PASSWORD)[0])
    yield made, min(trips)
    made.close()


@pytest.fixture(scope="module")
def trips(counted):
    """What each kind of click took at most, until it was shown."""

    def most(clicks):
        return max(until for until, _ in clicks)

    def least(click):
        """Count the least of three clicks that do the same: see `counted`.

        One that asked nothing found what it shows there already, and counts for nothing.
        """
        seen = []
        while 1 not in seen and len(seen) < 3:
            seen.append(click()[0])
        return min(filter(None, seen), default=0)

    every = codes(SIZE)
    counted, signed_in = counted
    found = {"sign_in": signed_in}
    scans, quotes, paid = [], [], []
    for _ in range(2):
        scans += [counted.click("scanned", code=next(every)) for _ in range(2)]
        quotes.append(counted.click("quoted"))
        paid.append(counted.click("paid"))
    found |= {"scan": most(scans), "quote": most(quotes), "pay": most(paid)}
    for page in counted.window.ask("pages"):
        found[page] = most([counted.click("opened", page=page)])
        if page in LISTS:
            found[f"a record of {page}"] = least(
                lambda page=page: counted.click("chosen", page=page)
            )
    return found


@pytest.mark.parametrize(("what", "most"), {**MOST, "quote": 1}.items())
def test_a_click_at_the_till_is_few_round_trips(trips, what, most):
    assert 0 < trips[what] <= most


def test_a_page_is_opened_in_few_round_trips(trips):
    pages = {what: count for what, count in trips.items() if what not in MOST and " " not in what}
    assert set(LISTS) < set(pages)
    assert {what: count for what, count in pages.items() if not 0 < count <= MOST_PAGE} == {}


@pytest.mark.parametrize("page", LISTS)
def test_a_record_is_shown_after_one_round_trip(trips, page):
    assert trips[f"a record of {page}"] == 1
