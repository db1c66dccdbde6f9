"""Write amounts of money in the same way on screen, paper and in e-mails.

An amount never breaks over two lines: its sign, digits and currency are one word. What joins a
minus to a sign of a currency cannot be seen; where text is read by a program it is left out.
"""

import re
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.numbers import format_currency, format_decimal

from storedesk.domain.values.money import Money

MINUS = "\N{MINUS SIGN}"
JOINER = "\N{WORD JOINER}"
_BLANK = "\N{NO-BREAK SPACE}"
_BESIDE_MINUS = re.compile(rf"(?<=\S)(?={MINUS})|(?<={MINUS})(?=\D)")


def written(money: Money, locale: str) -> str:
    """Write money with its currency's sign, such as "$1,234.50", for screen and paper."""
    return _written(money.amount, money.currency, locale)


def percent(rate: Decimal, locale: str) -> str:
    """Write a rate without idle noughts: 0.0825 as "8.25%", in German as "8,25 %"."""
    digits = str(format_decimal(rate * 100, "#,##0.####", locale=locale))
    pattern = str(Locale.parse(locale).percent_formats[None].pattern)
    return pattern.replace("#,##0", digits).replace("-", MINUS)


def plain_percent(rate: Decimal) -> str:
    """Write a rate where nobody knows the language: "8.25%"."""
    return f"{(rate * 100).normalize():f}%"


def bare(text: str) -> str:
    """Return text without what joins amounts: for programs, readers and comparisons."""
    return text.replace(JOINER, "")


@lru_cache(maxsize=8192)
def _written(amount: Decimal, currency: str, locale: str) -> str:
    text = str(format_currency(amount, currency, locale=locale))
    text = text.replace("-", MINUS).replace(" ", _BLANK)
    return _BESIDE_MINUS.sub(JOINER, text)
