"""The lines about the rules of the store: how many hold in each area, and what breaks them."""

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from storedesk.domain.health import (
    LONG_AGO,
    Area,
    BrokenRule,
    Health,
    RulesCheck,
    area_of,
    record_page,
)
from storedesk.ui.health.lines import Line, Way, ago_label
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.sentences import spoken
from storedesk.ui.kit.looks.tokens import Tone

SHOWN = 3
"""How many ids of a broken rule are shown; the report has all that were found."""


def area_label(area: Area) -> str:
    """Return what the rules of an area are about."""
    return {
        Area.STOCK: tr("Stock"),
        Area.ORDERS: tr("Orders and payments"),
        Area.BASKETS: tr("Sales in progress"),
        Area.CATALOG: tr("Products and codes"),
        Area.CUSTOMERS: tr("Customers"),
        Area.EMAILS: tr("E-mails"),
        Area.SHIFTS: tr("Shifts and cash"),
        Area.STORE: tr("Store as a whole"),
    }[area]


def area_lines(
    health: Health, broken: Sequence[str] | None, found: Sequence[BrokenRule], form: Format
) -> list[Line]:
    """Return a line for each area, and under it one for each of its rules that were found broken.

    `broken` names the rules that do not hold, None: not known; `found` those whose rows are known.
    """
    rules = [(area_of(rule.name), rule.name) for rule in health.figures.rules]
    lines = []
    for area in Area:
        names = [name for where, name in rules if where is area]
        wrong = sum(name in names for name in broken or ())
        count = plural("{count} rule", "{count} rules", len(names))
        words = count.format(count=form.count(len(names)))
        if broken is None:
            lines.append(Line(area_label(area), words))
        elif wrong:
            said = plural("{count} does not hold", "{count} do not hold", wrong)
            lines.append(Line(area_label(area), said.format(count=form.count(wrong)), Tone.BAD))
        else:
            lines.append(Line(area_label(area), words, Tone.OK))
        lines += [_broken(one) for one in found if area_of(one.rule.name) is area]
    return lines


def checked_label(checked: RulesCheck | None, health: Health, form: Format) -> str:
    """Return when the rules were last checked, and by whom."""
    if checked is None:
        return tr("They have not been checked yet.")
    age = (health.figures.now - checked.at).total_seconds()
    words = tr("Last checked {ago} by {name}.")
    return words.format(ago=ago_label(age, form), name=health.name_of(checked.login))


def is_long_ago(checked: RulesCheck | None, health: Health) -> bool:
    """Tell whether the rules should be checked again."""
    return checked is None or health.figures.now - checked.at > LONG_AGO


def _broken(one: BrokenRule) -> Line:
    page, way = record_page(one.rule.name), None
    with suppress(ValueError):
        if page:
            way = Way(_opening(page), page, UUID(one.ids[0]))
    ids = [written for written in one.ids if written]
    where = "\n".join([*ids[:SHOWN], *(["…"] if len(ids) > SHOWN else [])])
    said = spoken(one.rule.title)  # of a newer program's rule as its database says it
    title = said[:1].upper() + said[1:]
    return Line(one.rule.name, tr("does not hold"), Tone.BAD, title, where, way)


def _opening(page: str) -> str:
    return {
        "orders": tr("Open the order"),
        "products": tr("Open the product"),
        "customers": tr("Open the customer"),
    }[page]
