import asyncio
import threading
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from storedesk.adapters.transfer.sealed_files import MAGIC
from storedesk.documents import join_file
from storedesk.domain.backups import RestoredStore, StoreContents
from storedesk.domain.refusals.errors import Refused, Unavailable
from storedesk.domain.values.tax import TaxMode
from storedesk.settings import Profile, ServerAddress, StoreKind
from storedesk.ui.first_run import join_store, locales
from storedesk.ui.first_run.new_store import NewStoreForm
from storedesk.ui.first_run.view import FirstRun
from storedesk.ui.kit.base.language import LANGUAGE
from tests.ui.store_access import StoreAccess

LEFT = Qt.MouseButton.LeftButton


class Arrival:
    """A person before the first page."""

    def __init__(self, qtbot, folder):
        self.access = StoreAccess(Profile(folder))
        self.page = FirstRun(self.access)
        self.opened = []
        self.made = []
        self.page.made.connect(lambda *who: self.made.append(who))
        self.page.opened.connect(lambda: self.opened.append(self.access.preferences.store))
        qtbot.addWidget(self.page)
        self.page.resize(1366, 768)

    async def come(self):
        self.page.show()
        self.page.activateWindow()
        self.page.begin()
        await self.page.idle()

    async def click(self, button):
        QTest.mouseClick(button, LEFT)
        await self.page.idle()

    async def fill_new_store(self):
        await self.click(self.page.choices.new.button)
        form = self.page.new_store
        for field, words in (
            (form.name, "Corner Books"),
            (form.street, "5 High Street"),
            (form.postal_code, "BS1 4DJ"),
            (form.city, "Bristol"),
            (form.tax_rate, "8.875"),
            (form.person, "Emma Price"),
            (form.password, "a rather long one"),
            (form.again, "a rather long one"),
        ):
            QTest.keyClicks(field.input, words)
        return form


@pytest.fixture
def arrival(qtbot, tmp_path):
    return Arrival(qtbot, tmp_path)


async def test_the_demo_is_one_click_and_shows_its_steps(arrival):
    await arrival.come()
    await arrival.click(arrival.page.choices.demo.button)
    assert arrival.opened == [StoreKind.DEMO]
    assert arrival.page.making.bar.value() > 0


async def test_a_new_store_is_asked_for_with_all_that_was_typed(arrival):
    await arrival.come()
    form = await arrival.fill_new_store()
    assert form.login.text() == "emma", "proposed from the name"
    form.country.show_value("GB")
    form.country.edited.emit()
    await arrival.click(form.make)

    (new,) = arrival.access.asked
    assert (new.settings.name, new.settings.city, new.login) == ("Corner Books", "Bristol", "emma")
    assert (new.settings.country, new.settings.currency) == ("GB", "GBP")
    assert (new.settings.tax_rate, new.settings.tax_mode) == (
        Decimal("0.08875"),
        TaxMode.EXCLUSIVE,
    )
    assert arrival.opened == [StoreKind.EMBEDDED]
    assert arrival.made == [("emma", new.password)], "who made it signs in with what they typed"
    assert arrival.page.new_store is None, "its password is not kept"


@pytest.mark.parametrize(
    ("country", "currency", "proposed"),
    [("US", "USD", None), ("DE", "EUR", None), ("GB", "GBP", None),
     ("JP", "JPY", ("5000", "20000")), ("CH", "CHF", ("", ""))],
)  # fmt: skip
async def test_what_a_cashier_may_pay_back_is_asked_where_nothing_is_usual(
    arrival, country, currency, proposed
):
    await arrival.come()
    form = await arrival.fill_new_store()
    form.country.show_value(country)
    form.country.edited.emit()
    fields = (form.refund, form.refund_day)
    assert [field.isVisible() for field in fields] == [proposed is not None] * 2
    if proposed == ("", ""):
        await arrival.click(form.make)
        assert [field.problem.text() for field in fields] == ["This is needed."] * 2
        assert form.refund.input.hasFocus()
        QTest.keyClicks(form.refund.input, "60")
        QTest.keyClicks(form.refund_day.input, "0")
        proposed = ("60", "0")
    elif proposed:
        assert [Decimal(field.text().replace(",", ".")) for field in fields] == [5000, 20000]
    await arrival.click(form.make)

    (new,) = arrival.access.asked
    assert new.settings.currency == currency
    asked = (new.settings.refund_limit, new.settings.refund_day_limit)
    assert asked == (tuple(map(Decimal, proposed)) if proposed else (None, None))


