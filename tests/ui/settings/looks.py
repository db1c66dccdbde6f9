"""Paints the page of settings on the demo store: `python -m tests.ui.settings.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import sys

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


if __name__ == "__main__":
    looks.SCENES[:] = SCENES
    sys.exit(looks.main())
