"""Find rows by words, as every search of the program does where no index is needed."""

from typing import Any

from sqlalchemy import ColumnElement, Text, func, literal, or_

from storedesk.domain.values.folding import forms


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
