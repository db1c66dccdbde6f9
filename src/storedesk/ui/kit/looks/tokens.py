"""Hold the colors of the program, one table for each scheme."""

from dataclasses import dataclass, fields
from enum import StrEnum


class Tone(StrEnum):
    """What a status means to the shop; each is a pair of tokens, words on a tint."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"
    MUTE = "mute"

    @property
    def tint(self) -> str:
        """Name the token behind the words."""
        return f"{self.value}_tint"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One scheme's colors, as #RRGGBB."""

    page: str
    """Behind everything."""
    card: str
    """Cards, side bar, dialogs."""
    field: str
    """Where something can be typed."""
    line: str
    """Hairlines."""
    edge: str
    """Around what can be pressed; never alone the carrier of meaning."""
    hover: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    selection: str
    thumb: str
    """The handle of a scroll bar."""
    ok: str
    ok_tint: str
    warn: str
    warn_tint: str
    warn_row: str
    """A whole row that asks for care: paler than the chip on it."""
    bad: str
    bad_tint: str
    info: str
    info_tint: str
    mute: str
    mute_tint: str
    chart_now_soft: str
    """Of what is not finished; with an edge of `accent`, since it is pale."""
    chart_then: str
    """What is compared with."""
    chart_2: str
    chart_3: str
    chart_grid: str
    scrim: str
    """What darkens a window behind a dialog, at 43 %."""

    def as_dict(self) -> dict[str, str]:
        """Return all colors by name, as the stylesheet's placeholders ask for them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


LIGHT = Tokens(
    page="#F6F7F9",
    card="#FFFFFF",
    field="#FFFFFF",
    line="#E3E6EB",
    edge="#CDD3DC",
    hover="#F1F3F7",
    text="#1B2430",
    muted="#5C6675",
    accent="#2456D6",
    accent_hover="#1E4BC0",
    accent_pressed="#1A41A8",
    on_accent="#FFFFFF",
    selection="#E4ECFE",
    thumb="#CBD1DA",
    ok="#17663A",
    ok_tint="#DCF3E4",
    warn="#8A4B08",
    warn_tint="#FCEBCB",
    warn_row="#FEF6E7",
    bad="#A61B29",
    bad_tint="#FCE0E1",
    info="#1F4FB8",
    info_tint="#DFE9FD",
    mute="#535E6D",
    mute_tint="#ECEFF3",
    chart_now_soft="#BFD0F8",
    chart_then="#6B7686",
    chart_2="#0F7B80",
    chart_3="#A86300",
    chart_grid="#EBEEF2",
    scrim="#1B2430",
)

DARK = Tokens(
    page="#14181F",
    card="#1B2029",
    field="#14181F",
    line="#2C3440",
    edge="#3D4756",
    hover="#222935",
    text="#E7EBF1",
    muted="#9AA5B4",
    accent="#6C9BFF",
    accent_hover="#82AAFF",
    accent_pressed="#5C8BF0",
    on_accent="#0E1420",
    selection="#24355C",
    thumb="#394352",
    ok="#7EDC9F",
    ok_tint="#173724",
    warn="#F3BC63",
    warn_tint="#3D2C0D",
    warn_row="#2A241A",
    bad="#FF9C9C",
    bad_tint="#4A1D22",
    info="#9FBFFF",
    info_tint="#1D3158",
    mute="#A9B3C0",
    mute_tint="#2A313D",
    chart_now_soft="#2F4777",
    chart_then="#8C98A8",
    chart_2="#3FB8B0",
    chart_3="#E0A345",
    chart_grid="#262D38",
    scrim="#000000",
)
