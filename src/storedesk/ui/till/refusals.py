"""Show what was refused at the till, where it happened, with the way to put it right."""

from functools import partial

from storedesk.domain import entry as grammar
from storedesk.domain.orders import is_order_number
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.staff import Group
from storedesk.domain.unsold import explained, is_offered
from storedesk.ui.entry_controller import EntryController
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.till.new_code import NewCodePanel
from storedesk.ui.till.page import TillPage
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.unsold import UnsoldPanel
from storedesk.ui.till.weight_panel import WeightPanel

ASKS_A_MEASURE = frozenset({"weight_needed", "price_needed"})
ASKS_A_MANAGER = frozenset({"product_not_sold", "not_allowed"})
NO_FAILURE = frozenset({"sale_empty", "no_sale_yet", "nothing_to_undo", "paid_not_undone"})
"""Refusals of what nobody did wrong: Enter or Ctrl+Z once a sale has ended."""


def is_new_code(refusal: StoreError, code: str, *, is_manager: bool) -> bool:
    """Tell whether whoever scanned a code that nothing has may give it to a product."""
    return refusal.code == "unknown_code" and is_manager and not grammar.is_misread(code)


class Refusals:
    """Tells them on the page, or in the panel that is open."""

    def __init__(self, page: TillPage, controller: EntryController) -> None:
        self._page, self._controller = page, controller
        self._is_manager = Group.MANAGER in page.context.me.groups

    def tell(self, refusal: StoreError, code: str = "") -> None:
        """Say a refusal; `code` is what it was about, if anything was scanned or typed."""
        page = self._page
        if refusal.code in ASKS_A_MEASURE and not page.panel_host.panel:
            self._ask_measure(refusal)
        elif refusal.code == "shift_of_others":
            page.sounds.manager()
            page.start(partial(page.shifts.join, page.checkout.again))
        elif page.panel_host.panel:
            self._tell_panel(page.panel_host.panel, refusal, code)
        elif refusal.code == "unknown_code" and is_order_number(code):
            self._controller.clear()
            page.selling.queue.add(partial(page.orders.look, code))
        elif code and is_offered(refusal, is_manager=self._is_manager):
            page.sounds.manager()
            self._offer(UnsoldPanel(page.desk, refusal, code), code)
        elif refusal.code == "unknown_code" and self._controller.is_asking(code):
            if self._controller.finds_nothing(code):
                page.sounds.bad()  # the list says it already
            self._controller.keep(code)
        elif code and is_new_code(refusal, code, is_manager=self._is_manager):
            page.sounds.bad()
            self._offer(NewCodePanel(page.context, code), code)
        elif refusal.code in NO_FAILURE:
            page.problem.say(refusal.sentence(spoken), Tone.INFO)
        else:
            self._say(refusal, code)

    def _tell_panel(self, panel: Panel, refusal: StoreError, code: str) -> None:
        """Say it in the panel that is open; what it cannot ask about was missed."""
        if refusal.code in ASKS_A_MEASURE:
            panel.tell_missed(code, is_kept=False)
        else:
            panel.refuse(explained(refusal, is_manager=self._is_manager))
            self._page.sounds.bad()

    def _ask_measure(self, refusal: StoreError) -> None:
        """Ask for the weight or the price there and then, and add the package."""
        page = self._page
        panel = WeightPanel(page.context, page.selling, page.panel_host, refusal)
        self._controller.clear()
        panel.added.connect(page.panel_host.shut)
        page.panel_host.open(panel)

    def _say(self, refusal: StoreError, code: str) -> None:
        page = self._page
        asks = refusal.code in ASKS_A_MANAGER
        page.sounds.manager() if asks else page.sounds.bad()
        said = grammar.unknown(code) if refusal.code == "unknown_code" else refusal
        words = explained(said, is_manager=self._is_manager).sentence(spoken)
        page.problem.say(page.missed.text(code, words) if code else words, Tone.BAD)
        if said.code == "unknown_code":
            self._controller.keep(code, is_reported=True)
        elif refusal.code == "choose_variant":
            self._controller.offer(str(refusal.parameters.get("name", code)))

    def _offer(self, panel: UnsoldPanel | NewCodePanel, code: str) -> None:
        """Offer to put it right there and then; what was refused is added after that."""
        page, quantity = self._page, self._page.selling.tried

        def add() -> None:
            page.panel_host.shut()
            self._controller.clear()
            page.selling.scan(code, quantity)

        panel.righted.connect(add)
        page.panel_host.open(panel)
