import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from storedesk import api, queries
from storedesk.domain.change_notices import ANYTHING, ChangeNotice
from storedesk.domain.refusals.errors import NotAllowed, Refused, Unavailable
from storedesk.domain.till import Register
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from storedesk.services.signed_in import SignedIn, enter, station_of
from storedesk.settings import Profile, StoreKind
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.shell.main_window import MainWindow
from storedesk.ui.unavailable import away_words
from tests.ui.store_access import StoreAccess

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ADAS = ["start", "orders", "products", "inventory", "counts", "customers", "outbox"]


class House:
    """The real window, and people of the tests' store who sign in."""

    def __init__(self, qtbot, store, folder):
        self.store, self.desks = store, []
        self.is_whole = False
        """Whether who signs in finds all pages made, as after the first seconds."""
        self.access = StoreAccess(Profile(folder))
        self.access.profile.change(store=StoreKind.EMBEDDED)
        self.window = MainWindow(self.access)
        self.window.entered.connect(self.window.show_store)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)

    async def come(self):
        self.window.show_sign_in()
        self.window.show()
        self.window.activateWindow()
        await self.window.sign_in.idle()

    async def enter(self, person, *, is_noted=False):
        database = Database(self.store.dsn(person))
        with database.reading() as session:
            entered = SignedIn(
                desk=Desk(database),
                dsn=self.store.dsn(person),
                me=api.staff.me(session),
                store=queries.store_settings.settings(session),
                registers=queries.store_settings.registers(session),
                sign_in=uuid4(),
            )
        if is_noted:
            place = station_of(self.access.profile)
            entered = enter(self.store.dsn(person), place, is_shared=True)
            database.close()
            self.access.people_here.there().joined(entered.me.login)
        self.desks.append(entered.desk)
        self.access.answers = [entered]
        page = self.window.sign_in
        page.login.show_value(person)
        page.password.show_value("whatever the door is told")
        page.submit()
        await page.idle()
        if self.window.frame and self.is_whole:
            while self.window.actions_at_hand.complete_one():
                pass
        await self.idle()

    async def idle(self):
        if self.window.frame:
            await self.window.frame.idle()

    async def press(self, key, *modifiers):
        QTest.keyClick(self.window, key, *modifiers)
        await self.idle()

    def leave(self):
        QApplication.instance().removeEventFilter(self.window.scanner)  # else it hears other tests
        self.window.leave_store()
        for desk in self.desks:
            desk.close()


@pytest.fixture
def house(qtbot, store, tmp_path):
    made = House(qtbot, store, tmp_path)
    yield made
    made.leave()
    THEME.choose(Scheme.LIGHT)
    SIZES.choose(percent=100, is_touch=False)


def keys(house):
    listed = list(house.window.frame.pages)
    assert listed.pop() == "preferences", "which everybody has, behind their name"
    return listed


@pytest.mark.parametrize(
    ("person", "pages"),
    [
        ("bob", ["till", "orders", "products", "inventory", "customers", "outbox"]),
        (
            "cyd",
            [
                "start",
                "till",
                "orders",
                "products",
                "inventory",
                "counts",
                "customers",
                "low_stock",
                "exceptions",
                "shifts",
                "reports",
                "outbox",
                "journal",
                "health",
            ],
        ),
        ("ada", ADAS),
        (
            "dee",
            [
                "orders",
                "products",
                "inventory",
                "customers",
                "people",
                "settings",
                "outbox",
                "journal",
                "health",
            ],
        ),
        (
            "eve",
            [
                "start",
                "orders",
                "products",
                "inventory",
                "customers",
                "exceptions",
                "shifts",
                "reports",
                "outbox",
                "journal",
                "health",
            ],
        ),
    ],
)
async def test_everybody_sees_the_pages_they_may_use(house, person, pages):
    await house.come()
    await house.enter(person)
    assert keys(house) == pages
    house.leave()


