"""Edit the price in a cell of the list of products."""

from storedesk import forms
from storedesk.domain.catalog import ProductLine
from storedesk.domain.refusals.errors import Conflict
from storedesk.domain.values.money import Money
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.forms.numbers import parse_price
from storedesk.ui.kit.lists.columns import Edit

PRICE = "price"


def price_edit(page: View, form: Format) -> Edit[ProductLine]:
    """Return the cell editor of the price; a price changed meanwhile is a Conflict."""

    async def save(line: ProductLine, typed: str) -> None:
        amount = parse_price(typed, locale=form.locale)
        try:
            await page.desk.edit(
                forms.prices.change_price, line.id, shown=line.price.amount, wanted=amount
            )
        except Conflict as clash:
            page.reload()
            both = {
                name: form.money(Money.of(str(amount), line.price.currency))
                for name, amount in clash.parameters.items()
            }
            raise Conflict(clash.code, **both) from clash
        page.reload()

    return Edit(
        name=PRICE,
        text=lambda line: form.amount(line.price.amount),
        save=save,
        of=lambda line: line.name,
    )
