"""One instant of the stride as a page."""

from collections.abc import Iterator

from anatomy_app.cli import english
from anatomy_app.cli.prose import Page
from anatomy_app.cli.source_text import add_sources
from anatomy_app.model.anatomy import Basis
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.drawing import Side
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.instant import FEET, Instant, StructureNow

MOST_ACTIVE = 5


def instant_page(atlas: Atlas, now: Instant, sources: tuple[str, ...]) -> str:
    """Legs, the most active muscles, angles, forces, every structure, sources."""
    page = Page()
    page.title(headline(now))
    page.paragraph(now.note, indent=0)
    page.section("Legs")
    page.fields([
        *((english.capital(side), _leg(atlas, now, side)) for side in FEET),
        ("Float", "yes, neither foot is down" if now.floating else "no"),
        ("Both down", "yes" if now.double_support else "no"),
    ])  # fmt: skip
    for side in FEET:
        page.section(f"Most active, {side} side (of each muscle's own peak)")
        page.table([
            (atlas.structures[one.structure].name, english.share(one.activation),
             english.BASES[one.kind])
            for one in now.most_active(MOST_ACTIVE, side)
        ] or [("", english.NO_DATA)])  # fmt: skip
    page.section("Joint angles (degrees) and heights (metres)")
    page.fields(_angle(name, value) for name, value in now.angles.items())
    page.section("Ground force (body weights; fore-aft is positive forward)")
    page.fields((english.capital(side), _force(now, side)) for side in FEET)
    page.section("Every structure")
    page.table([("right", "left", "right now", ""), *_rows(atlas, now)])
    add_sources(page, atlas, sources)
    return page.text()


def headline(now: Instant) -> str:
    """Gait, speed, percent and basis in a line."""
    return f"{stride_words(now)}, {english.number(now.percent)} % of the stride"


def stride_words(now: Instant) -> str:
    """Gait, speed and basis."""
    speed = english.metres_per_second(now.speed)
    return f"{english.capital(now.gait)} at {speed} ({now.basis})"


def _leg(atlas: Atlas, now: Instant, side: Side) -> str:
    leg = now.legs[side]
    name = atlas.name(Entity(Kind.STAGE, leg.stage))
    return f"{leg.period}, {name}"


def _angle(name: str, value: float) -> tuple[str, str]:
    side = {"_r": ", right", "_l": ", left", "_m": ""}.get(name[-2:], "")
    bare = name[:-2] if name[-2:] in ("_r", "_l", "_m") else name
    shown = f"{value:+z.3f} m" if name.endswith("_m") else f"{value:+z.1f}"
    words = english.plain(bare).replace("com ", "centre of mass, ")
    return f"{english.capital(words)}{side}", shown


def _force(now: Instant, side: Side) -> str:
    force = now.forces[side]
    return f"vertical {force.vertical_bw:z.2f}, fore-aft {force.fore_aft_bw:+z.2f}"


def _rows(atlas: Atlas, now: Instant) -> Iterator[tuple[str, str, str, str]]:
    for name, muscle in now.muscles.items():
        right, left = (_activity(muscle, side) for side in FEET)
        does = english.does(muscle.right.doing)
        yield right, left, does, atlas.structures[name].name


def _activity(muscle: StructureNow, side: Side) -> str:
    here = muscle.on(side)
    mark = " (sim.)" if here.kind is Basis.SIMULATED else ""
    return english.share(here.activation) + mark
