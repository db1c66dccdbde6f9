"""Declare the columns of the list of people, for the screen and for an export."""

from storedesk.domain.staff import StaffLine
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.lists.columns import CellStyle, Column
from storedesk.ui.people.labels import groups_label, state_cell


def columns(form: Format) -> list[Column[StaffLine]]:
    """Return the columns."""
    return [
        Column(tr("Name"), lambda line: line.name, CellStyle.STRONG, 150, 3, "name"),
        Column(tr("Login"), lambda line: line.login, CellStyle.MUTED, 110, 2, "login", spare=1),
        Column(
            tr("Groups"), lambda line: groups_label(line.groups), CellStyle.TEXT, 130, 2, spare=2,
        ),
        Column(
            tr("Since"), lambda line: form.date(line.since), CellStyle.MUTED, 104, sort="since",
            spare=3, plain=lambda line: line.since,
        ),
        Column(
            tr("Status"), state_cell, CellStyle.CHIP, 104,
            plain=lambda line: state_cell(line).text,
        ),
    ]  # fmt: skip
