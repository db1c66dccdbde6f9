"""Ask for a new store: its address, money, and first login."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storedesk.domain import limits
from storedesk.domain.logins import LEAST_LETTERS
from storedesk.domain.refusals.errors import StoreError
from storedesk.domain.store import StoreSettings
from storedesk.domain.values import cash
from storedesk.domain.values.tax import TaxMode
from storedesk.domain.workspace import NewStore
from storedesk.ui.first_run import locales
from storedesk.ui.kit.base.banner import Banner
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.view import spoken
from storedesk.ui.kit.forms.choices import countries, languages
from storedesk.ui.kit.forms.form import ChoiceField, Field, MoneyField, TextField, is_field_good
from storedesk.ui.kit.forms.login import LoginField
from storedesk.ui.kit.forms.password import PasswordField
from storedesk.ui.kit.forms.percent import PercentField, percentage
from storedesk.ui.kit.input.keyboard import FormPage, go_to
from storedesk.ui.kit.looks.buttons import Button, Kind, quiet
from storedesk.ui.kit.looks.cards import Card, PageHeader, boxed, row, scrolling
from storedesk.ui.kit.looks.labels import muted

WIDEST = 1240
EXAMPLE_RATE = Decimal("0.0825")


class NewStoreForm(FormPage):
    """Ask for all that a new store needs. What is typed stays when it is refused."""

    wanted = Signal(object)
    """A NewStore to create."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.problem = Banner()
        self._make_store_fields()
        self._make_money_fields()
        self._make_person_fields()
        self.fields: tuple[Field, ...] = (  # type: ignore[type-arg]
            *(self.name, self.street, self.postal_code, self.city, self.state, self.country),
            *(self.currency, self.zone, self.refund, self.refund_day),
            *(self.tax_mode, self.tax_name, self.tax_rate, self.language),
            *(self.person, self.login, self.password, self.again),
        )
        self._guess()
        self.country.edited.connect(self._follow_country)
        self.currency.edited.connect(self._follow_currency)
        self.person.input.textEdited.connect(self._propose_login)
        self._lay_out()

    def begin(self) -> None:
        """Focus the first field."""
        self.name.input.setFocus()

    def editors(self) -> Sequence[QWidget]:
        """Return the editors of the fields, column by column."""
        return [field.editor for field in self.fields]

    def submit(self) -> None:
        """Emit `wanted` if every field can be used."""
        self.problem.hide()
        asked = [field for field in self.fields if not self._is_left_out(field)]
        wrong: list[Field] = [field for field in asked if not is_field_good(field)]  # type: ignore[type-arg]
        if self.again.text() != self.password.text() and self.password not in wrong:
            self.again.mark(tr("The passwords differ. Type both again."))
            wrong.append(self.again)
        if wrong:
            go_to(wrong[0].editor)
            return
        self.wanted.emit(self._filled())

    def refuse(self, refusal: StoreError) -> None:
        """Show a refusal under its field, or else above the form."""
        about = {
            "password_short": self.password,
            "bad_login": self.login,
            "login_taken": self.login,
        }
        if field := about.get(refusal.code):
            field.mark(refusal.sentence(spoken))
            field.editor.setFocus()
        else:
            self.problem.say(refusal.sentence(spoken))

    def _make_store_fields(self) -> None:
        self.name = TextField(tr("Name of the store"), longest=200)
        self.street = TextField(tr("Street and number"), longest=200)
        self.postal_code = TextField(tr("Postal code"), longest=20)
        self.city = TextField(tr("City"), longest=100)
        self.state = TextField(tr("State or region"), longest=100, optional=True)
        self.country = ChoiceField(tr("Country"), countries())

    def _make_money_fields(self) -> None:
        self.currency = ChoiceField(tr("Currency"), locales.currencies())
        self.zone = ChoiceField(tr("Time zone"), locales.zones())
        here, nothing = locales.language_here(), Decimal(0)
        once, day = tr("Cashier refund limit"), tr("Limit per day")
        self.refund = MoneyField(once, locale=here, smallest=nothing, width=0)
        self.refund_day = MoneyField(day, locale=here, smallest=nothing, width=0)
        self.limits = _pair(self.refund, self.refund_day)
        self.tax_mode = ChoiceField(
            tr("Shelf prices"),
            [
                (TaxMode.EXCLUSIVE.value, tr("exclude tax")),
                (TaxMode.INCLUSIVE.value, tr("include tax")),
            ],
        )
        self.tax_name = TextField(tr("Tax name on receipts"), longest=50)
        self.tax_rate = PercentField(tr("Rate in %"), hint=percentage(EXAMPLE_RATE))
        self.language = ChoiceField(tr("Language of amounts and dates"), languages())

    def _make_person_fields(self) -> None:
        hint = tr("at least {least} characters").format(least=LEAST_LETTERS)
        self.person = TextField(tr("Your name"), longest=100)
        self.login = LoginField(tr("Login"), hint=tr("lowercase letters and digits"))
        self.password = PasswordField(tr("Password"), hint=hint, is_new=True)
        self.again = PasswordField(tr("Password again"))

    def _lay_out(self) -> None:
        back = quiet(tr("Back"), icon="arrow-left")
        back.clicked.connect(self.left)
        self.make = Button(tr("Create the store"), kind=Kind.PRIMARY, icon="check")
        self.make.clicked.connect(self.submit)
        cards = row(*self._cards(), gap=12)
        for at in range(cards.count()):
            cards.setStretch(at, 1)
        body = QWidget()
        body.setMaximumWidth(WIDEST)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(24, 20, 24, 20)
        inner.setSpacing(16)
        inner.addWidget(PageHeader(tr("New store on this computer"), back, self.make))
        inner.addWidget(self.problem)
        inner.addLayout(cards)
        inner.addStretch(1)
        centred = row(None, body, None, gap=0)
        centred.setStretch(1, 1_000)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(boxed(centred)))

    def _cards(self) -> tuple[Card, ...]:
        place = _pair(self.postal_code, self.city, 2, 3), _pair(self.state, self.country)
        tax = _pair(self.tax_name, self.tax_rate, 3, 2)
        cards = (
            Card(tr("The store"), margin=20, gap=12).add(self.name, self.street, *place),
            Card(tr("Money and time"), margin=20, gap=12).add(
                _pair(self.currency, self.zone), self.limits, self.tax_mode, tax, self.language
            ),
            Card(tr("You"), margin=20, gap=12).add(
                self.person, self.login, self.password, self.again
            ),
        )
        hints = (
            tr("Printed on receipts."),
            tr("Most of this is fixed after your first sale."),
            tr("You will manage the store and its logins."),
        )
        for card, words in zip(cards, hints, strict=True):
            card.column.insertWidget(1, muted(words, wrap=True))
            card.column.addStretch(1)
            card.setMinimumWidth(300)
        return cards

    def _guess(self) -> None:
        self.country.show_value(locales.here())
        self.zone.show_value(locales.zone_here())
        self.currency.show_value(locales.currency_of(locales.here()))
        self.tax_name.show_value(tr("Tax"))
        self._follow_currency()

    def _follow_country(self) -> None:
        self.currency.show_value(locales.currency_of(self.country.value()))
        self._follow_currency()

    def _follow_currency(self) -> None:
        """Show the refund limits only for currencies without a usual limit."""
        currency = self.currency.value()
        self.limits.setVisible(currency not in limits.UNASKED)
        proposed = limits.proposed_refunds(currency)
        for at, field in enumerate((self.refund, self.refund_day)):
            field.input.clear()
            if proposed:
                field.show_value(proposed[at])

    def _is_left_out(self, field: Field) -> bool:  # type: ignore[type-arg]
        return field in {self.refund, self.refund_day} and self.limits.isHidden()

    def _propose_login(self, typed: str) -> None:
        if not self.login.input.isModified():
            first = "".join(
                letter for letter in typed.partition(" ")[0].lower() if letter.isalnum()
            )
            self.login.show_value(first if first.isascii() else "")

    def _filled(self) -> NewStore:
        settings = StoreSettings(
            name=self.name.value(),
            street=self.street.value(),
            city=self.city.value(),
            state=self.state.value(),
            postal_code=self.postal_code.value(),
            country=self.country.value(),
            currency=self.currency.value(),
            time_zone=self.zone.value(),
            tax_mode=TaxMode(self.tax_mode.value()),
            tax_name=self.tax_name.value(),
            tax_rate=self.tax_rate.value(),
            language=self.language.value(),
            largest_note=cash.notes(self.currency.value())[-1],
            cash_rounding=cash.denominations(self.currency.value())[-1],
            refund_limit=self._limit(self.refund),
            refund_day_limit=self._limit(self.refund_day),
        )
        return NewStore(
            settings=settings,
            login=self.login.value(),
            display_name=self.person.value(),
            password=self.password.value(),
        )

    def _limit(self, field: MoneyField) -> Decimal | None:
        return None if self._is_left_out(field) else field.value()


def _pair(left: QWidget, right: QWidget, *shares: int) -> QWidget:
    line = row(left, right, gap=12)
    for at, share in enumerate(shares or (1, 1)):
        line.setStretch(at, share)
    for field in (left, right):
        line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return boxed(line)
