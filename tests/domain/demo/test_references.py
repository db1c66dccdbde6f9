import pytest

from storedesk.domain.demo.references import Scatter


def test_every_number_comes_once_and_then_there_are_none():
    numbers = Scatter(100, 10, 7)

    taken = [numbers.take() for _ in range(10)]

    assert sorted(taken) == list(range(100, 110)) != taken
    with pytest.raises(OverflowError, match="all 10 numbers are taken"):
        numbers.take()


@pytest.mark.parametrize(("size", "step"), [(10, 4), (9, 3), (8, 8)])
def test_a_step_that_would_come_by_some_numbers_twice_is_refused(size, step):
    with pytest.raises(ValueError, match="have a divisor in common"):
        Scatter(0, size, step)
