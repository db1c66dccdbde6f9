"""Save a report for support from the page of health."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from storedesk.documents.support_figures import settings_text
from storedesk.domain.file_names import file_name
from storedesk.services.support_report import save_report
from storedesk.services.workspace import Workspace
from storedesk.ui.context import PageContext
from storedesk.ui.kit.base.language import tr
from storedesk.ui.kit.base.threads import answered
from storedesk.ui.kit.base.versions import versions
from storedesk.ui.kit.dialogs.dialog import choose_file


async def save_support_report(
    parent: QWidget,
    context: PageContext,
    workspace: Workspace,
    figures: str,
) -> Path | None:
    """Ask where to, and save it there; None where nothing was chosen. Refused: file_not_written.

    `figures` are those of health, as text.
    """
    title, day = tr("StoreDesk report"), context.format.now().strftime("%Y-%m-%d")
    path = await choose_file(
        parent, tr("Save a report for support"), mode="save",
        name=file_name(f"{title} {day}", ".zip"),
        filters=(tr("Archive (*.zip)"),),
    )  # fmt: skip
    if path is None:
        return None
    store, chosen = context.store, workspace.profile.preferences()
    parts = {
        "versions.txt": versions(),
        "health.txt": figures,
        "settings.txt": settings_text(store, chosen),
    }
    host = chosen.address.host if chosen.address else ""
    hidden = (store.name, store.street, store.city, store.phone or "", chosen.login, host)
    dsn = context.desk.database.dsn
    await answered(lambda: save_report(path, parts, workspace.profile, dsn, hidden=hidden))
    return path
