"""The questions before a count is posted."""

from collections.abc import Awaitable
from decimal import Decimal
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from storedesk import api
from storedesk.domain.counts import Differences, ParkedCode, Posted, StockCount
from storedesk.domain.refusals.errors import NotAllowed, Refused
from storedesk.domain.values.money import Money
from storedesk.ui.approval import ApprovalRequest, with_approval
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
    """Say what posting will do, and ask."""
    words = [_what(differences, form)]
    if count.left:
        told = tr("{products} on the list are not counted: they stay as they are.")
        words.append(told.format(products=form.products(count.left)))
    if codes:
        told = tr("Codes put aside, which nothing has, move no stock: {n}.")
        words.append(told.format(n=form.count(len(codes))))
    choices = (
        Choice("no", tr("Go on counting")),
        Choice("yes", tr("Post the count"), Kind.PRIMARY),
    )
    title = tr("Post “{name}”?").format(name=count.name)
    return await ask(page, title, " ".join(words), choices, default="yes") == "yes"


async def post(
    page: View, context: PageContext, count: StockCount, currency: str, *, carry: bool
) -> Posted:
    """Post a count; where it is beyond what a clerk may post, a manager is asked to allow it."""

    def send(approval: UUID | None) -> Awaitable[Posted]:
        return page.desk.do(api.counts.post_count, count.id, carry=carry, approval=approval)

    def asked(refusal: NotAllowed) -> ApprovalRequest:
        wanted: Any = refusal.parameters["detail"]
        amount, number = Money(Decimal(wanted["amount"]), currency), int(wanted["pieces"])
        most = plural("{count} piece", "{count} pieces", number)
        return ApprovalRequest(
            tr("Post “{name}”").format(name=count.name),
            [
                (tr("Most of one product"), most.format(count=context.format.count(number))),
                (tr("Asked by"), context.me.name),
            ],
            (tr("Differs by, all together"), context.money(amount)),
        )

    return await with_approval(page, context.approvers, context.format, asked, send)


async def what_of_the_refused(page: QWidget, refusal: Refused) -> str:
    """Ask what is to become of lines that cannot be posted: "carry", "orders", or "" (go on)."""
    told = tr(
        "Less was counted than is promised to customers, or the stock was corrected since: {names}."
        " The others can be posted now; these go on in a count of their own.",
    )
    choices = (
        Choice("", tr("Go on counting")),
        Choice("orders", tr("See the orders")),
        Choice("carry", tr("Post the others"), Kind.PRIMARY),
    )
    words = told.format(names=refusal.parameters.get("names", ""))
    return await ask(page, tr("Some cannot be posted"), words, choices, default="carry")


def _what(differences: Differences, form: Format) -> str:
    if not differences.products:
        return tr("Everything that was counted is as it should be.")
    told = tr("The stock of {products} is put right: {more} and {fewer} pieces, worth {worth}.")
    return told.format(
        products=form.products(differences.products),
        more=signed_label(differences.more, form),
        fewer=signed_label(-differences.fewer, form),
        worth=form.money(differences.worth),
    )
