import asyncio
import stat
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storedesk.adapters.files.demo_logins import keep_demo_logins
from storedesk.adapters.secrets import Secrets
from storedesk.domain.demo.logins import DemoLogin
from storedesk.domain.refusals.errors import NotAllowed, NotFound, Refused, Unavailable
from storedesk.domain.workspace import WorkspaceStep
from storedesk.settings import Profile, ServerAddress, StoreKind
from storedesk.ui.kit.base.language import LANGUAGE
from storedesk.ui.kit.looks.sizes import SIZES
from storedesk.ui.sign_in import view
from storedesk.ui.sign_in.view import SignIn
from storedesk.ui.store_access import StoreAccess as RealDoor
from tests.ui.fits import cut, overlapping
from tests.ui.store_access import StoreAccess

KEY = Qt.Key
PEOPLE = (
    DemoLogin("demo_ana", "cashier", "Ana Beltrán", "ana-pass-word"),
    DemoLogin("demo_maya", "manager", "Maya Lindqvist", "maya-pass-word"),
)


class Visit:
    """A person at the sign-in page."""

    def __init__(self, qtbot, folder):
        self.access = StoreAccess(Profile(folder))
        self.access.profile.change(store=StoreKind.EMBEDDED, login="emma")
        self.page = SignIn(self.access)
        self.entered = []
        self.page.entered.connect(self.entered.append)
        qtbot.addWidget(self.page)
        self.page.resize(1366, 768)

    async def come(self):
        self.page.show()
        self.page.activateWindow()
        self.page.begin()
        await self.page.idle()

    async def type_password(self, password="a rather long one"):
        QTest.keyClicks(self.page.password.input, password)
        QTest.keyClick(self.page.password.input, KEY.Key_Return)
        await self.page.idle()


