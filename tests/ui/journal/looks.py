"""Paints the page of journal on the demo store: `python -m tests.ui.journal.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import sys

from tests.ui import looks


async def journal(v):
    await v.sign_in("manager")
    v.frame.go("journal")
    page = v.frame.pages["journal"]
    await page.idle()
    page.table.selectRow(0)
    await page.idle()
    await v.picture("journal")
    page.start(page.verify)
    await page.idle()
    await v.picture("journal-verified")


if __name__ == "__main__":
    looks.SCENES[:] = [journal]
    sys.exit(looks.main())
