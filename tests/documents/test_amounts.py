"""Money is written in one way, and never breaks over two lines."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QTextBoundaryFinder

import storedesk
from storedesk.documents.amounts import MINUS, bare, percent, written
from storedesk.documents.strip import Pair, to_html
from storedesk.domain.values.money import Money
from storedesk.ui.kit.forms.choices import languages

LOCALES = sorted({key.replace("-", "_") for key, _ in languages()} | {
    "en_US", "de_DE", "de_CH", "fr_FR", "nl_NL", "sv_SE", "pt_BR", "pl_PL", "it_IT", "es_ES",
    "da_DK", "ja_JP", "cs_CZ", "tr_TR", "en_IN", "nb_NO", "fi_FI",
})  # fmt: skip


def breaks(text):
    """Return where a line may end within some text."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    found = []
    while (at := finder.toNextBoundary()) not in {-1, len(text)}:
        found.append(at)
    return found


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("currency", ["USD", "EUR", "CHF", "JPY", "SEK", "GBP", "BRL"])
@pytest.mark.parametrize("amount", ["1736.00", "-1736.00", "-0.05", "12345678.90", "-4"])
def test_no_line_ends_within_an_amount(locale, currency, amount):
    text = written(Money.of(amount, currency), locale)
    assert breaks(f"worth {text} in all")[:1] == [len("worth ")]
    assert breaks(text) == []
    assert "-" not in text
    assert " " not in text


def test_a_minus_is_one_and_stands_before_its_currency():
    assert bare(written(Money.of("-1736", "USD"), "en_US")) == "\N{MINUS SIGN}$1,736.00"
    assert written(Money.of("-1736", "EUR"), "de_DE") == "\N{MINUS SIGN}1.736,00\N{NO-BREAK SPACE}€"


def test_paper_keeps_amounts_together():
    amount = written(Money.of("-1736", "USD"), "en_US")
    assert amount in to_html("x", [Pair("Back", amount)])


def test_nobody_else_writes_money():
    for path in Path(storedesk.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if path.name != "amounts.py":
            assert "format_currency" not in text, path
        if path.name != "filling.py":  # which writes it where nobody knows how the store does
            assert not re.search(r"amount[^\n{}]*\} \{[^}]*currency", text), path


@pytest.mark.parametrize("locale", LOCALES)
def test_a_rate_below_nothing_has_the_minus_of_money(locale):
    words = percent(Decimal("-0.125"), locale)
    assert MINUS in words
    assert "-" not in words
