"""The store is backed up from the page of health, and called off there."""

import pytest

from storedesk.domain.refusals.errors import Refused
from storedesk.services.own_store import BackupStep, OwnFigures
from storedesk.settings import Profile, StoreKind
from storedesk.ui.health import saving, view
from storedesk.ui.health.view import HealthView
from tests.ui.contexts import a_context


class Made:
    """A backup of which the page only says name and size."""

    def __init__(self, path):
        self.path, self.size = path, 4711


@pytest.fixture
def opened(qtbot, signed_in, us, act, tmp_path, monkeypatch):
    """Open the page of a store on this computer as somebody."""

    async def workspace():
        return None

    own = OwnFigures(StoreKind.EMBEDDED, 10**11, (), Profile(tmp_path).backups)
    monkeypatch.setattr(view.own_store, "own_figures", lambda _: own)

    async def chosen(*_, **__):
        return tmp_path / "stick"

    monkeypatch.setattr(saving, "choose_file", chosen)

    def opened(login):
        desk, me = signed_in(login)
        page = HealthView(a_context(desk, me, us, workspace=workspace))
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        act(page, page.reload)
        return page

    return opened


@pytest.fixture
def page(opened):
    return opened("dee")


async def test_a_backup_is_made_and_noted(page, store, tmp_path, monkeypatch):
    steps = []

    def save(_workspace, folder, _stop, report):
        report(BackupStep.COMPARE)
        steps.append(folder)
        return Made(folder / "store-2026-12-01T100000Z.dump")

    monkeypatch.setattr(saving, "save_own", save)
    assert [line.value for line in page.backups.shown] == ["none"]
    page.backups.save.click()
    await page.idle()
    assert steps == [tmp_path / "stick"]
    said = "Saved as store-2026-12-01T100000Z.dump, restored and compared."
    assert page.note.text() == said
    assert store.rows(
        "SELECT login::text, new FROM storedesk.audit_event WHERE entity = 'backup'"
    ) == [(store.login("dee"), {"size": 4711, "is_encrypted": False})]
    assert page.backups.shown[0].value == "just now"
    assert page.backups.running.isHidden()
    assert not page.backups.foot.isHidden()


async def test_a_backup_is_called_off_by_its_button(page, store, monkeypatch):
    def save(_workspace, _folder, stop, report):
        report(BackupStep.SAVE)
        assert stop.wait(60)
        raise Refused("backup_canceled")

    monkeypatch.setattr(saving, "save_own", save)
    page.backups.save.click()
    while page.backups.running.isHidden():
        await saving.asyncio.sleep(0)
    assert page.backups.foot.isHidden()
    page.backups.running.cancel.click()
    await page.idle()
    assert page.note.text() == "The backup was canceled, and nothing is left of it."
    assert page.backups.running.isHidden()
    assert not store.rows("SELECT FROM storedesk.audit_event WHERE entity = 'backup'")


def test_an_auditor_makes_no_backup(opened):
    page = opened("eve")
    assert page.backups.foot.isHidden()
    assert not page.context.actions.named("health.save").enabled()
