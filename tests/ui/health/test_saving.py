"""The store is backed up from the page of health, and called off there."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLabel

from storedesk.domain.refusals.errors import Refused
from storedesk.services.own_store import BackupStep, OwnFigures
from storedesk.settings import Profile, StoreKind
from storedesk.ui.health import saving, view
from storedesk.ui.health.backup_dialog import BackupDialog
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
        return SimpleNamespace(profile=Profile(tmp_path))

    own = OwnFigures(StoreKind.EMBEDDED, 10**11, (), Profile(tmp_path).backups)
    monkeypatch.setattr(view.own_store, "own_figures", lambda _: own)

    (tmp_path / "stick").mkdir()
    monkeypatch.setattr(saving, "last_folder", lambda _: tmp_path / "stick")

    def opened(login):
        desk, me = signed_in(login)
        page = HealthView(a_context(desk, me, us, workspace=workspace))
        qtbot.addWidget(page)
        page.resize(1190, 700)
        act(page, page.show)
        act(page, page.reload)
        return page

    return opened


def asked(page):
    return page.window().findChildren(BackupDialog)[-1]


async def begin(page, passphrase=""):
    """Press Back up now, and fill in what it asks for."""
    page.backups.save.click()
    while not page.window().findChildren(BackupDialog):
        await saving.asyncio.sleep(0)
    dialog = asked(page)
    if passphrase:
        dialog.encrypts.click()
        dialog.passphrase.show_value(passphrase)
        dialog.again.show_value(passphrase)
    dialog.yes.click()
    return dialog


@pytest.fixture
def page(opened):
    return opened("dee")


async def test_a_backup_is_made_and_noted(page, store, tmp_path, monkeypatch):
    steps = []

    def save(_workspace, folder, _stop, report, passphrase):
        report(BackupStep.COMPARE)
        steps.append((folder, passphrase))
        return Made(folder / "store-2026-12-01T100000Z.dump")

    monkeypatch.setattr(saving, "save_own", save)
    assert [line.value for line in page.backups.shown] == ["none"]
    await begin(page)
    await page.idle()
    assert steps == [(tmp_path / "stick", "")]
    said = "Saved as store-2026-12-01T100000Z.dump, restored and compared."
    assert page.note.text() == said
    assert store.rows(
        "SELECT login::text, new FROM storedesk.audit_event WHERE entity = 'backup'"
    ) == [(store.login("dee"), {"size": 4711, "is_encrypted": False})]
    assert page.backups.shown[0].value == "just now"
    assert page.backups.running.isHidden()
    assert not page.backups.foot.isHidden()


async def test_a_backup_is_called_off_by_its_button(page, store, monkeypatch):
    def save(_workspace, _folder, stop, report, _passphrase):
        report(BackupStep.SAVE)
        assert stop.wait(60)
        raise Refused("backup_canceled")

    monkeypatch.setattr(saving, "save_own", save)
    await begin(page)
    while page.backups.running.isHidden():
        await saving.asyncio.sleep(0)
    assert page.backups.foot.isHidden()
    page.backups.running.cancel.click()
    await page.idle()
    assert page.note.text() == "The backup was canceled, and nothing is left of it."
    assert page.backups.running.isHidden()
    assert not store.rows("SELECT FROM storedesk.audit_event WHERE entity = 'backup'")


async def test_the_palette_begins_a_backup_on_a_page_that_was_not_read_yet(page):
    page.health = page.own = None
    save = page.context.actions.named("health.save")
    assert save.enabled()
    page.context.actions.trigger(save)
    while not page.window().findChildren(BackupDialog):
        await saving.asyncio.sleep(0)
    asked(page).reject()
    await page.idle()


def test_an_auditor_makes_no_backup(opened):
    page = opened("eve")
    assert page.backups.foot.isHidden()
    assert not page.context.actions.named("health.save").enabled()


async def test_a_backup_is_encrypted_with_a_passphrase_typed_twice(page, store, monkeypatch):
    given = []

    def save(_workspace, folder, _stop, report, passphrase):
        report(BackupStep.ENCRYPT)
        given.append(passphrase)
        return Made(folder / "store-2026-12-01T100000Z.sealed")

    monkeypatch.setattr(saving, "save_own", save)
    dialog = await begin(page, "a long secret")
    said = " ".join(label.text() for label in dialog.secret.findChildren(QLabel))
    assert "nobody can open this backup any more" in said
    await page.idle()
    assert given == ["a long secret"]
    assert "Only its passphrase opens it." in page.note.text()
    assert store.rows("SELECT new FROM storedesk.audit_event WHERE entity = 'backup'") == [
        ({"size": 4711, "is_encrypted": True},)
    ]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("", "", "This is needed."),
        ("short", "short", "A passphrase has at least 8 letters."),
        ("long enough", "long enogh", "This is not the passphrase above. Type both again."),
    ],
)
async def test_nothing_is_saved_with_half_a_passphrase(page, first, second, said):
    page.backups.save.click()
    while not page.window().findChildren(BackupDialog):
        await saving.asyncio.sleep(0)
    dialog = asked(page)
    dialog.encrypts.click()
    dialog.passphrase.show_value(first)
    dialog.again.show_value(second)
    dialog.press()
    await dialog.idle()
    assert dialog.wish is None
    assert said in f"{dialog.passphrase.problem.text()} {dialog.again.problem.text()}"
    assert dialog.passphrase.text() == first, "what was typed stays"
    dialog.reject()
    await page.idle()
    assert page.note.isHidden()


async def test_a_folder_that_is_gone_is_named(page, tmp_path):
    page.backups.save.click()
    while not page.window().findChildren(BackupDialog):
        await saving.asyncio.sleep(0)
    dialog = asked(page)
    dialog.folder.show_value(str(tmp_path / "gone"))
    dialog.press()
    await dialog.idle()
    assert f"There is no folder {tmp_path / 'gone'}." in dialog.problem.text()
    dialog.reject()
    await page.idle()
