"""Opens the program, signs in by keys, and says when the till can be used: FOLDER PASSWORD."""

import asyncio
import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.app import main


async def sign_in(window: object) -> int:
    while not window.sign_in.isVisible():
        await asyncio.sleep(0.02)
    window.sign_in.password.show_value(sys.argv[2])  # typed this fast it would be a scanner's
    QTest.mouseClick(window.sign_in.enter, Qt.MouseButton.LeftButton)
    while window.frame is None:
        await asyncio.sleep(0.02)
    page = window.frame.pages["till"]
    while not page.isVisible() or page._is_new:
        await asyncio.sleep(0.02)
    print("usable", flush=True)
    await asyncio.sleep(10)
    return 0


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main(Path(sys.argv[1]), sign_in)
