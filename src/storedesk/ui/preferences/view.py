"""The page of what a person chose for themselves, and for everyone at this computer."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from storedesk import queries
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.actions import Action
from storedesk.ui.kit.base.banner import Sign
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.sounds import SPEAKER
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.forms.segments import Segments
from storedesk.ui.kit.looks import theme
from storedesk.ui.kit.looks.buttons import secondary
from storedesk.ui.kit.looks.cards import (
    GAP,
    PAGE_MARGIN,
    Card,
    PageHeader,
    boxed,
    column,
    hairline,
    scrolling,
)
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.kit.looks.sizes import px
from storedesk.ui.kit.looks.theme import THEME
from storedesk.ui.kit.paper.printer_list import PRINTERS
from storedesk.ui.preferences.customer_screen import IdlePicture, ask_picture
from storedesk.ui.preferences.own_badge import OwnBadgeDialog
from storedesk.ui.preferences.own_password import OwnPasswordDialog
from storedesk.ui.preferences.own_pin import OwnPinDialog
from storedesk.ui.preferences.preview import Preview
from storedesk.ui.preferences.printing import PrinterChoice
from storedesk.ui.preferences.receipt_printer import ReceiptPrinterDialog
from storedesk.ui.preferences.rows import Preference, preferences
from storedesk.ui.preferences.trial_prints import print_on_trial
from storedesk.ui.sign_in_history import SignInHistory

WIDEST = 720
"""Pixels of the settings at most: what is chosen stays near its name."""
OWN_SIGN_INS = 10
"""The newest of one's own that are shown."""
PREVIEW, BESIDE = 392, 60
"""Pixels of the preview, and of what stands beside a row: the card's margins, a scroll bar."""


