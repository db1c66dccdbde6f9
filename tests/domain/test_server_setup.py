import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.server_setup import (
    checked_host,
    checked_listen,
    checked_range,
    connections,
)


@pytest.mark.parametrize(
    ("typed", "host"),
    [(" Shop.Example. ", "shop.example"), ("till-1", "till-1"), ("192.168.1.9", "192.168.1.9"),
     ("2001:DB8:0::1", "2001:db8::1"), ("a" * 63, "a" * 63)],
)  # fmt: skip
def test_a_host_is_a_name_or_an_address(typed, host):
    assert checked_host(typed) == host


@pytest.mark.parametrize(
    "typed",
    ["", "the shop", "-shop", "shop-", "shop..example", "a" * 64, "192.168.1", "192.168.1.256",
     ".".join(["a" * 63] * 4), "straße.example"],
)  # fmt: skip
def test_other_hosts_are_refused(typed):
    with pytest.raises(Refused, check=lambda refusal: refusal.code == "server_host_wrong"):
        checked_host(typed)


def test_a_server_listens_at_one_address_or_at_all():
    assert checked_listen(" * ") == "*"
    assert checked_listen(" 192.168.1.9 ") == "192.168.1.9"
    with pytest.raises(Refused, check=lambda refusal: refusal.code == "server_listen_wrong"):
        checked_listen("shop.example")


@pytest.mark.parametrize(
    ("typed", "network"),
    [("samenet", "samenet"), (" 192.168.1.9/24 ", "192.168.1.0/24"), ("10.0.0.7", "10.0.0.7/32"),
     ("2001:DB8::/32", "2001:db8::/32"), ("0.0.0.0/1", "0.0.0.0/1")],
)  # fmt: skip
def test_a_range_is_written_as_the_server_reads_it(typed, network):
    assert checked_range(typed) == network


@pytest.mark.parametrize("typed", ["", "shop.example", "10.0.0.0/33", "0.0.0.0/0", "::/0", "all"])
def test_no_range_is_the_whole_world(typed):
    with pytest.raises(Refused, check=lambda refusal: refusal.code == "server_range_wrong"):
        checked_range(typed)


@pytest.mark.parametrize(("tills", "room"), [(1, 100), (26, 100), (27, 101), (500, 1520)])
def test_there_is_room_for_every_till(tills, room):
    assert connections(tills) == room
