"""Show what was sold of a product of late, and how much of it was imported."""

from collections.abc import Iterator

from storedesk.domain.product_sales import ProductSales, ProductSold
from storedesk.domain.values.money import decimals, rounded
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.looks.cards import Card, Facts


class SalesCard(Card):
    """Sales of one product, for those who may read them."""

    def __init__(self, form: Format) -> None:
        super().__init__(tr("Sales"), gap=10)
        self._form = form
        self.facts = Facts()
        self.add(self.facts)

    def show_sales(self, sales: ProductSales, currency: str) -> None:
        """Show the sales of a product; amounts are in the store's currency."""
        self.facts.show_facts(self._lines(sales, currency))

    def _lines(self, sales: ProductSales, currency: str) -> Iterator[tuple[str, str]]:
        for days, sold in sales.last.items():
            yield tr("Last {days} days").format(days=days), self._words(sold, currency)
        yield tr("All sales"), self._words(sales.ever, currency)
        if sales.last_sold is not None:
            yield tr("Last sold"), self._form.moment(sales.last_sold)

    def _words(self, sold: ProductSold, currency: str) -> str:
        """Say how many pieces, what they came to, and which part of both was imported."""
        count = self._form.count
        pieces = plural("{n} piece", "{n} pieces", sold.pieces).format(n=count(sold.pieces))
        amount = self._form.sum(rounded(sold.amount, decimals(currency)), currency)
        lines = [f"{pieces} · {amount}"]
        if sold.past_pieces or sold.past_amount:
            past = self._form.sum(rounded(sold.past_amount, decimals(currency)), currency)
            words = tr("imported: {pieces} · {amount}")
            lines.append(words.format(pieces=count(sold.past_pieces), amount=past))
        return "\n".join(lines)
