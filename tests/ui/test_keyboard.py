"""While a form is filled in the keyboard is in a field of it, and Enter does what it is for."""

import asyncio
import gc
import weakref
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from storedesk.domain.demo.logins import DemoLogin
from storedesk.domain.inventory import Reason
from storedesk.domain.refusals.errors import Refused
from storedesk.domain.staff import Me
from storedesk.ui.approval_dialog import ApprovalDialog
from storedesk.ui.catalog.category_dialog import CategoriesDialog
from storedesk.ui.catalog.promotions.form_dialog import PromotionDialog
from storedesk.ui.catalog.promotions.list_dialog import PromotionsDialog
from storedesk.ui.catalog.variants import VariantsDialog
from storedesk.ui.customers.customer_form import NewCustomerDialog
from storedesk.ui.customers.web_shop import WebShopDialog
from storedesk.ui.first_run.join_store import JoinStoreForm
from storedesk.ui.first_run.new_store import NewStoreForm
from storedesk.ui.first_run.restore import RestoreForm
from storedesk.ui.importing.past_sales import PastSalesDialog
from storedesk.ui.inventory.labels import StockCommand
from storedesk.ui.inventory.stock_form import StockForm
from storedesk.ui.kit.base.scanner import EnterGuard
from storedesk.ui.kit.dialogs.conflict import SideCard
from storedesk.ui.kit.dialogs.handbook import Handbook
from storedesk.ui.kit.dialogs.palette import Palette
from storedesk.ui.kit.forms.form import Field
from storedesk.ui.kit.forms.form_dialog import FormDialog
from storedesk.ui.kit.input.keyboard import KEYBOARD, FormPage, fields_in, go_to
from storedesk.ui.kit.input.scan_routes import is_text
from storedesk.ui.kit.lists.side_item import SideItem
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.kit.looks.labels import Label
from storedesk.ui.orders import dialogs
from storedesk.ui.orders.payment import PayDialog
from storedesk.ui.outbox.setup import EmailSetupDialog
from storedesk.ui.sign_in.demo_logins import DemoLoginCard
from storedesk.ui.till.column import PanelHost
from storedesk.ui.till.panels import Panel
from storedesk.ui.till.sale.sale_totals import SaleFacts
from storedesk.ui.till.shifts.joining import JoinPanel
from tests.bounds import BOUNDS
from tests.ui.forms import FORMS, missing
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.till.shop import till_context

KEY = Qt.Key
KINDS = sorted(FORMS, key=lambda kind: f"{kind.__module__}.{kind.__name__}")
ENTERS = (KEY.Key_Return, KEY.Key_Enter)
NO_FIELD = {PastSalesDialog, PromotionsDialog}
"""They are a list, and what their main button opens asks for itself."""
LISTS_FIRST = {CategoriesDialog}
"""They open with the keyboard in their list: what is chosen there is edited beside it."""
BEGINS_ELSEWHERE = {JoinStoreForm, RestoreForm}
"""Their first thing is a button, which chooses a file."""
ENTER_IS_ELSEWHERE = {
    CategoriesDialog: "it saves, but only what was changed: see tests/ui/catalogue",
    Handbook: "it turns to the first page that was found: see tests/ui/test_handbook.py",
    PromotionDialog: "in its last field it adds the product that is typed: see tests/ui/catalog",
    Palette: "it does what is chosen in the list: see tests/ui/kit/base/test_actions.py",
    VariantsDialog: "it makes the combinations that were typed: see tests/ui/catalogue",
}


