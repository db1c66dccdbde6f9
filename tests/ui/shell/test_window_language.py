"""The window speaks the language of a person, of the computer or of the store, in this order."""

import pytest
from PySide6.QtWidgets import QLabel

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.base import language
from storedesk.ui.kit.base.language import LANGUAGE, tr
from storedesk.ui.shell.refusal import refused
from tests.ui.shell.test_main_window import house  # noqa: F401 - a fixture

SPEAKS = "UPDATE storedesk.store_settings SET language = %s, store_country = %s"


@pytest.fixture(autouse=True)
def english():
    yield
    LANGUAGE.choose("en")


def words(widget):
    return {label.text() for label in widget.findChildren(QLabel)}


def labels(house):  # noqa: F811
    return [entry.label for entry in house.window.frame.entries]


async def entered(house, person="cyd"):  # noqa: F811
    await house.come()
    await house.enter(person)


async def test_a_person_changes_the_language_and_finds_the_same_page(house):  # noqa: F811
    await entered(house)
    window = house.window
    window.frame.go("customers")

    window.actions_at_hand.trigger(window.actions_at_hand.named("window.language.de"))
    await house.idle()

    assert window.frame.key() == "customers"
    assert "Kunden" in labels(house)
    assert "Customers" not in labels(house)
    assert "Kunden" in window.windowTitle()
    assert window.frame.context.format.locale.startswith("de")
    assert window.actions_at_hand.named("window.quit").text == tr("Close StoreDesk")


async def test_the_choice_is_the_persons_and_lasts(house):  # noqa: F811
    await entered(house)
    house.window.choose_language("de")
    await house.idle()

    house.window.switch_user()
    assert house.window.sign_in.title.text() == "Sign in"
    await house.enter("ada")
    assert "Customers" in labels(house)

    house.window.switch_user()
    await house.enter("cyd")
    assert "Kunden" in labels(house)


async def test_the_store_has_a_language_for_who_chose_none(house):  # noqa: F811
    house.store.sql(SPEAKS, "de", "DE")
    try:
        await entered(house)
        assert "Kunden" in labels(house)
        assert house.window.frame.context.format.locale == "de_DE"
        house.window.choose_language("en")
        await house.idle()
        assert "Customers" in labels(house)
        assert house.window.frame.context.speech().translate("Receipt") == "Beleg"
    finally:
        house.store.sql(SPEAKS, "en", "US")


async def test_a_language_without_texts_still_writes_amounts(house):  # noqa: F811
    house.store.sql(SPEAKS, "fr", "FR")
    try:
        await entered(house)
        assert "Customers" in labels(house)
        assert house.window.frame.context.format.locale == "fr_FR"
    finally:
        house.store.sql(SPEAKS, "en", "US")


async def test_sign_in_offers_languages_and_keeps_what_was_typed(house):  # noqa: F811
    await house.come()
    page = house.window.sign_in
    page.login.show_value("cyd")
    page.password.show_value("half a pass")

    page.languages.links["de"].click()

    page = house.window.sign_in
    assert house.window.stack.currentWidget() is page
    assert page.title.text() == "Anmelden"
    assert (page.login.text(), page.password.text()) == ("cyd", "half a pass")
    assert not page.languages.links["de"].isEnabled()
    assert house.access.preferences.language == "de"
    await page.idle()
    await house.enter("cyd")
    assert "Kunden" in labels(house)


async def test_the_first_run_offers_languages(house):  # noqa: F811
    house.window.show()
    house.window.show_first_run()
    first = house.window.first_run

    first.choices.languages.links["de"].click()

    assert house.window.first_run is not first
    assert house.window.stack.currentWidget() is house.window.first_run
    assert "Willkommen bei StoreDesk" in words(house.window.first_run.choices)


async def test_what_is_unsaved_is_asked_about_first(house, monkeypatch):  # noqa: F811
    await entered(house)
    frame = house.window.frame
    asked = []
    monkeypatch.setattr(frame, "lets_go", asked.append)

    house.window.choose_language("de")
    assert house.window.frame is frame
    assert LANGUAGE.language == "en"
    assert len(asked) == 1


async def test_the_sale_in_hand_stays(house, goods, till_of):  # noqa: F811
    till = till_of("T1", "bob")
    till.open()
    goods("MUG", price="4.00")
    till.scan("MUG", 3)
    house.access.profile.change(register=till.register)
    await entered(house, "bob")

    house.window.choose_language("de")
    await house.idle()

    page = house.window.frame.pages["till"]
    await page.idle()
    assert [(line.name, line.quantity) for line in page.selling.sale.lines] == [("Mug", 3)]
    assert page.pay.text().startswith("Bezahlen")


@pytest.mark.usefixtures("qapp")
def test_what_is_refused_before_a_language_is_chosen_is_said_in_the_systems(monkeypatch, capsys):
    monkeypatch.setattr(language, "system_language", lambda: "de")
    monkeypatch.setattr(LANGUAGE, "is_chosen", False)
    refused(Refused("settings_unreadable", file="settings.toml", why="Permission denied"))
    assert capsys.readouterr().err.startswith(
        "settings.toml kann nicht gelesen werden: Keine Berechtigung."
    )
    assert LANGUAGE.choose("en")
    refused(Refused("no_display"))
    assert capsys.readouterr().err.startswith("There is no")
