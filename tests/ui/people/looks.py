"""Paints the page of people on the demo store: `python -m tests.ui.people.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import asyncio
import sys

from storedesk.ui.kit.input.covers import covering
from tests.ui import looks

SCENES = []


def scene(function):
    SCENES.append(function)
    return function


async def people_page(v):
    await v.sign_in("admin")
    v.frame.go("people")
    page = v.frame.pages["people"]
    await page.idle()
    return page


async def dialog_of(page, job):
    page.start(job)
    while covering() is None:
        await asyncio.sleep(0.02)
    return covering()


@scene
async def people(v):
    page = await people_page(v)
    for row in range(4):
        page.table.selectRow(row)
        await page.idle()
        await v.picture(f"people-{row}")
    for job in (page.add, page.change, page.new_password):
        dialog = await dialog_of(page, job)
        await v.picture(f"people-{job.__name__}")
        if job != page.change:
            dialog.save.click()
            await dialog.idle()
            await v.picture(f"people-{job.__name__}-wrong")
        dialog.reject()
        await page.idle()


if __name__ == "__main__":
    looks.SCENES[:] = SCENES
    sys.exit(looks.main())
