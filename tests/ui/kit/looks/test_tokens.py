import pytest

from storedesk.ui.kit.looks.tokens import DARK, LIGHT, Tone

READ_ON = {
    "text": ("page", "card", "field", "hover", "selection", "warn_row", "chart_now_soft"),
    "muted": ("page", "card", "field", "hover", "selection", "warn_row"),
    "on_accent": ("accent", "accent_hover", "accent_pressed"),
    "accent": ("card", "page"),
    "bad": ("card", "page", "bad_tint"),
    "warn": ("card", "warn_tint", "warn_row"),
    "ok": ("card", "ok_tint"),
    "info": ("card", "info_tint"),
    "mute": ("card", "mute_tint"),
    "chart_then": ("card",),
    "chart_2": ("card",),
    "chart_3": ("card",),
}
"""Which token is read on which: every pair is at least 4.5 to 1 (WCAG AA), and tested."""
LINEAR_BELOW = 0.04045
"""Of sRGB: darker channels are not curved."""
PAIRS = [(ink, ground) for ink, grounds in READ_ON.items() for ground in grounds]


def luminance(color: str) -> float:
    """Return the relative luminance of `color` (#RRGGBB), 0 to 1, as WCAG 2.2 defines it."""
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colors, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


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
