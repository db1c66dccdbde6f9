"""Write addresses as is usual in their country."""

CODE_LAST = frozenset({"US", "CA", "AU", "NZ", "GB", "IE", "IN", "ZA"})
"""Where the postal code stands behind the town; elsewhere it stands before it."""


def town_line(*, city: str, state: str, postal_code: str, country: str) -> str:
    """Write the line of an address that names the town; what is empty is left out."""
    if country not in CODE_LAST:
        return " ".join(filter(None, (postal_code, city, state)))
    behind = " ".join(filter(None, (state, postal_code)))
    return (", " if state else " ").join(filter(None, (city, behind)))
