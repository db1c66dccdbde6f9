"""Paints the reports on the demo store: `python -m tests.ui.reports.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import sys

from storedesk.domain.report_periods import ReportPeriod
from storedesk.domain.reports import Grouping
from tests.ui import looks


async def reports(v):
    await v.sign_in("manager")
    v.frame.go("reports")
    page = v.frame.pages["reports"]
    page.question.choose(ReportPeriod.LAST_MONTH)
    page.ask()
    await page.idle()
    await v.picture("reports-day")
    page.chart.bars.setFocus()
    page.chart.bars.choose(len(page.chart.bars.bars) // 3)
    await v.picture("reports-bar")
    for by in (Grouping.PRODUCT, Grouping.HOUR, Grouping.TENDER, Grouping.PERSON):
        page.by.setCurrentIndex(page.by.findData(by.value))
        page.ask()
        await page.idle()
        await v.picture(f"reports-{by.value}")
    for name in ("returns", "promotions", "discounts"):
        page.turn()
        await page.idle()
        await v.picture(f"reports-{name}")
        page.by.setCurrentIndex(page.by.findData(Grouping.PRODUCT.value))
        page.ask()
        await page.idle()
        await v.picture(f"reports-{name}-product")
    page.turn()
    page.by.setCurrentIndex(page.by.findData(Grouping.CATEGORY.value))
    page.ask()
    await page.idle()
    page.report.table.selectRow(0)
    page.report.table.open_chosen()
    await page.idle()
    await v.picture("reports-orders")


if __name__ == "__main__":
    looks.SCENES[:] = [reports]
    sys.exit(looks.main())
