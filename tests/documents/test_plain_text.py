"""Names and descriptions that a program took for HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storedesk.documents.plain_text import (
    as_markup,
    without_doubt,
    without_entities,
    without_markup,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mug &amp; Saucer", "Mug & Saucer"),
        ("Caf&eacute; &#233;t&#xE9;", "Café été"),
        ("6&quot; ruler", '6" ruler'),
        ("Rock &#39;n&#39; roll", "Rock 'n' roll"),
        ("<b>Big</b> mug", "Big mug"),
        ("Mug<br/>large", "Mug large"),
        ("<span class='x'>Mug</span>", "Mug"),
        ("&lt;b&gt;", "<b>"),
        ("Fish & chips", "Fish & chips"),
        ("AT&T R&D; &copy", "AT&T R&D; &copy"),
        ("5 < 6 > 4 <3", "5 < 6 > 4 <3"),
        ("<Own Brand> mug", "<Own Brand> mug"),
        ("two  blanks", "two  blanks"),
    ],
)
def test_a_name_is_read_as_it_was_meant(written, meant):
    assert without_markup(written) == meant


@given(st.one_of(st.text(max_size=30), st.text(alphabet="<b>/&amp;lt# ", max_size=30)))
def test_a_name_that_was_written_for_it_comes_back(name):
    assert without_markup(as_markup(name)) == name
    assert without_entities(without_doubt(name)) == name
