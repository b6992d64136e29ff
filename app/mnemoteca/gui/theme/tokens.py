"""The tokens of the look: every colour, size and distance of the window stands here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from mnemoteca.core.memory import Tier


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme as #RRGGBB. Colour means tier, the accent means selected or to be done."""

    dark: bool
    bg: str  # the window, places, lists
    surface: str  # reader, cards, fields
    raised: str  # chips, buttons, the chosen memory
    hover: str
    code: str
    line: str
    edge: str  # of what can be pressed
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    selected: str
    highlight: str  # behind found words
    highlight_text: str
    veil: str  # over the window, behind a dialog
    track: str  # of rings and bars
    short: str
    medium: str
    long: str
    faded: str
    code_keyword: str
    code_string: str
    code_number: str
    code_name: str
    code_comment: str

    def tier(self, tier: Tier) -> str:
        """The colour of a tier's shape."""
        return {
            Tier.SHORT: self.short,
            Tier.MEDIUM: self.medium,
            Tier.LONG: self.long,
            Tier.FADED: self.faded,
            Tier.ARCHIVE: self.muted,
        }[tier]


DARK = Tokens(
    dark=True,
    bg="#0E1116",
    surface="#151A21",
    raised="#1C232D",
    hover="#171D26",
    code="#10151C",
    line="#262E3A",
    edge="#2A3340",
    text="#E6EAF0",
    muted="#9AA6B5",
    faint="#8794A5",
    accent="#7AA2F7",
    on_accent="#0E1116",
    selected="#1E2A44",
    highlight="#4A3D16",
    highlight_text="#F6E7C3",
    veil="#0E1116",
    track="#2A3340",
    short="#8FA3BF",
    medium="#5CC8A1",
    long="#E8B45A",
    faded="#8794A5",
    code_keyword="#B9A7E8",
    code_string="#93C8A4",
    code_number="#DDB07F",
    code_name="#8FB8EE",
    code_comment="#8794A5",
)
LIGHT = Tokens(
    dark=False,
    bg="#F6F7F9",
    surface="#FFFFFF",
    raised="#F1F3F6",
    hover="#ECEFF4",
    code="#F6F7F9",
    line="#E2E6EC",
    edge="#D5DBE3",
    text="#1A2230",
    muted="#556273",
    faint="#5F6C7D",
    accent="#2F5FDD",
    on_accent="#FFFFFF",
    selected="#E6EDFD",
    highlight="#FBE6AE",
    highlight_text="#1A2230",
    veil="#1A2230",
    track="#DCE1E8",
    short="#54677F",
    medium="#0F7A57",
    long="#B87A12",
    faded="#667385",
    code_keyword="#6B3FB5",
    code_string="#1E6B45",
    code_number="#8F4E0E",
    code_name="#2456A8",
    code_comment="#5F6C7D",
)

CONTRAST = Tokens(  # high contrast: words 7:1, shapes and the edges of what can be pressed 4.5:1 on every ground
    dark=True,
    bg="#000000",
    surface="#05070A",
    raised="#14181F",
    hover="#1A2029",
    code="#05070A",
    line="#8893A1",
    edge="#A9B5C4",
    text="#FFFFFF",
    muted="#DCE3EC",
    faint="#CBD4E0",
    accent="#B5D2FF",
    on_accent="#000000",
    selected="#12357A",
    highlight="#5A4300",
    highlight_text="#FFF6D8",
    veil="#000000",
    track="#4A5462",
    short="#C4D4EA",
    medium="#6FE3B8",
    long="#FFC861",
    faded="#C3CCD8",
    code_keyword="#D6C8FF",
    code_string="#A9E3BB",
    code_number="#FFCF99",
    code_name="#B4D3FF",
    code_comment="#C3CCD8",
)
SCHEMES: dict[str, Tokens] = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)  # percent, from step to step
MOTION_MS = 120  # of what opens and closes

# Distances on a grid of 4 px.
TIGHT, SMALL, GAP, PAD, WIDE, LARGE = 4, 8, 12, 16, 24, 32
RADIUS, RADIUS_CARD = 8, 12
FOCUS = 2  # the ring around what has the focus

TOP_BAR = 48
PLACES = 224
LIST = 392
INSPECTOR = 312
STATUS = 28
ROW = 68
HEADER_ROW = 36
PLACE_ROW = 31
SUGGESTION = 30
CONTROL = 32
SEARCH = 640
READING = 72  # characters of one line


class Type(StrEnum):
    """The sizes of type."""

    SMALL = "small"
    META = "meta"
    META_BOLD = "meta_bold"
    SPEAKER = "speaker"
    SECOND = "second"
    BODY = "body"
    MEDIUM = "medium"
    TITLE = "title"
    SECTION = "section"
    HEADING = "heading"
    PAGE = "page"
    NOTE = "note"
    CODE = "code"


TYPE: dict[Type, tuple[int, int]] = {  # pixels, weight
    Type.SMALL: (11, 400),
    Type.META: (12, 400),
    Type.META_BOLD: (12, 600),
    Type.SPEAKER: (13, 600),
    Type.SECOND: (13, 400),
    Type.BODY: (14, 400),
    Type.MEDIUM: (14, 500),
    Type.TITLE: (14, 600),
    Type.SECTION: (16, 600),
    Type.HEADING: (18, 600),
    Type.PAGE: (22, 700),
    Type.NOTE: (16, 400),
    Type.CODE: (13, 400),
}


def luminance(colour: str) -> float:
    """The relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
