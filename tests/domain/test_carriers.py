import pytest

from storedesk.domain import carriers
from storedesk.domain.carriers import (
    CANADA_POST,
    DHL,
    DPD,
    FEDEX,
    GLS,
    LA_POSTE,
    ROYAL_MAIL,
    UPS,
    USPS,
)


@pytest.mark.parametrize(
    ("number", "carrier"),
    [
        ("1Z999AA10123456784", UPS),
        ("1z 999 aa1 01 2345 6784", UPS),
        ("1Z5R89390357567127", UPS),
        ("9205590164917312751089", USPS),
        ("9400 1112 0255 5842 3300 14", None),
        ("986578788855", FEDEX),
        ("3318810025", DHL),
        ("JJD0099999999999999", DHL),
        ("00340434161094042557", DHL),
        ("92748931507708513018050063", USPS),
        ("9101 1234 5678 9000 0000 13", USPS),
        ("0414 4176 0228 964", FEDEX),
        ("5682 8361 0012 734", FEDEX),
        ("9611020987654312345672", FEDEX),
        ("01505012345678", DPD),
        ("ZDF7T9KQ", GLS),
        ("RB123456785GB", ROYAL_MAIL),
        ("RB123456785US", USPS),
        ("RB123456785CA", CANADA_POST),
        ("RB123456785FR", LA_POSTE),
    ],
)
def test_a_carrier_is_known_by_shape_and_check_digit(number, carrier):
    assert carriers.guess(number) is carrier


@pytest.mark.parametrize(
    "number",
    ["1Z999AA10123456785", "986578788856", "3318810026", "RB123456786GB", "5901234123457",
     "ORD-2026-000001", "hello", "", "5682 8361 0012 732", "9611020987654312345673", "ZOOMTEAM",
     "00000000"],
)  # fmt: skip
def test_what_only_looks_like_a_parcel_number_is_nobodys(number):
    assert carriers.guess(number) is None


@pytest.mark.parametrize(
    ("scanned", "kept"),
    [
        ("420100019205590164917312751089", "9205590164917312751089"),
        ("4201000112349205590164917312751089", "9205590164917312751089"),
        ("9622001900000000000000986578788855", "986578788855"),
        (" 1z 999 aa1 01 2345 6784 ", "1Z999AA10123456784"),
        ("00 81827 0998 0000 0200 33 350 276 C", "09980000020033"),
        ("00 81827 0998 0000 0200 33 350 276 A", "00 81827 0998 0000 0200 33 350 276 A"),
        ("  our van,  7 ", "our van, 7"),
    ],
)
def test_a_label_is_read_down_to_its_number(scanned, kept):
    assert carriers.cleaned(scanned) == kept


@pytest.mark.parametrize("text", ["abc", "x" * 101, "<b>1Z</b>", "1Z\n1Z1Z", "ünïcode", ""])
def test_what_no_carrier_gives_is_no_tracking_number(text):
    assert not carriers.is_tracking(text)


def test_a_link_holds_its_number_and_nothing_else():
    assert UPS.link("1Z 9&x=1") == "https://www.ups.com/track?tracknum=1Z%209%26x%3D1"


def test_a_number_that_two_carriers_could_have_given_is_nobodys():
    ground = [n for n in (f"{n:015}" for n in range(10**13, 10**13 + 400))
              if carriers.guess(n) in {None, FEDEX}]  # fmt: skip
    checked = {n: carriers.guess(n[:14]) for n in ground}

    assert set(checked.values()) == {DPD}
    both = [n for n in ground if carriers.guess(n) is None and carriers._is_mod_10(n)]
    assert both
    assert all(carriers._is_37_36(n) for n in both)


@pytest.mark.parametrize(
    ("number", "carrier"),
    [
        ("1Z999AA10123456785", UPS),
        ("1z 999 aa1 01 2345 6785", UPS),
        ("9205590164917312751088", USPS),
        ("RB123456786GB", ROYAL_MAIL),
        ("1Z999AA10123456784", None),
        ("RB123456785GB", None),
        ("RB123456785PL", None),
        ("RB123456786PL", None),
        ("986578788856", None),
        ("3318810026", None),
        ("our van", None),
    ],
)
def test_a_number_is_misread_that_is_one_but_for_its_check_digit(number, carrier):
    assert carriers.misread(number) is carrier
