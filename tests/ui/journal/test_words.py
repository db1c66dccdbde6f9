"""Whatever commands write into the audit trail has words on the screen, in every language."""

import re
from datetime import UTC, datetime

from storedesk.domain.journal import ENTITIES, JournalLine, entry_key
from storedesk.resources import migrations_folder
from storedesk.ui.timeline.fields import UNTOLD, field_label
from storedesk.ui.timeline.labels import what_label

COLUMNS = """
    SELECT a.attname FROM pg_attribute AS a
    WHERE a.attrelid = ANY (ARRAY[
            'storedesk.store_settings', 'storedesk.registers', 'storedesk.customer_details',
            'customers', 'customer_shipping_addresses'
        ]::regclass[]) AND a.attnum > 0 AND NOT a.attisdropped
"""
"""Of tables whose changed columns triggers write down."""


def given(text, function):
    """Yield what each call of a function is given, one text for all arguments."""
    for call in re.finditer(rf"{re.escape(function)}\(", text):
        depth = 1
        for at in range(call.end(), len(text)):
            depth += {"(": 1, ")": -1}.get(text[at], 0)
            if not depth:
                yield text[call.end() : at]
                break


def a_line(entity, action):
    """Return an entry about nothing in particular."""
    at = datetime(2026, 12, 1, tzinfo=UTC).replace(tzinfo=None)
    return JournalLine(entry_key(1), 1, at, "Eve", "desk", action, entity, None, "")


def audited():
    """Return what each call of core.audit is given."""
    files = sorted((migrations_folder() / "commands").rglob("*.sql"))
    return [call for file in files for call in given(file.read_text("utf-8"), "core.audit")]


def test_every_field_has_a_word(store):
    written = {name for call in audited() for made in given(call, "jsonb_build_object")
               for name in re.findall(r"'(\w+)',", made)}  # fmt: skip
    columns = {name for (name,) in store.rows(COLUMNS)}
    assert {"approved_by", "taken_in_by"} <= written
    assert {"backup_folder", "drawer_of", "postal_code"} <= columns
    bare = {
        name for name in (written | columns) - UNTOLD if field_label(name) == name.replace("_", " ")
    }
    assert bare == set()


def test_every_action_has_words_and_a_kind():
    literal = [re.match(r"\s*'(\w+)',\s*'(\w+)'", call) for call in audited()]
    known = {(found[2], found[1]) for found in literal if found}
    assert len(known) > 40
    bare = [one for one in known if what_label(a_line(*one)) == f"{one[0]}: {one[1]}"]
    assert bare == []
    assert {entity for entity, _ in known} <= {one for some in ENTITIES.values() for one in some}
