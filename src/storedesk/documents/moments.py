"""Write dates and times for paper and files: the whole date, and no ambiguous hour."""

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_datetime

ENGLISH_DAYS = {"yMMMd": "d MMM y", "MMMd": "d MMM", "yMMMMd": "d MMMM y"}
"""How days are written in English: the month by its name, which nobody takes for the day."""


@lru_cache(maxsize=64)
def day_pattern(locale: str, parts: str = "yMMMd") -> str:
    """Return how a language writes days, in Unicode's letters: "d. MMM y".

    `parts` are those of a skeleton of Unicode's CLDR: "yMMMd", "MMMd" or "yMMMMd".
    """
    known = Locale.parse(locale)
    if known.language == "en":
        return ENGLISH_DAYS[parts]
    if parts == "yMMMMd":
        return str(known.date_formats["long"].pattern)
    return str(known.datetime_skeletons[parts].pattern)


@lru_cache(maxsize=64)
def zone(name: str) -> ZoneInfo:
    """Return a time zone by its IANA name; UTC where this computer does not know it."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def weekday(when: datetime, zone: ZoneInfo, locale: str) -> str:
    """Write a day with its name: "Saturday, 28 November 2026", "Samstag, 28. November 2026"."""
    known = Locale.parse(locale)
    is_english = known.language == "en"
    pattern = "EEEE, d MMMM y" if is_english else str(known.date_formats["full"].pattern)
    return str(format_datetime(local(when, zone), pattern, locale=locale))


def on_paper(when: datetime, zone: ZoneInfo, language: str) -> str:
    """Write an instant, UTC without zone: "29 Nov 2026, 02:34".

    Where the clock is put back, an hour comes twice: in that hour, "1 Nov 2026, 01:30 EDT".
    """
    pattern = f"{day_pattern(language)}, HH:mm"
    words = str(format_datetime(local(when, zone), pattern, locale=language))
    return f"{words} {zone_name(when, zone)}" if is_twice(when, zone) else words


def with_zone(when: datetime, zone: ZoneInfo, language: str) -> str:
    """Write an instant for a reader who may be elsewhere: "29 November 2026, 02:34 EST"."""
    pattern = f"{day_pattern(language, 'yMMMMd')}, HH:mm"
    words = str(format_datetime(local(when, zone), pattern, locale=language))
    return f"{words} {zone_name(when, zone)}"


def is_twice(when: datetime, zone: ZoneInfo) -> bool:
    """Tell whether the clocks of a zone show this time a second time, before or after."""
    here = local(when, zone)
    first, second = here.replace(fold=0).utcoffset(), here.replace(fold=1).utcoffset()
    return first is not None and second is not None and first > second


def zone_name(when: datetime, zone: ZoneInfo) -> str:
    """Return what a zone is called at an instant: by letters, "EST", or else by its offset."""
    here = local(when, zone)
    both = {here.replace(fold=fold).tzname() for fold in (0, 1)}
    name = here.tzname() or ""
    if name.isalpha() and (len(both) > 1 or not is_twice(when, zone)):
        return name
    digits = f"{here:%z}"
    return f"UTC{digits[:3]}" if digits[3:] == "00" else f"UTC{digits[:3]}:{digits[3:]}"


def local(when: datetime, zone: ZoneInfo) -> datetime:
    """Return an instant, UTC where it does not say, as the clocks of a zone show it."""
    utc = when.replace(tzinfo=UTC) if when.tzinfo is None else when
    return utc.astimezone(zone)
