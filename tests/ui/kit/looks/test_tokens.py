import pytest

from storedesk.ui.kit.looks.tokens import DARK, LIGHT, READ_ON, Tone, contrast

PAIRS = [(ink, ground) for ink, grounds in READ_ON.items() for ground in grounds]


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_everything_that_is_read_meets_aa(tokens, ink, ground):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_is_read_on_its_own_tint(tone):
    assert (tone.value, tone.tint) in PAIRS


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
