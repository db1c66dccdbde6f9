"""The line of an address that names the town."""

import pytest

from storedesk.domain.values.addresses import town_line


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
