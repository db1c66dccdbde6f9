import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.values.email_addresses import on_the_wire


@pytest.mark.parametrize(
    ("domain", "sent"),
    [("straße.example", "xn--strae-oqa.example"), ("bücher.example", "xn--bcher-kva.example"),
     ("Shop.example", "Shop.example")],
)  # fmt: skip
def test_mail_travels_to_a_domain_in_ascii(domain, sent):
    assert on_the_wire(domain) == sent


@pytest.mark.parametrize("domain", ["bücher..example", "-ü.example", "ü" * 64 + ".example"])
def test_mail_travels_to_no_domain_that_cannot_be_written(domain):
    with pytest.raises(Refused, check=lambda refusal: refusal.code == "email_unreadable"):
        on_the_wire(domain)
