"""Paints the orders page on the demo store: `python -m tests.ui.orders.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import sys

from tests.ui import looks

SCENES = []


def scene(function):
    SCENES.append(function)
    return function


async def orders_page(v, person="manager"):
    await v.sign_in(person)
    v.frame.go("orders")
    page = v.frame.pages["orders"]
    await page.idle()
    return page


async def choose(v, page, row=0):
    page.table.selectRow(row)
    await page.idle()
    await v.hands.pause(0.2)


@scene
async def queues(v):
    page = await orders_page(v)
    await v.picture("orders-to-ship")
    for key in ("confirmed", "pending", "shipped", "delivered", "cancelled", "all"):
        page.tabs.button(key).click()
        await page.idle()
        await choose(v, page)
        await v.picture(f"orders-{key}")
    page.search.setText("zzz nothing")
    page.search.returnPressed.emit()
    await page.idle()
    await v.picture("orders-nothing")


if __name__ == "__main__":
    looks.SCENES[:] = SCENES
    sys.exit(looks.main())
