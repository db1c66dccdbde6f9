import asyncio

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.domain.refusals.errors import Refused
from storedesk.ui.kit.dialogs.crash import CrashDialog
from storedesk.ui.kit.dialogs.dialog import Choice, Dialog, Question, ask, confirm
from storedesk.ui.kit.input.covers import covering
from storedesk.ui.kit.looks.buttons import Button, Kind
from storedesk.ui.kit.looks.labels import Label


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


async def opened():
    await asyncio.sleep(0)
    return covering()


async def test_the_answer_is_the_button_that_was_pressed(window):
    asking = asyncio.ensure_future(
        ask(window, "Which?", "One of them.", [Choice("a", "First"), Choice("b", "R&D")])
    )
    dialog = await opened()
    button = next(one for one in dialog.findChildren(Button) if one.label == "R&D")
    button.click()
    assert await asking == "b"


async def test_esc_answers_nothing(window):
    asking = asyncio.ensure_future(ask(window, "Which?", "", [Choice("a", "First")]))
    QTest.keyClick(await opened(), Qt.Key.Key_Escape)
    assert await asking == ""


async def test_enter_never_does_the_dangerous_thing(window):
    asking = asyncio.ensure_future(confirm(window, "Cancel it?", "Gone.", yes="Cancel the order"))
    dialog = await opened()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert await asking is False


async def test_the_button_that_enter_presses_says_so(window):
    for is_dangerous, caps in ((True, ["Enter", ""]), (False, ["Esc", "Enter"])):
        asking = asyncio.ensure_future(
            confirm(
                window, "Post it?", "The stock is put right.", yes="Post", dangerous=is_dangerous
            )
        )
        dialog = await opened()
        buttons = [button for button in dialog.findChildren(Button) if button.label]
        assert [button.cap for button in buttons] == caps
        dialog.reject()
        await asking


async def test_a_question_is_no_higher_than_its_words_need(window):
    words = "The stock of 4 products is put right, and 24 products stay as they are. " * 3
    asking = asyncio.ensure_future(confirm(window, "Post it?", words, yes="Post"))
    dialog = await opened()
    assert dialog.height() == dialog.layout().totalHeightForWidth(dialog.width())
    dialog.reject()
    await asking


async def test_a_dialog_shrinks_again_once_its_problem_is_gone(window, qtbot):
    dialog = Dialog(window, "Adjust")
    dialog.lay_out(Label("What is counted stands here, and it is long. " * 3, wrap=True))
    dialog.buttons(Button("Save"))
    dialog.open()
    before = dialog.height()
    dialog.problem.say("Only 3 are there.")
    qtbot.waitUntil(lambda: dialog.height() > before)
    dialog.problem.hide()
    qtbot.waitUntil(lambda: dialog.height() == before)
    dialog.reject()


async def test_buttons_are_never_squeezed_into_a_narrow_dialog(window, qtbot):
    dialog = Dialog(window, "Adjust", width=200)
    buttons = [Button("Send all of them once more") for _ in range(2)]
    dialog.buttons(*buttons)
    dialog.open()
    buttons[1].setText("Send all of them once more, and those that failed as well")
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in buttons))
    dialog.reject()


async def test_yes_must_be_pressed(window):
    asking = asyncio.ensure_future(confirm(window, "Cancel it?", "Gone.", yes="Cancel the order"))
    dialog = await opened()
    next(one for one in dialog.findChildren(Button) if one.kind is Kind.DANGER).click()
    assert await asking is True


async def test_other_tasks_go_on_while_a_question_stands_open(window):
    asking = asyncio.ensure_future(ask(window, "Which?", "", [Choice("a", "First")]))
    dialog = await opened()
    ticks = [await asyncio.sleep(0.001, at) for at in range(5)]
    dialog.reject()
    await asking
    assert ticks == [0, 1, 2, 3, 4]


async def test_a_dialog_takes_its_jobs_with_it(window):
    dialog, ended = Dialog(window, "Work"), []

    async def job():
        await asyncio.sleep(0.01)
        ended.append(1)

    dialog.open()
    dialog.start(job)
    dialog.reject()
    await asyncio.sleep(0.03)
    assert ended == []


async def test_what_the_store_refuses_stands_in_the_dialog(window):
    dialog = Dialog(window, "Work")

    async def job():
        raise Refused("reason_missing")

    dialog.open()
    dialog.start(job)
    await dialog.idle()
    assert dialog.problem.text() == "A reason is missing. Give one."
    dialog.reject()


async def test_words_of_a_question_are_never_taken_for_markup(window):
    asking = asyncio.ensure_future(ask(window, "<b>a[*]b</b>", "<img src=/dev/zero>", []))
    dialog = await opened()
    formats = {label.textFormat() for label in dialog.findChildren(type(dialog.problem.words))}
    assert formats == {Qt.TextFormat.PlainText}
    dialog.reject()
    await asking


def test_a_crash_report_can_be_copied(window):
    dialog = CrashDialog(window, "Traceback: <b>")
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "Traceback: <b>"
    dialog.reject()


async def test_whoever_asked_may_go_in_the_moment_the_question_is_closed(window):
    question = Question(window, "Go?", "", (Choice("yes", "Yes"),), "yes")
    asking = asyncio.create_task(question.shown())
    await asyncio.sleep(0)
    question.reject()
    QCoreApplication.sendPostedEvents(question, QEvent.Type.DeferredDelete)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
