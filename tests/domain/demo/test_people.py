from random import Random

from storedesk.domain.demo.people import customers


def test_customers_of_one_name_have_addresses_of_their_own():
    people = customers(Random(1), 800, 2026)

    assert len({one.email for one in people}) == len(people)
    assert len({(one.first_name, one.last_name) for one in people}) < len(people)
    assert all(one.email.isascii() and one.email.endswith("@example.com") for one in people)
