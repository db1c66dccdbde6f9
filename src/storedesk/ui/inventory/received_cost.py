"""Ask what a piece that is received costs."""

from decimal import Decimal

from storedesk.domain.staff import Me
from storedesk.ui.inventory.labels import StockCommand
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import MoneyField
from storedesk.ui.kit.looks.sizes import px

WIDTH = 126
"""So that the words of the remark beside it stand in one line, in German too."""


class ReceivedCost(MoneyField):
    """The cost of a piece of one product; left empty, the cost stays as it is."""

    def __init__(self, form: Format, me: Me) -> None:
        label = tr("Unit cost")
        super().__init__(label, locale=form.locale, optional=True, smallest=Decimal(0))
        self.setFixedWidth(px(WIDTH))
        self._me = me

    def clear(self) -> None:
        """Empty the field."""
        self.input.clear()
        self.mark("")

    def ask_for(self, command: StockCommand, products: int) -> None:
        """Show the field where one product is received by somebody who may say what it costs."""
        is_asked = command is StockCommand.RECEIVE and products <= 1 and self._me.may("set_cost")
        self.setVisible(is_asked)
        if not is_asked:
            self.clear()