@pytest.fixture
def visit(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(view, "AGAIN_SECONDS", 0.01)
    return Visit(qtbot, tmp_path)


async def test_whoever_was_here_last_types_only_the_password(visit):
    visit.access.answers = ["somebody"]
    await visit.come()
    assert visit.page.password.input.hasFocus()
    await visit.type_password()

    assert visit.access.asked == [("emma", "a rather long one", None)]
    assert visit.entered == ["somebody"]
    assert visit.page.password.text() == "", "nothing of it stays on the screen"


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (NotAllowed("wrong_password"), "login or the password is wrong"),
        (NotFound("no_such_database"), "no store of this name"),
        (Refused("store_older"), "has to be upgraded"),
        (Refused("store_newer"), "newer StoreDesk"),
        (Refused("store_missing"), "no store in this database yet"),
        (Refused("certificate_wrong"), "certificate"),
        (NotAllowed("not_let_in"), "may not enter the store"),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
async def test_each_no_is_a_sentence_of_its_own_and_is_not_tried_again(visit, refusal, words):
    visit.access.answers = [refusal, "somebody"]
    await visit.come()
    await visit.type_password()

    assert words in visit.page.problem.text()
    assert len(visit.access.asked) == 1
    assert visit.page.password.text() == "a rather long one"
    assert visit.page.enter.isEnabled()


async def test_while_the_database_is_away_it_tries_again_by_itself(visit):
    said = []
    visit.page.problem.say = lambda words, *_: said.append(words)
    visit.access.answers = [Unavailable("unavailable"), Unavailable("server_starting"), "somebody"]
    await visit.come()
    await visit.type_password()

    assert visit.entered == ["somebody"]
    assert [words.partition(".")[0] for words in said] == [
        "The store's database does not answer",
        "The store's database is just starting",
    ]


async def test_waiting_can_be_called_off(visit):
    visit.access.gate = asyncio.Event()
    await visit.come()
    QTest.keyClicks(visit.page.password.input, "a rather long one")
    visit.page.submit()
    await asyncio.sleep(0)
    assert not visit.page.enter.isEnabled()
    QTest.mouseClick(visit.page.cancel, Qt.MouseButton.LeftButton)
    await visit.page.idle()

    assert visit.page.enter.isEnabled()
    assert visit.entered == []


async def test_the_demo_shows_its_people_whose_cards_fill_in_login_and_password(visit):
    visit.access.profile.change(store=StoreKind.DEMO, login="")
    keep_demo_logins(visit.access.profile, PEOPLE)
    visit.access.answers = ["somebody"]
    await visit.come()
    assert [card.person.name for card in visit.page.people.cards] == [
        "Ana Beltrán",
        "Maya Lindqvist",
    ]
    QTest.mouseClick(visit.page.people.cards[1], Qt.MouseButton.LeftButton)
    assert visit.page.login.text() == "maya"
    QTest.keyClick(visit.page.enter, KEY.Key_Return)
    await visit.page.idle()
    assert visit.access.asked == [("maya", "maya-pass-word", None)]


async def test_no_other_store_shows_logins_even_if_a_demo_was_here(visit):
    keep_demo_logins(visit.access.profile, PEOPLE)
    address = ServerAddress(host="db.example.com", database="shop")
    visit.access.profile.change(store=StoreKind.SHARED, address=address)
    await visit.come()
    assert visit.page.people.cards == []
    assert visit.page.people.isHidden()
    assert visit.page.store_name.text() == "The store in shop at db.example.com"


def test_the_demos_passwords_are_for_this_account_alone(tmp_path):
    profile = Profile(tmp_path)
    keep_demo_logins(profile, PEOPLE)
    assert stat.S_IMODE(profile.demo.stat().st_mode) == 0o600
    assert StoreAccess(profile).people() == ()


async def test_remembering_is_offered_only_where_there_is_a_keeper(visit):
    await visit.come()
    assert visit.page.remember.isHidden()

    visit.access.has_keeper, visit.access.kept = True, {"emma": "kept by the system"}
    await visit.come()
    assert not visit.page.remember.isHidden()
    assert visit.page.password.text() == "kept by the system"
    visit.page.submit()
    await visit.page.idle()
    assert visit.access.asked == [("emma", "kept by the system", True)]


async def test_who_signs_in_before_it_is_looked_up_loses_no_remembered_password(visit):
    opening = asyncio.Event()
    visit.access.warm = lambda _told: opening.wait()
    visit.access.has_keeper, visit.access.kept = True, {"emma": "kept by the system"}
    visit.access.answers = ["somebody"]
    visit.page.begin()
    visit.page.password.show_value("typed at once, all of it")
    visit.page.submit()
    while not visit.entered:
        await asyncio.sleep(0)
    assert visit.access.asked == [("emma", "typed at once, all of it", None)], "nobody was asked"
    opening.set()
    await visit.page.idle()


async def test_an_empty_field_is_marked_and_nobody_is_asked(visit):
    await visit.come()
    visit.page.submit()
    assert visit.page.password.problem.text() == "This is needed."
    assert visit.access.asked == []


async def test_it_says_that_the_data_goes_to_a_newer_database(visit):
    newer = WorkspaceStep.NEWER
    visit.access.steps = [(WorkspaceStep.SERVER, 0.0), (newer, 0.0), (newer, 0.5)]
    visit.page.begin()
    await visit.page.idle()
    assert "being moved to a newer version of its database: 50% done" in visit.page.problem.text()
    visit.page._tell_upgrade(newer, 1.0)
    assert "was moved to a newer version" in visit.page.problem.text()


async def test_nobody_waits_for_a_password_store_that_never_answers(visit, monkeypatch):
    monkeypatch.setattr(view, "PASSWORD_STORE_SECONDS", 0.01)
    never = asyncio.Event()
    warmed = asyncio.Event()

    async def remembered(_login):
        await never.wait()
        return "late"

    async def warm(_told):
        warmed.set()

    visit.access.has_keeper, visit.access.remembered, visit.access.warm = True, remembered, warm
    visit.access.answers = ["somebody"]
    visit.page.begin()
    await asyncio.wait_for(warmed.wait(), 10)
    while not visit.page.problem.text():
        await asyncio.sleep(0)
    assert visit.page.problem.text() == Unavailable("keeper_silent").sentence()
    assert visit.page.remember.isHidden()
    QTest.keyClicks(visit.page.password.input, "a rather long one")
    visit.page.submit()
    while not visit.entered:
        await asyncio.sleep(0)

    never.set()
    await visit.page.idle()
    assert visit.page.password.text() == "", "nobody asks for it any more"


async def test_a_password_that_comes_late_is_filled_in(visit, monkeypatch):
    monkeypatch.setattr(view, "PASSWORD_STORE_SECONDS", 0.01)
    unlocked = asyncio.Event()

    async def remembered(_login):
        await unlocked.wait()
        return "late"

    visit.access.has_keeper, visit.access.remembered = True, remembered
    visit.page.begin()
    while not visit.page.problem.text():
        await asyncio.sleep(0)
    unlocked.set()
    await visit.page.idle()
    assert visit.page.problem.text() == ""
    assert visit.page.password.text() == "late"
    assert not visit.page.remember.isHidden()


async def test_the_door_opens_while_the_keeper_of_passwords_is_silent(tmp_path):
    asked, gate = threading.Event(), threading.Event()

    class Keeper:
        def get_password(self, *_):
            asked.set()
            assert gate.wait(60)

        delete_password = set_password = get_password

    class Workspace:
        def sign_in(self, login, _password):
            return SimpleNamespace(me=SimpleNamespace(login=login))

    access = RealDoor(Profile(tmp_path))
    access._secrets, access._has_looked = Secrets(Keeper(), limit=60), True
    access._workspace = Workspace()
    looking = asyncio.ensure_future(access.remembered("emma"))
    await asyncio.to_thread(asked.wait, 10)
    entered = await access.sign_in("emma", "a rather long one", remember=True)
    assert entered.me.login == "emma"
    assert not looking.done()
    gate.set()
    assert await looking is None


@pytest.fixture
def touch(qapp):
    del qapp

    def choose(percent=100, language="en"):
        LANGUAGE.choose(language)
        SIZES.choose(percent=percent, is_touch=True)

    yield choose
    LANGUAGE.choose("en")
    SIZES.choose(percent=100, is_touch=False)


async def test_fingers_sign_in_with_letters_beside_the_form(qtbot, touch, tmp_path):
    touch()
    visit = Visit(qtbot, tmp_path)
    visit.access.profile.change(login="")
    visit.access.answers = ["somebody"]
    await visit.come()
    keys = visit.page.letters.keys
    for name in "bob":
        keys[name].click()
    QTest.keyClick(visit.page.login.input, KEY.Key_Tab)
    for name in ("capital", "p", "a", "signs", "q", "signs", "1", " ", "z", "back", "enter"):
        keys[name].click()
    await visit.page.idle()
    assert visit.access.asked == [("bob", "Pa@1 ", None)]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("percent", [100, 125, 150])
async def test_form_and_letters_have_room_on_a_small_screen(
    qtbot, touch, tmp_path, percent, language
):
    touch(percent, language)
    visit = Visit(qtbot, tmp_path)
    await visit.come()
    page = visit.page
    page.resize(1024, 720)
    await asyncio.sleep(0.05)
    assert cut(page) == []
    assert overlapping(page) == []
    assert page.rect().contains(page.letters.geometry())


async def test_with_a_mouse_or_demo_logins_there_are_no_letters(visit, qtbot, touch, tmp_path):
    await visit.come()
    assert visit.page.letters.isHidden()
    touch()
    other = Visit(qtbot, tmp_path / "demo")
    keep_demo_logins(other.access.profile, PEOPLE)
    other.access.profile.change(store=StoreKind.DEMO)
    await other.come()
    assert other.page.people.isVisible()
    assert other.page.letters.isHidden()
