"""The sections of rules: at the till, of orders, of products and stock."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtWidgets import QVBoxLayout

from storedesk.domain.backup_schedule import MOST_KEPT
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.till import Method
from storedesk.domain.values.money import Money, decimals
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.forms.form import ChoiceField, Field, MoneyField, QuantityField, TextField
from storedesk.ui.kit.forms.switch_field import SwitchField
from storedesk.ui.kit.forms.web_address import WebAddressField
from storedesk.ui.kit.looks.cards import column
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.settings.section import FormSection

COINS = ("0.01", "0.05", "0.10", "0.50", "1.00")
"""The smallest coins that the database knows."""
MOST_DAYS = 3650
MOST_PIECES = 1_000_000


class SettingRule(NamedTuple):
    """A setting, its field, and what it does."""

    name: str
    field: Field[Any]
    remark: str


class RulesSection(FormSection):
    """Settings below each other, each with what it does."""

    def __init__(
        self, context: PageContext, key: str, title: str, icon: str, rules: Sequence[SettingRule]
    ) -> None:
        super().__init__(context, key, title, icon, {rule.name: rule.field for rule in rules})
        self.stack(*(explained(rule) for rule in rules))


def selling(context: PageContext) -> RulesSection:
    """Make the section of what tills do."""
    whole = not decimals(context.store.currency)
    coins = [coin for coin in COINS if not whole or coin in {"0.01", "1.00"}]
    rules = (
        SettingRule(
            "first_tender",
            ChoiceField(
                tr("First way of paying"),
                [
                    (Method.CASH.value, tr("Cash")), (Method.CARD.value, tr("Card")),
                    (Method.PAYPAL.value, tr("PayPal")),
                ],
            ),
            tr("It is chosen when a till asks for money."),
        ),
        SettingRule(
            "cash_rounding",
            ChoiceField(
                tr("Smallest coin"), [(coin, _coin_label(coin, context)) for coin in coins]
            ),
            tr("What is paid in cash is rounded to it; other ways of paying are not."),
        ),
        SettingRule(
            "largest_note_amount", _amount(tr("Largest note"), context, least=Decimal("0.01")),
            tr("A till asks whether it is right before it gives more change than this."),
        ),
        SettingRule(
            "shift_tolerance_amount",
            _amount(tr("Amount that a shift may be off"), context, least=Decimal(0)),
            tr("A shift that a cashier closes with a larger difference has to be approved by a"
               " manager. A reason is asked of any difference."),
        ),
        SettingRule(
            "return_days", QuantityField(tr("Days for a return"), smallest=0, largest=MOST_DAYS),
            tr("After so many days, a manager has to allow that a cashier takes something back."),
        ),
    )  # fmt: skip
    return RulesSection(context, "selling", tr("Selling"), "banknote", rules)


def orders(context: PageContext) -> RulesSection:
    """Make the section of orders and the web shop."""
    rules = (
        SettingRule(
            "pending_order_days",
            QuantityField(tr("Days until an unpaid order is canceled"), smallest=0,
                          largest=MOST_DAYS),
            tr("Its pieces are for sale again then. 0 cancels no order."),
        ),
        SettingRule(
            "pack_by_scan", SwitchField(tr("Scan while packing")),
            tr("Every piece of a shipment is scanned before the order can be shipped."),
        ),
        SettingRule(
            "web_address",
            WebAddressField(tr("Address of the web shop"), optional=True,
                            hint="https://shop.example.com"),
            tr("Links in e-mails to customers lead to this address."),
        ),
        SettingRule(
            "idle_basket_days",
            QuantityField(tr("Days until an idle basket is cleared"), smallest=1,
                          largest=MOST_DAYS),
            tr("Guests' baskets and parked sales are removed that nobody has touched for so long."),
        ),
    )  # fmt: skip
    return RulesSection(context, "orders", tr("Orders"), "clipboard-list", rules)


def stock(context: PageContext) -> RulesSection:
    """Make the section of new products and of counts."""
    rules = (
        SettingRule(
            "new_products_on_sale",
            SwitchField(tr("Put new products on sale at once")),
            tr("Otherwise a new product is a draft, until somebody puts it on sale."),
        ),
        SettingRule(
            "count_tolerance_pieces",
            QuantityField(tr("Pieces that a count may differ"), smallest=0, largest=MOST_PIECES),
            tr("A count that differs by more is posted by a manager, or with their approval."),
        ),
        SettingRule(
            "count_tolerance_amount",
            _amount(tr("Amount that a count may differ"), context, least=Decimal(0)),
            tr("The same for the value of the pieces at their prices."),
        ),
    )
    return RulesSection(context, "stock", tr("Products and stock"), "warehouse", rules)


def backups(context: PageContext) -> RulesSection:
    """Make the section of the backups of a store on this computer."""
    hours = [(f"{hour:02}:00", f"{hour:02}:00") for hour in range(24)]
    rules = (
        SettingRule(
            "backup_time",
            ChoiceField(
                tr("Time of the daily backup"), [("", tr("A day after the last one")), *hours]
            ),
            tr("By the store's clock, while StoreDesk runs; else when it is opened again. One more"
               " is made whenever its window closes."),
        ),
        SettingRule(
            "backup_folder", FolderField(tr("Folder of backups"), longest=1000, optional=True),
            tr("A folder of this computer or a disk on it, written in full. Empty: backups/ in the"
               " profile folder. While it is not there, backups are made in the profile folder."),
        ),
        SettingRule(
            "backups_kept",
            QuantityField(tr("Backups that are kept"), smallest=1, largest=MOST_KEPT),
            tr("The newest; older ones are deleted from that folder."),
        ),
    )  # fmt: skip
    return RulesSection(context, "backups", tr("Backups"), "archive", rules)


class FolderField(TextField):
    """A folder of this computer, written in full; whether it is there is said on Health."""

    def value(self) -> str:
        """Return the folder. Refused: folder_not_whole."""
        typed = super().value()
        if typed and not Path(typed).is_absolute():
            raise Refused("folder_not_whole")
        return typed


def _amount(label: str, context: PageContext, *, least: Decimal) -> MoneyField:
    return MoneyField(label, locale=context.format.locale, smallest=least)


def _coin_label(coin: str, context: PageContext) -> str:
    if coin == COINS[0]:
        return tr("No rounding")
    return context.money(Money(Decimal(coin), context.store.currency))


def explained(rule: SettingRule) -> QVBoxLayout:
    """Return the field of a setting with what it does below it."""
    rule.field.editor.setAccessibleDescription(rule.remark)
    return column(rule.field, Label(rule.remark, size=12, ink="muted", wrap=True), gap=4)
