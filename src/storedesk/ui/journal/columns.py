"""Declare the columns of the journal, for the screen and for an export."""

from storedesk.domain.journal import JournalLine
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.timeline.fields import difference
from storedesk.ui.timeline.labels import subject_label, what_label


def columns(context: PageContext) -> list[Column[JournalLine]]:
    """Return the columns of the list."""
    return [
        Column(
            tr("When"), lambda line: context.format.moment(line.at), CellStyle.MUTED, 124,
            sort="at", plain=lambda line: line.at,
            beside=[(tr("Number"), lambda line: line.number)],
        ),
        Column(
            tr("Who"), lambda line: line.who, CellStyle.TEXT, 104, 2,
            beside=[(tr("Workstation"), lambda line: line.workstation)],
        ),
        Column(tr("What"), what_label, CellStyle.STRONG, 150, 3),
        Column(
            tr("About"), subject_label, CellStyle.TEXT, 120, 3, spare=1,
            beside=[(tr("Changes"), lambda line: "; ".join(
                one.said for one in difference(line.old, line.new)))],
        ),
    ]  # fmt: skip