class PreferenceRow(QWidget):
    """One setting: its name over what is said of it, and at the right what changes it."""

    def __init__(self, setting: Preference, context: PageContext) -> None:
        super().__init__()
        self.setting, self._context = setting, context
        self.name = Label(setting.words, weight=theme.DEMIBOLD)
        self.remark = Label(setting.remark, size=12, ink="muted", wrap=True)
        self.control, self._show = setting.make(context)
        words = column(self.name, self.remark, None, gap=3)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 10, 0, 10)
        line.setSpacing(14)
        sign = Sign(setting.icon)
        line.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.control)
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show what is chosen now, and what is wrong with it."""
        self._show()
        warning = self.setting.warning(self._context)
        self.remark.setText(warning or self.setting.remark)
        self.remark.ink("warn" if warning else "muted")

    def take_keyboard(self) -> None:
        """Give the keyboard to what changes this setting."""
        if isinstance(self.control, Segments):
            self.control.take_keyboard()
            return
        if isinstance(self.control, PrinterChoice):
            self.control.printer.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        buttons = self.control.findChildren(QAbstractButton)
        (buttons[0] if buttons else self.control).setFocus(Qt.FocusReason.ShortcutFocusReason)


class PreferencesView(View):
    """All settings in two cards, and beside them how lists and buttons look with them."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.desk)
        self.rows = {
            one.name: PreferenceRow(one, context)
            for one in preferences(is_demo=context.store.is_demo)
        }
        self.preview = Preview(context)
        self.history = SignInHistory(context.format)
        self._context = context
        for name, one in self.rows.items():
            if isinstance(one.control, PrinterChoice):
                trial = partial(self.print_on_trial, name)
                one.control.try_it.clicked.connect(partial(self.start, trial))
        idle = self.rows["customer_picture"].control
        if isinstance(idle, IdlePicture):
            idle.choose.clicked.connect(lambda: self.start(self.choose_picture))
            idle.remove.clicked.connect(lambda: self.start(self.remove_picture))
        device = self.rows["device"].control
        if isinstance(device, QAbstractButton):
            device.clicked.connect(lambda: self.start(self.set_up_printer))
        self._comfort, self._me, self._account = context.comfort, context.me, context.account
        self.password = secondary(tr("Change your password"), icon="key-round")
        self._make_own(context)
        if context.account is None:  # showing it here would flash a window of its own
            self.password.hide()
        self._lay_out(context)
        if context.account:
            context.actions.bind(self._password_action(), self.password, self)
        for changed in (
            context.comfort.changed, context.habits.density_changed, SPEAKER.changed, THEME.changed,
            PRINTERS.changed, context.display.placed,
        ):  # fmt: skip
            changed.connect(self.show_chosen)

    def _make_own(self, context: PageContext) -> None:
        """Make the buttons of PIN and badge, where this person can have them."""
        self.pin = secondary(tr("Your PIN"), icon="lock")
        self.badge = secondary(tr("Your badge"), icon="scan-barcode")
        for button, is_there, action in (
            (self.pin, context.set_pin, self._pin_action()),
            (self.badge, context.set_badge, self._badge_action()),
        ):
            if is_there is None:
                button.hide()
            else:
                context.actions.bind(action, button, self)

    async def refresh(self) -> None:
        """Ask which printers there are, and when this person signed in."""
        await PRINTERS.look()
        self.history.show_lines(
            await self.desk.read(queries.sign_ins.of_person, self._me.id, limit=OWN_SIGN_INS)
        )

    def show_chosen(self) -> None:
        """Show in every row what is chosen now."""
        for row in self.rows.values():
            row.show_chosen()
        self.preview.show_chosen()

    def showEvent(self, event: QShowEvent) -> None:
        """Answer Qt: the keyboard goes on where something was chosen before all was made anew."""
        super().showEvent(event)
        if newest := self._comfort.newest:
            self._comfort.newest = ""
            QTimer.singleShot(0, self, lambda: self.show_setting(newest))

    async def print_on_trial(self, what: str) -> None:
        """Print one paper of what that row chooses a printer for."""
        self.note.say(await print_on_trial(self._context, what))

    async def choose_picture(self) -> None:
        """Choose the picture that customers see while nothing is sold."""
        await ask_picture(self, self._context)

    async def remove_picture(self) -> None:
        """Show customers the store's name again."""
        self._comfort.keep_customer_picture(None)

    async def set_up_printer(self) -> None:
        """Choose the receipt printer of this computer."""
        dialog = ReceiptPrinterDialog(self, self._context)
        if not await dialog.shown():
            return
        device = self._context.device = dialog.chosen
        self._comfort.choose(receipt_device=device.as_text())
        self.show_chosen()
        if device.is_driven:
            self.note.say(tr("Receipts are printed at {place}.").format(place=device.place))

    async def change_password(self) -> None:
        """Change the password of whoever is signed in, and have them sign in with it."""
        account = self._account
        if account and await OwnPasswordDialog(self, account, self._me.login).shown():
            QTimer.singleShot(0, account.leave)  # which ends the jobs of this page

    async def change_pin(self) -> None:
        """Set the PIN of whoever is signed in, change or remove it."""
        context = self._context
        if context.set_pin is None:
            return
        has_pin, login = context.me.has_pin, context.me.login
        dialog = OwnPinDialog(self, context.set_pin, login, has_pin=has_pin)
        if not await dialog.shown():
            return
        context.me = replace(context.me, has_pin=not dialog.is_removed)
        if dialog.is_removed:
            self.note.say(tr("Your PIN was removed: F12 signs you out."))
        else:
            self.note.say(tr("Your PIN is set: F12 locks, and your PIN unlocks."))

    async def change_badge(self) -> None:
        """Make a badge for whoever is signed in, or withdraw it."""
        context = self._context
        if context.set_badge is None:
            return
        dialog = OwnBadgeDialog(self, context, context.set_badge)
        if not await dialog.shown():
            return
        context.me = replace(context.me, has_badge=dialog.is_made)
        if dialog.is_withdrawn:
            self.note.say(tr("Your badge was withdrawn."))

    def _badge_action(self) -> Action:
        return Action(
            name="preferences.badge", text=tr("Your badge"),
            run=lambda: self.start(self.change_badge), group=tr("Preferences"),
            icon="scan-barcode",
        )  # fmt: skip

    def _pin_action(self) -> Action:
        return Action(
            name="preferences.pin", text=tr("Your PIN"),
            run=lambda: self.start(self.change_pin), group=tr("Preferences"), icon="lock",
        )  # fmt: skip

    def _password_action(self) -> Action:
        return Action(
            name="preferences.password", text=tr("Change your password"),
            run=lambda: self.start(self.change_password), group=tr("Preferences"),
            icon="key-round",
        )  # fmt: skip

    def hears_scans(self) -> bool:
        """Tell that nothing is scanned here."""
        return False

    def show_setting(self, name: str) -> None:
        """Give the keyboard to the setting of that name, and bring it into sight."""
        self.rows[name].take_keyboard()
        self._area.ensureWidgetVisible(self.rows[name])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answer Qt: the preview is there where there is room for it."""
        super().resizeEvent(event)
        rows = max(row.sizeHint().width() for row in self.rows.values())
        needed = min(rows, px(WIDEST)) + px(PREVIEW) + 2 * (PAGE_MARGIN + GAP) + BESIDE
        self.preview.setVisible(self.width() >= needed)

    def _lay_out(self, context: PageContext) -> None:
        own = Card(context.me.name, gap=0)
        shared = Card(tr("This computer"), gap=0)
        for row in self.rows.values():
            card = shared if row.setting.of_computer else own
            if card.column.count() > 1:
                card.add(hairline())
            card.add(row)
        settings = QVBoxLayout()
        settings.setSpacing(GAP)
        for card in (own, shared, self.history):
            settings.addWidget(card)
        settings.addStretch(1)
        self._area = scrolling(boxed(settings))
        self._area.setMaximumWidth(px(WIDEST))
        self.preview.setFixedWidth(px(PREVIEW))
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self._area, 1)
        line.addWidget(self.preview, alignment=Qt.AlignmentFlag.AlignTop)
        line.addStretch(0)
        self.lay_out(
            boxed(line), header=PageHeader(tr("Preferences"), self.badge, self.pin, self.password)
        )
