"""Paints the page of exceptions on the demo store: `python -m tests.ui.exceptions.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import sys

from tests.ui import looks


async def exceptions(v):
    await v.sign_in("manager")
    v.frame.go("exceptions")
    page = v.frame.pages["exceptions"]
    await page.idle()
    for row in range(2):
        page.table.selectRow(row)
        await page.idle()
        await v.picture(f"exceptions-{row}")


if __name__ == "__main__":
    looks.SCENES[:] = [exceptions]
    sys.exit(looks.main())
