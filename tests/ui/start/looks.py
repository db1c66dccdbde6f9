"""Paints the start page on the demo store: `python -m tests.ui.start.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import sys

from tests.ui import looks

SCENES = []


def scene(function):
    SCENES.append(function)
    return function


async def start_page(v, group):
    await v.sign_in(group)
    v.frame.go("start")
    page = v.frame.pages["start"]
    await page.idle()
    return page


@scene
async def start(v):
    page = await start_page(v, "manager")
    await v.picture("start-manager")
    page.ship.list.setFocus()
    await v.picture("start-row")
    page.day.hours.bars.setFocus()
    page.day.hours.bars.choose(page.day.hours.bars.shown.hour)
    await v.picture("start-hour")


@scene
async def start_of_clerk(v):
    await start_page(v, "clerk")
    await v.picture("start-clerk")


if __name__ == "__main__":
    looks.SCENES[:] = SCENES
    sys.exit(looks.main())
