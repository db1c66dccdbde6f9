from datetime import datetime
from uuid import uuid4

from storedesk.documents.low_stock import WORDS, LowStockReport, ReportSpeech, html
from storedesk.domain.inventory import Stock
from storedesk.domain.low_stock import LowStockLine

NOON = datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001 - the database's times are UTC without a zone


def printed(*lines, total=None):
    said = set()

    def translate(words):
        said.add(words)
        return words

    speech = ReportSpeech(
        translate=translate, count=lambda n: f"{n:,}", moment=lambda _: "1 Jul, 12:00"
    )
    report = LowStockReport(
        lines=lines, total=total or len(lines), store="The <Shop>", made_at=NOON
    )
    return html(report, speech), said


def line(name="Mug", code="MUG-1", sold=30, on_hand=6):
    return LowStockLine(uuid4(), name, "Mugs & cups", code, Stock(on_hand, 0, 10), sold)


def test_every_number_of_a_product_stands_in_its_row():
    text, said = printed(line(), total=1234)

    for part in ("Mug<br/><small>MUG-1</small>", "Mugs &amp; cups", ">6<", ">10<", ">30<"):
        assert part in text
    assert ">6 days<" in text
    assert ">34<" in text
    assert "The &lt;Shop&gt; · 1 Jul, 12:00 · 1,234 products" in text
    assert "1,233 more are not on this paper." in text
    assert said <= set(WORDS)


def test_what_a_person_wrote_is_no_markup():
    text, _ = printed(line(name="<img src=x onerror=1>\x1b[31m", code="<b>"))

    assert "<img" not in text
    assert "<b>" not in text
    assert "\x1b" not in text


def test_what_does_not_sell_lasts_for_no_time_that_could_be_said():
    assert ">\N{EN DASH}<" in printed(line(sold=0))[0]
