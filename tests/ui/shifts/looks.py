"""Paints the page of shifts on the demo store: `python -m tests.ui.shifts.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import sys

from tests.ui import looks


async def shifts(v):
    await v.sign_in("manager")
    v.frame.go("shifts")
    page = v.frame.pages["shifts"]
    await page.idle()
    for row in range(min(3, page.table.rows.rowCount())):
        page.table.selectRow(row)
        await page.idle()
        await v.picture(f"shifts-{row}")
    for tab in ("cash", "day"):
        page.detail.tabs.button(tab).click()
        await page.idle()
        await v.picture(f"shifts-{tab}")


if __name__ == "__main__":
    looks.SCENES[:] = [shifts]
    sys.exit(looks.main())
