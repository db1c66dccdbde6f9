from uuid import UUID

import pytest

from storedesk.ui.kit.lists.page_cache import AT_ONCE, KEPT, PageCache, Wanted, pages_of
from storedesk.ui.kit.lists.vector import FEW, KeyVector

IDS = [UUID(int=at * 7919) for at in range(1, 251)]
VECTOR = KeyVector.of(IDS)


def test_a_key_is_found_where_it_stands():
    assert VECTOR.row_of(IDS[249]) == 249
    assert VECTOR.row_of(UUID(int=1)) is None


def test_bytes_that_straddle_two_keys_are_not_a_key():
    vector = KeyVector(bytes(15) + b"\x01" + b"\x01" + bytes(15) + UUID(int=9).bytes)
    straddling = UUID(bytes=bytes(14) + b"\x01\x01")
    assert vector.row_of(straddling) is None


def test_half_a_key_is_refused():
    with pytest.raises(ValueError, match="16"):
        KeyVector(b"x" * 15)


def test_a_slice_ends_where_the_vector_does():
    assert VECTOR.between(200, 300) == IDS[200:]


async def test_few_and_many_keys_are_found_alike():
    gone = UUID(int=5)
    for count in (FEW, FEW + 40):
        wanted = IDS[:count]
        found = await VECTOR.rows_of([*wanted, gone])
        assert found == {key: row for row, key in enumerate(wanted)}


def test_the_newest_page_is_asked_for_first_and_passed_ones_never():
    wanted = Wanted()
    wanted.ask([1, 2])
    assert wanted.take() == 2
    wanted.ask([8, 9])
    assert [wanted.take(), wanted.take()] == [9, 8]
    assert wanted.take() is None


def test_no_more_pages_are_on_their_way_than_agreed():
    wanted = Wanted()
    wanted.ask(range(10))
    taken = [wanted.take() for _ in range(AT_ONCE)]
    assert wanted.take() is None
    wanted.arrived(taken[0])
    assert wanted.take() is not None


def test_the_page_longest_out_of_sight_is_forgotten_first():
    cache = PageCache()
    for page in range(KEPT):
        cache.keep(page, [page])
    cache.touch([0])
    cache.keep(KEPT, ["new"])
    assert 0 in cache
    assert 1 not in cache
    assert len(cache) == KEPT


def test_rows_lie_in_pages():
    assert list(pages_of(range(95, 201))) == [0, 1, 2]
    assert not pages_of(range(0))
