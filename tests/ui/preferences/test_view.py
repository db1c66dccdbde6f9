"""Preferences: each is in effect at once, kept for its person or computer, found by its words."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from storedesk.ui.kit.base.actions import matches
from storedesk.ui.kit.base.sounds import SPEAKER
from storedesk.ui.kit.lists.habits import Density
from storedesk.ui.kit.looks.theme import THEME, Scheme
from storedesk.ui.kit.looks.tokens import Tone
from storedesk.ui.preferences.rows import preferences
from tests.ui.kit.base.test_sounds import player  # noqa: F401 - a fixture
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


async def open_page(house, person="ada"):  # noqa: F811
    await house.come()
    await house.enter(person)
    house.window.choose_scheme(Scheme.LIGHT)
    QTest.keyClick(house.window, Qt.Key.Key_Comma, CTRL)
    return house.window.frame.pages["preferences"]


def control(page, name):
    return page.rows[name].control


async def test_the_person_and_a_key_open_them(house):  # noqa: F811
    page = await open_page(house)
    frame = house.window.frame
    assert frame.stack.currentWidget() is page
    assert frame.side_bar.person.isChecked()
    assert not frame.side_bar.items["orders"].isChecked()
    frame.go("orders")
    assert not frame.side_bar.person.isChecked()
    for width in (1366, 1024):
        house.window.resize(width, 768)
        frame.go("orders")
        QTest.mouseClick(frame.side_bar.person, LEFT)
        assert frame.stack.currentWidget() is page
    assert "Ctrl+," in frame.side_bar.person.toolTip()
    house.leave()


async def test_the_palette_finds_every_setting_by_its_words_and_goes_to_it(house):  # noqa: F811
    page = await open_page(house)
    frame = house.window.frame
    for setting in preferences():
        frame.go("orders")
        found = [one for one in house.window.actions_at_hand.able()
                 if matches(one.text, setting.words.lower(), one.group)]  # fmt: skip
        (action,) = [one for one in found if one.name == f"preferences.{setting.name}"]
        house.window.actions_at_hand.trigger(action)
        assert frame.stack.currentWidget() is page
        focused = house.window.focusWidget()
        row = page.rows[setting.name]
        assert row.isAncestorOf(focused), setting.name
    house.leave()


async def test_colors_are_in_effect_at_once_and_a_persons_own(house):  # noqa: F811
    page = await open_page(house)
    colors = control(page, "colors")
    assert colors.current() is Scheme.LIGHT
    QTest.mouseClick(colors.button(Scheme.DARK), LEFT)
    assert THEME.chosen is Scheme.DARK
    assert house.access.preferences.scheme == "dark", "sign-in has them too"
    house.window.choose_scheme(Scheme.SYSTEM)
    assert colors.current() is Scheme.SYSTEM, "by the key as well"
    house.window.choose_scheme(Scheme.DARK)

    house.window.switch_user()
    await house.enter("cyd")
    house.window.choose_scheme(Scheme.LIGHT)
    house.window.switch_user()
    await house.enter("ada")
    assert THEME.chosen is Scheme.DARK
    house.leave()


async def test_rows_are_as_high_as_chosen_here_and_in_the_lists(house):  # noqa: F811
    page = await open_page(house)
    rows, habits = control(page, "rows"), house.window.frame.context.habits
    QTest.mouseClick(rows.button(Density.DENSE), LEFT)
    assert habits.density is Density.DENSE
    assert page.preview.table.verticalHeader().defaultSectionSize() == 28
    table = house.window.frame.pages["products"].table
    assert table.verticalHeader().defaultSectionSize() == 28
    habits.choose_density(Density.COMFORTABLE)
    assert rows.current() is Density.COMFORTABLE, "chosen over a list"
    house.leave()


async def test_sounds_are_switched_and_heard(house, player):  # noqa: F811
    page = await open_page(house)
    control(page, "volume").button(50).click()
    assert player.played == [("good", 50)], "how loud that is"
    QTest.mouseClick(control(page, "sounds"), LEFT)
    assert not SPEAKER.is_on
    SPEAKER.play(Tone.BAD)
    buttons = control(page, "listen").findChildren(type(control(page, "volume").button(50)))
    for button in buttons:
        button.click()
    played = ("good", 50), ("bad", 50), ("manager", 50)
    assert player.played[1:] == [*played], "even while they are off"

    house.window.switch_user()
    await house.enter("cyd")
    page = house.window.frame.pages["preferences"]
    assert not SPEAKER.is_on, "for everyone at this computer"
    assert not control(page, "sounds").isChecked()
    assert control(page, "volume").current() == 50
    house.leave()


async def test_where_nothing_plays_it_is_said(house, player):  # noqa: F811
    page = await open_page(house)
    row = page.rows["sounds"]
    assert row.remark.text().startswith("Told by ear")
    player.is_silent = True
    SPEAKER.changed.emit()
    assert row.remark.text().startswith("Nothing plays sounds on this computer")
    player.is_silent = False
    SPEAKER.changed.emit()
    assert row.remark.text().startswith("Told by ear")
    house.leave()


async def test_everything_is_reached_and_changed_by_keyboard(house):  # noqa: F811
    page = await open_page(house)
    page.show_setting("colors")
    QTest.keyClick(house.window.focusWidget(), Qt.Key.Key_Right)
    assert THEME.chosen is Scheme.DARK
    page.show_setting("sounds")
    is_on = SPEAKER.is_on
    QTest.keyClick(house.window.focusWidget(), Qt.Key.Key_Return)
    assert SPEAKER.is_on is not is_on
    house.leave()


async def test_everybody_sees_where_they_signed_in_and_nobody_elses(house):  # noqa: F811
    words = "SELECT api.note_sign_in(gen_random_uuid(), 'sign_in', NULL, %s, NULL, '1.2.3')"
    for person, place in (("ada", "desk-1"), ("bob", "till-7")):
        house.store.sql(words, place, login=person)
    page = await open_page(house)
    await page.idle()
    shown = [one.text() for one in page.history.findChildren(QLabel)]
    assert "desk-1, version 1.2.3" in shown
    assert not [one for one in shown if "till-7" in one]
    house.leave()
