"""Themes: every colour by the role it plays, and the activity scale as a table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtGui import QColor

GREY = "#767676"  # is read on white and on black alike
STEPS = 256  # entries of the activity table: finer than an eye or a screen resolves


def _stops(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@dataclass(frozen=True)
class Theme:
    """Colours by role, as `#rrggbb`. Activity runs from 0 to 100 % of the muscle's own peak."""

    name: str
    dark: bool
    contrast: bool
    bg: str
    panel: str
    sunk: str
    tint: str
    line: str
    ctl: str
    ink: str
    ink2: str
    accent: str
    on_accent: str
    warn: str
    stance: str
    on_stance: str
    swing: str
    no_data: str
    hatch: str
    bone: str
    tendon: str
    fascia: str
    skin: str
    body: str
    muscle: str
    muscle_line: str
    bone_line: str
    fibre: str
    shade: str
    light: str
    eccentric: str
    isometric: str
    concentric: str
    low: str
    more: str
    less: str
    disputed: str
    same: str
    told: str
    activity: tuple[str, ...]
    fibre_opacity: float
    shade_opacity: tuple[float, float, float]
    light_opacity: float
    hatch_opacity: float = 0.55
    outline_opacity: float = 0.75
    outline_width: float = 0.5
    hairline: float = 1.0

    def colour(self, role: str) -> QColor:
        """The colour of a role named as the field."""
        return QColor(getattr(self, role))

    @property
    def off(self) -> str:
        """What cannot be pressed: grey in high contrast too, where everything else is not."""
        return GREY if self.contrast else self.ctl

    @cached_property
    def scale(self) -> tuple[int, ...]:
        """The activity scale as 256 opaque 0xAARRGGBB values, linear in sRGB between the stops."""
        stops = [bytes.fromhex(stop[1:]) for stop in self.activity]
        return tuple(_between(stops, i / (STEPS - 1)) for i in range(STEPS))

    def activity_rgb(self, value: float) -> int:
        """The colour of an activity of 0..1, which is clamped."""
        return self.scale[min(max(round(value * (STEPS - 1)), 0), STEPS - 1)]


def _between(stops: Sequence[bytes], at: float) -> int:
    """The opaque colour at a place of 0..1 on the way along the stops."""
    index = min(int(at * (len(stops) - 1)), len(stops) - 2)
    part = at * (len(stops) - 1) - index
    low, high = stops[index], stops[index + 1]
    red, green, blue = [round(x + (y - x) * part) for x, y in zip(low, high, strict=True)]
    return 0xFF000000 | red << 16 | green << 8 | blue


LIGHT = Theme(
    name="light", dark=False, contrast=False,
    bg="#FAF8F4", panel="#FFFFFF", sunk="#F2EFE9", tint="#E4EDF7", line="#DCD7CD", ctl="#8A857B",
    ink="#1C1B19", ink2="#5C5850", accent="#0B5CAD", on_accent="#FFFFFF", warn="#8A2B1F",
    stance="#3A3832", on_stance="#FFFFFF", swing="#E7E3DB",
    no_data="#DEDCD7", hatch="#8C8981", bone="#F4F2EE", tendon="#EEECE7", fascia="#E7E4DE",
    skin="#E4DDD4", body="#DDD6CC", muscle="#B9544C", muscle_line="#4A2A22", bone_line="#B2ACA1",
    fibre="#3A1A10", shade="#2A1410", light="#FFFFFF",
    eccentric="#0E766B", isometric="#7B3F94", concentric="#A84808", low="#6B675F",
    more="#9E3A06", less="#3D7EC4", disputed="#D9B343", same="#B9CDBF", told="#A19C92",
    activity=_stops(
        "#F5E9CC #F2D5A5 #F2BE7C #EDA45E #E88847 #DC6E3A #CD5734 #BD4131 #A62C2F #881C2C #670925"
    ),
    fibre_opacity=0.22, shade_opacity=(0.10, 0.12, 0.15), light_opacity=0.16,
)  # fmt: skip

