"""A language of longer words, with accents, also from right to left: all is said in it, and fits.

The language is made here from the English texts: 40 % longer, each text between marks that nothing
else has. So what is shown without them was not translated.
"""

import asyncio
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from storedesk.translations import Translation
from storedesk.ui.kit.base import language
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.looks.buttons import Button
from storedesk.ui.sign_in.view import SignIn
from tests.ui.fits import cut, overlapping
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture
from tests.ui.shell.test_small_screens import laid_out
from tests.ui.test_keyboard import KINDS, stage  # noqa: F401 - a fixture

BEGIN, END = "\u27e8", "\u27e9"
ACCENTS = str.maketrans(
    "aeiouAEIOU", "\u00e4\u00eb\u00ef\u00f6\u00fc\u00c4\u00cb\u00cf\u00d6\u00dc"
)
HOLES = re.compile(r"({[^{}]*}|<[^<>]*>)")
LONGER = 0.4


class LongLanguage(Translation):
    """Says everything in longer words."""

    def text(self, english, meaning=""):
        del meaning
        return longer(english)

    def plural(self, one, many, count):
        return longer(one if count == 1 else many)


def longer(english):
    parts = HOLES.split(english)
    said = "".join(part if HOLES.fullmatch(part) else part.translate(ACCENTS) for part in parts)
    letters = sum(len(part) for part in parts if not HOLES.fullmatch(part))
    return f"{BEGIN}{said}{'x' * round(letters * LONGER)}{END}"


@pytest.fixture
def long_language(qapp, monkeypatch):
    monkeypatch.setattr(language, "translation", lambda _: LongLanguage("de"))
    LANGUAGE.choose("en")
    LANGUAGE.choose("de")
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    LANGUAGE.choose("en")


def said(widget):
    """Yield the texts that a widget shows or tells a screen reader."""
    for one in (widget, *widget.findChildren(QWidget)):
        if isinstance(one, QLabel):
            yield one.text()
        elif isinstance(one, Button):
            yield one.label
        elif isinstance(one, QAbstractButton):
            yield one.text()
        elif isinstance(one, QLineEdit):
            yield one.placeholderText()
        yield one.accessibleName()
        yield one.toolTip()


def english(texts, known=()):
    """Return the words among texts that are in no language but English."""
    left = {text for text in texts if re.search(r"[A-Za-z]{3}", text) and BEGIN not in text}
    return {text for text in left if not any(one and one in text for one in known)}


KNOWN = {
    "Ada", "Bob", "Cyd", "Dee", "Eve", "Kim", "Max", "Wes",
    "Mug", "MUG", "Soap", "Stoneware bowl", "StoreDesk", "The Shop", "Till 1", "Maya Okafor",
    "Deutsch", "English", "store", "example.com", "Pay back", "Sold by", "Total", "Low stock",
    "Name", "Now.", "Export", "Receipt", "Standard", "United Kingdom", "24 Nov, 09:17",
    "ORD-1", "22 Nov, 08:00 · Zoë Quay · $5.00",
    "{order_number}", "{register}", "{cashier}", "{customer}", "{carrier}", "{tracking_number}",
    "{tracking_link}", "{order_date}", "{paid}", "{total}", "{valid_until}", "{number}",
}  # fmt: skip
"""Names, examples that are the same in all languages, and what the forms here are about."""
SIZES = [(1024, 768), (1366, 768)]


@pytest.mark.usefixtures("long_language")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("person", ["cyd", "dee"])  # together they have every page
async def test_every_page_says_all_in_it_and_has_the_room(
    house,  # noqa: F811
    add_product,
    size,
    direction,
    person,
):
    QApplication.setLayoutDirection(direction)
    add_product("Mug", on_hand=4)
    house.access.profile.change(language="de")
    await house.come()
    await house.enter(person)
    window, frame = house.window, house.window.frame
    while frame.pages.make_next():
        pass
    window.resize(*size)
    context = frame.context
    known = {context.store.name, context.me.name, context.me.login, *KNOWN}
    for key, page in frame.pages.items():
        frame.go(key)
        await house.idle()
        await laid_out(window, page)
        await asyncio.sleep(0.05)
        days = {page.header.heading.text()} if key == "start" else set()
        if key == "reports":
            days = {page.chart.now.text(), page.chart.then.text()}
        assert english(said(page), known | days) == set(), key
        assert cut(page) == [], key
        assert overlapping(page) == [], key
    assert english(said(frame.side_bar), known) == set()


@pytest.mark.usefixtures("long_language")
@pytest.mark.parametrize("size", SIZES)
async def test_the_pages_outside_the_store_say_all_in_it_and_have_the_room(house, size):  # noqa: F811
    window = house.window
    window.resize(*size)
    await house.come()
    window.show_first_run()
    for page in (window.first_run, window.sign_in):
        window.stack.setCurrentWidget(page)
        await asyncio.sleep(0.05)
        assert english(said(page), KNOWN) == set()
        assert cut(page) == []
        assert overlapping(page) == []
    for page in (window.first_run, window.sign_in):
        page.stop()


@pytest.mark.usefixtures("long_language")
@pytest.mark.parametrize(
    "kind", [one for one in KINDS if one is not SignIn], ids=lambda kind: kind.__name__
)
async def test_every_form_says_all_in_it_and_has_the_room(stage, kind):  # noqa: F811
    stage.window.resize(1024, 768)
    form = await stage.show(kind)
    if getattr(form, "fills_page", False):
        stage.panel_host.setGeometry(52, 0, 972, 700)
        form.spread(is_wide=True)
    try:
        await asyncio.sleep(0.05)
        assert english(said(form), KNOWN) == set()
        assert cut(form) == []
        assert overlapping(form) == []
    finally:
        await stage.end()
