"""A table of figures on paper: every word escaped, totals last, and what is left out is told."""

from datetime import datetime

from storedesk.documents.figure_tables import WORDS, FigureTable, TableSpeech, html

NOON = datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001 - the database's times are UTC without a zone


def printed(**more):
    said = set()

    def translate(words):
        said.add(words)
        return words

    speech = TableSpeech("The <Shop>", translate, lambda n: f"{n:,}", lambda _: "1 Jul, 12:00")
    given = {
        "title": "Sales: Product", "remark": "1 Jul", "heads": ["Product", "Net"],
        "is_right": [False, True], "rows": [["Mugs & <cups>", "$2.50"]], "total": ["Total", "$9"],
    }  # fmt: skip
    return html(FigureTable(**(given | more)), speech, NOON), said


def test_words_are_escaped_and_the_total_is_last():
    paper, said = printed()
    assert "Mugs &amp; &lt;cups&gt;" in paper
    assert "The &lt;Shop&gt; · 1 Jul, 12:00" in paper
    assert paper.index("$2.50") < paper.index('<th align="left" valign="top">Total</th>')
    assert said == set(WORDS)
    assert "more rows" not in paper


def test_what_is_left_out_is_told_and_no_total_is_no_row():
    paper, _ = printed(left_out=1200, total=())
    assert "1,200 more rows are not on this paper." in paper
    assert "Total" not in paper