async def test_a_currency_that_is_chosen_by_hand_asks_too(arrival):
    await arrival.come()
    form = await arrival.fill_new_store()
    form.currency.show_value("SEK")
    form.currency.edited.emit()
    assert form.refund.isVisible()
    form.currency.show_value("EUR")
    form.currency.edited.emit()
    assert not form.refund.isVisible()


async def test_what_is_missing_is_marked_and_nothing_is_made(arrival):
    await arrival.come()
    await arrival.click(arrival.page.choices.new.button)
    form = arrival.page.new_store
    await arrival.click(form.make)

    assert arrival.access.asked == []
    assert form.name.problem.text() == "This is needed."
    assert form.name.input.hasFocus()


async def test_two_passwords_that_differ_and_a_short_one_are_marked(arrival):
    await arrival.come()
    form = await arrival.fill_new_store()
    form.again.show_value("a rather long on")
    await arrival.click(form.make)
    assert form.again.problem.text() == "The passwords differ. Type both again."

    form.password.show_value("short")
    await arrival.click(form.make)
    assert "12" in form.password.problem.text()
    assert arrival.access.asked == []


async def test_a_refusal_comes_back_to_the_form_and_nothing_typed_is_lost(arrival):
    await arrival.come()
    form = await arrival.fill_new_store()
    arrival.access.answers = [Refused("login_taken", login="emma"), Refused("disk_full"), None]

    await arrival.click(form.make)
    assert arrival.page.stack.currentWidget() is form
    assert "emma" in form.login.problem.text()
    assert form.password.text() == "a rather long one"

    await arrival.click(form.make)
    assert "disk" in form.problem.text()
    await arrival.click(form.make)
    assert arrival.opened == [StoreKind.EMBEDDED]


async def test_a_demo_that_cannot_be_made_says_why_on_the_first_page(arrival):
    arrival.access.answers = [Refused("server_missing")]
    await arrival.come()
    await arrival.click(arrival.page.choices.demo.button)
    assert "PostgreSQL is not on this computer" in arrival.page.choices.problem.text()
    assert arrival.page.stack.currentWidget() is arrival.page.choices
    assert arrival.opened == []


async def test_what_went_wrong_stands_above_the_cards_in_line_with_them(arrival):
    arrival.access.answers = [Refused("demo_not_made")]
    await arrival.come()
    await arrival.click(arrival.page.choices.demo.button)
    choices = arrival.page.choices

    def place(part):
        return QRect(part.mapTo(choices, QPoint()), part.size())

    said, first, last = map(place, (choices.problem, choices.demo, choices.join))
    assert "could not be made" in choices.problem.text()
    assert (said.left(), said.right()) == (first.left(), last.right())
    assert said.bottom() < first.top()


async def test_a_store_that_is_here_already_is_opened_and_not_made_again(arrival):
    arrival.access.own = True
    await arrival.come()
    assert arrival.page.choices.new.button.label == "Open your store"
    await arrival.click(arrival.page.choices.new.button)
    assert (arrival.access.asked, arrival.opened) == (["own"], [StoreKind.EMBEDDED])


async def test_joining_asks_for_the_address_and_says_on_the_page_what_is_wrong(arrival):
    await arrival.come()
    await arrival.click(arrival.page.choices.join.button)
    form = arrival.page.join
    QTest.keyClicks(form.host.input, "db.example.com")
    QTest.keyClicks(form.database.input, "shop")
    arrival.access.answers = [
        Refused("ca_file_missing"),
        Unavailable("nobody_there", host="db.example.com", port=5432),
    ]
    form.database.input.setFocus()
    QTest.keyClick(form.database.input, Qt.Key.Key_Return)
    await arrival.page.idle()
    assert "CA file" in form.ca_file.problem.text()

    form.ca_file.show_value("/etc/ca.crt")
    await arrival.click(form.join)
    assert form.problem.text().startswith("No server answers at db.example.com, port 5432.")

    await arrival.click(form.join)
    address = ServerAddress(host="db.example.com", database="shop", ca_file="/etc/ca.crt")
    assert arrival.access.asked[-1] == address
    assert arrival.opened == [StoreKind.SHARED]


