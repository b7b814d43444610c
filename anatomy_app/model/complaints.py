"""Complaints that are known at a spot of the body: what hurts there, never what it is."""

from collections.abc import Iterator, Sequence

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.drawing import Tissue, View
from anatomy_app.model.knowledge import Injury
from anatomy_app.model.regions import Hit

# Where bones lie close under the skin, as complaints name their regions.
BONES = {
    "patella": ("knee_anterior",),
    "tibia": ("leg_medial", "leg_anterior"),
    "fibula": ("leg_lateral",),
    "tarsals": ("heel", "foot_plantar"),
    "metatarsals": ("foot_plantar",),
    "toes": ("toes", "foot_plantar"),
    "ribs": ("trunk_lateral",),
    "sacrum": ("trunk_posterior",),
}
# The upper back has the same region as the low back, where complaints of the back are.
LOW, UPPER_BACK = "trunk_posterior", frozenset({
    "trapezius", "rhomboids", "levator_scapulae", "splenius", "semispinalis",
    "serratus_posterior_superior",
})  # fmt: skip
FOOT = ("foot", "heel", "toes")
# Regions that a view has on its far side: who points at the belly does not mean the back.
FAR = {
    View.FRONT: "_posterior",
    View.BACK: "_anterior",
    View.SIDE: "_medial",
    View.MEDIAL: "_lateral",
}


def complaints_at(atlas: Atlas, hits: Sequence[Hit], view: View) -> tuple[str, ...]:
    """Injury ids known at a spot, given all that lies under it from the surface to the bone.

    First those that involve a structure under the spot and hurt there, then those that involve
    one and hurt elsewhere, last those that hurt there; within each, by how near to the surface.
    """
    spot = tuple(_down_to_bone(hits))
    under = [atlas.structures_from_drawing(drawn) for drawn in spot]
    here, ranked = _regions(atlas, spot, under), {}
    for injury in atlas.injuries.values():
        far = injury.region.endswith(FAR.get(view, "-"))
        rank = None if far else _rank(injury, under, here)
        if rank is not None:
            ranked[injury.id] = rank
    return tuple(sorted(ranked, key=ranked.__getitem__))


def painful_bones(atlas: Atlas, injury: Injury) -> tuple[str, ...]:
    """Drawn bones that mark where it hurts, if none of the involved structures lies there."""
    regions = {atlas.structures[id_].region for id_ in injury.muscles if id_ in atlas.structures}
    if injury.region in regions:
        return ()
    return tuple(bone for bone, lies in BONES.items() if injury.region in lies)


def _down_to_bone(hits: Sequence[Hit]) -> Iterator[str]:
    """What is drawn there, each once; nobody feels what lies behind a bone."""
    for hit in hits:
        yield hit.structure
        if hit.tissue is Tissue.BONE:
            return


def _regions(atlas: Atlas, spot: Sequence[str], under: Sequence[tuple[str, ...]]) -> set[str]:
    """The regions of the spot; tendons that run into the foot do not make it the leg."""
    found = {region for drawn in spot for region in BONES.get(drawn, ())}
    found |= {atlas.structures[ids[0]].region for ids in under if ids}
    on_foot = any(region.startswith(FOOT) for region in found)
    return {region for region in found if region.startswith(FOOT) or not on_foot}


def _rank(
    injury: Injury, under: Sequence[tuple[str, ...]], here: set[str]
) -> tuple[int, int] | None:
    """Smaller is better; None if it is not known there."""
    if injury.region == LOW and any(UPPER_BACK & {*ids} for ids in under):
        return None
    depth = next((at for at, ids in enumerate(under) if {*ids} & {*injury.muscles}), None)
    hurts = injury.region in here
    if depth is None:
        return (2, 0) if hurts else None
    return (0 if hurts else 1), depth
