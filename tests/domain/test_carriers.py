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
    Carrier,
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


OWN = Carrier("Rider", "https://rider.example/t/{number}", shapes=("AB####@*", "########"))
ANY = Carrier("Van", "https://van.example/?n={number}")


def both():
    """Return a number of 15 digits that has the check digits of FedEx and of DPD."""
    return next(
        f"{n:015}" for n in range(10**14, 10**14 + 5000)
        if {one.name for one in carriers.fitting(f"{n:015}")} == {"FedEx", "DPD"}
    )  # fmt: skip


def test_a_store_that_named_no_carriers_says_nothing_of_a_number_that_two_could_have_given():
    assert carriers.guess(both()) is None


def test_the_first_in_the_stores_order_is_meant():
    assert carriers.guess(both(), (carriers.DPD, carriers.FEDEX)) == carriers.DPD
    assert carriers.guess(both(), (carriers.FEDEX, carriers.DPD)) == carriers.FEDEX
    assert carriers.fitting(both(), (carriers.DPD, carriers.FEDEX)) == (
        carriers.DPD,
        carriers.FEDEX,
    )


def test_what_a_store_does_not_use_is_not_guessed_nor_misread():
    assert carriers.guess(both(), (carriers.DPD,)) == carriers.DPD
    assert carriers.guess("1Z999AA10123456784", (carriers.DHL,)) is None
    assert carriers.guess("1Z999AA10123456784", ()) is None
    assert carriers.misread("1Z999AA10123456785", (carriers.DHL,)) is None
    assert carriers.misread("1Z999AA10123456785", (carriers.UPS,)) == carriers.UPS


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        ("AB1234X9", (OWN,)), ("ab 1234-xy", (OWN,)), ("12345678", (OWN,)),
        ("AB12345X", (ANY,)), ("AB1234X", (ANY,)), ("1234567\u0668", ()), ("x", ()), ("", ()),
        ("1Z999AA10123456784", (carriers.UPS,)),
    ],
)  # fmt: skip
def test_own_carriers_have_numbers_of_their_shape_and_others_what_is_left(number, fits):
    assert carriers.fitting(number, (OWN, ANY, carriers.UPS)) == fits


def test_a_shipment_keeps_the_carrier_that_was_noted_with_it():
    used = (carriers.DHL, OWN)
    assert carriers.carrier_of("1Z999AA10123456784", "Rider", used) == OWN
    assert carriers.carrier_of("whatever", "UPS", used) == carriers.UPS
    gone = carriers.carrier_of("whatever", "Gone", used)
    assert (gone.name, gone.page, gone.link("1")) == ("Gone", "", "")
    assert carriers.carrier_of("AB1234X9", "", used) == OWN


def test_a_number_fills_the_hole_of_a_link_alone():
    assert OWN.link("A/B {x}") == "https://rider.example/t/A%2FB%20%7Bx%7D"
