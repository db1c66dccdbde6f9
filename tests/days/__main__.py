"""Tries everything on other days and in other time zones.

    python tests/days [--only stories|stores|tour|suite] [--at "2028-02-29 23:50" --zone ZONE]
                      [--seed N] [--workers N] [-- PYTEST ARGUMENTS]

stories: the demo's story on every day of five years, without a database. stores: the demo store on
awkward days, and with this computer in three zones. tour: the tour in those zones. suite: all tests
over New Year, on a 29 February, and on a drawn day; --at and --zone name another.
The clock is moved for all of it, the store's server too; where it cannot be moved, SKIPPED and why.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from zoneinfo import available_timezones

TOP = Path(__file__).parent.parent.parent
sys.path.insert(0, str(TOP))

from tests.days.moved import CannotMove, seconds_to, world  # noqa: E402
from tests.days.stories import faults, tell  # noqa: E402

PARTS = ("stories", "stores", "tour", "suite")
FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)
AWKWARD = (
    ("2026-11-29 12:00:00", "America/New_York"),  # two card payments had one reference
    ("2030-07-23 09:00:00", "America/New_York"),  # the same
    ("2028-02-29 12:00:00", "UTC"),
    ("2026-12-31 23:59:30", "America/New_York"),
    ("2027-01-01 00:00:30", "Asia/Kathmandu"),
    ("2026-11-01 01:30:00", "America/New_York"),  # an hour that comes twice
    ("2027-03-14 03:00:10", "America/New_York"),  # after one that never comes
    ("2026-10-25 02:30:00", "Europe/Berlin"),
    ("2027-03-28 03:00:10", "Europe/Berlin"),
    ("2027-04-04 01:45:00", "Australia/Lord_Howe"),  # by half an hour
    ("2026-06-30 23:59:50", "UTC"),
    ("2038-01-19 03:14:00", "UTC"),  # when 31 bits are full
    ("2099-12-31 12:00:00", "Pacific/Kiritimati"),
)
ZONES = ("America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati")


def told(day):
    """Return what is wrong with the story of a day."""
    return day, faults(tell(day), day)


def stories(options):
    """Tell the story of every day."""
    count = options.days or (LAST - FIRST).days + 1
    days = [FIRST + timedelta(days=number) for number in range(count)]
    bad, began = 0, time.monotonic()
    with ProcessPoolExecutor(options.workers) as pool:
        for day, found in pool.map(told, days, chunksize=16):
            if found:
                bad += 1
                print(f"    {day}: {len(found)} wrong, such as: {found[0]}", flush=True)
    took = time.monotonic() - began
    print(f"stories: {len(days)} days told in {took:.0f} s, {bad} of them with something wrong.")
    return bad == 0


class Moved:
    """Runs programs while the clock shows another day."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="storedesk-moved-")
        Path(self.folder.name).chmod(0o755)

    def run(self, words, at, zone):
        """Run a program from `at` on, or now where that is None; tell whether it did well."""
        seconds = seconds_to(at, zone) if at else 0
        made = world(Path(self.folder.name), seconds, zone)
        return subprocess.run(list(map(str, words)), cwd=TOP, env=made, check=False).returncode == 0


def asked(options, usual):
    """Return the moments to try: the usual ones, or the one that was asked for."""
    if options.at is None:
        return usual
    return [(options.at, options.zone)]


def stores(options, moved):
    """Make the demo store on awkward days, and stores of this zone with a computer in it."""
    program, good = [sys.executable, "tests/days/store.py"], True
    usual = [(datetime.fromisoformat(at), zone) for at, zone in AWKWARD]
    for at, zone in asked(options, usual):
        done = moved.run(program, at, zone)
        print(f"stores: {at} in {zone}: {'as it should be' if done else 'WRONG'}", flush=True)
        good &= done
    for zone in ZONES if options.at is None else ():
        done = moved.run([*program, "--zone", zone], None, zone)
        print(f"stores: in {zone}, today: {'as it should be' if done else 'WRONG'}", flush=True)
        good &= done
    return good


def tour(options, moved):
    """Take the tour with this computer in three zones."""
    program, good = [Path(sys.executable).with_name("storedesk"), "tour", "--out"], True
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for at, zone in asked(options, [(None, zone) for zone in ZONES]):
        with tempfile.TemporaryDirectory(prefix="storedesk-tour-") as out:
            done = moved.run([*program, out], at, zone)
        print(f"tour: in {zone}: {'as it should be' if done else 'WRONG'}", flush=True)
        good &= done
    return good


def suite(options, moved):
    """Run all tests on three days."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    good = True
    for at, zone in asked(options, suites(options.seed)):
        print(f"suite: {at} in {zone} (--seed {options.seed})", flush=True)
        words = [sys.executable, "-m", "pytest", "-q", "-n", options.workers, "--dist", "worksteal"]
        done = moved.run([*words, *options.pytest], at, zone)
        print(f"suite: {at} in {zone}: {'all pass' if done else 'FAILED'}", flush=True)
        good &= done
    return good


def suites(seed):
    """Return the moments at which all tests are run: New Year's Eve, 29 February, any.

    The stores of the tests are in UTC: their year ends ten minutes later, and New York's does not.
    """
    this_year = datetime.now(UTC).year
    leap = next(year for year in range(this_year, this_year + 9) if year % 4 == 0 and year % 100)
    chance = Random(seed)
    drawn = datetime(FIRST.year, 1, 1) + timedelta(  # noqa: DTZ001 - of a zone that is drawn too
        minutes=chance.randrange((LAST - FIRST).days * 24 * 60)
    )
    return [
        (datetime(this_year, 12, 31, 18, 50), "America/New_York"),  # noqa: DTZ001
        (datetime(leap, 2, 29, 12), "America/New_York"),  # noqa: DTZ001
        (drawn, chance.choice(sorted(available_timezones()))),
    ]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--only", choices=PARTS, action="append")
    parser.add_argument("--at", type=datetime.fromisoformat)
    parser.add_argument("--zone", default="America/New_York")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    parser.add_argument("--days", type=int, help="tell the story of so many days only")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("pytest", nargs="*")
    options = parser.parse_args()
    wanted = options.only or PARTS
    good = stories(options) if "stories" in wanted else True
    moved = Moved()
    for name, part in (("stores", stores), ("tour", tour), ("suite", suite)):
        if name not in wanted:
            continue
        try:
            good &= part(options, moved)
        except CannotMove as why:
            print(f"SKIPPED: {name}: {why}", flush=True)
    print("days: all as it should be." if good else "days: something is WRONG, see above.")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