async def test_amounts_of_refusals_are_written_as_the_store_writes_money(house):
    await house.come()
    await house.enter("cyd")
    page = house.window.frame.pages["orders"]
    page.refuse(Refused("refund_too_large", left="1736.00"))
    assert page.problem.text() == "Only $1,736.00 can be refunded: no more was paid."
    house.leave()


async def test_keys_go_from_page_to_page_and_the_title_says_where(house):
    await house.come()
    await house.enter("cyd")
    await house.press(KEY.Key_4, CTRL)
    assert house.window.windowTitle() == "Inventory · The Shop · StoreDesk"
    assert house.window.frame.side_bar.items["inventory"].isChecked()
    house.leave()


AGO = (
    "UPDATE storedesk.clock"
    " SET believed_at = believed_at - %s::interval, seen_at = seen_at - %s::interval"
)


async def test_a_clock_that_jumped_is_said_before_anybody_sells_by_it(house):
    house.store.sql(AGO, "1 year", "1 year")
    await house.come()
    await house.enter("cyd")
    frame = house.window.frame
    assert frame.notices.clock.isVisible()
    assert "was last seen at" in frame.notices.clock.text()
    assert "storedesk" not in frame.notices.clock.text()

    QTest.mouseClick(frame.notices.clock.shut, Qt.MouseButton.LeftButton)
    assert not frame.notices.clock.isVisible()
    await frame.look_at_clock()
    assert not frame.notices.clock.isVisible(), "it was read"

    house.store.sql(AGO, "-1 year", "-1 year")
    await frame.look_at_clock()
    house.store.sql(AGO, "3 days", "3 days")
    await frame.look_at_clock()
    assert frame.notices.clock.isVisible(), "this is another time"
    house.leave()


async def test_a_clock_behind_the_newest_order_is_said_and_one_in_order_is_not(
    house, orders, goods
):
    order = orders.placed((goods("MUG"), 1))
    await house.come()
    await house.enter("bob")
    frame = house.window.frame
    assert not frame.notices.clock.isVisible()

    words = "UPDATE orders SET created_at = created_at + {0}, updated_at = updated_at + {0}"
    with house.store.connect() as line:
        line.execute("SET session_replication_role = replica")
        line.execute(words.format("interval '20 minutes'"))
    await frame.look_at_clock()
    assert f"order {orders.column(order, 'order_number')} is of" in frame.notices.clock.text()
    house.leave()


async def test_a_computer_whose_clock_is_not_the_stores_is_said(house):
    await house.come()
    await house.enter("bob")
    frame = house.window.frame
    state = await frame.context.desk.do(api.clock.look_at_clock)
    frame.notices.clock.show_state(replace(state, now=state.now - timedelta(hours=1)))
    assert "and this computer's" in frame.notices.clock.text()
    frame.notices.clock.show_state(replace(state, now=state.now - timedelta(minutes=9)))
    assert not frame.notices.clock.isVisible()
    house.leave()


async def test_f12_lets_someone_else_in_and_leaves_nothing_of_the_first(house):
    await house.come()
    await house.enter("cyd")
    actions = {action.name for action in house.window.actions_at_hand.all()}
    await house.press(KEY.Key_F12)
    assert house.window.stack.currentWidget() is house.window.sign_in
    assert house.window.frame is None
    assert house.window.windowTitle() == "StoreDesk"
    left = {action.name for action in house.window.actions_at_hand.all()}
    assert {"go.till", "staff.switch"} <= actions - left

    await house.enter("ada")
    assert keys(house) == ADAS
    assert house.window.frame.side_bar.person.name.startswith("Ada")
    house.leave()


async def test_the_palette_and_the_keys_open_by_key_everywhere(house):
    await house.come()
    for key, modifiers, name in ((KEY.Key_K, [CTRL], "Palette"), (KEY.Key_F1, [], "ShortcutSheet")):
        house.window.activateWindow()
        QTest.keyClick(house.window, key, *modifiers)
        dialog = covering()
        assert type(dialog).__name__ == name
        dialog.reject()


