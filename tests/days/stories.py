"""The demo's story without a database: told as of any day, and what is wrong with it."""

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

from storedesk.domain.carriers import USPS, guess
from storedesk.domain.demo.history import Cast, History
from storedesk.domain.demo.people import STAFF, customers
from storedesk.domain.demo.products import products
from storedesk.domain.demo.store import SEED, SETTINGS, DemoSize, made_id

LADDER = ("place", "confirm", "ship", "deliver")


@cache
def shelves(size):
    """Return what does not depend on the day: goods, customers, and who works there."""
    chance = Random(SEED)
    stock, people = products(chance, size.products), customers(chance, size.customers, 2026)
    staff = {role: [] for _, _, role in STAFF}
    for _, _, role in STAFF:
        staff[role].append(made_id(chance))
    registers = [made_id(chance) for _ in range(size.registers)]
    cast = Cast(products=stock, customers=people, cashiers=staff["cashier"],
                clerk=staff["clerk"][0],
                manager=staff["manager"][0], registers=registers)  # fmt: skip
    return cast, chance.getstate()


def tell(today, zone=SETTINGS.time_zone, size=None):
    """Tell the story that ends before `today`, as one list of what happened."""
    size = size or DemoSize()
    cast, state = shelves(size)
    chance = Random()
    chance.setstate(state)
    days = History(chance, cast, size, today, ZoneInfo(zone)).days()
    return [event for day in days for event in day]


def faults(story, today, zone=SETTINGS.time_zone, size=None):
    """List what the database would refuse in a story, or what would make no sense in it."""
    found = [*_alike(story), *_out_of_order(story), *_without_shift(story)]
    end = datetime.combine(today, time(), ZoneInfo(zone)).astimezone(UTC).replace(tzinfo=None)
    start = end - timedelta(days=(size or DemoSize()).days + 1)
    found += [f"{event['do']} at {event['at']}" for event in story
              if not start <= event["at"] < end]  # fmt: skip
    found += [f"no carrier's: {event['tracking']}" for event in story
              if event["do"] == "ship" and guess(event["tracking"]) is not USPS]  # fmt: skip
    return found


def _alike(story):
    """List references, tracking numbers, orders and shifts that are there twice."""
    named = Counter()
    for event in story:
        tender = event.get("tender", {})
        if "reference" in tender:
            named[tender["reference"]] += 1
        for kind, word in (("ship", "tracking"), ("sale", "order"), ("place", "order"),
                           ("open", "shift")):  # fmt: skip
            if event["do"] == kind:
                named[event[word]] += 1
    return [f"{count} times {name}" for name, count in named.items() if count > 1]


def _out_of_order(story):
    """List what happened before what it needs, or after the order's end."""
    found, stage, before = [], {}, story[0]["at"]
    for event in story:
        if event["at"] < before:
            found.append(f"{event['do']} before {before}")
        before = event["at"]
        do, order = event["do"], event.get("order")
        if do in LADDER:
            due = LADDER[LADDER.index(do) - 1] if do != "place" else None
            if stage.get(order) != due:
                found.append(f"{do} after {stage.get(order)}")
            stage[order] = do
        elif do == "cancel":
            if stage.get(order) not in LADDER[:2]:
                found.append(f"cancelled after {stage.get(order)}")
            stage[order] = do
    return found


def _without_shift(story):
    """List sales outside their shift, and registers that have two shifts at once."""
    found, tills, shifts = [], {}, {}
    for event in story:
        do, shift = event["do"], event.get("shift")
        if do == "open":
            if event["register"] in tills.values():
                found.append(f"two shifts at {event['at']}")
            tills[shift] = event["register"]
        elif do in {"sale", "close"} and shift not in tills:
            found.append(f"{do} outside its shift at {event['at']}")
        if do == "close":
            shifts[shift] = tills.pop(shift, None)
    return found + [f"never closed: {shift}" for shift in tills]
