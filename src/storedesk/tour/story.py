"""Run the tour: its steps in order, with a report of each."""

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from storedesk import app
from storedesk.domain.refusals.errors import StoreError
from storedesk.settings import Profile
from storedesk.tour import (
    appearance,
    counter,
    desk_work,
    ending,
    first_run,
    new_product,
    orders,
    shelf_count,
    stock,
)
from storedesk.tour.album import Album, fit
from storedesk.tour.context import TourContext
from storedesk.tour.driver import StuckError
from storedesk.tour.looks.contact_sheets import make_sheets
from storedesk.tour.manner import TourManner
from storedesk.ui.shell.main_window import MainWindow

Say: TypeAlias = Callable[[str], object]
"""Prints a line."""
PATIENCE = 20.0
"""Seconds to wait for what is due: far more than it takes, so that a busy computer may be slow."""
FAILED = 1


@dataclass(frozen=True, slots=True)
class TourStep:
    """A step of the tour: its name, and the function that takes it."""

    words: str
    do: Callable[[TourContext], Awaitable[str]]


STORY = (
    TourStep("make the demo store", first_run.make_the_demo),
    TourStep("sign in as a cashier", first_run.sign_in_as_a_cashier),
    TourStep("open the shift", first_run.open_the_shift),
    TourStep("sell three products for exact cash", counter.sell_three_for_cash),
    TourStep("sell for cash and give change", counter.give_change),
    TourStep("park a sale and recall it", counter.park_and_recall),
    TourStep("sell to a customer by card", counter.sell_by_card),
    TourStep("ask a price, search by words", counter.search_and_ask_prices),
    TourStep("count a shelf as a clerk", shelf_count.count_a_shelf),
    TourStep("adjust stock as a manager", stock.adjust_stock),
    TourStep("look through the products", stock.look_through_products),
    TourStep("add a product with variants", new_product.add_a_product),
    TourStep("take an order by telephone", orders.take_an_order),
    TourStep("take its payment", orders.take_its_payment),
    TourStep("print pick list and slip", orders.print_its_papers),
    TourStep("ship it", orders.ship_it),
    TourStep("take a piece back", orders.return_a_piece),
    TourStep("find a customer by three letters", desk_work.find_a_customer),
    TourStep("print what is low", desk_work.print_what_is_low),
    TourStep("show the keys and all commands", appearance.find_commands),
    TourStep("choose dark colors", appearance.go_dark),
    TourStep("look from a large screen", appearance.look_from_afar),
    TourStep("look at it in touch mode", appearance.look_by_touch),
    TourStep("hear of another till's sale", appearance.see_another_sale),
    TourStep("go on with the sale as the cashier", ending.find_the_sale_again),
    TourStep("close the shift", ending.close_the_shift),
    TourStep("check every invariant", ending.check_every_rule),
)


class Guide:
    """Leads through the window step by step, and says of each what was done and found."""

    def __init__(self, out: Path, say: Say, manner: TourManner, *, is_fast: bool) -> None:
        self.album, self._say, self._is_fast = Album(out), say, is_fast
        self._manner = manner
        self.context: TourContext | None = None
        self.problems = 0
        self._number = 0

    async def lead(self, window: MainWindow) -> int:
        """Take the whole tour; return the program's exit code."""
        self.context = TourContext(
            window, self.album, PATIENCE, manner=self._manner, is_fast=self._is_fast
        )
        fit(window, self._manner.first_size)
        for step in STORY:
            if not await self.take(step.words, step.do(self.context)):
                break
        return FAILED if self.problems else 0

    async def take(self, words: str, step: Awaitable[str]) -> bool:
        """Take a step; go on after a difference in the database, but not after a stuck window."""
        start = time.monotonic()
        try:
            note = await step
        except (StuckError, StoreError) as failure:
            self._stuck(words, time.monotonic() - start, str(failure))
            return False
        self._report(words, time.monotonic() - start, note)
        return True

    def end(self, folder: Path) -> None:
        """Find everything closed after the window, if the tour came to its end."""
        if self.context is None:
            self._stuck("open the window", 0.0, "another window uses this profile")
        elif not self.problems:
            start = time.monotonic()
            note = ending.find_it_closed(self.context, folder)
            self._report("close the window", time.monotonic() - start, note)

    def report_looks(self, out: Path) -> None:
        """Write down what is wrong with the pictures, if that was asked for, and their sheets."""
        looks = self.context.looks if self.context else None
        if looks is None:
            return
        looks.write(out / "findings.txt")
        make_sheets([out / name for name in self.album.names], out)
        self.problems += looks.faults
        self._say(f"{looks.faults} faults of looks in {out / 'findings.txt'}")

    def _stuck(self, words: str, seconds: float, why: str) -> None:
        self._report(words, seconds, "stuck")
        self._object(why)
        if self.context:
            self.album.take(self.context.window, "stuck")

    def _report(self, words: str, seconds: float, note: str) -> None:
        self._number += 1
        self._say(f"{self._number:2}  {words:<34} {seconds:5.1f} s  {note}")
        for difference in self.context.differences() if self.context else ():
            self._object(difference)

    def _object(self, why: str) -> None:
        self.problems += 1
        self._say(f"    NOT SO: {why}")


def tour(
    out: Path,
    say: Say,
    profile: Path | None = None,
    *,
    manner: TourManner = TourManner(),  # noqa: B008 - it cannot be changed
    is_fast: bool = False,
) -> int:
    """Take the tour in a manner, and return the exit code; the pictures go to `out`.

    Without a `profile` to keep the demo store in, it goes with the tour. A fast one neither waits
    until nothing flashes before it takes a picture, nor judges how long anything took.
    """
    guide = Guide(out, say, manner, is_fast=is_fast)
    with profile_folder(profile) as folder:
        chosen = Profile(folder)
        chosen.make()
        chosen.change(**manner.preferences())
        code = app.main(folder, guide.lead)
        guide.end(folder)
        guide.report_looks(out)
        if profile is None and guide.context and guide.context.server:
            guide.context.server.remove()
    say(f"{len(guide.album.names)} pictures in {out}")
    return code or (FAILED if guide.problems else 0)


@contextmanager
def profile_folder(known: Path | None) -> Iterator[Path]:
    """Lend a fresh folder where none is known."""
    if known:
        yield known
        return
    with TemporaryDirectory(prefix="storedesk-tour-") as fresh:
        yield Path(fresh)
