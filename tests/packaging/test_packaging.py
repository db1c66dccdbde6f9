"""What is shipped beside the code."""

import configparser
import tomllib
from pathlib import Path

TOP = Path(__file__).parents[2]


def test_the_desktop_file_says_what_the_desktops_want_to_know():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(TOP / "packaging" / "storedesk.desktop")
    entry = parser["Desktop Entry"]

    assert entry["Type"] == "Application"
    assert entry["Exec"] == "storedesk"
    assert all(entry[key].endswith(";") for key in ("Categories", "Keywords"))


def test_what_the_spec_ships_is_there():
    spec = (TOP / "packaging" / "storedesk.spec").read_text(encoding="utf-8")

    for folder in ("migrations", "resources"):
        assert f'top / "{folder}"' in spec
        assert (TOP / folder).is_dir()


def test_the_wheel_takes_migrations_and_resources_along():
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    forced = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]

    assert forced == {
        "migrations": "storedesk/_migrations",
        "resources": "storedesk/_resources",
    }


def test_what_is_pinned_names_no_place_to_fetch_it_from():
    assert "://" not in (TOP / "constraints.txt").read_text(encoding="utf-8")
