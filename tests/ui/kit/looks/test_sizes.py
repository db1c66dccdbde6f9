import pytest
from PySide6.QtWidgets import QApplication, QCheckBox

from storedesk.ui.kit.forms.entry import EntryField
from storedesk.ui.kit.looks import paint, theme
from storedesk.ui.kit.looks.buttons import primary
from storedesk.ui.kit.looks.sizes import SIZES, pressed, px, roomy, target


@pytest.fixture
def sizes():
    yield SIZES
    SIZES.choose(percent=100, is_touch=False)


def test_at_first_everything_is_as_it_is_written():
    assert [one(30) for one in (px, target, roomy, pressed)] == [30] * 4


@pytest.mark.parametrize(("percent", "expected"), [(110, 33), (125, 38), (150, 45)])
def test_what_holds_words_grows_as_they_do(sizes, percent, expected):
    sizes.choose(percent=percent, is_touch=False)
    assert px(30) == target(30) == expected
    assert 30 < roomy(30) < expected


def test_a_finger_has_44_pixels_and_more_where_there_are_more(sizes):
    sizes.choose(percent=100, is_touch=True)
    assert (target(30), target(60), pressed(36), px(30)) == (44, 60, 44, 30)


def test_it_is_told_once(sizes, qtbot):
    with qtbot.waitSignal(sizes.changed):
        assert sizes.choose(percent=150, is_touch=False)
    assert not sizes.choose(percent=150, is_touch=False)


def test_words_buttons_chips_and_boxes_grow_together(sizes, qtbot):
    def measured():
        button, box = primary("Save", icon="save", cap="Ctrl+S"), QCheckBox("Ticked")
        for one in (button, box):
            qtbot.addWidget(one)
            one.ensurePolished()
        return (
            QApplication.font().pixelSize(), theme.font(15).pixelSize(),
            button.sizeHint().height(), button.sizeHint().width(), box.sizeHint().height(),
            paint.cap_height(), paint.chip_height(), paint.chip_width("Sold out"),
        )  # fmt: skip

    usual = measured()
    sizes.choose(percent=150, is_touch=False)
    large = measured()
    assert all(after > 1.25 * before for before, after in zip(usual, large, strict=True)), (
        usual,
        large,
    )
    sizes.choose(percent=100, is_touch=False)
    assert measured() == usual


def test_big_figures_stay_as_they_are_and_are_never_smaller_than_a_heading(sizes):
    sizes.choose(percent=150, is_touch=False)
    assert theme.font(56).pixelSize() == 56
    assert theme.font(30).pixelSize() == theme.font(22).pixelSize() == 33


def test_without_a_keyboard_in_mind_no_keys_are_shown(sizes, qtbot):
    button = primary("Save", cap="Ctrl+S")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    sizes.choose(percent=100, is_touch=True)
    assert button.shown_cap == ""
    assert button.sizeHint().width() < wide
    assert paint.cap_width("Ctrl+S") == 0


def test_the_entry_field_keeps_its_words_whole(sizes, qtbot):
    sizes.choose(percent=150, is_touch=True)
    field = EntryField("Scan or type", "Scan or type", None)
    qtbot.addWidget(field)
    assert field.height() >= field.fontMetrics().height() + 8