DARK = Theme(
    name="dark", dark=True, contrast=False,
    bg="#14171B", panel="#191D22", sunk="#21262C", tint="#1D2C3D", line="#2F353D", ctl="#7C8591",
    ink="#ECEDEE", ink2="#A7AEB7", accent="#7DB5F2", on_accent="#0D1621", warn="#F2A093",
    stance="#C9CDD2", on_stance="#191D22", swing="#262C33",
    no_data="#3A4048", hatch="#767E88", bone="#7D7F80", tendon="#6A6D70", fascia="#5C6064",
    skin="#3F454D", body="#2A2F36", muscle="#5C626D", muscle_line="#0E1013", bone_line="#3E434A",
    fibre="#0B0D10", shade="#04060A", light="#FFFFFF",
    eccentric="#6FD6BE", isometric="#CF9BE0", concentric="#F0954A", low="#9199A3",
    more="#FF9D5C", less="#4A86D4", disputed="#F7E4A0", same="#5B7565", told="#949BA5",
    activity=_stops(
        "#4E403B #68473E #884E46 #A95848 #C86243 #DD733E #E88A3F #F1A346 #F4BE65 #F6D98D #FBF2B8"
    ),
    fibre_opacity=0.30, shade_opacity=(0.15, 0.17, 0.20), light_opacity=0.10,
)  # fmt: skip

CONTRAST = replace(
    LIGHT, name="contrast", contrast=True,
    bg="#FFFFFF", panel="#FFFFFF", sunk="#FFFFFF", tint="#FFFFFF", line="#000000", ctl="#000000",
    ink="#000000", ink2="#000000", accent="#003E9C", warn="#6E0F05", stance="#000000",
    swing="#FFFFFF", no_data="#FFFFFF", hatch="#000000", hatch_opacity=1.0,
    bone="#FFFFFF", tendon="#FFFFFF", fascia="#FFFFFF", skin="#FFFFFF", body="#FFFFFF",
    muscle_line="#000000", bone_line="#000000", fibre_opacity=0.0, shade_opacity=(0.0, 0.0, 0.0),
    light_opacity=0.0, outline_opacity=1.0, outline_width=1.5, hairline=2.0,
)  # fmt: skip

CONTRAST_DARK = replace(
    DARK, name="contrast_dark", contrast=True,
    bg="#000000", panel="#000000", sunk="#000000", tint="#000000", line="#FFFFFF", ctl="#FFFFFF",
    ink="#FFFFFF", ink2="#FFFFFF", accent="#9CCBFF", on_accent="#000000", warn="#FFC2B8",
    stance="#FFFFFF", on_stance="#000000", swing="#000000", no_data="#000000", hatch="#FFFFFF",
    hatch_opacity=1.0, bone="#000000", tendon="#000000", fascia="#000000", skin="#000000",
    body="#000000", muscle_line="#FFFFFF", bone_line="#FFFFFF", fibre_opacity=0.0,
    shade_opacity=(0.0, 0.0, 0.0), light_opacity=0.0, outline_opacity=1.0, outline_width=1.5,
    hairline=2.0,
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST, CONTRAST_DARK)}

# Shelves take their colour in group mode from these hues, spaced for neighbours on the body.
GROUP_HUES = (8, 200, 48, 280, 150, 330, 95, 230, 25, 175, 300, 70)


def group_rgb(theme: Theme, index: int) -> int:
    """The flat colour of the n-th muscle group, quiet enough to lie under shading."""
    hue = GROUP_HUES[index % len(GROUP_HUES)]
    lightness = (150, 112)[theme.dark] + (0, 22)[index // len(GROUP_HUES) % 2]
    colour = QColor.fromHsl(hue, (120, 90)[theme.dark], lightness)
    return int(colour.rgba())
