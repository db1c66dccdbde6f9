"""Write addresses as is usual in their country."""

CODE_LAST = frozenset({"US", "CA", "AU", "NZ", "GB", "IE", "IN", "ZA"})
"""Where the postal code stands behind the town; elsewhere it stands before it."""


UNSET = ("-", "(not set)")
"""How a part of the store's address is kept that nobody has given."""


def given(part: str | None) -> str:
    """Return a part of the store's address; "" for one that nobody has given."""
    return "" if part is None or part in UNSET else part


def store_lines(
    *, street: str, city: str, state: str, postal_code: str, country: str
) -> tuple[str, ...]:
    """Write the address of the store, line by line, as far as it was given."""
    town = town_line(
        city=given(city), state=given(state), postal_code=given(postal_code), country=country
    )
    return tuple(filter(None, (given(street), town)))


def town_line(*, city: str, state: str, postal_code: str, country: str) -> str:
    """Write the line of an address that names the town; what is empty is left out."""
    if country not in CODE_LAST:
        return " ".join(filter(None, (postal_code, city, state)))
    behind = " ".join(filter(None, (state, postal_code)))
    return (", " if state else " ").join(filter(None, (city, behind)))
