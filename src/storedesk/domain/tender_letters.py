"""Say which letter chooses which way to pay: "20d" is 20.00 by card."""

import string
from collections.abc import Iterable, Mapping

from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Method


def letters(names: Mapping[Method, str], chosen: Mapping[Method, str]) -> dict[Method, str]:
    """Return the letter of each way to pay: the one that was chosen, or one of its name.

    That is the first letter of the name which no other has; its last one, if the first is taken,
    as it sounds most unlike it ("card" after "cash": d); then any of the name, of the alphabet.
    """
    taken = {letter.casefold() for letter in chosen.values()}
    found = {}
    for method, name in names.items():
        wished = [one for one in name.lower() if one.isalpha()]
        order = [*wished[:1], *wished[-1:], *wished, *string.ascii_lowercase]
        free = next(one for one in order if one.casefold() not in taken)
        found[method] = chosen.get(method) or free
        taken.add(found[method].casefold())
    return found


def checked_letter(text: str, *, others: Iterable[str]) -> str:
    """Return the letter that somebody typed for a way to pay; "" leaves it to `letters`.

    `others` are those that were typed for the other ways. Refused: tender_letter_bad (a digit, a
    sign, a word), tender_letter_taken.
    """
    letter = text.strip().lower()
    if letter and not (len(letter) == 1 and letter.isalpha()):
        raise Refused("tender_letter_bad")
    if letter and letter in {other.strip().lower() for other in others}:
        raise Refused("tender_letter_taken", letter=letter)
    return letter