class Stage:
    """A window in which one form is shown, as the program shows it."""

    def __init__(self, qtbot, form, folder):
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        self.format, self.folder = form, folder
        KEYBOARD.install()

    async def show(self, kind):
        self.form = FORMS[kind](self.window, self.format, self.folder)
        if isinstance(self.form, FormDialog):
            self.form.open()
        elif isinstance(self.form, Panel):
            facts = SaleFacts(till_context())
            self.panel_host = PanelHost(EnterGuard(lambda: 0), QWidget(), facts)
            self.panel_host.setParent(self.window)
            self.panel_host.setGeometry(974, 0, 392, 768)
            self.panel_host.show()
            self.panel_host.open(self.form)
            self.form.guard = EnterGuard()
        else:
            self.form.setParent(self.window)
            self.form.resize(self.window.size())
            self.form.show()
            self.form.begin()
        for _ in range(3):
            await asyncio.sleep(0)
        return self.form

    @property
    def focused(self):
        return self.form.window().focusWidget()

    async def end(self):
        if isinstance(self.form, QDialog):
            self.form.reject()
        elif isinstance(self.form, Panel):
            self.panel_host.shut()
        elif hasattr(self.form, "stop"):
            self.form.stop()
        self.form.hide()
        await asyncio.sleep(0)


