"""Find rows by words, as every search of the program does where no index is needed."""

import re
from typing import Any

from sqlalchemy import ColumnElement, Text, func, literal, or_

from storedesk.domain.values.folding import forms

JOINT = "[\"'`&-]?"
"""What is left out where `search_words` joins the parts of a word."""
OTHER = "[^\\x01-\\x7f]"
"""A letter that may be spelled as another one."""
RUN = re.compile("[0-9a-z]+")


def words_of(*places: Any) -> ColumnElement[str]:
    """Select the words of some texts, as they are looked for."""
    return func.storedesk.search_words(func.concat_ws(" ", *places), type_=Text())


def has_words(words: ColumnElement[str], search: str) -> list[ColumnElement[bool]]:
    """Say that `words` have every word of `search`; nothing has what holds no letter."""
    wanted = forms(search)
    return [
        literal(bool(wanted)),
        *(or_(*(words.contains(form, autoescape=True) for form in known)) for known in wanted),
    ]


def mentions(search: str, *places: Any) -> list[ColumnElement[bool]]:
    """Say that some texts have every word of `search`, for lists of very many rows.

    The words of a text take 40 µs to make. They are made only where the letters or digits of a word
    that is looked for stand in the text, and only if that does not settle it.
    """
    text = func.concat_ws(" ", *places, type_=Text())
    is_plain = func.octet_length(text) == func.char_length(text)
    words = words_of(*places)

    def found(form: str) -> ColumnElement[bool]:
        runs = RUN.findall(form)
        longest = max(runs, key=len, default="")
        likely = text.regexp_match(f"{JOINT.join(longest)}|{OTHER}", flags="i")
        exactly = words.contains(form, autoescape=True)
        return likely & (is_plain | exactly if [form] == runs else exactly)

    wanted = forms(search)
    return [literal(bool(wanted)), *(or_(*map(found, known)) for known in wanted)]
