"""Paints the outbox on the demo store: `python -m tests.ui.outbox.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import asyncio
import sys

from storedesk.ui.kit.dialogs.dialog import Question
from storedesk.ui.kit.input.covers import covering
from tests.ui import looks

SCENES = []
SPREAD = """
    WITH newest AS (
        SELECT id, row_number() OVER (ORDER BY created_at DESC, id) AS n FROM email_queue
    )
    UPDATE email_queue AS e
    SET status = CASE WHEN n <= 3 THEN 'pending' WHEN n IN (5, 6, 9) THEN 'failed'
            ELSE 'sent' END,
        sent_at = CASE WHEN n > 3 AND n NOT IN (5, 6, 9) THEN e.updated_at END,
        retry_count = CASE n WHEN 5 THEN 1 WHEN 9 THEN 6 WHEN 2 THEN 2 ELSE 0 END,
        last_error = CASE n
            WHEN 5 THEN 'The recipient''s mail was refused: 550 5.1.1 <a.very.long.address'
                || '@students.of.a.university.example>: Recipient address rejected: User unknown'
            WHEN 6 THEN 'superseded'
            WHEN 9 THEN 'The mail server did not accept the e-mail this time: 451 4.7.1 Greylisted'
        END
    FROM newest WHERE newest.id = e.id AND n <= 12
"""
SET_UP = """
    UPDATE storedesk.store_settings
    SET is_demo = false, smtp_host = 'smtp.example.com', sender_email = 'shop@example.com',
        smtp_user = 'shop@example.com'
"""
TROUBLE = """
    UPDATE email_queue SET last_error = 'The mail server does not accept this user and password:'
        || ' 535 5.7.8 Error: authentication failed'
    WHERE status = 'pending'
"""
AS_IT_WAS = "UPDATE storedesk.store_settings SET is_demo = true, smtp_host = NULL"


def scene(function):
    SCENES.append(function)
    return function


async def outbox_page(v, person="manager"):
    await v.sign_in(person)
    v.frame.go("outbox")
    page = v.frame.pages["outbox"]
    await page.idle()
    return page


@scene
async def outbox(v):
    v.sql(SPREAD)
    page = await outbox_page(v)
    await v.picture("outbox-demo")
    v.sql(SET_UP)
    page.reload()
    for tab, row in (("all", 1), ("pending", 0), ("failed", 0), ("failed", 2), ("sent", 0)):
        page.tabs.button(tab).click()
        await page.idle()
        page.table.selectRow(row)
        await page.idle()
        await v.picture(f"outbox-{tab}-{row}")
    v.sql(TROUBLE)
    page.reload()
    page.search.setText("nobody of this name")
    page.search.returnPressed.emit()
    await page.idle()
    await v.picture("outbox-nothing-and-trouble")
    v.sql(AS_IT_WAS)


@scene
async def outbox_of_a_cashier(v):
    page = await outbox_page(v, "cashier")
    page.table.selectRow(4)
    await page.idle()
    await v.picture("outbox-cashier")


@scene
async def outbox_setting_up(v):
    v.sql(SET_UP)
    v.sql("UPDATE storedesk.store_settings SET smtp_host = NULL, smtp_user = NULL")
    page = await outbox_page(v, "admin")
    await v.picture("outbox-admin-not-set-up")
    page.start(page.set_up)
    while not covering():
        await asyncio.sleep(0.02)
    dialog = covering()
    await v.picture("outbox-setup")
    dialog.address.show_value("nonsense")
    dialog.go.click()
    await dialog.idle()
    await v.picture("outbox-setup-marked")
    dialog.host.show_value("localhost")
    dialog.port.show_value(9)
    dialog.address.show_value("shop@example.com")
    dialog.trial_to.show_value("boss@example.com")
    dialog.trial.click()
    await dialog.idle()
    await v.picture("outbox-setup-refused")
    dialog.go.click()
    while not isinstance(covering(), Question):
        await asyncio.sleep(0.02)
    await v.picture("outbox-setup-old-mails")
    covering().reject()
    await dialog.idle()
    dialog.result_line.say("The mail server accepted the e-mail to boss@example.com.")
    dialog.problem.hide()
    await v.picture("outbox-setup-works")
    dialog.reject()
    await page.idle()
    v.sql(SET_UP)
    page.reload()
    await page.idle()
    await v.picture("outbox-admin-set-up")
    v.sql(AS_IT_WAS)


if __name__ == "__main__":
    looks.SCENES[:] = SCENES
    sys.exit(looks.main())
