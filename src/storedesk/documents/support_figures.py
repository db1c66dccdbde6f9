"""Write the figures of health as lines of text, for whoever helps from outside.

In English, whatever the window speaks: no names of people, and of the settings only those that say
how the store works.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from storedesk.domain.health import BrokenRule, Health
from storedesk.domain.store import StoreSettings
from storedesk.settings import Preferences


def figures_text(
    health: Health, broken: Sequence[BrokenRule] | None, here: datetime, free_bytes: int | None
) -> str:
    """Return the figures; `broken` is what a check from here has found, None before the first.

    `here` is the time by this computer, UTC without zone.
    """
    return _text([*_of_server(health, here, free_bytes), *_of_rules(health, broken)])


def settings_text(store: StoreSettings, chosen: Preferences) -> str:
    """Return how the store and this computer are set up, without who and where they are."""
    return _text([
        ("currency", store.currency),
        ("time zone", store.time_zone),
        ("tax mode", store.tax_mode),
        ("language of papers", store.language),
        ("smallest coin", store.cash_rounding),
        ("packing by scanner", store.pack_by_scan),
        ("demo store", store.is_demo),
        ("kept", chosen.store),
        ("port", chosen.address.port if chosen.address else "-"),
        ("with a certificate", bool(chosen.address and chosen.address.ca_file)),
        ("language of the window", chosen.language or "system"),
        ("colors", chosen.scheme),
        ("has a register", chosen.register is not None),
    ])  # fmt: skip


def _of_server(
    health: Health, here: datetime, free_bytes: int | None
) -> Iterator[tuple[str, object]]:
    figures = health.figures
    yield "time of the database", figures.now
    yield "time of this computer", here
    yield "PostgreSQL", figures.server
    yield "revision of the tables", figures.revision
    yield "bytes of the database", figures.database_bytes
    yield "bytes free on its disk", "-" if free_bytes is None else free_bytes
    yield from sorted(figures.settings.items())
    yield "connections", f"{figures.connections} of {figures.most_connections}"
    yield "queue of change notices", figures.notices
    for one in figures.replicas:
        yield "replica", f"{one.state}, behind {one.behind_bytes} B, {one.behind_seconds} s"
    for holder in figures.holders:
        waited = holder.kept_waiting
        yield "open transaction", f"{holder.seconds} s, kept others waiting {waited or 0} s"
    if health.mails:
        yield "e-mails waiting", health.mails.waiting
        yield "oldest of them", health.mails.oldest or "-"
        yield "e-mails failed", health.mails.failed
    yield "last backup by hand", figures.saved.at if figures.saved else "-"


def _of_rules(health: Health, broken: Sequence[BrokenRule] | None) -> Iterator[tuple[str, object]]:
    checked = health.figures.checked
    yield "rules", len(health.figures.rules)
    yield "last checked", checked.at if checked else "-"
    yield "did not hold then", " ".join(checked.broken) if checked and checked.broken else "-"
    for one in broken or ():
        yield one.rule.name, one.rule.title
        yield "  broken by", " ".join(one.ids)


def _text(facts: Iterable[tuple[str, object]]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in facts)
