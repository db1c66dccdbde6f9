from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.domain.bounds import Bound
from storedesk.domain.entry import (
    Item,
    Pay,
    SetQuantity,
    Tendered,
    Times,
    amount,
    has_check_digit,
    parse,
    scanned,
    tendered,
    times,
    unknown,
)
from storedesk.domain.refusals.errors import SENTENCES, Refused
from storedesk.domain.till import Method
from tests.bounds import BOUNDS

MOST = BOUNDS[Bound.LINE_PIECES]
LETTERS = {Method.CASH: "c", Method.CARD: "d", Method.PAYPAL: "p"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Pay()),
        ("  ", Pay()),
        ("=", Pay()),
        ("mug", Item("mug")),
        (" enamel  mug ", Item("enamel  mug")),
        ("12*", Times(12)),
        ("12 * ", Times(12)),
        ("12*mug", Item("mug", 12)),
        ("3* AB*7", Item("AB*7", 3)),
        ("*5", SetQuantity(5)),
        ("*0", SetQuantity(0)),
        ("AB*7", Item("AB*7")),
        ("*5a", Item("*5a")),
        ("0012345", Item("0012345")),
        ("-1", Item("-1")),
        ("3x4 board", Item("3x4 board")),
        ("<img src=/dev/zero>", Item("<img src=/dev/zero>")),
    ],
)
def test_what_is_typed_means(typed, meant):
    assert parse(typed, most=MOST) == meant


@pytest.mark.parametrize("typed", ["5901234123457*", "*5901234123457", "123456*mug"])
def test_a_code_where_a_quantity_belongs_is_told_kindly(typed):
    with pytest.raises(Refused) as told:
        parse(typed, most=MOST)
    assert told.value.code == "quantity_is_code"
    assert told.value.parameters["code"] in typed


def test_none_of_something_cannot_be_added():
    with pytest.raises(Refused) as told:
        parse("0*mug", most=MOST)
    assert (told.value.code, told.value.parameters["least"]) == ("bad_quantity", 1)


def test_so_many_of_something_can_be_added_and_not_one_more():
    assert parse(f"{MOST}*mug", most=MOST) == Item("mug", MOST)
    assert parse(f"*{MOST - 1}", most=MOST - 1) == SetQuantity(MOST - 1)
    with pytest.raises(Refused) as told:
        parse(f"*{MOST}", most=MOST - 1)
    assert (told.value.code, told.value.parameters["most"]) == ("bad_quantity", MOST - 1)


@pytest.mark.parametrize(
    ("field", "how_many"),
    [("12*", 12), ("", 1), ("mug", 1), ("*5", 1), ("999999*", 1), ("12*mug", 1)],
)
def test_a_scan_takes_the_quantity_that_stands_before_it(field, how_many):
    assert times(field, most=MOST) == how_many


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ("5901234123457\r\n", "5901234123457"),
        ("5901234123457\t", "5901234123457"),
        ("]E05901234123457", "5901234123457"),
        ("]C10105901234123457", "5901234123457"),
        ("\x1d0105901234123457", "5901234123457"),
        ("\x1d010590123412345717261231", "5901234123457"),
        ("036000291452", "036000291452"),
        ("*12345*", "*12345*"),
        ("12*34", "12*34"),
        ("0012345", "0012345"),
        ("85123A", "85123A"),
        ("<img src=/dev/zero>", "<img src=/dev/zero>"),
    ],
)
def test_a_scan_is_taken_out_of_its_wrapping(sent, code):
    assert scanned(sent) == code


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ("\r\n", "scan_unreadable"),
        ("12\x0334", "scan_unreadable"),
        ("https://example.com/p/1", "scan_no_code"),
        ("7" * 2000, "scan_no_code"),
        ("(çà&é\"'&é\"'(è", "scan_keyboard"),
    ],
)
def test_what_is_no_code_of_a_product_is_never_looked_up(sent, why):
    with pytest.raises(Refused) as told:
        scanned(sent)
    assert told.value.code == why
    assert why in SENTENCES


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("790617348408", "scan_misread"),
        ("5901234123458", "scan_misread"),
        ("15901234123458", "scan_misread"),
        ("5901234123457", "unknown_code"),
        ("12345671", "unknown_code"),
        ("12345", "unknown_code"),
        ("MUG-790617348408", "unknown_code"),
    ],
)
def test_a_wrong_check_digit_counts_only_where_nothing_has_the_code(code, why):
    assert scanned(code) == code
    assert unknown(code).code == why
    assert code in unknown(code).sentence()


@given(st.integers(0, 10**12 - 1))
def test_the_check_digit_finds_every_single_wrong_digit(number):
    body = f"{number:012}"
    [right] = [d for d in "0123456789" if has_check_digit(body + d)]
    wrong = body[:5] + str((int(body[5]) + 1) % 10) + body[6:]
    assert not has_check_digit(wrong + right)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", Tendered(None, None)),
        ("20", Tendered(Decimal("20.0"), None)),
        ("20c", Tendered(Decimal("20.0"), Method.CASH)),
        ("15.50 D", Tendered(Decimal("15.50"), Method.CARD)),
        ("p", Tendered(None, Method.PAYPAL)),
    ],
)
def test_money_is_typed_with_a_letter_for_how_it_is_paid(typed, read):
    assert tendered(typed, LETTERS) == read


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("20", "20"),
        ("20,5", "20.5"),
        (".75", "0.75"),
        ("1234.50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1,234,567", "1234567"),
    ],
)
def test_amounts_are_read_with_point_or_comma(typed, value):
    assert amount(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["1.234", "1,234", "20x", "-5", "1.2.3", "", ".", "٣"])
def test_an_amount_that_could_mean_two_things_is_not_guessed(typed):
    with pytest.raises(Refused) as told:
        amount(typed)
    assert told.value.code == "amount_not_understood"


def test_there_is_a_largest_amount():
    assert amount("99,999,999.99") == Decimal("99999999.99")
    for typed in ("100000000.00", "100,000,000"):
        with pytest.raises(Refused) as told:
            amount(typed)
        assert told.value.code == "money_too_big"


def test_a_barcode_is_never_money():
    with pytest.raises(Refused) as told:
        amount("5901234123457")
    assert told.value.code == "amount_is_code"


def read_entry(text):
    return parse(text, most=MOST)


def refusal(read, text):
    try:
        read(text)
    except Refused as told:
        return told.code
    return None


@given(st.text(max_size=40))
def test_whatever_is_typed_is_understood_or_refused_with_a_sentence(text):
    assert {refusal(read, text) for read in (read_entry, scanned, amount)} <= {None, *SENTENCES}
