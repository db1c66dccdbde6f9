"""The whole tour, as a person would start it: window, server, story and end."""

import os
import subprocess
import sys

from PySide6.QtGui import QImage

LARGE = (1920, 1080)
USUAL = (1366, 768)


def test_the_tour_finds_the_window_and_the_books_as_they_should_be(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "storedesk", "tour", "--fast", "--out", tmp_path],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "NOT SO" not in done.stdout
    assert "every rule holds" in done.stdout
    taken = sorted(tmp_path.glob("*.png"))
    sizes = {(picture.width(), picture.height()) for picture in map(QImage, map(str, taken))}
    assert sizes == {USUAL, LARGE}
    assert len(taken) > 30
