"""A store's carriers are known ones by their code, or have a name, a page and shapes."""

import time

import pytest

from storedesk.domain import store_carriers
from storedesk.domain.carriers import DHL, KNOWN, Carrier, has_shape
from storedesk.domain.refusals.errors import Refused

OWN = Carrier("Rider", "https://rider.example/t/{number}", shapes=("AB########",))


def refused(check, *given, **more):
    with pytest.raises(Refused) as refusal:
        check(*given, **more)
    return refusal.value.code


def test_carriers_are_read_as_they_are_kept():
    for used in (None, (), KNOWN, (OWN, DHL)):
        assert store_carriers.from_document(store_carriers.as_document(used)) == used
    assert store_carriers.from_document([{"code": "of_tomorrow"}, {"code": "dhl"}]) == (DHL,)


@pytest.mark.parametrize(
    "wrong",
    [
        "", "rider.example/{number}", "http://rider.example/{number}", "https://rider.example/",
        "https://rider.example/{number}/{number}", "https://rider.example/{n}",
        "https://{number}.example/", "https://me@rider.example/{number}",
        "https://rider.example/{number} x", "javascript:alert({number})",
        "https://rider.example\\{number}", 'https://rider.example/"{number}',
        "https://rider.example/<{number}>", "https://r\u0456der.example/{number}",
        "file:///{number}", "https:///{number}", "HTTPS://rider.example/{number}",
    ],
)  # fmt: skip
def test_a_tracking_page_is_an_https_address_with_the_number(wrong):
    assert refused(store_carriers.checked_link, wrong) == "carrier_link_bad"


@pytest.mark.parametrize("link", [one.page for one in KNOWN])
def test_the_pages_of_known_carriers_could_be_typed(link):
    assert store_carriers.checked_link(link) == link


@pytest.mark.parametrize(
    ("typed", "shapes"),
    [
        ("", ()), ("ab## ####", ("AB######",)), ("####, @@@@ ,####", ("####", "@@@@")),
        ("****,", ("****",)),
    ],
)  # fmt: skip
def test_shapes_are_read_as_they_are_meant(typed, shapes):
    assert store_carriers.checked_shapes(typed) == shapes


@pytest.mark.parametrize("wrong", ["###", "#" * 41, "A.*B", "\\d{4}", "ÄÄÄÄ", "(a+)+$", "AB?###"])
def test_a_shape_is_no_pattern_of_a_programmer(wrong):
    assert refused(store_carriers.checked_shapes, wrong) == "carrier_shape_bad"


def test_no_shape_takes_long():
    begun = time.process_time()
    for _ in range(1000):
        assert not has_shape("1" * 39 + "A", "#" * 40)
    assert time.process_time() - begun < 1


def test_a_name_is_given_once():
    assert store_carriers.checked_name(" Rider ", others=["Van"]) == "Rider"
    assert refused(store_carriers.checked_name, "rIDER", others=["Rider"]) == "carrier_twice"
    assert refused(store_carriers.checked_name, " ", others=[]) == "carrier_nameless"
