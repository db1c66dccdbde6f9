"""The list of exceptions: narrowed, sorted, and counted as it is listed."""

from uuid import uuid4

import pytest

from storedesk import queries
from storedesk.domain.exceptions import ExceptionKind
from tests.keys import keys_in


@pytest.fixture
def listed(ask):
    """List them, and hold the first page against the whole list."""

    def listed(**wanted):
        known = keys_in(ask(queries.exceptions.exception_keys, **wanted))
        first = ask(queries.exceptions.first_exceptions, limit=2, **wanted)
        assert [one.id for one in first] == known[:2]
        lines = ask(queries.exceptions.exception_lines, known)
        assert [one.id for one in lines] == known
        return lines

    return listed


@pytest.fixture
def three(till, ordered, store):
    """Cash that was taken out twice, and a tracking number that was corrected."""
    shift = store.sql("SELECT id FROM storedesk.till_sessions")
    till.call("move_cash", shift, "paid_out", "5.00", "window cleaner")
    till.call("move_cash", shift, "paid_out", "7.00", "flowers")
    return ordered.corrected("MUG")


@pytest.mark.usefixtures("three")
def test_the_list_is_narrowed_by_words_and_sorted(listed):
    assert [line.remark for line in listed(sort="amount", descending=False)][:2] == [
        "flowers", "window cleaner",
    ]  # fmt: skip
    kinds = [line.kind for line in listed(sort="kind", descending=True)]
    assert kinds[0] is ExceptionKind.TRACKING
    assert [line.remark for line in listed(search="CLEAN")] == ["window cleaner"]
    assert [line.who for line in listed(search="ada")] == ["Ada"]
    assert listed(search="nothing of the kind") == []


def test_a_line_says_who_where_and_what(three, listed, ordered):
    by_kind = {line.kind: line for line in listed()}
    tracking, cash = by_kind[ExceptionKind.TRACKING], by_kind[ExceptionKind.PAID_OUT]
    assert (tracking.order_id, tracking.order) == (three, ordered.number(three))
    assert "1Z999AA10123456999" in tracking.remark
    assert (tracking.who, tracking.register, tracking.is_signed) == ("Ada", "", False)
    assert (cash.who, cash.register, cash.order_id) == ("Bob", "Till 1", None)


@pytest.mark.usefixtures("three")
def test_what_is_signed_off_moves_to_the_other_tab_and_the_counts_with_it(listed, ask, store):
    before = ask(queries.exceptions.counts)
    assert (before.waiting, before.signed, str(before.given_away)) == (3, 0, "-12.00")
    cleaner = listed(search="cleaner")[0]
    store.sql("SELECT api.sign_off(%s, %s, 'fine')", uuid4(), cleaner.id, login="cyd")

    (signed,) = listed(is_signed=True)
    assert (signed.signed_by, signed.note) == ("Cyd", "fine")
    assert cleaner.id not in {line.id for line in listed(is_signed=False)}
    after = ask(queries.exceptions.counts, login="eve")
    assert (after.waiting, after.signed, str(after.given_away)) == (2, 1, "-7.00")
    assert ask(queries.exceptions.waiting_count) == 2
