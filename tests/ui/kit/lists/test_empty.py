"""What is true of a list that has nothing in it."""

import pytest

from storedesk.ui.kit.lists.empty import Emptiness, unmatched

YET, LEFT = ("There are no orders yet", "Ctrl+N"), ("Nothing is left to ship", "")
LIST = Emptiness(YET, {"to_ship": LEFT})
EXCLUDED = "Nothing matches the filters above"


@pytest.mark.parametrize(
    ("tab", "has_any", "is_filtered", "title"),
    [
        ("all", False, False, YET[0]),
        ("to_ship", False, False, YET[0]),
        ("to_ship", False, True, YET[0]),
        ("to_ship", True, False, LEFT[0]),
        ("to_ship", True, True, EXCLUDED),
        ("all", True, True, EXCLUDED),
        ("all", True, False, EXCLUDED),
    ],
)
def test_nothing_yet_nothing_left_and_nothing_shown_are_three_things(
    tab, has_any, is_filtered, title
):
    assert LIST.message(tab, has_any=has_any, is_filtered=is_filtered)[0] == title


@pytest.mark.parametrize(
    ("elsewhere", "title", "hint"),
    [
        ([], "Nothing matches “mug”", "Try other words, or clear the search."),
        (["Mug"], "Nothing here matches “mug”",
         "Found elsewhere: Mug. Clear the filters to see it."),
        (["A", "B", "C", "D"], "Nothing here matches “mug”",
         "Found elsewhere: A, B, C, and more. Clear the filters to see them."),
    ],
)  # fmt: skip
def test_what_was_sought_is_named_where_it_is(elsewhere, title, hint):
    assert unmatched("mug", elsewhere) == (title, hint)
