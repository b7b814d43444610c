"""What is known of one structure as a JSON document."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from anatomy_app.model.activation import activations
from anatomy_app.model.anatomy import Structure, Window
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.drawing import View
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.gait_tables import Gait, GaitTables
from anatomy_app.model.stages import StageKind
from anatomy_app.model.strides import stride_at

Drawn = Mapping[View, Mapping[int, tuple[str, ...]]]
"""For every view and layer the ids drawn in it."""


def entities(kind: Kind, ids: Iterable[str]) -> list[str]:
    """Ids of one kind as `kind:id`."""
    return [str(Entity(kind, id_)) for id_ in ids]


def structure_document(
    atlas: Atlas, tables: GaitTables, drawn: Drawn, id_: str
) -> dict[str, object]:
    """All that is known of a muscle, group, tendon, fascia or tissue.

    `drawn` tells in which layers of which views it can be seen. A LookupError with a sentence if
    the atlas has no such structure.
    """
    if id_ not in atlas.structures:
        raise LookupError(f"the atlas has no {id_!r}")
    structure = atlas.structures[id_]
    return {
        **_anatomy(structure),
        "stance": _period(atlas, structure, "stance", structure.stance),
        "swing": _period(atlas, structure, "swing", structure.swing),
        "float": structure.float_role,
        "main_stages": entities(Kind.STAGE, structure.main_stages),
        "window": _window(structure.window),
        "activation": _activation(structure, tables, Gait.RUNNING),
        "activation_by_gait": {
            str(gait): _activation(structure, tables, gait) for gait in tables.strides
        },
        **_links(atlas, structure),
        "views": _views(structure, drawn),
        "note": structure.note,
        "sources": entities(Kind.SOURCE, structure.sources),
    }


def _anatomy(structure: Structure) -> dict[str, object]:
    return {
        "id": structure.id,
        "entity": str(Entity(Kind.MUSCLE, structure.id)),
        "name": structure.name,
        "latin": structure.latin,
        "ta2": structure.ta2,
        "kind": str(structure.kind),
        "group": structure.shelf,
        "region": structure.region,
        "layer": str(structure.depth) if structure.depth else None,
        "paired": structure.paired,
        "synonyms": list(structure.synonyms),
        "names": {language: list(names) for language, names in asdict(structure.names).items()},
        "origin": structure.origin,
        "insertion": structure.insertion,
        "innervation": structure.innervation,
        "nerve_roots": structure.nerve_roots,
        "actions": list(structure.actions),
        "palpable": structure.palpable,
    }


def _period(atlas: Atlas, structure: Structure, period: str, summary: str) -> dict[str, object]:
    """The summary of stance or swing, and every stage of it that the table tells of."""
    stages = [
        stage.id
        for stage in atlas.stages.values()
        if stage.kind is StageKind.STAGE and stage.parent == period
    ]
    known = {id_: structure.stages[id_] for id_ in stages if id_ in structure.stages}
    return {
        "summary": summary,
        "stages": {
            id_: {
                "role": role.role,
                "brief": role.brief,
                "contraction": str(role.contraction) if role.contraction else None,
                "activity": role.activity,
            }
            for id_, role in known.items()
        },
    }


def _window(window: Window) -> dict[str, object]:
    return {
        "active": [list(pair) for pair in window.active],
        "peak": window.peak,
        "basis": window.basis,
        "source": str(Entity(Kind.SOURCE, window.source)) if window.source else None,
        "simulated": [list(pair) for pair in window.simulated],
        "simulated_peak": window.simulated_peak,
        "simulated_peak_force_bw": window.simulated_peak_force_bw,
    }


def _activation(structure: Structure, tables: GaitTables, gait: Gait) -> dict[str, object]:
    """How the activity is known in a gait at its usual speed."""
    stride = stride_at(tables, gait)
    known = activations({structure.id: structure}, tables, stride).by_id[structure.id]
    return {"kind": str(known.kind), "n": known.n, "peak_percent": known.peak, "note": known.note}


def _links(atlas: Atlas, structure: Structure) -> dict[str, object]:
    main, helping = atlas.exercises_for(structure.id)
    here = Entity(Kind.MUSCLE, structure.id)
    return {
        "members": entities(Kind.MUSCLE, atlas.members(structure.id)),
        "groups": entities(Kind.MUSCLE, atlas.groups_of(structure.id)),
        "exercises": entities(Kind.EXERCISE, (*main, *helping)),
        "exercises_main": entities(Kind.EXERCISE, main),
        "injuries": entities(Kind.INJURY, atlas.injuries_for(structure.id)),
        "contexts": entities(Kind.CONTEXT, atlas.contexts_for(structure.id)),
        "questions": entities(Kind.FAQ, atlas.questions_for(here)),
    }


def _views(structure: Structure, drawn: Drawn) -> dict[str, list[int]]:
    """The layers of each view that show at least one of the structure's regions."""
    regions = set(structure.drawn)
    found = {
        str(view): [number for number, ids in sorted(layers.items()) if regions & set(ids)]
        for view, layers in drawn.items()
    }
    return {view: numbers for view, numbers in found.items() if numbers}
