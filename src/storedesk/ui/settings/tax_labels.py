"""Label taxes: what a rate makes of a price, when it begins, and what was changed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from storedesk.domain.taxes import TaxChange, TaxClassLine, TaxRate, tax_in
from storedesk.domain.values.money import Money, decimals
from storedesk.domain.values.tax import TaxMode
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.settings.changes import ShownChange

PRICE = Decimal(100)
BEGINNING = date(2000, 1, 1)
"""The day from which the first rate of a class holds: before any sale."""
MOST_NAMES = 12
"""Categories that are named; of more it is said how many they are."""


def price_with(rate: Decimal, context: PageContext) -> str:
    """Say what a price comes to with a rate."""
    price, tax = _amounts(rate, context)
    is_added = context.store.tax_mode is TaxMode.EXCLUSIVE
    words = (
        tr("A price of {price} costs {total}: {tax} of tax are added.") if is_added
        else tr("A price of {price} contains {tax} of tax.")
    )  # fmt: skip
    money, currency = context.format.sum, context.store.currency
    return words.format(
        price=money(price, currency), tax=money(tax, currency), total=money(price + tax, currency)
    )


def price_fact(rate: TaxRate | None, context: PageContext) -> str:
    """Return what a price comes to, and its tax, in few words."""
    price, tax = _amounts(rate.rate if rate else Decimal(0), context)
    is_added = context.store.tax_mode is TaxMode.EXCLUSIVE
    words = tr("{total}, tax {tax}")
    total = price + tax if is_added else price
    money, currency = context.format.sum, context.store.currency
    return words.format(total=money(total, currency), tax=money(tax, currency))


def price_words(context: PageContext) -> str:
    """Return the price that is shown as an example."""
    return context.money(Money.of(PRICE, context.store.currency))


def rate_label(rate: TaxRate | None, form: Format) -> str:
    """Return a rate with its name."""
    if rate is None:
        return tr("none")
    return tr("{rate} {tax}").format(rate=form.percent(rate.rate), tax=rate.name)


def since_label(day: date, form: Format) -> str:
    """Return since when a rate holds."""
    return tr("from the beginning") if day <= BEGINNING else form.day(day)


def mode_words(mode: TaxMode) -> str:
    """Say how the store taxes and rounds."""
    if mode is TaxMode.EXCLUSIVE:
        return tr(
            "Prices are without tax; it is added at the till. It is rounded once for each rate on"
            " a receipt, half a cent up."
        )
    return tr(
        "Prices include the tax. It is rounded once for each rate on a receipt, half a cent up."
    )


def used_words(line: TaxClassLine, form: Format) -> str:
    """Say which goods a class of tax is that of."""
    names = list(line.categories[:MOST_NAMES])
    if more := len(line.categories) - len(names):
        names.append(tr("{count} more").format(count=form.count(more)))
    if line.products:
        words = plural("{count} product by itself", "{count} products by themselves", line.products)
        names.append(words.format(count=form.count(line.products)))
    if line.is_default:
        names.append(tr("whatever names no other class"))
    if not names:
        return tr("Nothing has this class yet. Managers give it to categories and products.")
    return tr("This is the class of: {names}.").format(names=", ".join(names))


def shown_change(change: TaxChange, form: Format) -> ShownChange:
    """Put a change into words."""
    old, new = change.old or {}, change.new or {}
    if "default_class" in new:
        was, now = str(old["default_class"]), str(new["default_class"])
        return ShownChange(change.when, change.who, tr("Default tax class"), was, now)
    name = str(new.get("class") or old.get("class") or "")
    if "day" not in old and "day" not in new:
        return ShownChange(change.when, change.who, tr("Tax class"), str(old.get("class")), name)
    return ShownChange(
        change.when, change.who, name, _written(old, form), _written(new, form), is_new=not old
    )


def _written(rate: Mapping[str, Any], form: Format) -> str:
    if "day" not in rate:
        return ""
    day = date.fromisoformat(rate["day"])
    shown = rate_label(TaxRate(day, rate["name"], Decimal(rate["rate"])), form)
    if day <= BEGINNING:
        return shown
    return tr("{rate} from {day}").format(rate=shown, day=form.day(day))


def _amounts(rate: Decimal, context: PageContext) -> tuple[Decimal, Decimal]:
    """Return the price of the example, and the tax in it."""
    currency = context.store.currency
    price = Money.of(PRICE, currency).amount
    return price, tax_in(price, rate, context.store.tax_mode, decimals(currency))
