"""The line of an address that names the town."""

import pytest

from storedesk.domain.values.addresses import store_lines, town_line


@pytest.mark.parametrize(
    ("country", "city", "state", "postal_code", "line"),
    [
        ("US", "Portland", "ME", "04101", "Portland, ME 04101"),
        ("GB", "Leeds", "", "LS1 4DY", "Leeds LS1 4DY"),
        ("DE", "Leipzig", "", "04109", "04109 Leipzig"),
        ("US", "Portland", "", "", "Portland"),
        ("IT", "Lucca", "LU", "55100", "55100 Lucca LU"),
        ("US", "", "", "", ""),
    ],
)
def test_the_code_stands_where_the_country_has_it(country, city, state, postal_code, line):
    said = town_line(city=city, state=state, postal_code=postal_code, country=country)
    assert said == line


@pytest.mark.parametrize("unset", ["", "-", "(not set)"])
def test_what_nobody_has_given_of_the_stores_address_is_not_written(unset):
    nothing = dict.fromkeys(("street", "city", "postal_code"), unset)
    assert store_lines(**nothing, state="", country="US") == ()
    known = nothing | {"city": "Portland"}
    assert store_lines(**known, state="ME", country="US") == ("Portland, ME",)
