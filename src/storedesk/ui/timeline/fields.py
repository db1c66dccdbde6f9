"""Say what an entry of the journal changed: each field, from what to what."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from storedesk.domain import scale_codes
from storedesk.domain.store_carriers import from_document
from storedesk.ui.carrier_labels import carriers_text
from storedesk.ui.kit.base.language import tr
from storedesk.ui.mail_labels import mail_setting_names
from storedesk.ui.scale_labels import rules_text

LONGEST = 200
"""Characters of a value that are shown."""
UNTOLD = frozenset({"version", "updated_at", "created_at", "id", "made_at", "customer_id"})
"""What every change changes, and keys that say nothing to people."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field: its name, what it was, and what it is."""

    field: str
    old: str
    new: str

    @property
    def said(self) -> str:
        """Return it as a line: "Price: 2.50 → 2.80"."""
        values = " → ".join(value for value in (self.old, self.new) if value)
        return ": ".join(part for part in (self.field, values) if part)


def difference(old: Any, new: Any) -> list[FieldChange]:
    """Return what differs, field by field; of a list of names, the names."""
    if isinstance(old, Mapping) or isinstance(new, Mapping):
        before, after = (one if isinstance(one, Mapping) else {} for one in (old, new))
        names = [name for name in {**before, **after} if name not in UNTOLD]
        changes = [
            FieldChange(
                field_label(name),
                _of_field(name, before.get(name)),
                _of_field(name, after.get(name)),
            )
            for name in names
            if before.get(name) != after.get(name)
        ]
        return [one for one in changes if one.old or one.new]
    if old is None and _is_names(new):
        return [FieldChange(tr("Fields changed"), "", ", ".join(map(field_label, new)))]
    change = FieldChange("", value_text(old), value_text(new))
    return [change] if change.old or change.new else []


def _of_field(name: str, value: Any) -> str:
    """Return the value of a field; a picture has a hash for a name, which says nothing."""
    if name == "carriers":
        return carriers_text(from_document(value))[:LONGEST]
    if name == "scale_codes":
        return rules_text(scale_codes.from_document(value))[:LONGEST]
    is_picture = name == "logo_sha256" and value
    return tr("a picture") if is_picture else value_text(value)


def value_text(value: Any) -> str:
    """Return a value as people read it; "" of nothing, and of a key that says nothing to them."""
    match value:
        case None:
            return ""
        case bool():
            return tr("Yes") if value else tr("No")
        case Mapping():
            parts = ((field_label(name), value_text(one)) for name, one in value.items())
            return ", ".join(f"{name}: {one}" for name, one in parts if one)
        case list():
            return ", ".join(filter(None, map(value_text, value)))[:LONGEST]
    text = str(value)
    return "" if _is_key(text) else _values().get(text, text[:LONGEST])


