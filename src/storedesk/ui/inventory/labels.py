"""The words of stock, in the language of the window."""

from enum import StrEnum

from storedesk.domain.inventory import Movement, Operation, Reason
from storedesk.domain.staff import Me
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.empty import Emptiness, Told


class StockCommand(StrEnum):
    """What can be done to the stock of a product by hand."""

    ADJUST = "adjust"
    SET = "set"
    RECEIVE = "receive"
    REORDER_POINT = "reorder_point"


def command_label(command: StockCommand) -> str:
    """Return how a deed is called on its button."""
    return {
        StockCommand.ADJUST: tr("Adjust"),
        StockCommand.SET: tr("Set"),
        StockCommand.RECEIVE: tr("Take in"),
        StockCommand.REORDER_POINT: tr("Low at"),
    }[command]


def command_sentence(command: StockCommand) -> str:
    """Return what a deed does, for the palette and the sheet of keys."""
    return {
        StockCommand.ADJUST: tr("Adjust the stock: add or take"),
        StockCommand.SET: tr("Set the stock to what is there"),
        StockCommand.RECEIVE: tr("Take goods in"),
        StockCommand.REORDER_POINT: tr("Say at how many it counts as low"),
    }[command]


def number_label(command: StockCommand) -> str:
    """Return what the number of a deed means."""
    return {
        StockCommand.ADJUST: tr("Add or take"),
        StockCommand.SET: tr("There are"),
        StockCommand.RECEIVE: tr("Came in"),
        StockCommand.REORDER_POINT: tr("Low at"),
    }[command]


def reason_label(reason: Reason) -> str:
    """Return how a reason to adjust is called."""
    return {
        Reason.DAMAGED: tr("Damaged"),
        Reason.LOST: tr("Lost or stolen"),
        Reason.EXPIRED: tr("Past its date"),
        Reason.FOUND: tr("Found"),
        Reason.COUNTED: tr("Counted"),
        Reason.RETURNED: tr("Came back"),
        Reason.OWN_USE: tr("Own use"),
        Reason.DELIVERED: tr("Delivered"),
        Reason.OTHER: tr("Something else"),
    }[reason]


def operation_label(operation: Operation) -> str:
    """Return how a movement of the ledger is called."""
    return {
        Operation.SET: tr("Set"),
        Operation.ADJUST: tr("Adjusted"),
        Operation.RESERVE: tr("Reserved"),
        Operation.RELEASE: tr("Released"),
        Operation.DEDUCT: tr("Left the shop"),
        Operation.RESTOCK: tr("Came in"),
    }[operation]


def movement_label(movement: Movement) -> str:
    """Say what a movement was about: for which order, or why it was put right by hand."""
    if movement.order_number:
        return f"{operation_label(movement.operation)} · {movement.order_number}"
    code, _, rest = movement.reason.partition(": ")
    if code == "undone":
        words = tr("Taken back: {what}")
        return words.format(what=_reason_label(rest))
    if code == "count" and rest:
        return tr("Count: {name}").format(name=rest)
    if code in set(Reason):
        return _reason_label(movement.reason)
    return f"{operation_label(movement.operation)} · {movement.reason}"


def _reason_label(reason: str) -> str:
    code, _, remark = reason.partition(": ")
    if code not in set(Reason):
        return reason
    return ": ".join(part for part in (reason_label(Reason(code)), remark) if part)


def emptiness(me: Me, *, low: str) -> Emptiness:
    """Return what the list of all stock says while it has nothing; `low` is the tab for that."""
    stands = tr("Products stand here with their stock, once there are some.")
    if me.may("make_product"):
        stands = tr("Make the first one under Products: it has its stock from there.")
    nothing = (tr("There are no products yet"), stands)
    if not me.sees_drafts:
        stands = tr("What is on sale stands here with its stock.")
        nothing = (tr("Nothing is on sale yet"), stands)
    return Emptiness(nothing, {low: nothing_low()})


def nothing_low() -> Told:
    """Say that no product is low."""
    return (
        tr("Nothing is low"),
        tr("Products stand here when what is available is down to their threshold."),
    )
