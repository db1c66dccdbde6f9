"""Codes that are made up."""

from storedesk.domain.entry import has_check_digit
from storedesk.domain.importing.file import code_key
from storedesk.domain.values.codes import ean13, make_sku


def test_an_ean_has_the_right_check_digit():
    assert ean13(400638133393) == "4006381333931"
    assert all(has_check_digit(ean13(number)) for number in range(0, 10**12, 7_654_321_987))


def test_a_sku_is_the_same_for_the_same_words():
    assert (
        make_sku("crème-brûlée", "Größe M")
        == make_sku("crème-brûlée", "Größe M")
        == "CREME-BRULEE-GROE-M"
    )


def test_a_sku_that_is_taken_gets_a_number_and_stays_short():
    long = "x" * 80

    assert make_sku("mug", taken={"MUG", "MUG-2"}) == "MUG-3"
    assert make_sku(long, taken={"X" * 50}) == "X" * 48 + "-2"
    assert make_sku("日本") == "ITEM"


def test_codes_are_one_whatever_their_case_as_the_database_sees_it():
    assert code_key(" 85123a ") == code_key("85123A")
    assert code_key("ß") == "ß"
