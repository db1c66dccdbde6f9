"""Preview a report, to print it or to save it as a PDF."""

from typing import Any

from PySide6.QtWidgets import QWidget

from storedesk.documents import figure_tables as paper
from storedesk.ui.context import PageContext
from storedesk.ui.report_dialog import ReportDialog
from storedesk.ui.reports.report_table import ReportTable


def report_dialog(
    parent: QWidget, context: PageContext, report: ReportTable[Any], days: str, past: str = ""
) -> ReportDialog:
    """Return the preview of a report as it is shown.

    `days` are written below its title, and `past`, how much of it was imported.
    """
    form = context.on_paper()
    table = report.on_paper(f"{days} \N{MIDDLE DOT} {past}" if past else days)
    speech = paper.TableSpeech(
        store=context.store.name, translate=context.speech().translate, count=form.count,
        moment=form.on_paper,
    )  # fmt: skip
    return ReportDialog(
        parent, table.title, paper.html(table, speech, form.instant()), f"{table.title} {days}",
        printer=context.page_printer,
    )  # fmt: skip
