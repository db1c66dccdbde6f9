"""Paints the choice of printers, and one that is gone: `-m tests.ui.preferences.looks FOLDER`.

The kept store is that of `tests.ui.looks`. English in light colors, German in dark ones, at
1366 x 768 and 1024 x 768.
"""

import sys

from PySide6.QtCore import QSize

from storedesk.ui.kit.looks.theme import Scheme
from storedesk.ui.orders.printing import PrintDialog
from tests.ui import looks

GONE = "Brother HL-L2400"


async def in_both(v, page, show):
    """Show something in English, light, and in German, dark."""
    for language, scheme in (("en", Scheme.LIGHT), ("de", Scheme.DARK)):
        v.frame.context.comfort.choose(language=language)
        await v.driver.pause(0.5)
        v.frame.go(page)
        shown = v.frame.pages[page]
        await shown.idle()
        looks.SCHEMES = (scheme,)
        await show(shown, language)


async def printers(v):
    await v.sign_in("manager")

    async def show(page, language):
        page._context.comfort.choose_for("slips", printer=GONE, paper="a5")
        page.reload()
        await page.idle()
        for name in ("receipts", "slips"):
            page.show_setting(name)
            await v.driver.pause(0.3)
            await v.picture(f"printers-{name}-{language}")

    await in_both(v, "preferences", show)


async def gone(v):
    await v.sign_in("manager")

    async def show(page, language):
        page.table.selectRow(0)
        await page.idle()
        page.start(page._print)
        dialog = await v.dialog(PrintDialog)
        dialog.print.click()
        await dialog.idle()
        await v.picture(f"slips-gone-{language}")
        dialog.reject()
        await page.idle()
        await v.picture(f"slips-wait-{language}")

    await in_both(v, "orders", show)


if __name__ == "__main__":
    looks.SIZES = (QSize(1366, 768), QSize(1024, 768))
    looks.SCENES[:] = [printers, gone]
    sys.exit(looks.main())
