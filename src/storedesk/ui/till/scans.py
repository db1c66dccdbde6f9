"""Take what a scanner sends to where it belongs: the sale, the panel before it, a gift card."""

from collections.abc import Callable
from functools import partial

from storedesk.domain import entry as grammar
from storedesk.domain.credit import is_code
from storedesk.domain.orders import is_order_number
from storedesk.domain.refusals.errors import Refused
from storedesk.ui.entry_controller import EntryController
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.missed_scans import missed_text
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.page import TillPage
from storedesk.ui.till.refusals import Refusals


class TillScans:
    """Adds what was scanned to the sale, whatever is being typed."""

    def __init__(
        self,
        page: TillPage,
        controller: EntryController,
        refusals: Refusals,
        pay: Callable[[str], None],
    ) -> None:
        """Take what pays the sale with a gift card first, given its code."""
        self._page, self._controller, self._refusals = page, controller, refusals
        self._pay = pay

    def hears(self) -> bool:
        """Tell whether a scan goes to the sale, or to the panel before it."""
        panel = self._page.panel_host.panel
        return panel is None or panel.hears_scans

    def take(self, raw: str) -> None:
        """Take what a scanner sent."""
        page = self._page
        try:
            code = grammar.scanned(raw)
        except Refused as refusal:
            self._refusals.tell(refusal)
            return
        if not self.hears():
            page.miss_scan(code, missed_text(code))
        elif page.panel_host.panel and page.panel_host.panel.takes_scans:
            page.panel_host.panel.scan(code)
        elif is_order_number(code) and page.panel_host.panel is None:
            page.selling.queue.add(partial(page.orders.look, code))
        elif is_code(code):
            self._take_gift_card(code)
        else:
            self._sell(raw, code)

    def _sell(self, raw: str, code: str) -> None:
        page, quantity = self._page, self._controller.times()
        page.warning.hide()
        if page.checkout.panel and not page.checkout.is_taking_payment:
            words = tr("Scanned while money was being typed: {code} was added to the sale.")
            page.warning.say(words.format(code=code), Tone.WARN)
        page.checkout.interrupt()
        if page.panel_host.panel and page.panel_host.panel.gives_way:
            page.panel_host.shut()
        self._controller.clear()
        page.selling.scan(raw, quantity)

    def _take_gift_card(self, code: str) -> None:
        """Take a gift card: it pays the sale, or, where nothing is sold, says what is on it."""
        page = self._page
        if page.checkout.panel:
            page.checkout.panel.scan(code)
        elif page.selling.is_empty and not page.selling.queue.waiting:
            page.selling.queue.add(partial(page.gift_cards.look, code))
        else:
            page.panel_host.shut()
            self._pay(code)
