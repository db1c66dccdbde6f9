"""Codes of GS1, as scanners send them. The examples are those of the General Specifications."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storedesk.domain.scans import read, stored_forms
from storedesk.domain.values.gs1 import has_check_digit

EAN, GTIN = "9506000134376", "09506000134376"
GS = "\x1d"
KILOS = Decimal("1.25")


def with_check(body):
    [digit] = [d for d in "0123456789" if has_check_digit(body + d)]
    return body + digit


@pytest.mark.parametrize(
    "sent",
    [
        f"]C101{GTIN}10ABC{GS}17251231",
        f"]d201{GTIN}10ABC{GS}17251231",
        f"]Q301{GTIN}10ABC{GS}17251231\r\n",
        f"]e001{GTIN}1725123110ABC",
        f"]J101{GTIN}1725123110ABC{GS}",
        f"{GS}01{GTIN}10ABC{GS}17251231",
        f"01{GTIN}10ABC{GS}17251231",
        f"01{GTIN}1725123110ABC",
        f"17251231{GS}10ABC{GS}01{GTIN}",
        f"01{GTIN}10ABC<GS>17251231",
        f"{{GS}}01{GTIN}10ABC{{GS}}17251231",
        f"(01){GTIN}(10)ABC(17)251231",
        f"(01) {GTIN} (10) ABC (17) 251231",
        f"]C1(01){GTIN}(10)ABC(17)251231",
        f"https://id.gs1.org/01/{GTIN}/10/ABC?17=251231",
        f"https://shop.example/some/path/01/{GTIN}/10/ABC?17=251231&linkType=all&utm=x",
        f"]Q1http://example.com/01/{GTIN}/10/ABC?17=251231",
    ],
)
def test_an_article_its_batch_and_its_date_are_read_however_they_are_sent(sent):
    scan = read(sent)
    assert scan.code == EAN
    assert scan.forms[-2:] == (EAN, GTIN)
    assert (scan.batch, scan.expires_on) == ("ABC", date(2025, 12, 31))


@pytest.mark.parametrize(
    ("elements", "read_as"),
    [
        ("3103001250", {"weight": Decimal("1.250")}),
        ("3100000002", {"weight": Decimal(2)}),
        ("3922000459", {"price": Decimal("4.59")}),
        ("3932978000459", {"price": Decimal("4.59"), "currency": "978"}),
        (
            f"310300125039220459{GS}21A7",
            {"weight": KILOS, "price": Decimal("4.59"), "serial": "A7"},
        ),
        ("15251200", {"best_before": date(2025, 12, 31)}),
        ("3202000156", {}),
        ("17250230", {}),
    ],
)
def test_what_was_weighed_is_read_with_its_article(elements, read_as):
    scan = read(f"]C10199506000134379{elements}")
    names = ("weight", "price", "currency", "serial", "best_before", "expires_on")
    assert scan.forms == ("99506000134379",)
    assert {n: getattr(scan, n) for n in names if getattr(scan, n) is not None} == read_as


@pytest.mark.parametrize(
    ("sent", "forms"),
    [
        ("9780201379624", ("9780201379624", "09780201379624")),
        ("036000291452", ("036000291452", "0036000291452", "00036000291452")),
        ("0036000291452", ("0036000291452", "036000291452", "00036000291452")),
        ("00036000291452", ("00036000291452", "0036000291452", "036000291452")),
        ("96385074", ("96385074", "0000096385074", "000096385074", "00000096385074")),
        ("00000096385074", ("00000096385074", "0000096385074", "000096385074", "96385074")),
        ("04252614", ("04252614", "0042100005264", "042100005264", "00042100005264")),
        ("042100005264", ("042100005264", "0042100005264", "04252614", "00042100005264")),
        ("19506000134373", ("19506000134373",)),  # a case of them is another article
        ("036000291453", ("036000291453", "0036000291453")),  # no check digit, and a zero is none
        ("0036000291453", ("0036000291453", "036000291453")),
    ],
)
def test_an_article_is_asked_for_in_every_form_in_which_shops_keep_it(sent, forms):
    assert stored_forms(sent) == read(sent).forms
    assert read(sent).forms[0] == sent
    assert set(read(sent).forms) == set(forms)


@pytest.mark.parametrize(
    ("upc_e", "upc_a"),
    [
        ("01234505", "012000003455"),
        ("04252614", "042100005264"),
        ("06543217", "065100004327"),
        ("01234531", "012300000451"),
        ("01234543", "012340000053"),
        ("01234558", "012345000058"),
        ("24252614", None),  # of no number system that has UPC-E
        ("04252613", None),  # a wrong check digit
    ],
)
def test_a_upc_e_is_expanded_where_its_check_digit_says_that_it_is_one(upc_e, upc_a):
    twelve = [one for one in read(upc_e).forms if len(one) == 12 and not one.endswith(upc_e)]
    assert twelve == ([upc_a] if upc_a else [])
    if upc_a:
        assert upc_e in read(upc_a).forms


def test_an_ean_8_of_a_country_is_never_taken_for_a_upc_e():
    both = [
        f"{n:08}" for n in range(10_000_000, 10_020_000)
        if has_check_digit(f"{n:08}")
    ]  # fmt: skip
    assert all(set(map(len, read(one).forms)) == {8, 12, 13, 14} for one in both)
    assert all(read(one).forms[1].endswith(one) for one in both)


@pytest.mark.parametrize(
    ("sent", "code", "add_on"),
    [
        ("]E3977147396801212", "9771473968012", "12"),
        ("977147396801212", "977147396801212", "12"),
        ("978020137962451299", "978020137962451299", "51299"),
        ("9780201379624 51299", "9780201379624 51299", "51299"),
        ("036000291452 12", "036000291452 12", "12"),
        ("]E3003600029145251299", "0036000291452", "51299"),
    ],
)
def test_the_article_beside_an_add_on_is_asked_for_as_well(sent, code, add_on):
    scan = read(sent)
    assert (scan.code, scan.add_on) == (code, add_on)
    assert scan.forms[0] == sent.removeprefix("]E3")
    assert any(has_check_digit(one) and len(one) == 13 for one in scan.forms[1:])


@pytest.mark.parametrize(
    "sent",
    [
        "MUG-SAGE",
        "0012345",
        "85123A",
        "*12345*",
        "2123456012344",  # a shop's own number, that is no number of GS1
        f"01{GTIN[:-1]}7",
        f"01{GTIN}99",
        f"01{GTIN}3202",
        f"02{GTIN}3712",  # what is in a case is not the case
        f"(01){GTIN}(10)A(B)C",
        f"(01){GTIN[:-1]}7(10)ABC",
        f"(1){GTIN}",
        f"(01){GTIN}(05)77",
        "978020137962512",
        "123456789012345678",
        "00340434161094021501",
        "https://example.com/p/1",
        f"https://example.com/gtin/{GTIN}",
        f"https://example.com/01/{GTIN[:-1]}7",
        f"http://[/01/{GTIN}",
        f"ftp://example.com/01/{GTIN}",
        "961234567890123456789012345678901234",
        "",
    ],
)
def test_what_is_no_code_of_gs1_is_asked_for_as_it_stands_and_nothing_else(sent):
    scan = read(sent)
    assert (scan.code, scan.forms) == (sent, (sent,))
    assert (scan.batch, scan.weight, scan.price, scan.add_on) == (None, None, None, None)


@given(st.text(st.characters(codec="ascii", exclude_characters="\r\n\t "), max_size=80))
@example("01" * 40)
@example("(01)" + "9" * 80)
@example("]C1" + GS * 30)
@example("https://" + "01/" * 30)
@example("٣" * 13)
def test_whatever_is_sent_is_read_and_a_code_of_the_stores_own_is_asked_for_first(sent):
    scan = read(sent)
    assert len(scan.forms) == len(set(scan.forms)) <= 9
    if not sent.startswith("]") and GS not in sent and len(sent) <= 64:
        assert scan.forms[0] == sent


@given(st.integers(0, 10**12 - 1), st.text("ABCxyz0189-/.", min_size=1, max_size=20))
def test_every_ean_13_is_found_with_and_without_its_batch(number, batch):
    ean = with_check(f"{number:012}")
    marked = read(f"]C1010{ean}10{batch}")
    below = ean.removeprefix("00000")
    assert (marked.code, marked.batch) == (below, batch)
    assert {ean, f"0{ean}"} <= set(marked.forms)
    assert set(read(f"(01)0{ean}(10){batch}").forms) >= set(marked.forms)
    assert set(read(below).forms) >= set(marked.forms)


@given(st.integers(0, 10**11 - 1))
def test_every_form_of_an_article_asks_for_the_same(number):
    upc_a = with_check(f"{number:011}")
    forms = {frozenset(read(form).forms) for form in read(upc_a).forms if len(form) > 8}
    assert len(forms) == 1
