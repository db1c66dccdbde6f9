"""Paints the page of settings on the demo store: `python -m tests.ui.settings.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import sys
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from storedesk import api
from storedesk.ui.kit.looks import theme
from storedesk.ui.settings.register_dialog import RegisterDialog
from storedesk.ui.settings.tax_dialogs import TaxRateDialog
from tests.ui import looks

SCENES = []


def scene(function):
    SCENES.append(function)
    return function


@scene
async def settings(v):
    await v.sign_in("admin")
    v.frame.go("settings")
    page = v.frame.pages["settings"]
    await page.idle()
    for key in page.sections:
        page.show_section(key)
        await page.idle()
        await v.picture(f"settings-{key}")
    await taxes(v, page)
    await registers(v, page)
    page.show_section("store")
    fields = page.section.fields
    fields["name"].input.setText("")
    fields["phone"].input.setText("(207) 555-0112")
    fields["name"].edited.emit()
    page.section.preview.kinds.choose("email")
    page.section.show_preview()
    page.start(page.save)
    await page.idle()
    await v.picture("settings-store-wrong")
    page.discard()


@scene
async def logo(v):
    await v.sign_in("admin")
    v.frame.go("settings")
    page = v.frame.pages["settings"]
    await page.idle()
    page.show_section("logo")
    section = page.section
    await section.take(drawn("white"))
    await v.picture("settings-logo-wrong")
    await section.take(drawn("navy"))
    await v.picture("settings-logo-chosen")
    section.preview.kinds.choose("slip")
    section.preview.show_store(section.preview.store)
    page.start(page.save)
    await page.idle()
    await v.picture("settings-logo-slip")
    section.take_off()
    page.start(page.save)
    await page.idle()


@scene
async def receipt(v):
    await v.sign_in("admin")
    v.frame.go("settings")
    page = v.frame.pages["settings"]
    await page.idle()
    page.show_section("receipt")
    await v.picture("settings-receipt")
    section = page.section
    section.header.input.setPlainText("Open daily 9 to 6, Sundays 10 to 5")
    section.footer.input.setPlainText("Thank you, come back when the tide is in.\nPaid {price}")
    page.start(page.save)
    await page.idle()
    await v.picture("settings-receipt-wrong")
    page.discard()


@scene
async def tenders(v):
    await v.sign_in("admin")
    v.frame.go("settings")
    page = v.frame.pages["settings"]
    await page.idle()
    page.show_section("tenders")
    await v.picture("settings-tenders")
    fields = page.section.fields
    fields["cash_letter"].input.setText("7")
    fields["card_letter"].input.setText("p")
    fields["paypal_letter"].input.setText("p")
    fields["cash_letter"].edited.emit()
    page.start(page.save)
    await page.idle()
    await v.picture("settings-tenders-wrong")
    page.discard()


def drawn(ink):
    """Draw the sign of a store."""
    picture = QImage(900, 300, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(ink))
    painter.setFont(theme.font(110, theme.BOLD))
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, "Harbor & Vine")
    painter.end()
    return picture


async def registers(v, page):
    page.show_section("registers")
    section = page.section
    section.change.click()
    dialog = await v.dialog(RegisterDialog)
    dialog.name.input.setText("Front")
    dialog.code.input.setText(section.lines[1].code)
    dialog.save.click()
    await dialog.idle()
    await v.picture("settings-registers-wrong")
    dialog.reject()
    await page.idle()
    last = section.lines[-1]
    if last.is_active:
        await page.desk.do(api.registers.use_register, register=last.id, is_used=False)
    page.reload()
    await page.idle()
    section.table.choose(last.id)
    await v.picture("settings-registers-retired")


async def taxes(v, page):
    page.show_section("taxes")
    section = page.section
    later = section.now.today.replace(year=section.now.today.year + 1, month=1, day=1)
    line = section.now.classes[0]
    if not line.after(section.now.today):
        await page.desk.do(
            api.taxes.add_tax_rate, tax_class=line.id, day=later, name="Sales tax",
            rate=Decimal("0.0625"),
        )  # fmt: skip
    page.reload()
    await page.idle()
    section.rates.choose(later)
    await v.picture("settings-taxes-later")
    section.add_rate.click()
    dialog = await v.dialog(TaxRateDialog)
    dialog.day.input.setText("never")
    dialog.rate.input.setText("7")
    dialog.show_price()
    dialog.save.click()
    await dialog.idle()
    await v.picture("settings-taxes-wrong")
    dialog.reject()
    await page.idle()


if __name__ == "__main__":
    looks.SCENES[:] = SCENES
    sys.exit(looks.main())
