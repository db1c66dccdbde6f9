"""Ask before a count is posted, and post it."""

from collections.abc import Awaitable
from decimal import Decimal
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk import api
from storedesk.domain.counts import Differences, ParkedCode, Posted, StockCount
from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.domain.values.money import Money
from storedesk.ui.approval import ApprovalRequest
from storedesk.ui.approval_dialog import with_approval
from storedesk.ui.context import PageContext
from storedesk.ui.counts.labels import signed_label
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import plural, tr
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.dialogs.dialog import Choice, ask
from storedesk.ui.kit.looks.buttons import Kind


async def may_post(
    page: QWidget,
    count: StockCount,
    differences: Differences,
    codes: list[ParkedCode],
    form: Format,
) -> bool:
    """Say what posting will do, and ask for confirmation."""
    words = [_what(differences, form)]
    if count.left:
        text = tr("{products} on the list are not counted. Their stock stays unchanged.")
        words.append(text.format(products=form.products(count.left)))
    if codes:
        text = tr("Unknown codes that change no stock: {n}.")
        words.append(text.format(n=form.count(len(codes))))
    choices = (
        Choice("no", tr("Keep counting")),
        Choice("yes", tr("Post the count"), Kind.PRIMARY),
    )
    title = tr("Post “{name}”?").format(name=count.name)
    return await ask(page, title, " ".join(words), choices, default="yes") == "yes"


async def post(
    page: View, context: PageContext, count: StockCount, currency: str, *, carry: bool
) -> Posted:
    """Post a count; ask for a manager's approval where it is beyond a clerk's limits."""

    def send(approval: UUID | None) -> Awaitable[Posted]:
        return page.desk.do(api.counts.post_count, count.id, carry=carry, approval=approval)

    def asked(refusal: NotAllowed) -> ApprovalRequest:
        wanted: Any = refusal.parameters["detail"]
        amount, number = Money(Decimal(wanted["amount"]), currency), int(wanted["pieces"])
        most = plural("{count} piece", "{count} pieces", number)
        return ApprovalRequest(
            tr("Post “{name}”").format(name=count.name),
            [
                (
                    tr("Largest difference of a product"),
                    most.format(count=context.format.count(number)),
                ),
                (tr("Requested by"), context.me.name),
            ],
            (tr("Total difference"), context.money(amount)),
        )

    return await with_approval(page, context.approvers, context.format, asked, send)


async def what_of_the_refused(page: QWidget, refusal: Refused) -> str:
    """Ask about lines that cannot be posted: "carry", "orders", or "" to keep counting."""
    text = tr(
        "These lines cannot be posted, because fewer were counted than orders reserve, or"
        " because the stock was set since: {names}. Post the others now; these continue in a"
        " new count.",
    )
    choices = (
        Choice("", tr("Keep counting")),
        Choice("orders", tr("Show the orders")),
        Choice("carry", tr("Post the others"), Kind.PRIMARY),
    )
    words = text.format(names=refusal.parameters.get("names", ""))
    return await ask(page, tr("Some lines cannot be posted"), words, choices, default="carry")


def _what(differences: Differences, form: Format) -> str:
    if not differences.products:
        return tr("Everything counted matches the stock.")
    text = tr(
        "This corrects the stock of {products}: {more} and {fewer} pieces, with a value of {worth}."
    )
    return text.format(
        products=form.products(differences.products),
        more=signed_label(differences.more, form),
        fewer=signed_label(-differences.fewer, form),
        worth=form.money(differences.worth),
    )
