"""Pointing at a spot of the body tells which complaints are known there."""

from collections.abc import Iterator
from functools import cache

import pytest

from anatomy_app.content.library import Library
from anatomy_app.model.complaints import complaints_at
from anatomy_app.model.drawing import PLATES, Region, Side, View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.outlining import outlined_regions

STEPS = 8


@cache
def library() -> Library:
    return Library()


def points(region: Region) -> Iterator[tuple[float, float]]:
    """Points in the box of a region, the middle ones first."""
    left, top, right, bottom = region.box
    order = sorted(range(1, STEPS), key=lambda step: abs(step - STEPS / 2))
    for down in order:
        for across in order:
            yield left + (right - left) * across / STEPS, top + (bottom - top) * down / STEPS


def known(view: View, drawn: str, layer: int = 1) -> tuple[str, ...]:
    """What a point well inside the region tells; `layer` is where the region is uncovered."""
    shown = [
        region
        for region in library().layer(view, layer).regions
        if region.structure == drawn and region.side is not Side.LEFT
    ]
    for region in sorted(shown, key=lambda region: -region.area):
        for x, y in points(region):
            hits = library().hit_map(view).at(x, y)
            if hits and hits[0].structure == drawn and hits[0].layer == layer:
                return complaints_at(library().atlas, hits, view)
    return ()


@cache
def reached() -> dict[str, frozenset[str]]:
    """By complaint, what one can point at to find it, in any view, nothing but skin over it."""
    found: dict[str, set[str]] = {}
    for view in PLATES:
        for layer in range(1, library().layers(view) + 1):
            for drawn in {region.structure for region in library().layer(view, layer).regions}:
                for id_ in known(view, drawn, layer):
                    found.setdefault(id_, set()).add(drawn)
    return {id_: frozenset(drawn) for id_, drawn in found.items()}


@pytest.mark.parametrize("id_", library().atlas.injuries)
def test_every_complaint_is_reached_by_pointing_where_it_hurts(id_: str) -> None:
    """At one of its structures; a complaint of no structure at what is outlined for it."""
    atlas = library().atlas
    outlined = outlined_regions(atlas, Entity(Kind.INJURY, id_))
    assert outlined
    assert reached()[id_] & {*outlined}


@pytest.mark.parametrize(
    ("view", "drawn", "first"),
    [
        (View.BACK, "achilles_tendon", "achilles_tendinopathy"),
        (View.BACK, "gluteus_medius", "gluteal_tendinopathy"),
        (View.BACK, "semitendinosus", "hamstring_strain"),
        (View.FRONT, "adductor_longus", "groin_strain"),
        (View.FRONT, "tibialis_anterior", "anterior_shin_overload"),
        (View.FRONT, "patella", "pfps"),
        (View.SIDE, "fibularis_longus", "ankle_sprain"),
        (View.BACK, "thoracolumbar_fascia", "low_back_pain"),
    ],
)
def test_what_hurts_there_comes_first(view: View, drawn: str, first: str) -> None:
    assert known(view, drawn)[0] == first


def test_what_involves_the_structure_but_hurts_elsewhere_comes_later() -> None:
    """The gluteus medius has to do with runner's knee, which hurts at the knee."""
    found = known(View.SIDE, "gluteus_medius")
    assert found.index("gluteal_tendinopathy") < found.index("pfps")


def test_who_points_at_the_belly_does_not_mean_the_back() -> None:
    assert known(View.FRONT, "rectus_abdominis")
    assert "low_back_pain" not in known(View.FRONT, "rectus_abdominis")
    assert "low_back_pain" not in known(View.BACK, "trapezius_middle")


def test_tendons_in_the_foot_do_not_make_it_the_calf() -> None:
    for drawn in ("flexor_hallucis_longus", "plantar_fascia"):
        assert known(View.SOLE, drawn)
        assert not {"achilles_tendinopathy", "calf_strain"} & {*known(View.SOLE, drawn)}


def test_nothing_is_known_of_the_arm() -> None:
    assert known(View.FRONT, "biceps_brachii") == ()
