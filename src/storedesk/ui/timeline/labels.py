"""The words of entries of the journal: what was done, to what, from what to what."""

from storedesk.domain.journal import JournalKind, JournalLine
from storedesk.ui.kit.base.language import tr
from storedesk.ui.timeline.fields import difference


def kind_label(kind: JournalKind) -> str:
    """Return what entries of a kind are about."""
    return {
        JournalKind.PRODUCT: tr("Products and categories"),
        JournalKind.STOCK: tr("Stock"),
        JournalKind.ORDER: tr("Orders"),
        JournalKind.CUSTOMER: tr("Customers"),
        JournalKind.SHIFT: tr("Shifts"),
        JournalKind.SETTING: tr("Settings"),
        JournalKind.PERSON: tr("People"),
        JournalKind.EMAIL: tr("E-mails"),
        JournalKind.STORE: tr("Store as a whole"),
    }[kind]


def what_label(line: JournalLine) -> str:
    """Return what was done, in a few words; of what a newer program did, its own."""
    known = _products() | _orders() | _people() | _store()
    return known.get((line.entity, line.action), f"{line.entity}: {line.action}")


def subject_label(line: JournalLine) -> str:
    """Return what it is about: the record, else the first thing that was changed."""
    changes = difference(line.old, line.new)
    return line.subject or (changes[0].said if changes else "")


def _products() -> dict[tuple[str, str], str]:
    return {
        ("product", "create"): tr("Product made"),
        ("product", "price"): tr("Price changed"),
        ("product", "cost"): tr("Cost changed"),
        ("product", "give_code"): tr("Code given to a product"),
        ("product", "status"): tr("Status changed"),
        ("product", "delete"): tr("Product deleted"),
        ("product", "restore"): tr("Product restored"),
        ("product", "remove_variant"): tr("Variant removed"),
        ("product", "measure"): tr("Sold in another way"),
        ("product", "open_price"): tr("Price typed at the till"),
        ("product", "found_at_till"): tr("Found at the till"),
        ("category", "create"): tr("Category made"),
        ("category", "move"): tr("Category moved"),
        ("category", "tax"): tr("Tax of a category changed"),
        ("promotion", "make"): tr("Promotion made"),
        ("promotion", "change"): tr("Promotion changed"),
        ("promotion", "end"): tr("Promotion ended"),
        ("inventory", "threshold"): tr("Reorder point changed"),
        ("stock_import", "begin"): tr("Stock import begun"),
        ("stock_import", "end"): tr("Stock import ended"),
    }


def _orders() -> dict[tuple[str, str], str]:
    return {
        ("order", "step"): tr("Status changed"),
        ("order", "change_address"): tr("Address changed"),
        ("order", "recall_shipment"): tr("Shipment recalled"),
        ("order", "correct_tracking"): tr("Tracking corrected"),
        ("order", "mail_receipt"): tr("Receipt sent by e-mail"),
        ("order", "call_off_receipt"): tr("Receipt by e-mail called off"),
        ("order", "reprint"): tr("Receipt printed again"),
        ("sale", "give_tender_back"): tr("Part of a payment given back"),
        ("order", "gift_receipt"): tr("Gift receipt printed"),
        ("open_return", "take"): tr("Return without a receipt"),
        ("terminal_payment", "settle_by_hand"): tr("Card settled by hand"),
        ("terminal_payment", "return_by_hand"): tr("Card payment given back by hand"),
        ("terminal_payment", "return_payment"): tr("Card payment to be given back"),
        ("terminal_payment", "give_back"): tr("Card payment given back"),
        ("sale", "discard_sale"): tr("Sale discarded"),
        ("exception", "sign_off"): tr("Exception signed off"),
        ("customer", "change"): tr("Customer changed"),
        ("details", "change"): tr("Customer changed"),
        ("address", "change"): tr("Address changed"),
        ("address", "remove"): tr("Address removed"),
        ("payment_method", "change"): tr("Payment method changed"),
        ("payment_method", "choose"): tr("Payment method made the default"),
        ("payment_method", "remove"): tr("Payment method removed"),
        ("verification", "send"): tr("Verification sent"),
        ("password_reset", "send"): tr("Password reset sent"),
        ("till_session", "work_outside_shift"): tr("Worked in a shift of others"),
        ("till_session", "join_shift"): tr("Shift joined"),
        ("till_session", "leave_shift"): tr("Shift left"),
        ("till_session", "opened_unattended"): tr("Shift opened by itself"),
    }


def _people() -> dict[tuple[str, str], str]:
    return {
        ("staff", "create"): tr("Person added"),
        ("staff", "change"): tr("Person changed"),
        ("staff", "disable"): tr("Person disabled"),
        ("staff", "enable"): tr("Person enabled"),
        ("staff", "password"): tr("Password changed"),
        ("staff", "pin"): tr("PIN changed"),
        ("staff", "badge"): tr("Badge changed"),
        ("session", "end"): tr("Connection ended: it kept others waiting"),
        ("session", "pause"): tr("No connections for a while"),
        ("approval", "use"): tr("Approval used"),
    }


def _store() -> dict[tuple[str, str], str]:
    return {
        ("store", "change"): tr("Settings changed"),
        ("register", "create"): tr("Register added"),
        ("register", "change"): tr("Register changed"),
        ("limit", "change"): tr("Limit changed"),
        ("tax_class", "create"): tr("Tax class added"),
        ("tax_class", "rename"): tr("Tax class renamed"),
        ("tax_class", "default"): tr("Default tax class changed"),
        ("tax_class", "rate"): tr("Tax rate changed"),
        ("quick_keys", "arrange"): tr("Quick keys arranged"),
        ("email", "retry"): tr("E-mail tried again"),
        ("email", "resend"): tr("E-mail sent again"),
        ("email", "give_up"): tr("Old e-mails given up"),
        ("past_import", "begin"): tr("Import of past sales begun"),
        ("past_import", "add"): tr("Past sales added"),
        ("past_import", "end"): tr("Import of past sales ended"),
        ("past_import", "undo"): tr("Import of past sales undone"),
        ("rules", "check"): tr("Every rule checked"),
        ("backup", "save"): tr("Backup made"),
    }
