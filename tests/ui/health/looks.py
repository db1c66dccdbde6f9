"""Paints the page of health on the demo store: `python -m tests.ui.health.looks FOLDER`.

Options and kept store are those of `tests.ui.looks`.
"""

import sys

from tests.ui import looks

BREAK = """
    SET session_replication_role = replica;
    DELETE FROM storedesk.product_search WHERE product_id IN (SELECT id FROM products LIMIT 2);
    UPDATE inventory SET stock_level = stock_level + 1
    WHERE id IN (SELECT id FROM inventory LIMIT 5);
    SET session_replication_role = origin;
"""


async def health(v):
    await v.sign_in("manager")
    v.frame.go("health")
    page = v.frame.pages["health"]
    await page.idle()
    await v.picture("health-new")
    page.start(page.check)
    await page.idle()
    await v.picture("health-good")
    v.sql(BREAK)
    page.start(page.check)
    await page.idle()
    await v.picture("health-broken")


if __name__ == "__main__":
    looks.SCENES[:] = [health]
    sys.exit(looks.main())
