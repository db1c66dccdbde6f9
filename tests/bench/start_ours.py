"""Opens the program as `storedesk` does, and tells what is reached: FOLDER GOAL [PASSWORD].

GOAL is `window`: the page of signing in stands there; `at_once`: somebody has signed in as soon as
it did, and the till can be used; `typed`: the same by somebody who takes three seconds to type, and
beside it stands how many milliseconds passed since Enter.
"""

import asyncio
import gc
import os
import sys
import time

from storedesk import cli

TYPING = 3.0
"""Seconds in which the password is typed."""


async def drive(window: object) -> int:
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415

    while not window.sign_in.isVisible():
        await asyncio.sleep(0.005)
    goal = sys.argv[2]
    if goal == "window":
        print("reached", flush=True)
    else:
        await asyncio.sleep(TYPING if goal == "typed" else 0)
        window.sign_in.password.show_value(sys.argv[3])  # typed this fast it would be a scanner's
        begun = time.monotonic()
        QTest.mouseClick(window.sign_in.enter, Qt.MouseButton.LeftButton)
        while window.frame is None:
            await asyncio.sleep(0.005)
        page = window.frame.pages["till"]
        while not page.isVisible() or page._is_new:
            await asyncio.sleep(0.005)
        print(f"reached {1000 * (time.monotonic() - begun):.1f}", flush=True)
    await asyncio.sleep(10)
    return 0


def open_window(arguments: object) -> int:
    """As storedesk.cli.window does, but driven."""
    gc.disable()
    from storedesk.app import main  # noqa: PLC0415

    return main(arguments.profile, drive)


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    cli.window.open_window = open_window
    cli.run(["--profile", sys.argv[1]])
