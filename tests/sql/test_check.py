from tests.sql.check import Explanation, Finding, complaints, explanations

UNREAD = Finding("core.sale", "", 4, "warning extra", 'never read variable "till"', "")
CAST = Finding("core.tell", "orders", 9, "performance", "another type", 'cast "a" to "b"')


def test_a_finding_without_an_explanation_is_named_with_its_place():
    (one,) = complaints([CAST], [])
    assert one == (
        'not explained: core.tell on orders, line 9: performance: another type cast "a" to "b"'
    )  # fmt: skip


def test_an_explained_finding_is_silent():
    explained = [
        Explanation(("core.s*",), 'never read variable "till"', "why"),
        Explanation(("*",), "another type", "why", detail='cast "a" to *'),
    ]
    assert complaints([UNREAD, CAST], explained) == []


def test_an_explanation_holds_for_its_functions_message_and_detail_only():
    for other in (
        Explanation(("core.sales",), UNREAD.message, "why"),
        Explanation(("core.sale",), "never read*x", "why"),
        Explanation(("core.sale",), UNREAD.message, "why", detail="cast *"),
    ):
        missing, old = complaints([UNREAD], [other])
        assert missing.startswith("not explained: core.sale, line 4")
        assert old.startswith("explained, but not found any more: core.sale")


def test_each_function_of_an_explanation_has_to_be_found():
    explained = [Explanation(("core.sale", "core.gone"), UNREAD.message, "why")]
    assert complaints([UNREAD], explained) == [
        'explained, but not found any more: core.gone: never read variable "till"'
    ]


def test_every_explanation_has_a_reason():
    assert all(len(one.reason) > 20 for one in explanations())