@pytest.fixture(scope="module", autouse=True)
def calm():
    """Free no widget while Qt is at work with others, as in the real window (see kit/heap.py)."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def stage(qtbot, us, tmp_path):
    return Stage(qtbot, us, tmp_path)


CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QHeaderView, QPlainTextEdit)


def empty_parts(form):
    """Return what nobody types into, chooses from or presses, and a point where each is seen."""
    found = {}
    for x in range(4, form.width(), 12):
        for y in range(4, form.height(), 12):
            at = form.childAt(x, y) or form
            around, is_control = at, False
            while around is not None and around is not form:
                is_control |= isinstance(around, CONTROLS) or is_text(around)
                around = around.parentWidget()
            if not is_control:
                found.setdefault(at, at.mapFrom(form, QPoint(x, y)))
    return found


def held(field):
    return field.currentText() if isinstance(field, QComboBox) else field.text()


def test_every_form_of_the_program_is_tried_here():
    assert missing() == []


@pytest.mark.parametrize("kind", KINDS)
async def test_a_form_opens_with_the_keyboard_in_its_first_field(stage, kind):
    form = await stage.show(kind)
    fields = fields_in(form)
    if kind in LISTS_FIRST:
        assert isinstance(stage.focused, QAbstractItemView)
    elif fields and kind not in BEGINS_ELSEWHERE:
        assert stage.focused in fields
        before = fields[: fields.index(stage.focused)]
        assert all(held(one) for one in before), "an empty field stands before it"
    elif isinstance(form, FormDialog):
        assert stage.focused in {form, form.main_button()} or not stage.focused.isHidden()
    await stage.end()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if issubclass(kind, FormDialog)])
async def test_a_dialog_stays_open_though_only_qt_knows_it(stage, kind):
    gc.freeze()  # what is there already need not be looked at
    form = await stage.show(kind)
    fields_in(form)
    stage.form = None
    alive = weakref.ref(form)
    del form
    gc.collect()
    gc.unfreeze()
    assert alive() is not None, "Python freed a window that was open"
    stage.form = alive()
    await stage.end()


@pytest.mark.parametrize("kind", KINDS)
async def test_tab_goes_from_field_to_field_in_their_order(stage, kind):
    form = await stage.show(kind)
    fields = fields_in(form)
    if not fields:
        return
    fields[0].setFocus()
    visited = [fields[0]]
    for _ in range(200):
        QTest.keyClick(stage.focused, KEY.Key_Tab)
        if (now := stage.focused) is fields[0]:
            break
        visited += [now] if now in fields and now not in visited else []
    reached = [one for one in fields if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one for one in visited if one in reached] == reached
    await stage.end()


@pytest.mark.parametrize("kind", KINDS)
async def test_a_click_on_an_empty_part_leaves_the_keyboard_where_it_is(stage, kind):
    form = await stage.show(kind)
    fields = fields_in(form)
    parts = empty_parts(form)
    assert parts
    for field in fields[:1] + fields[-1:]:
        field.setFocus()
        for part, at in parts.items():
            QTest.mouseClick(part, Qt.MouseButton.LeftButton, pos=at)
            assert form.isVisible()
            assert stage.focused is field, part
    await stage.end()


@pytest.mark.parametrize("kind", KINDS)
async def test_a_click_on_an_empty_part_brings_a_lost_keyboard_back(stage, kind):
    form = await stage.show(kind)
    fields = fields_in(form)
    for field in fields[-1:]:
        field.setFocus()
        field.clearFocus()
        QTest.mouseClick(*next(iter(_click(empty_parts(form)))))
        assert stage.focused is not None
        assert stage.focused in fields
    await stage.end()


def _click(parts):
    for part, at in parts.items():
        yield part, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at


def marked(form):
    """Return the fields that say what is wrong with them, in the order of Tab."""
    order = fields_in(form)
    wrong = [one.editor for one in form.findChildren(Field) if not one.problem.isHidden()]
    return sorted(wrong, key=lambda one: order.index(one) if one in order else len(order))


def do(form):
    """Do what a form is for, by its button."""
    if isinstance(form, Panel):
        form.press()
    elif isinstance(form, FormPage):
        form.submit()
    elif button := form.main_button() or next(
        (one for one in form.findChildren(Button) if one.kind == "primary"), None
    ):
        button.setEnabled(True)
        button.click()


async def settled(form):
    """Wait until what was begun has ended."""
    for jobs in (getattr(form, "_jobs", None), getattr(form, "jobs", None)):
        if jobs:
            await jobs.idle()


@pytest.mark.parametrize("kind", [one for one in KINDS if one not in NO_FIELD])
async def test_after_a_refusal_the_keyboard_is_in_the_first_bad_field(stage, kind):
    form = await stage.show(kind)
    fields = fields_in(form)
    for field in fields:
        line = field.lineEdit() if isinstance(field, QComboBox) else field
        if line is not None:
            line.clear()
    tabbed = [one for one in form.findChildren(Button) if one.focusPolicy() and one.isVisible()]
    (tabbed or fields or [form])[-1].setFocus()  # as after Tab to the button at the foot
    await asyncio.sleep(0)
    do(form)
    await settled(form)
    if not isValid(form):
        return  # it was done: nothing of it was needed
    if form.isVisible() and (bad := marked(form)):
        assert stage.focused is bad[0] or bad[0].isAncestorOf(stage.focused)
    elif isinstance(form, Panel) and fields and not form.problem.isHidden():
        assert stage.focused in fields_in(form)
    await stage.end()


NAMED = [
    (NewCustomerDialog, "email_taken", lambda form: form.person["email"].input),
    (WebShopDialog, "web_address_unreadable", lambda form: form.field.input),
    (dialogs.CancelDialog, "reason_missing", lambda form: form.reason.input),
    (dialogs.RecallDialog, "reason_missing", lambda form: form.reason.input),
    (dialogs.TrackingDialog, "tracking_used", lambda form: form.number.input),
    (ApprovalDialog, "wrong_password", lambda form: form.password.input),
    (ApprovalDialog, "not_a_manager", lambda form: form.login.input),
    (EmailSetupDialog, "mail_server_password", lambda form: form.password.input),
    (EmailSetupDialog, "mail_server_away", lambda form: form.host.input),
    (PayDialog, "reference_used", lambda form: form.pay.card_reference.input),
    (NewStoreForm, "login_taken", lambda form: form.login.input),
    (JoinStoreForm, "ca_file_missing", lambda form: form.ca_file.input),
    (JoinPanel, "wrong_password", lambda form: form.form.password.input),
]


@pytest.mark.parametrize(("kind", "code", "field"), NAMED)
async def test_what_the_store_refuses_of_a_field_takes_the_keyboard_there(stage, kind, code, field):
    form = await stage.show(kind)
    button = next(one for one in form.findChildren(Button) if one.isVisible())
    button.setFocus()
    form.refuse(Refused(code, who="Ann", tracking="1Z", number="7", host="mail", port=25, said=""))
    assert stage.focused is field(form)
    await stage.end()


def last_field(form):
    fields = form.editors() if isinstance(form, FormPage) else fields_in(form)
    return (fields or fields_in(form) or [None])[-1]


@pytest.mark.parametrize("kind", KINDS)
async def test_enter_in_the_last_field_does_what_the_form_is_for(stage, kind):
    for key in ENTERS:
        form = await stage.show(kind)
        field, done = last_field(form), []
        if field is None or isinstance(field, QPlainTextEdit) or kind in ENTER_IS_ELSEWHERE:
            await stage.end()
            return
        field.setFocus()
        if isinstance(form, FormDialog):
            form.start = lambda _: None
            form.accept = lambda: None
            button = form.main_button()
            button.setEnabled(True)
            button.clicked.connect(lambda: done.append(1))  # noqa: B023 - of this round
        elif isinstance(form, Panel):
            form.enter = lambda: done.append(1)  # noqa: B023
        else:
            form.submit = lambda: done.append(1)  # noqa: B023
        QTest.keyClick(stage.focused, key)
        assert done == [1]
        await settled(form)
        await stage.end()


def dead(root):
    """Return the buttons that Tab reaches and Enter does not press."""
    found = []
    for button in root.findChildren(QAbstractButton):
        is_reached = button.focusPolicy() & Qt.FocusPolicy.TabFocus and button.isVisible()
        # what is chosen of several is chosen by arrows, and Enter saves
        if not is_reached or not button.isEnabled() or isinstance(button, QCheckBox | SideCard):
            continue
        for key in ENTERS:
            pressed = []
            button.click = lambda pressed=pressed: pressed.append(1)
            QTest.keyClick(button, key)
            if pressed != [1]:
                found.append(f"{type(button).__name__} {button.accessibleName()}")
    return found


@pytest.mark.parametrize("kind", KINDS)
async def test_enter_presses_every_button_of_a_form_that_tab_reaches(stage, kind):
    form = await stage.show(kind)
    assert dead(form) == []
    await stage.end()


async def test_enter_presses_every_button_before_the_store_that_tab_reaches(house):  # noqa: F811
    window = house.window
    await house.come()
    window.show_first_run()
    await window.first_run.idle()
    assert window.first_run.choices.demo.button.hasFocus()
    assert dead(window) == []
    window.show_sign_in()
    people = (DemoLogin("Ann", "demo_ann", "right", "cashier"),)
    window.sign_in.people.show_people(people)
    window.sign_in.people.show()
    assert window.sign_in.people.cards
    assert dead(window) == []
    await window.sign_in.idle()
    house.leave()


@pytest.mark.parametrize("person", ["cyd", "dee"])  # together they have every page
async def test_enter_presses_every_button_of_every_page_that_tab_reaches(house, person):  # noqa: F811
    window = house.window
    await house.come()
    await house.enter(person)
    for key in window.frame.pages:
        window.frame.go(key)
        await house.idle()
        assert dead(window.frame) == []
    house.leave()


def test_enter_that_is_held_down_presses_nothing_more(qtbot):
    for button in (Button("Pay"), SideItem("Till", "package")):
        qtbot.addWidget(button)
        button.show()
        pressed = []
        button.clicked.connect(lambda: pressed.append(1))  # noqa: B023 - of this round
        QTest.keyClick(button, KEY.Key_Return)
        repeated = QKeyEvent(
            QEvent.Type.KeyPress,
            KEY.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            "\r",
            True,  # noqa: FBT003
        )
        QApplication.sendEvent(button, repeated)
        assert pressed == [1]


def test_a_person_of_the_demo_is_chosen_by_enter(qtbot):
    card = DemoLoginCard(DemoLogin("Ann", "demo_ann", "right", "cashier"), "ann", "Cashier")
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, KEY.Key_Enter)


class Page:
    """Two fields and a button, as a command finds them."""

    def __init__(self, qtbot):
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.first, self.second = QLineEdit(self.window), QLineEdit(self.window)
        self.button = Button("Save")
        self.button.setParent(self.window)
        for at, part in enumerate((self.first, self.second, self.button)):
            part.move(0, 40 * at)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window)
        KEYBOARD.install()
        go_to(self.second)
        qtbot.waitUntil(self.second.hasFocus)


@pytest.mark.parametrize("how", ["setEnabled", "setVisible"])
def test_a_field_that_a_command_took_away_has_the_keyboard_back(qtbot, how):
    page = Page(qtbot)
    getattr(page.second, how)(False)  # noqa: FBT003 - Qt's
    assert page.window.focusWidget() is not page.second
    getattr(page.second, how)(True)  # noqa: FBT003
    qtbot.waitUntil(page.second.hasFocus)


def test_a_whole_form_that_a_command_took_away_has_the_keyboard_back(qtbot):
    page = Page(qtbot)
    page.first.setEnabled(False)
    page.second.setEnabled(False)
    page.button.setEnabled(False)
    for part in (page.first, page.button, page.second):
        part.setEnabled(True)
    qtbot.waitUntil(page.second.hasFocus)


def test_the_keyboard_stays_where_a_person_has_put_it_meanwhile(qtbot):
    page = Page(qtbot)
    third = QLineEdit(page.window)
    third.show()
    page.second.setEnabled(False)
    third.setFocus()
    page.second.setEnabled(True)
    qtbot.wait(20)
    assert third.hasFocus()


async def test_what_is_refused_while_the_steps_are_shown_leaves_the_keyboard_in_the_form(
    house,  # noqa: F811
):
    window, first = house.window, house.window.first_run
    await house.come()
    KEYBOARD.install()
    window.show_first_run()
    await first.idle()
    first.show_new_store()
    form = first.new_store
    go_to(form.city.input)
    house.access.answers = [Refused("store_here_already")]
    first._new = object()
    first._jobs.start(first.make_store)
    await first.idle()
    await asyncio.sleep(0.02)
    assert first.stack.currentWidget() is form
    assert form.city.input.hasFocus()
    house.leave()


def test_enter_does_the_deed_from_each_of_its_fields_and_a_bad_number_has_the_keyboard(qtbot, us):
    done = []
    me = Me(uuid4(), "ada", "Ada", frozenset(), frozenset(), bounds=BOUNDS,
            reasons={Reason.FOUND: 1, Reason.OTHER: 0})  # fmt: skip
    form = StockForm(us, me, lambda: done.append(form.filled()))
    qtbot.addWidget(form)
    form.show()
    form.begin(StockCommand.ADJUST)
    form.number.show_value(3)
    for field in (form.number.input, form.reason.input, form.remark.input):
        field.setFocus()
        QTest.keyClick(field, KEY.Key_Enter)
    assert len(done) == 3
    assert all(done)
    form.number.show_value(0)
    QTest.keyClick(form.remark.input, KEY.Key_Return)
    assert done[-1] is None
    assert form.window().focusWidget() is form.number.input
    assert form.number.input.selectedText() == "0"


@pytest.mark.parametrize("is_typing", [True, False])
def test_words_selected_by_the_mouse_leave_the_keyboard_to_whoever_types(qtbot, is_typing):
    page = Page(qtbot)
    label = Label("ORD-2026-000123", selectable=True)
    label.setParent(page.window)
    label.move(0, 160)
    label.show()
    page.window.resize(300, 240)
    if not is_typing:
        page.second.clearFocus()
    for click in (QTest.mouseDClick, QTest.mouseRelease):
        click(label, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert label.hasSelectedText()
    assert page.window.focusWidget() is (page.second if is_typing else label)
