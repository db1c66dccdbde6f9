"""Links: the system's browser gets them, or it is said that there is none."""

import os
import sys

import pytest

from storedesk.adapters import links
from storedesk.domain.refusals.errors import Unavailable

ADDRESS = "https://www.ups.com/track?tracknum=1Z999AA10123456784"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="xdg-open is Linux's")


@pytest.fixture
def browser(tmp_path, monkeypatch):
    """Write the program that opens addresses."""
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    def write(script):
        file = tmp_path / "xdg-open"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        return file

    return write


def test_the_browser_gets_the_address_and_none_of_our_libraries(browser, monkeypatch, tmp_path):
    browser('echo "$1 $LD_LIBRARY_PATH" > "$0.told"')
    told = tmp_path / "xdg-open.told"
    for before, after in ((None, ""), ("/theirs", "/theirs")):
        monkeypatch.setattr(sys, "frozen", True, raising=False)
        monkeypatch.setenv("LD_LIBRARY_PATH", "/ours")
        if before:
            monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
        links.open_link(ADDRESS)
        assert told.read_text().rstrip("\n") == f"{ADDRESS} {after}"


def test_a_browser_that_is_slow_to_come_is_not_waited_for(browser, monkeypatch):
    monkeypatch.setattr(links, "PATIENCE", 0.05)
    browser("exec sleep 30")
    started = []
    popen = links.subprocess.Popen

    def start(*words, **settings):
        started.append(popen(*words, **settings))
        return started[-1]

    monkeypatch.setattr(links.subprocess, "Popen", start)
    links.open_link(ADDRESS)
    assert started[0].poll() is None
    started[0].kill()
    started[0].wait()


@pytest.mark.parametrize("script", ["exit 3", None])
def test_where_none_can_be_started_the_address_is_told(browser, monkeypatch, tmp_path, script):
    if script:
        browser(script)
    else:
        monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unavailable, match="The address is https"):
        links.open_link(ADDRESS)