CERTIFICATE = (
    "-----BEGIN CERTIFICATE-----\nTm8gb25lIGxvb2tzIGluc2lkZSBiZWZvcmUgaXQgaXMgdXNlZC4=\n"
    "-----END CERTIFICATE-----\n"
)


@pytest.fixture
def invitation(tmp_path):
    """A join file as `storedesk server setup` writes it."""
    file = tmp_path / "shop.storedesk"
    address = ServerAddress(host="db.example.com", port=6543, database="shop")
    file.write_bytes(join_file.written(address, CERTIFICATE) + b'sslmode = "disable"\n')
    return file


def content(file):
    return Path(file).read_text()


def drop(widget, *files):
    """Drag files over a widget and let them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    where, none = QPoint(10, 10), Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(where, copy, data, LEFT, none)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(where.toPointF(), copy, data, LEFT, none))
    return enter.isAccepted()


async def test_a_join_file_that_is_dropped_fills_everything_in_and_enter_joins(arrival, invitation):
    await arrival.come()
    assert drop(arrival.page.choices, invitation)
    await arrival.page.idle()
    form = arrival.page.join
    assert arrival.page.stack.currentWidget() is form
    assert form.host.text() == "db.example.com"
    assert (form.port.text(), form.database.text()) == ("6543", "shop")
    kept = form.ca_file.text()
    assert content(kept) == CERTIFICATE
    assert kept.startswith(str(arrival.access.profile.folder))
    assert form.join.hasFocus()

    QTest.keyClick(form.join, Qt.Key.Key_Space)
    await arrival.page.idle()
    address = ServerAddress(host="db.example.com", port=6543, database="shop", ca_file=kept)
    assert arrival.access.asked == [address]
    assert arrival.opened == [StoreKind.SHARED]


async def test_only_one_file_of_this_computer_may_be_dropped(arrival, invitation, tmp_path):
    await arrival.come()
    assert not drop(arrival.page.choices, invitation, tmp_path / "other")
    arrival.page.show_join()
    assert drop(arrival.page.join, invitation)
    await arrival.page.idle()
    assert arrival.page.join.host.text() == "db.example.com"


async def test_a_join_file_on_a_share_that_is_away_holds_nobody(arrival, monkeypatch):
    gate = threading.Event()
    monkeypatch.setattr(join_store, "READING", 0.05)
    monkeypatch.setattr(join_store.join_file, "read", lambda _: gate.wait(60))
    arrival.page.show_join()
    arrival.page.join.read(Path("shop.storedesk"))
    await arrival.page.idle()
    gate.set()
    told = "shop.storedesk cannot be read: its folder does not answer."
    assert arrival.page.join.problem.text() == told


async def test_a_file_that_is_none_says_so_and_leaves_what_was_typed(arrival, tmp_path):
    arrival.page.show_join()
    form = arrival.page.join
    form.host.show_value("typed.example.com")
    file = tmp_path / "connection.toml"
    file.write_text('host = "/var/run/postgresql"\ndatabase = "shop"')
    await form.fill_in(file)
    assert "names no server" in form.problem.text()
    assert form.host.text() == "typed.example.com"


@pytest.mark.parametrize("typed", ["0", "65536", "x", "-1", "٥٤٣٢"])
async def test_a_port_that_is_none_is_marked(arrival, typed):
    arrival.page.show_join()
    form = arrival.page.join
    form.port.input.setText(typed)
    form.submit()
    assert "65535" in form.port.problem.text()


@pytest.mark.parametrize(
    ("window", "computer", "proposed"),
    [("de", "en_US", "de"), ("en", "de_DE", "en"), ("en", "fr_CA", "fr"), ("en", "ja_JP", "en")],
)
def test_a_new_store_speaks_as_the_window_does(window, computer, proposed, monkeypatch):
    monkeypatch.setattr(locales.QLocale, "system", lambda: QLocale(computer))
    LANGUAGE.choose(window)
    try:
        assert locales.language_here() == proposed
    finally:
        LANGUAGE.choose("en")


def test_in_german_a_rate_is_shown_as_it_is_typed(qtbot):
    LANGUAGE.choose("de")
    try:
        form = NewStoreForm()
        qtbot.addWidget(form)
        assert form.tax_rate.input.placeholderText() == "8,25"
        form.tax_rate.show_value(Decimal("0.195"))
        assert form.tax_rate.input.text() == "19,5"
        assert form.tax_rate.value() == Decimal("0.195")
    finally:
        LANGUAGE.choose("en")


WHEN = datetime(2026, 12, 1, 10, tzinfo=UTC)
HELD = RestoredStore(StoreContents("Corner Books", 1234, 5, 67, WHEN.replace(tzinfo=None)), 3, WHEN)


@pytest.fixture
def stick(tmp_path):
    """A disk with two backups, the newer one encrypted."""
    made = tmp_path / "stick"
    made.mkdir()
    (made / "store-2026-11-30T100000Z.dump").write_bytes(b"PGDMP")
    (made / "store-2026-12-01T100000Z.sealed").write_bytes(MAGIC + bytes(99))
    return made


async def look_at(arrival, place):
    """Choose Restore from a backup, and name a place."""
    await arrival.come()
    await arrival.click(arrival.page.choices.restore)
    form = arrival.page.restore
    form.place.show_value(str(place))
    form.submit()
    await arrival.page.idle()
    return form


async def test_the_newest_backup_of_a_folder_is_restored_with_its_passphrase(arrival, stick):
    form = await look_at(arrival, stick)
    assert len(form.which.input.entries.all) == 2
    assert form.passphrase.isVisible()
    form.submit()
    assert form.passphrase.problem.text() == "This is needed."
    arrival.access.answers = [Refused("backup_passphrase", file="store.sealed"), HELD]
    form.passphrase.show_value("wrong")
    form.submit()
    await arrival.page.idle()
    assert form.passphrase.problem.text().startswith("This passphrase does not open store.sealed")
    assert form.passphrase.text() == "wrong", "what was typed stays"
    form.passphrase.show_value("the right one")
    form.submit()
    await arrival.page.idle()
    file = stick / "store-2026-12-01T100000Z.sealed"
    assert arrival.access.asked == [(file, "wrong"), (file, "the right one")]
    assert arrival.page.restore is None, "the passphrase is not kept"
    shown = [one.text() for one in arrival.page.restored.facts.findChildren(QLabel)]
    assert {"Corner Books", "1,234", "5", "67", "3"} <= set(shown)
    assert not arrival.opened
    await arrival.click(arrival.page.restored.sign_in)
    assert arrival.opened == [StoreKind.EMBEDDED]


async def test_a_backup_without_encryption_asks_for_no_passphrase(arrival, stick):
    form = await look_at(arrival, stick / "store-2026-11-30T100000Z.sha256")
    assert not form.passphrase.isVisible()
    arrival.access.answers = [HELD]
    form.submit()
    await arrival.page.idle()
    assert arrival.access.asked == [(stick / "store-2026-11-30T100000Z.dump", None)]


async def test_a_place_without_a_backup_is_said_and_stays_to_be_corrected(arrival, tmp_path):
    form = await look_at(arrival, tmp_path)
    assert form.problem.text().startswith(f"There is no backup of StoreDesk in {tmp_path}.")
    assert form.place.text() == str(tmp_path)
    assert form.restore.text() == "Look for backups"


async def test_a_restoring_is_called_off_by_its_button(arrival, stick):
    form = await look_at(arrival, stick / "store-2026-11-30T100000Z.dump")
    arrival.access.patient = True
    form.submit()
    while not arrival.page.making.cancel.isVisible():
        await asyncio.sleep(0)
    QTest.mouseClick(arrival.page.making.cancel, LEFT)
    await arrival.page.idle()
    assert arrival.page.stack.currentWidget() is form
    assert form.problem.text().startswith("The restoring was canceled. Nothing is left of it")
    assert not arrival.opened


async def test_nothing_is_restored_over_a_store(arrival):
    arrival.access.own = True
    await arrival.come()
    await arrival.click(arrival.page.choices.restore)
    assert "--profile FOLDER" in arrival.page.choices.problem.text()
    assert arrival.page.stack.currentWidget() is arrival.page.choices


async def test_a_dropped_backup_is_looked_at(arrival, stick):
    await arrival.come()
    arrival.page.read_file(stick / "store-2026-12-01T100000Z.sealed")
    await arrival.page.idle()
    assert arrival.page.stack.currentWidget() is arrival.page.restore
    assert arrival.page.restore.passphrase.isVisible()
