"""The words of stock, in the language of the window."""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from storedesk.domain.inventory import Movement, Operation, Reason
from storedesk.domain.staff import Me
from storedesk.ui.kit.lists.empty import Emptiness, Told


class Deed(StrEnum):
    """What can be done to the stock of a product by hand."""

    ADJUST = "adjust"
    SET = "set"
    RESTOCK = "restock"
    LOW_AT = "low_at"


def deed_word(deed: Deed) -> str:
    """Return how a deed is called on its button."""
    return {
        Deed.ADJUST: QCoreApplication.translate("Inventory", "Adjust"),
        Deed.SET: QCoreApplication.translate("Inventory", "Set"),
        Deed.RESTOCK: QCoreApplication.translate("Inventory", "Take in"),
        Deed.LOW_AT: QCoreApplication.translate("Inventory", "Low at"),
    }[deed]


def deed_sentence(deed: Deed) -> str:
    """Return what a deed does, for the palette and the sheet of keys."""
    return {
        Deed.ADJUST: QCoreApplication.translate("Inventory", "Adjust the stock: add or take"),
        Deed.SET: QCoreApplication.translate("Inventory", "Set the stock to what is there"),
        Deed.RESTOCK: QCoreApplication.translate("Inventory", "Take goods in"),
        Deed.LOW_AT: QCoreApplication.translate("Inventory", "Say at how many it counts as low"),
    }[deed]


def number_word(deed: Deed) -> str:
    """Return what the number of a deed means."""
    return {
        Deed.ADJUST: QCoreApplication.translate("Inventory", "Add or take"),
        Deed.SET: QCoreApplication.translate("Inventory", "There are"),
        Deed.RESTOCK: QCoreApplication.translate("Inventory", "Came in"),
        Deed.LOW_AT: QCoreApplication.translate("Inventory", "Low at"),
    }[deed]


def reason_word(reason: Reason) -> str:
    """Return how a reason to adjust is called."""
    return {
        Reason.DAMAGED: QCoreApplication.translate("Inventory", "Damaged"),
        Reason.LOST: QCoreApplication.translate("Inventory", "Lost or stolen"),
        Reason.EXPIRED: QCoreApplication.translate("Inventory", "Past its date"),
        Reason.FOUND: QCoreApplication.translate("Inventory", "Found"),
        Reason.COUNTED: QCoreApplication.translate("Inventory", "Counted"),
        Reason.RETURNED: QCoreApplication.translate("Inventory", "Came back"),
        Reason.OWN_USE: QCoreApplication.translate("Inventory", "Own use"),
        Reason.DELIVERED: QCoreApplication.translate("Inventory", "Delivered"),
        Reason.OTHER: QCoreApplication.translate("Inventory", "Something else"),
    }[reason]


def operation_word(operation: Operation) -> str:
    """Return how a movement of the ledger is called."""
    return {
        Operation.SET: QCoreApplication.translate("Inventory", "Set"),
        Operation.ADJUST: QCoreApplication.translate("Inventory", "Adjusted"),
        Operation.RESERVE: QCoreApplication.translate("Inventory", "Reserved"),
        Operation.RELEASE: QCoreApplication.translate("Inventory", "Released"),
        Operation.DEDUCT: QCoreApplication.translate("Inventory", "Left the shop"),
        Operation.RESTOCK: QCoreApplication.translate("Inventory", "Came in"),
    }[operation]


def movement_words(movement: Movement) -> str:
    """Say what a movement was about: for which order, or why it was put right by hand."""
    if movement.order_number:
        return f"{operation_word(movement.operation)} · {movement.order_number}"
    code, _, rest = movement.reason.partition(": ")
    if code == "undone":
        words = QCoreApplication.translate("Inventory", "Taken back: {what}")
        return words.format(what=_reason_words(rest))
    if code == "count" and rest:
        return QCoreApplication.translate("Inventory", "Count: {name}").format(name=rest)
    if code in set(Reason):
        return _reason_words(movement.reason)
    return f"{operation_word(movement.operation)} · {movement.reason}"


def _reason_words(reason: str) -> str:
    code, _, remark = reason.partition(": ")
    if code not in set(Reason):
        return reason
    return ": ".join(part for part in (reason_word(Reason(code)), remark) if part)


def emptiness(me: Me, *, low: str) -> Emptiness:
    """Return what the list of all stock says while it has nothing; `low` is the tab for that."""
    say = QCoreApplication.translate
    stands = say("Inventory", "Products stand here with their stock, once there are some.")
    if me.may("make_product"):
        stands = say("Inventory", "Make the first one under Products: it has its stock from there.")
    nothing = (say("Inventory", "There are no products yet"), stands)
    if not me.sees_drafts:
        stands = say("Inventory", "What is on sale stands here with its stock.")
        nothing = (say("Inventory", "Nothing is on sale yet"), stands)
    return Emptiness(nothing, {low: nothing_low()})


def nothing_low() -> Told:
    """Say that no product is low."""
    return (
        QCoreApplication.translate("Inventory", "Nothing is low"),
        QCoreApplication.translate(
            "Inventory", "Products stand here when what is available is down to their threshold."
        ),
    )
