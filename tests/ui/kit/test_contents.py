"""The table of contents of the kit names every module, what is in it, and nothing else."""

import re
from pathlib import Path

import pytest

import storedesk.ui.kit

FOLDER = Path(storedesk.ui.kit.__file__).parent
LISTED: dict[str, dict[str, str]] = {}
for line in storedesk.ui.kit.__doc__.splitlines():
    if room := re.match(r"(\w+)/: ", line):
        LISTED[room[1]] = {}
    elif module := re.match(r" {4}(\w+) +(.+)", line):
        LISTED[list(LISTED)[-1]][module[1]] = module[2]


def test_every_folder_of_the_kit_is_listed():
    assert list(LISTED) == [
        "looks",
        "input",
        "base",
        "forms",
        "dialogs",
        "lists",
        "charts",
        "paper",
    ]
    assert LISTED.keys() == {path.parent.name for path in FOLDER.glob("*/__init__.py")}


@pytest.mark.parametrize("room", LISTED)
def test_every_module_of_a_folder_is_listed(room):
    there = {path.stem for path in (FOLDER / room).glob("*.py")} - {"__init__"}
    assert LISTED[room].keys() == there


@pytest.mark.parametrize("room", LISTED)
def test_what_a_module_is_said_to_hold_is_in_it(room):
    for module, text in LISTED[room].items():
        code = (FOLDER / room / f"{module}.py").read_text(encoding="utf-8")
        made = re.findall(r"^(?:class |def |async def )?(\w+)", code, re.MULTILINE)
        names = text.rpartition(": ")[2].split(", ") if ": " in text else []
        assert set(names) <= set(made), f"{room}.{module} has not all of {names}"