async def test_an_open_dialog_keeps_its_window_open_and_the_keys_below_it_asleep(house):
    await house.come()
    await house.enter("ada")
    QTest.keyClick(house.window, KEY.Key_F1)
    sheet, frame = covering(), house.window.frame
    QTest.keyClick(sheet.focusWidget(), KEY.Key_F12)  # lets someone else sign in
    assert not house.window.close()
    assert house.window.isVisible()
    assert house.window.frame is frame
    assert covering() is sheet
    QTest.keyClick(sheet.focusWidget(), KEY.Key_Escape)
    QTest.keyClick(house.window, KEY.Key_F12)
    assert house.window.frame is None
    house.leave()


async def test_news_is_told_once_a_table_and_only_to_those_who_watch_it(house):
    await house.come()
    await house.enter("ada")
    heard = []
    for key, page in house.window.frame.pages.items():
        page.hear = lambda table, ids, key=key: heard.append((key, ids))
    one, two = house.store.staff_id("ada"), house.store.staff_id("bob")
    for ids in (frozenset({one}), frozenset({two}), frozenset()):
        house.window.hear(ChangeNotice({"categories": ids}))
    house.window.frame.news.flush()
    assert heard == [("products", frozenset({one, two}))]

    heard.clear()
    house.window.hear(ChangeNotice({"inventory": None}))
    house.window.hear(ANYTHING)
    house.window.frame.news.flush()
    assert [key for key, _ in heard] == [*ADAS, "preferences"]
    await house.idle()
    house.leave()


async def test_settings_that_an_admin_changes_are_those_of_every_window(house):
    await house.come()
    await house.enter("ada")
    frame = house.window.frame
    words = "SELECT api.change_settings(%s, %s, %s)"
    changes = '{"name": "Harbor & Vine", "cash_rounding": "0.05"}'
    house.store.sql(words, uuid4(), 1, changes, login="dee")
    house.window.hear(ChangeNotice({"store_settings": None}))
    frame.news.flush()
    await house.idle()
    assert frame.context.store.name == "Harbor & Vine"
    assert frame.context.store.cash_rounding == Decimal("0.05")
    assert frame.side_bar.store.text() == "Harbor & Vine"
    house.leave()


async def test_the_sale_at_another_register_is_no_news_here(house):
    await house.come()
    await house.enter("ada")
    frame, heard = house.window.frame, []
    for key, page in frame.pages.items():
        page.hear = lambda table, _, key=key: heard.append((key, table))
        page.watches = frozenset({"till_carts"})
    frame.pages["orders"].shows_own_sale = True
    mine = uuid4()
    frame.context = replace(frame.context, register=Register(mine, "T1", "Till 1"))
    processes = [one.info.backend_pid for one in frame.context.desk.database._lines]
    assert processes

    def hear(register, sender):
        heard.clear()
        house.window.hear(ChangeNotice({"carts": None}, register, sender))
        frame.news.flush()
        return [key for key, _ in heard]

    assert hear(uuid4(), 0) == []
    everybody = [*ADAS, "preferences"]
    assert hear(mine, max(processes) + 1) == everybody
    others = [key for key in everybody if key != "orders"]
    assert hear(mine, processes[0]) == others, "who has done it shows the answer"
    await house.idle()
    house.leave()


async def test_a_lost_line_is_said_with_since_when_until_it_is_mended(house):
    await house.come()
    await house.enter("ada")
    frame, gone = house.window.frame, Unavailable("unavailable")
    house.window.lost(gone)
    since = frame.notices.lost.text()
    house.window.lost(gone)
    assert "This began at" in since
    assert frame.notices.lost.text() == since, "since it was lost first"
    assert "Not connected since" in frame.side_bar.person.lost

    house.window.hear(ANYTHING)
    assert frame.notices.lost.text() == ""
    assert frame.side_bar.person.lost == ""
    frame.news.flush()
    await house.idle()
    house.leave()


