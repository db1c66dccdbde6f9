import pytest

from storedesk.domain.inventory import Reason, Stock, check_sign, fitting
from storedesk.domain.refusals.errors import Refused

SIGNS = {Reason.DAMAGED: -1, Reason.FOUND: 1, Reason.DELIVERED: 1, Reason.OTHER: 0}


def test_reasons_are_offered_that_fit_the_number():
    assert fitting(SIGNS, 0) == [Reason.DAMAGED, Reason.FOUND, Reason.OTHER]
    assert fitting(SIGNS, 2) == [Reason.FOUND, Reason.OTHER]
    assert fitting(SIGNS, -2) == [Reason.DAMAGED, Reason.OTHER]


@pytest.mark.parametrize(
    ("reason", "number"),
    [(Reason.DAMAGED, -1), (Reason.FOUND, 1), (Reason.OTHER, 5), (Reason.OTHER, -5),
     (Reason.DAMAGED, 0), (Reason.COUNTED, -1)],
)  # fmt: skip
def test_a_reason_that_fits_is_accepted(reason, number):
    check_sign(SIGNS, reason, number, str)


@pytest.mark.parametrize(
    ("reason", "number", "code", "other"),
    [(Reason.DAMAGED, 3, "reason_takes", "found"), (Reason.FOUND, -3, "reason_adds", "damaged")],
)
def test_a_reason_against_the_number_names_another(reason, number, code, other):
    with pytest.raises(Refused) as refusal:
        check_sign(SIGNS, reason, number, str)
    assert refusal.value.code == code
    assert refusal.value.parameters == {
        "reason": reason.value, "name": "", "other": other, "instead": -number, "count": 3
    }  # fmt: skip


def test_where_no_other_reason_is_known_none_is_named():
    with pytest.raises(Refused) as refusal:
        check_sign({Reason.DAMAGED: -1}, Reason.DAMAGED, 1, str)
    assert not refusal.value.parameters["other"]


def test_stock_is_low_at_its_reorder_point_and_below():
    assert [Stock(12, reserved, 10).is_low for reserved in (1, 2, 3)] == [False, True, True]
