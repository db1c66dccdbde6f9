"""The words of stock, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from storedesk.domain.inventory import Movement, Operation, Reason


def reason_word(reason: Reason) -> str:
    """Return how a reason to adjust is called."""
    return {
        Reason.DAMAGED: QCoreApplication.translate("Inventory", "Damaged"),
        Reason.LOST: QCoreApplication.translate("Inventory", "Lost or stolen"),
        Reason.FOUND: QCoreApplication.translate("Inventory", "Found"),
        Reason.COUNTED: QCoreApplication.translate("Inventory", "Counted"),
        Reason.RETURNED: QCoreApplication.translate("Inventory", "Came back"),
        Reason.OWN_USE: QCoreApplication.translate("Inventory", "Own use"),
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
    code, _, remark = movement.reason.partition(": ")
    if movement.operation is Operation.ADJUST and code in set(Reason):
        return ": ".join(part for part in (reason_word(Reason(code)), remark) if part)
    words = (operation_word(movement.operation), movement.order_number or movement.reason)
    return " · ".join(word for word in words if word)