@pytest.mark.parametrize(
    "failure",
    [
        Unavailable("server_full"),
        Unavailable("login_rests"),
        Unavailable("server_starting"),
        Unavailable("unavailable"),
        NotAllowed("not_let_in"),
        NotAllowed("wrong_password"),
        Refused("store_closed"),
    ],
    ids=lambda failure: failure.code,
)
async def test_inside_the_store_the_reason_is_said_in_the_words_of_sign_in(house, failure):
    await house.come()
    await house.enter("ada")
    house.window.lost(failure)
    inside = house.window.frame.notices.lost.text()
    assert inside.startswith(failure.sentence())
    assert away_words(failure).startswith(failure.sentence())
    assert ("reconnects by itself" in inside) == (failure.code != "wrong_password")
    await house.idle()
    house.leave()


async def test_news_that_comes_when_a_person_goes_harms_nobody(house):
    await house.come()
    await house.enter("ada")
    house.window.hear(ANYTHING)
    await house.press(KEY.Key_F12)
    await asyncio.sleep(0.4)
    house.leave()


async def test_the_register_of_a_workstation_is_asked_for_once(house):
    second = house.store.sql(
        "INSERT INTO storedesk.registers (code, name) VALUES ('T2', 'Till 2') RETURNING id"
    )
    await house.come()
    await house.enter("bob")
    assert house.window.frame is None, "first it is asked which till this is"
    (button,) = [b for b in house.window.findChildren(QAbstractButton) if b.text() == "Till 2"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    await house.idle()
    assert house.window.frame.context.register.id == second
    assert house.access.preferences.register == second

    await house.press(KEY.Key_F12)
    await house.enter("cyd")
    assert house.window.frame.context.register.id == second
    house.leave()


async def test_colors_change_at_once_and_are_remembered(house):
    await house.come()
    await house.enter("ada")
    house.window.choose_scheme(Scheme.LIGHT)
    QTest.keyClick(house.window, KEY.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert THEME.tokens.page == "#14181F"
    assert house.access.preferences.scheme == "dark"
    house.leave()


async def test_scarce_goods_are_counted_beside_their_page(house, add_product):
    product = add_product("Mug", on_hand=1)
    house.store.sql("UPDATE inventory SET low_stock_threshold = 5 WHERE product_id = %s", product)
    await house.come()
    await house.enter("ada")
    await house.window.frame.badges.show()
    assert house.window.frame.side_bar.items["inventory"].count == 1
    house.leave()


async def test_the_palette_jumps_to_a_product(house, add_product):
    product = add_product("Enamel mug")
    await house.come()
    await house.enter("cyd")
    (jump,) = [
        jump for find in house.window.actions_at_hand.finders for jump in await find("mug enam")
    ]
    assert jump.text == "Enamel mug"
    jump.run()
    await house.idle()
    page = house.window.frame.pages["products"]
    assert page.isVisible()
    assert page.table.chosen().id == product
    house.leave()


async def test_closing_waits_until_the_work_is_done(house, qapp):
    qapp.setQuitOnLastWindowClosed(False)  # as the program does
    await house.come()
    asked = []
    house.window.closing.connect(lambda: asked.append(True))
    house.window.close()
    assert asked == [True]
    assert house.window.isVisible()
    assert house.window.stack.currentWidget() is house.window.goodbye
    house.window.end()
    assert not house.window.isVisible()


async def test_every_control_has_an_accessible_name(house):
    house.window.first_run.show_new_store()
    house.window.first_run.show_join()
    await house.come()
    await house.enter("cyd")
    controls = [
        *house.window.findChildren(QAbstractButton),
        *house.window.findChildren(QLineEdit),
        *house.window.findChildren(QComboBox),
    ]
    unnamed = [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in controls
        if not (one.accessibleName() or getattr(one, "text", str)() or one.toolTip())
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert unnamed == [], " ".join(unnamed)
    house.leave()
