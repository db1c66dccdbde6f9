"""The handbook: whole in each language, and true in what it names."""

import re

import pytest

from storedesk.documents import handbook
from storedesk.resources import resources_folder
from storedesk.translations import ENGLISH, languages, translation
from storedesk.ui.shell.pages import pages
from tests.translations.messages import messages

WRITTEN = [(language, key) for language in languages() for key in handbook.ORDER]


def texts(language):
    """Return all words of the program in a language, and those of a page's name."""
    english = {message.source for message in messages()}
    known = translation(language)
    said = {known.text(one) for one in english} | set(known.texts.values())
    return english if language == ENGLISH else said


@pytest.mark.parametrize(("language", "key"), WRITTEN)
def test_each_page_is_written_in_each_language(language, key):
    file = resources_folder() / "handbook" / language / f"{key}.md"
    assert file.is_file(), "copy the English page, and translate it"
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# ")
    steps = re.findall(r"^(?:\d+\.|-) ", text, re.MULTILINE)
    english = handbook.page_named(ENGLISH, key).text
    assert len(steps) == len(re.findall(r"^(?:\d+\.|-) ", english, re.MULTILINE))


def test_each_page_of_the_window_has_one_in_the_handbook_and_no_other():
    assert {page.key for page in pages()} == set(handbook.ORDER) - {handbook.FIRST}
    files = (resources_folder() / "handbook").rglob("*")
    assert {file.stem for file in files if file.is_file()} == set(handbook.ORDER)


@pytest.mark.parametrize("language", languages())
def test_what_is_bold_is_a_word_of_the_window(language):
    known = texts(language)
    for page in handbook.handbook(language):
        bold = set(handbook.BOLD.findall(page.text))
        assert bold - known == set(), page.key


@pytest.mark.parametrize("language", languages())
def test_links_lead_to_pages(language):
    for page in handbook.handbook(language):
        for _, target in handbook.LINK.findall(page.text):
            assert target.removesuffix(handbook.ENDING) in handbook.ORDER, page.key


@pytest.mark.parametrize("language", languages())
def test_languages_name_the_same_keys_and_links(language):
    for page in handbook.handbook(language):
        english = handbook.page_named(ENGLISH, page.key).text
        assert handbook.KEY.findall(page.text) == handbook.KEY.findall(english), page.key
        links = [target for _, target in handbook.LINK.findall(page.text)]
        assert links == [target for _, target in handbook.LINK.findall(english)], page.key


@pytest.mark.parametrize("language", languages())
def test_without_keys_no_key_is_left(language):
    for page in handbook.handbook(language):
        assert "`" not in page.written(None), page.key
        assert "()" not in page.written(None)


def test_keys_are_written_as_one_is_told():
    page = handbook.HandbookPage("x", "X", "# X\n\n**Print** (`Ctrl+P`, `F2`).\n")
    assert page.written(str.upper) == "# X\n\n**Print** (`CTRL+P`, `F2`).\n"
    assert page.written(None) == "# X\n\n**Print**.\n"


def test_a_page_is_found_by_its_words_in_any_order():
    found = handbook.find("en", "scan packing")
    assert [one.page.key for one in found] == ["orders"]
    assert "packing slip" in handbook.find("en", "packing")[0].line
    assert handbook.find("en", "stock low")[0].page.key == "low_stock", "its title has both"
    assert [one.page.key for one in handbook.find("de", "kassenlade münzen")] == ["till"]
    assert handbook.find("en", "zebra") == []


def test_without_words_all_pages_are_listed():
    assert [one.page.key for one in handbook.find("en", "  ")] == list(handbook.ORDER)
    assert {one.line for one in handbook.find("en", "")} == {""}


def test_a_language_without_a_handbook_has_the_english_one():
    assert handbook.handbook("xx") == handbook.handbook("en")
    assert handbook.page_named("en", "nowhere").key == handbook.FIRST
