"""Copy rows of a list as a table that a spreadsheet takes."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from storedesk.documents.tables import Row, csv_cell

MOST = 5_000
"""Rows that are copied at once; a longer list is exported as a file."""


def copy_table(named: Sequence[str], rows: Sequence[Row]) -> None:
    """Put headings and rows on the clipboard: as text with tabs, and as a table for documents."""
    lines = [list(named), *([_flat(csv_cell(value)) for value in row] for row in rows)]
    data = QMimeData()
    data.setText("".join("\t".join(line) + "\n" for line in lines))
    data.setHtml(f"<table>{''.join(_line(line) for line in lines)}</table>")
    QGuiApplication.clipboard().setMimeData(data)


def _flat(cell: str) -> str:
    """Return a cell on one line: tabs and line ends would begin another one."""
    return " ".join(cell.split())


def _line(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
