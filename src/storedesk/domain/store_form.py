"""Define the store's settings as a page edits them, and what was changed of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storedesk.domain import mail_texts
from storedesk.domain.till import Method

LETTER_COLUMNS = {
    "cash_letter": Method.CASH, "card_letter": Method.CARD, "paypal_letter": Method.PAYPAL,
    "gift_letter": Method.CREDIT,
}  # fmt: skip
"""The letters that choose how a customer pays, by their column."""
TEXTS = (
    "name", "phone", "tax_id", "store_street", "store_city", "store_state", "store_postal_code",
    "store_country", "language", "web_address", "first_tender", "backup_time",
    "backup_folder", "replica_address", "receipt_header", "receipt_footer",
    *mail_texts.COLUMNS, *LETTER_COLUMNS,
)  # fmt: skip
NUMBERS = ("return_days", "pending_order_days", "idle_basket_days", "count_tolerance_pieces",
           "backups_kept")  # fmt: skip
AMOUNTS = ("largest_note_amount", "count_tolerance_amount", "shift_tolerance_amount")
COINS = ("cash_rounding",)
"""Amounts of which one is chosen: as text with two decimals."""
SWITCHES = ("pack_by_scan", "new_products_on_sale")
LISTS = ("carriers", "scale_codes")
"""Read by `store_carriers`, None where the store named none, and by `scale_codes`."""
SETTINGS = (*TEXTS, *NUMBERS, *AMOUNTS, *COINS, *SWITCHES, *LISTS)
"""The settings that a form has, by their column."""


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """The settings as they were read: texts ("" is nothing), numbers, amounts, yes and no."""

    version: int
    fields: Mapping[str, Any]

    def part(self, names: Mapping[str, object]) -> dict[str, Any]:
        """Return the settings of those names."""
        return {name: self.fields[name] for name in names}


@dataclass(frozen=True, slots=True)
class SettingChange:
    """What somebody changed: one setting, from what to what."""

    when: datetime
    """UTC without zone."""
    who: str
    setting: str
    old: Any
    new: Any
