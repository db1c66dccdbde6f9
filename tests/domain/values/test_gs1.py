import pytest

from storedesk.domain.entry import scanned
from storedesk.domain.scans import unwrapped
from storedesk.domain.values.gs1 import is_barcode

EAN, GTIN = "4006381333931", "04006381333931"


@pytest.mark.parametrize(
    "sent",
    [
        f"01{GTIN}",
        f"01{GTIN}17261231",
        f"01{GTIN}1726123110LOT7",
        f"01{GTIN}1726123110LOT7\x1d21SERIAL",
        f"]C101{GTIN}10LOT7\x1d17261231",
        f"]d201{GTIN}\x1d10LOT7",
        f"]Q301{GTIN}3103001250",
        f"\x1d01{GTIN}21SERIAL\r\n",
        f"10LOT7\x1d01{GTIN}17261231",
        f"17261231310300125001{GTIN}\x1d",
        f"21A-17/x\x1d240ABC\x1d01{GTIN}\x1d\x1d10L",
        EAN,
        f"]E0{EAN}",
    ],
)
def test_the_article_is_found_among_the_elements(sent):
    assert scanned(sent) == EAN


@pytest.mark.parametrize(
    ("gtin", "code"),
    [
        ("00036000291452", "0036000291452"),  # a UPC: its forms are looked up together
        ("00000096385074", "96385074"),  # an EAN-8
        ("14006381333938", "14006381333938"),  # a case of them
    ],
)
def test_an_articles_number_is_the_one_that_stands_below_its_bars(gtin, code):
    assert scanned(f"]C101{gtin}10LOT") == code


@pytest.mark.parametrize(
    "sent",
    [
        f"01{GTIN[:-1]}2",  # a house code: its check digit is wrong
        f"01{GTIN}99",  # too short to be an element
        f"01{GTIN}A1",
        f"02{GTIN}3712",  # what is in a case is not the case
        "010400638133",
        "ORD-2026-000123",
        "00340434161094021501",
    ],
)
def test_what_only_looks_like_elements_stays_as_it_is(sent):
    assert unwrapped(sent) == sent


@pytest.mark.parametrize("sent", [EAN, f"]E0{EAN}", f"01{GTIN}\x1d10L", "036000291452"])
def test_a_barcode_is_known_by_its_form(sent):
    assert is_barcode(sent)


@pytest.mark.parametrize("sent", ["4006381333932", "Anna", "12.50", "20261122", "]x", "0612345678"])
def test_what_a_person_types_is_no_barcode(sent):
    assert not is_barcode(sent)
