"""Label stock commands, reasons and movements in the language of the window."""

from enum import StrEnum

from storedesk.domain.inventory import Movement, Operation, Reason
from storedesk.domain.staff import Me
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.empty import Emptiness, Message, Next


class StockCommand(StrEnum):
    """What a person can do to the stock of a product."""

    ADJUST = "adjust"
    SET = "set"
    RECEIVE = "receive"
    REORDER_POINT = "reorder_point"


def command_label(command: StockCommand) -> str:
    """Return the label of a command's button."""
    return {
        StockCommand.ADJUST: tr("Adjust"),
        StockCommand.SET: tr("Set"),
        StockCommand.RECEIVE: tr("Receive"),
        StockCommand.REORDER_POINT: tr("Reorder point"),
    }[command]


def command_sentence(command: StockCommand) -> str:
    """Return what a command does, for the palette and the list of shortcuts."""
    return {
        StockCommand.ADJUST: tr("Adjust the stock: add or remove pieces"),
        StockCommand.SET: tr("Set the stock to the number counted"),
        StockCommand.RECEIVE: tr("Receive a delivery"),
        StockCommand.REORDER_POINT: tr("Set the reorder point"),
    }[command]


def number_label(command: StockCommand) -> str:
    """Return the label of a command's number field."""
    return {
        StockCommand.ADJUST: tr("Adjust by"),
        StockCommand.SET: tr("Counted"),
        StockCommand.RECEIVE: tr("Received"),
        StockCommand.REORDER_POINT: tr("Reorder point"),
    }[command]


def reason_label(reason: Reason) -> str:
    """Return the label of a reason to adjust."""
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
    """Return the label of a ledger movement's operation."""
    return {
        Operation.SET: tr("Set"),
        Operation.ADJUST: tr("Adjusted"),
        Operation.RESERVE: tr("Reserved"),
        Operation.RELEASE: tr("Released"),
        Operation.DEDUCT: tr("Sold"),
        Operation.RESTOCK: tr("Restocked"),
    }[operation]


def movement_label(movement: Movement) -> str:
    """Describe a movement: its order, or the reason that a person gave."""
    if movement.order_number:
        return f"{operation_label(movement.operation)} · {movement.order_number}"
    code, _, rest = movement.reason.partition(": ")
    if code == "undone":
        words = tr("Undone: {what}")
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
    """Return the texts of the empty stock list; `low` is the key of the tab of low products."""
    hint = tr("Managers add products. Their stock is then listed here.")
    steps: tuple[Next, ...] = ()
    if me.may("make_product"):
        hint = tr("Add the first product. Its stock is then listed here.")
        steps = (Next("catalog.new", tr("New product"), "plus"),)
    nothing = (tr("There are no products yet"), hint)
    if not me.sees_drafts:
        hint = tr("Products that a manager puts on sale are listed here with their stock.")
        nothing = (tr("Nothing is on sale yet"), hint)
    return Emptiness(nothing, {low: nothing_low()}, steps)


def nothing_low() -> Message:
    """Return the texts of an empty list of low products."""
    return (
        tr("Nothing is low"),
        tr("Products are listed here when their available stock falls to the reorder point."),
    )
