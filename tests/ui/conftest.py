import asyncio
import inspect
import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
import qasync
from PySide6.QtWidgets import QApplication, QWidget

from storedesk import api
from storedesk.persistence.engine.database import Database
from storedesk.services.desk import Desk
from storedesk.ui.kit.base.accessible import install_roles
from storedesk.ui.kit.base.format import Format
from storedesk.ui.kit.base.view import View
from storedesk.ui.kit.looks.theme import THEME, Scheme

PATIENCE = 10.0
"""Seconds that a test waits for tasks to end that it has left behind."""
LONGEST = 180.0
"""Seconds after which a test fails that waits for what never comes, and others go on."""


class InstantDesk(Desk):
    """A desk without threads."""

    async def _run(self, job):
        return job()


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp):
    """The program's look, so that sizes are those of the real window; and its endurance."""
    THEME.install(qapp, Scheme.LIGHT)
    install_roles()
    qapp.setQuitOnLastWindowClosed(False)  # as app.py has it: a window that goes ends no test
    return qapp


def stop_pages():
    """Let nothing that waits for a pause in typing begin when there is no loop any more."""
    for window in QApplication.topLevelWidgets():
        for view in (window, *window.findChildren(QWidget)):
            if isinstance(view, View):
                view.stop()


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call():
    """Stop the pages after a test without a loop, before pytest-qt lets Qt go on."""
    try:
        return (yield)
    finally:
        stop_pages()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    """Run a test that is a coroutine in the program's own kind of loop; nothing may be left."""
    if not inspect.iscoroutinefunction(pyfuncitem.function):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    complaints = []

    async def scene():
        asyncio.get_running_loop().set_exception_handler(lambda _, c: complaints.append(c))
        async with asyncio.timeout(LONGEST):
            await pyfuncitem.obj(**arguments)
        stop_pages()
        await asyncio.sleep(0.01)  # what was cancelled may end
        left = asyncio.all_tasks() - {asyncio.current_task()}
        if left:  # or comes to its end, as an answer that is on its way does
            _, left = await asyncio.wait(left, timeout=PATIENCE)
        assert not left, f"still running: {left}"

    app = QApplication.instance()
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(scene())
    assert not complaints, complaints
    return True


@pytest.fixture
def act():
    """Do something to a view, and wait for all that follows from it."""

    def act(view, action):
        async def scene():
            action()
            for _ in range(2):
                await view.idle()
                await asyncio.sleep(0.01)  # what Qt has posted meanwhile may begin more
            await view.idle()

        app = QApplication.instance()
        with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
            runner.run(scene())

    return act


@pytest.fixture
def desk_of(store):
    """The desk of a member of staff, on a real database."""
    desks = []

    def desk_of(login):
        desks.append(InstantDesk(Database(store.dsn(login))))
        return desks[-1]

    yield desk_of
    for desk in desks:
        desk.close()


@pytest.fixture
def signed_in(desk_of):
    """What a page is given of whoever signed in: the desk, and who it is."""

    def signed_in(login):
        desk = desk_of(login)
        return desk, asyncio.run(desk.read(api.staff.me))

    return signed_in


@pytest.fixture
def us():
    """How an American store writes things."""
    return Format("en_US", "America/New_York")