def field_label(name: str) -> str:
    """Return what a field is called on the screen; one that has no name there, its own."""
    known = _fields() | _settings() | _happenings()
    return known.get(name) or name.replace("_", " ")


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_key(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _fields() -> dict[str, str]:
    return {
        "name": tr("Name"), "price": tr("Price"), "cost": tr("Cost"), "currency": tr("Currency"),
        "status": tr("Status"), "login": tr("Login"), "groups": tr("Groups"),
        "group": tr("Group"), "display_name": tr("Name"), "kind": tr("Kind"),
        "value": tr("Value"), "code": tr("Code"), "is_active": tr("In use"),
        "first_name": tr("First name"), "last_name": tr("Last name"), "email": tr("E-mail"),
        "phone": tr("Telephone"), "note": tr("Note"), "street": tr("Street"), "city": tr("City"),
        "state": tr("State"), "postal_code": tr("Postal code"), "country": tr("Country"),
        "recipient_name": tr("Recipient"), "is_default": tr("Default"), "rate": tr("Rate"),
        "class": tr("Tax class"), "default_class": tr("Default tax class"),
        "valid_from": tr("Valid from"), "reason": tr("Reason"),
        "pieces": tr("Pieces"), "action": tr("Action"), "detail": tr("Detail"),
        "count": tr("Count"), "total": tr("Total"), "password_hash": tr("Password"),
        "email_verified": tr("E-mail verified"), "merged_into": tr("Merged into"),
        "lines": tr("Lines"), "files": tr("Files"), "products": tr("Products"),
        "minutes": tr("Minutes"), "size": tr("Size"), "quantity": tr("Quantity"),
        "registration_status": tr("Status"), "marketing_consent_at": tr("Advertising"),
        "verification_token": tr("Verification"),
        "verification_token_expires_at": tr("Verification"), "drawer_of": tr("Drawer"),
        "sku": tr("SKU"), "source": tr("Source"),
        "first_day": tr("First day"), "last_day": tr("Last day"), "ended_at": tr("Ended"),
        "items": tr("For"),
        "least_cash_amount": tr("Least cash in the drawer"),
        "most_cash_amount": tr("Most cash in the drawer"),
    }  # fmt: skip


def _settings() -> dict[str, str]:
    """Return the columns of the store's settings by the words of their pages."""
    return {
        "tax_id": tr("Tax ID"), "web_address": tr("Address of the web shop"),
        "language": tr("Language of receipts and e-mails"), "time_zone": tr("Time zone"),
        "store_street": tr("Street"), "store_city": tr("City"),
        "store_state": tr("State or region"), "store_postal_code": tr("Postal code"),
        "store_country": tr("Country"), "logo_sha256": tr("Logo"),
        "receipt_header": tr("Lines under the address"), "receipt_footer": tr("Last lines"),
        **mail_setting_names(),
        "carriers": tr("Carriers"), "scale_codes": tr("Labels of scales"),
        "cash_letter": tr("Letter for cash"), "card_letter": tr("Letter for card"),
        "paypal_letter": tr("Letter for PayPal"), "gift_letter": tr("Letter for gift cards"),
        "tax_mode": tr("Tax in prices"), "first_tender": tr("First way of paying"),
        "idle_basket_days": tr("Days until an idle basket is cleared"),
        "return_days": tr("Days for a return"),
        "pending_order_days": tr("Days until an unpaid order is canceled"),
        "largest_note_amount": tr("Largest note"), "cash_rounding": tr("Smallest coin"),
        "count_tolerance_pieces": tr("Pieces that a count may differ"),
        "count_tolerance_amount": tr("Amount that a count may differ"),
        "shift_tolerance_amount": tr("Amount that a shift may be off"),
        "walk_in_customer_id": tr("Walk-in customer"), "is_demo": tr("Demo store"),
        "new_products_on_sale": tr("Put new products on sale at once"),
        "pack_by_scan": tr("Scan while packing"),
        "backup_time": tr("Time of the daily backup"),
        "backup_folder": tr("Folder of backups"), "backups_kept": tr("Backups that are kept"),
        "replica_address": tr("Replica for reports"),
        "smtp_host": tr("Mail server"), "smtp_port": tr("Port"),
        "smtp_security": tr("Encryption"), "smtp_user": tr("User"),
        "sender_email": tr("Sender"), "sender_name": tr("Sender"),
        "reply_email": tr("Reply to"), "email_max_attempts": tr("Tries of an e-mail"),
        "email_lease_seconds": tr("Seconds for sending an e-mail"),
        "email_backoff_seconds": tr("Seconds before the next try"),
    }  # fmt: skip


def _happenings() -> dict[str, str]:
    """Return what is written down of what was done, beside fields of records."""
    return {
        "number": tr("Number"), "amount": tr("Amount"),
        "approved_by": tr("Approved by"), "before": tr("Before"), "begun_at": tr("Begun"),
        "cash_approved_by": tr("Cash approved by"), "claimed": tr("Reserved by others"),
        "for": tr("Shift"), "found_at": tr("When"), "found_by": tr("Found by"),
        "in_cash": tr("In cash"), "is_encrypted": tr("Encrypted"), "is_set": tr("PIN"),
        "left": tr("Left as it was"), "method": tr("How it is paid"), "order_id": tr("Order"),
        "reasons": tr("Reasons"), "reference": tr("Reference"),
        "sessions": tr("Connections"), "staff_id": tr("Person"),
        "taken_at": tr("When"), "taken_by": tr("Taken by"), "taken_in_by": tr("Let in by"),
    }  # fmt: skip


def _values() -> dict[str, str]:
    """Return the states and groups that are stored under names of their own."""
    return {
        "pending": tr("Pending"), "confirmed": tr("Confirmed"), "shipped": tr("Shipped"),
        "delivered": tr("Delivered"), "cancelled": tr("Canceled"), "draft": tr("Draft"),
        "active": tr("Active"), "inactive": tr("Inactive"), "cashier": tr("Cashier"),
        "clerk": tr("Clerk"), "manager": tr("Manager"), "admin": tr("Admin"),
        "auditor": tr("Auditor"), "typed": tr("Typed"), "received": tr("Received"),
        "imported": tr("Imported"),
    }  # fmt: skip
