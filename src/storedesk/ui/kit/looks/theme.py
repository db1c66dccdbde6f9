"""Set up the look of the program: style, font, icons and colors, all from one table."""

from enum import StrEnum
from functools import lru_cache
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QToolTip

from storedesk.resources import resources_folder
from storedesk.ui.kit.looks.sizes import FINGER, SIZES, px, target
from storedesk.ui.kit.looks.tokens import DARK, LIGHT, Tokens

FAMILY = "Inter"
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
ICON_SIZE = 18
HEADING, BIG = 22, 28
FIELD = FINGER - 18
"""Pixels inside a field at least that a finger hits: beside its padding and frame."""

REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
DEMIBOLD = QFont.Weight.DemiBold
BOLD = QFont.Weight.Bold


class Scheme(StrEnum):
    """Which colors a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @classmethod
    def named(cls, name: str) -> "Scheme":
        """Return the scheme that is kept as `name`; the system's for what is none."""
        return cls(name) if name in set(cls) else cls.SYSTEM


_WISHES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """What is shown at present. There is one, as there is one QApplication."""

    changed = Signal()
    """The colors have changed: redraw what was drawn and kept."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.chosen = Scheme.SYSTEM

    def install(self, app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        """Apply it to `app`, and follow the system's scheme unless one is chosen."""
        load_fonts()
        app.setStyle("Fusion")
        app.setFont(font())
        QToolTip.setFont(font())
        app.styleHints().colorSchemeChanged.connect(self._follow)
        SIZES.changed.connect(self._refit)
        self.choose(scheme)

    def choose(self, scheme: Scheme) -> None:
        """Change the scheme while the program runs; everything is repainted."""
        self.chosen = scheme
        hints = QApplication.styleHints()
        hints.setColorScheme(_WISHES[scheme])  # for what the system draws; not all platforms can
        self._follow(hints.colorScheme())

    def _follow(self, system: Qt.ColorScheme) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        shown = system if self.chosen is Scheme.SYSTEM else _WISHES[self.chosen]
        tokens = DARK if shown == Qt.ColorScheme.Dark else LIGHT
        if tokens is self.tokens and app.styleSheet():
            return
        self.tokens = tokens
        color.cache_clear()
        self._dress(app)

    def _refit(self) -> None:
        """Write in another size, and have what is pressed as large as it is to be."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(font())
            QToolTip.setFont(font())
            self._dress(app)

    def _dress(self, app: QApplication) -> None:
        pixmap.cache_clear()
        palette = _palette(self.tokens)
        app.setPalette(palette)
        QToolTip.setPalette(palette)
        app.setStyleSheet(stylesheet(self.tokens))
        self.changed.emit()


THEME = Theme()


def font(size: int = 13, weight: QFont.Weight = REGULAR, *, tabular: bool = False) -> QFont:
    """Return the program's font at `size` pixels, or what the text size makes of them.

    `tabular` gives all digits one width. From 28 px up the letters stand 3 % closer, as big figures
    look loose otherwise; such figures are read from a step away as they are, and never smaller
    than a heading.
    """
    made = QFont(FAMILY)
    made.setPixelSize(px(size) if size < BIG else max(size, px(HEADING)))
    made.setWeight(weight)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    if size >= BIG:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 97)
    return made


@lru_cache(maxsize=64)
def color(token: str) -> QColor:
    """Return the present color of `token`, such as "accent"."""
    return QColor(getattr(THEME.tokens, token))


@lru_cache(maxsize=512)
def pixmap(name: str, token: str = "text", size: int = ICON_SIZE, ratio: float = 1.0) -> QPixmap:  # noqa: S107
    """Draw the icon `name` (a file of resources/icons) in a token's color, sharp at `ratio`."""
    drawing = (resources_folder() / "icons" / f"{name}.svg").read_text("utf-8")
    ink = drawing.replace("currentColor", color(token).name())
    return _drawn(ink.replace('stroke-width="2"', 'stroke-width="1.75"'), size, ratio)


@lru_cache(maxsize=16)
def mark(size: int, ratio: float = 1.0) -> QPixmap:
    """Draw the program's own mark, which has its colors in both schemes, sharp at `ratio`."""
    return _drawn((resources_folder() / "mark.svg").read_text("utf-8"), size, ratio)


def mark_icon() -> QIcon:
    """Return the mark as the icon of a window."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128):
        made.addPixmap(mark(size))
    return made


def _drawn(drawing: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def icon(name: str, token: str = "text", size: int = ICON_SIZE) -> QIcon:  # noqa: S107
    """Return the icon `name` in a token's color, paler where disabled, for every usual screen.

    It keeps its color; where the scheme may change ask again on `THEME.changed`, or use the
    kit's buttons, which do.
    """
    made = QIcon()
    for ratio in (1.0, 1.5, 2.0, 3.0):
        made.addPixmap(pixmap(name, token, size, ratio))
        made.addPixmap(pixmap(name, "edge", size, ratio), QIcon.Mode.Disabled)
    return made


def stylesheet(tokens: Tokens) -> str:
    """Return the stylesheet with `tokens` in its placeholders; a missing one is an error."""
    return Template((resources_folder() / "style.qss").read_text("utf-8")).substitute(
        tokens.as_dict()
        | {
            "icons": (resources_folder() / "icons").as_posix(),
            "drop": "dark" if tokens is DARK else "light",
        }
        | {
            "box": px(16),
            "box_row": target(24),
            "field": FIELD if SIZES.is_touch else 0,
            "menu_padding": max(7, (target(30) - px(18)) // 2),
            "scroll": 16 if SIZES.is_touch else 12,
        }
    )


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Load the bundled files, once: an Inter of the system may be another one."""
    for weight in WEIGHTS:
        QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / f"Inter-{weight}.otf"))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, token in (
        (role.Window, tokens.page),
        (role.WindowText, tokens.text),
        (role.Base, tokens.field),
        (role.AlternateBase, tokens.card),
        (role.Text, tokens.text),
        (role.Button, tokens.card),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.bad),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.ToolTipBase, tokens.card),
        (role.ToolTipText, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Mid, tokens.line),
        (role.Midlight, tokens.line),
        (role.Dark, tokens.edge),
        (role.Light, tokens.card),
        (role.Shadow, tokens.edge),
    ):
        palette.setColor(which, QColor(token))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.muted))
    return palette
