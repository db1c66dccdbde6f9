"""Counting, selling, posting and taking back at once: real processes, let go at one moment."""

import json
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

pytestmark = pytest.mark.usefixtures("invariants")
WORK = Path(__file__).with_name("countwork.py")


@pytest.fixture
def at_once(store):
    """Run (role, person, subject) in processes; answer with what came of each."""
    started = []

    def at_once(*parts):
        for role, person, subject in parts:
            command = [sys.executable, str(WORK), role, store.dsn(person), str(subject)]
            started.append(
                subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
                )
            )
        here = started[-len(parts) :]
        assert [one.stdout.readline() for one in here] == ["ready\n"] * len(parts)
        for one in here:
            one.stdin.write("go\n")
        return [json.loads(one.stdout.readline()) for one in here]

    yield at_once
    for one in started:
        one.stdin.close()
        one.stdout.close()
        one.wait(30)


@pytest.fixture
def open_count(store):
    def open_count():
        return store.sql(
            "SELECT api.open_count(%s, %s, 'Shelf 3', '{}')", uuid4(), uuid4(), login="ada"
        )

    return open_count


def stock(store):
    return store.sql("SELECT stock_level FROM inventory")


def test_what_is_sold_while_people_count_is_missing_from_what_they_counted(
    store, goods, open_count, at_once
):
    mug = goods("MUG", on_hand=100)
    count = open_count()
    store.sql("SELECT api.count_item(%s, %s, %s, NULL, 60, true)", uuid4(), count, mug, login="ada")

    came = at_once(
        ("adjust", "ada", mug),
        ("count", "ada", f"{count},MUG"),
        ("adjust", "cyd", mug),
        ("count", "cyd", f"{count},MUG"),
    )

    assert came == [12] * 4
    assert at_once(("post", "cyd", count)) == ["done"]
    assert stock(store) == 60 + 24 - 24


def test_of_those_who_post_one_count_at_once_one_does(store, goods, open_count, at_once):
    mug = goods("MUG", on_hand=100)
    count = open_count()
    store.sql("SELECT api.count_item(%s, %s, %s, NULL, 90, true)", uuid4(), count, mug, login="ada")

    came = at_once(*[("post", "cyd", count)] * 3, ("adjust", "ada", mug))

    assert sorted(came[:3]) == ["count_over", "count_over", "done"]
    assert stock(store) == 90 - came[3]


def test_of_two_counts_of_one_shelf_posted_at_once_one_is(store, goods, open_count, at_once):
    mug = goods("MUG", on_hand=100)
    counts = [open_count(), open_count()]
    for count in counts:
        store.sql(
            "SELECT api.count_item(%s, %s, %s, NULL, 90, true)", uuid4(), count, mug, login="ada"
        )

    came = at_once(*[("post", "cyd", count) for count in counts])

    assert sorted(came) == ["count_lines_refused", "done"]
    assert stock(store) == 90


def test_goods_that_are_taken_back_while_they_sell_never_go_below_nought(store, goods, at_once):
    mug = goods("MUG", on_hand=0)
    told = store.sql("SELECT api.restock(%s, %s, '{20}', 'delivered')", uuid4(), [mug], login="ada")
    movement = told["movements"][0]

    *taken, undone, again = at_once(
        ("adjust", "ada", mug),
        ("adjust", "cyd", mug),
        ("undo", "ada", movement),
        ("undo", "cyd", movement),
    )

    assert "done" not in (undone, again) or sorted((undone, again)) in (
        ["done", "undone_before"],
        ["done", "not_enough_of"],
    )
    gone = 20 if "done" in (undone, again) else 0
    assert stock(store) == 20 - sum(taken) - gone >= 0
