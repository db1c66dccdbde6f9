"""Every path and every name on the page of the architecture is there."""

import importlib
import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
PAGE = (TOP / "docs" / "architecture.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:src|migrations|tests)/[\w./]*)`", PAGE)))
LINKS = sorted(set(re.findall(r"\]\(([\w./]+)\)", PAGE)))
FOLDERS = re.findall(r"^\| `src/storedesk/(\w+)/` \| (.*) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("path", PATHS)
def test_a_path_is_there(path):
    assert (TOP / path).exists()


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_somewhere(link):
    assert (TOP / "docs" / link).exists()


@pytest.mark.parametrize(("folder", "words"), FOLDERS)
def test_a_room_that_is_named_is_there(folder, words):
    for room in re.findall(r"`(\w+)/`", words):
        assert (TOP / "src" / "storedesk" / folder / room / "__init__.py").exists()


def test_every_folder_of_the_program_is_on_the_page():
    packages = {path.parent.name for path in (TOP / "src" / "storedesk").glob("*/__init__.py")}
    assert packages - {folder for folder, _ in FOLDERS} == {"cli"}


def test_the_command_of_the_example_is_the_one_that_the_page_sends():
    noun, name = re.search(r"Desk\.do\(api\.(\w+)\.(\w+)", PAGE).groups()
    assert hasattr(importlib.import_module(f"storedesk.api.{noun}"), name)
    pages = (TOP / "src" / "storedesk" / "ui").rglob("*.py")
    assert any(f"api.{noun}.{name}" in path.read_text(encoding="utf-8") for path in pages)
    assert f"SQL: api.{name}" in PAGE
