"""Give every step of the tour the window, the driver, the album and the checker."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from storedesk.adapters.embedded.server import Server
from storedesk.domain.demo.logins import DemoLogin
from storedesk.domain.till import Register
from storedesk.tour.album import Album
from storedesk.tour.checker import Checker
from storedesk.tour.driver import Driver, StuckError
from storedesk.tour.looks.look_checker import LookChecker
from storedesk.tour.manner import TourManner
from storedesk.tour.probes import StockedProduct
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.dialogs.crash import CrashDialog
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.shell.frame import Frame
from storedesk.ui.shell.main_window import MainWindow
from storedesk.ui.till.checkout.pay_panel import PayPanel
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.view import TillView

V = TypeVar("V", bound=View)
N = TypeVar("N", bound=Panel)
D = TypeVar("D", bound=QDialog)
SETTLED = 0.8
"""Seconds after which nothing flashes any more."""
FORMS = {"preferences", "people"}
"""Pages that are filled in."""
PRODUCTS = 16
"""How many different products the tour sells, counts and sends."""


class TourContext:
    """One tour through one window."""

    def __init__(
        self,
        window: MainWindow,
        album: Album,
        patience: float,
        *,
        manner: TourManner,
        is_fast: bool = False,
    ) -> None:
        """Be ready; a fast tour takes pictures at once, and judges no times."""
        self.window, self.album, self.is_fast = window, album, is_fast
        self.manner = manner
        self.looks = LookChecker() if manner.checks_looks else None
        """What checks each picture, if that was asked for."""
        self.driver = Driver(window, patience)
        self.products: Sequence[StockedProduct] = ()
        """What is going to be sold, each only once, as it was before."""
        self.people: dict[str, DemoLogin] = {}
        """Who signed in during the tour, by role."""
        self.number = ""
        """The sale that was paid last."""
        self.order = ""
        """The order that was taken by telephone."""
        self.server: Server | None = None
        self._checker: Checker | None = None

    @property
    def checker(self) -> Checker:
        """What checks the database; there is none before the store is made."""
        if self._checker is None:
            raise StuckError("there is no store yet")
        return self._checker

    @property
    def ordered(self) -> Sequence[StockedProduct]:
        """What is ordered by telephone."""
        return self.products[12:14]

    @property
    def counted(self) -> Sequence[StockedProduct]:
        """What is counted on its shelf."""
        return self.products[14:16]

    @property
    def frame(self) -> Frame:
        """What stands round the pages of the store."""
        if self.window.frame is None:
            raise StuckError("nobody is signed in")
        return self.window.frame

    @property
    def till(self) -> TillView:
        """The page that sells."""
        return self.page("till", TillView)

    @property
    def register(self) -> Register:
        """The register that stands here."""
        return self.till.context.till_register()

    @property
    def login(self) -> str:
        """Return who is signed in."""
        return self.frame.context.me.login

    def typed(self, amount: Decimal) -> str:
        """Return an amount as it is typed in the language of the window."""
        return self.frame.context.format.amount(amount)

    async def start_checker(self) -> None:
        """Check the database from now on, as the server's superuser."""
        workspace = await self.window.access.workspace()
        await self.driver.until(lambda: workspace.server, "the store's server")
        self.server = workspace.server
        self._checker = Checker(workspace.own_dsn())

    def differences(self) -> list[str]:
        """Return what was found not to be so since the last time, and bugs that were reported."""
        found = self._checker.differences if self._checker else []
        crashes = self.window.findChildren(CrashDialog)
        bugs = [f"no bug was met, but {crash.report.toPlainText()}" for crash in crashes]
        unreported, found[:] = [*found, *bugs], []
        return unreported

    def expect_within(self, what: str, seconds: float, limit: float) -> None:
        """Note what took too long."""
        self.checker.expect(
            f"{what} within {limit:.0f} s", self.is_fast or seconds < limit, should_be=True
        )

    def page(self, key: str, kind: type[V]) -> V:
        """Return a page of the window."""
        page = self.frame.pages.get(key)
        if not isinstance(page, kind):
            raise StuckError(f"there is no page {key} for {self.login}")
        return page

    async def panel(self, kind: type[N]) -> N:
        """Wait for a panel of the till, and for the moment in which its Enter does nothing."""
        panel_host = self.till.panel_host
        await self.driver.until(lambda: isinstance(panel_host.panel, kind), f"the {kind.__name__}")
        await self.driver.pause()
        if not isinstance(panel_host.panel, kind):
            raise StuckError(f"the {kind.__name__} went away by itself")
        return panel_host.panel

    async def dialog(self, kind: type[D]) -> D:
        """Wait for a dialog, and for what it asks the store."""
        found: list[D] = []

        def is_there() -> bool:
            found[:] = [one for one in self.window.findChildren(kind) if one.isVisible()]
            return bool(found)

        await self.driver.until(is_there, f"the {kind.__name__}")
        await self.driver.pause()
        return found[-1]

    async def without(self, kind: type[QDialog]) -> None:
        """Wait until a dialog has gone."""
        await self.driver.until(
            lambda: not any(one.isVisible() for one in self.window.findChildren(kind)),
            f"the {kind.__name__} put away",
        )

    async def picture(self, name: str) -> None:
        """Take a picture once everything has come that is on its way."""
        if self.window.frame and not covering():
            await self.window.frame.idle()  # a page with a dialog open waits for its answer
        if not self.is_fast:
            await self.driver.pause(SETTLED)
        self.album.take(self.window, name)
        if self.looks:
            self.looks.check(self.window, self.album.names[-1], is_form=self._is_form())

    async def go(self, key: str, kind: type[V]) -> V:
        """Go to a page by its name in the side bar."""
        pages = self.frame.pages
        await self.driver.click(self.frame.side_bar.items.get(key) or self.frame.side_bar.person)
        await self.driver.until(lambda: key in pages and pages[key].isVisible(), f"the page {key}")
        page = self.page(key, kind)
        await page.idle()
        return page

    async def sign_in(self, role: str) -> DemoLogin:
        """Sign in as the first of the demo's people with that role."""
        page, driver = self.window.sign_in, self.driver
        await driver.until(lambda: page.isVisible() and page.people.cards, "the sign-in page")
        card = next(card for card in page.people.cards if card.person.role == role)
        await driver.click(card)
        await driver.until(page.password.text, "the password that was filled in")
        await driver.press("Return")
        await driver.until(lambda: self.window.frame, "the store")
        await self.frame.idle()
        self.people[role] = card.person
        return card.person

    async def scan(self, *products: StockedProduct) -> None:
        """Scan products, and wait until each lies on the counter."""
        selling = self.till.selling
        before = selling.sale.pieces if selling.sale else 0
        for at, product in enumerate(products, 1):
            await self.driver.scan(product.code)
            await self.driver.until(
                partial(self._lie, before + at), f"“{product.name}” to lie there"
            )

    async def pay(self, given: str = "") -> str:
        """Ask for what is to pay, give an amount or the exact one; return the order's number."""
        await self.ask_to_pay()
        await self.driver.write(given)
        return await self.paid()

    async def ask_to_pay(self) -> PayPanel:
        """Press Enter on the empty field."""
        await self.driver.pause()
        await self.driver.press("Return")
        return await self.panel(PayPanel)

    async def paid(self) -> str:
        """Press Enter in the pay panel, and return the number of the order that comes of it."""
        till = self.till
        before = till.side.done.number.text()
        await self.driver.press("Return")
        await self.driver.until(
            lambda: till.panel_host.panel is None and till.side.done.number.text() != before,
            "the end of the sale",
        )
        self.number = till.side.done.number.text()
        return self.number

    def _lie(self, pieces: int) -> bool:
        sale = self.till.selling.sale
        return sale is not None and sale.pieces == pieces

    def _is_form(self) -> bool:
        """Tell whether the page in sight is filled in: a form has more room around its fields."""
        return self.window.frame is None or self.frame.key() in FORMS

    def is_in_sight(self, widget: QWidget) -> bool:
        """Tell whether a page of the window is the one in sight."""
        return self.window.stack.currentWidget() is widget
