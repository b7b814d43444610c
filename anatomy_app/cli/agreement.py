"""Whether content and gait tables agree: stages, sources and the columns of curves."""

from collections.abc import Iterator
from pathlib import Path

from anatomy_app.content.gait import load_gait
from anatomy_app.content.problems import Problem, guess
from anatomy_app.content.rows import read_rows
from anatomy_app.model.activation import activations
from anatomy_app.model.anatomy import Structure
from anatomy_app.model.atlas import Atlas
from anatomy_app.model.gait_tables import GaitTables
from anatomy_app.model.strides import stride_at


def unknown_in_tables(gait: Path, atlas: Atlas) -> Iterator[Problem]:
    """Stages and sources that the gait tables name and the content does not have."""
    tables = load_gait(gait)
    borders = {border.stage for each in tables.borders.values() for border in each}
    for stage in sorted(borders - set(atlas.stages)):
        remedy = guess(stage, atlas.stages, "add it to stages.toml")
        path = gait / "stage_borders.csv"
        yield Problem(str(path), _line(path, stage), f"there is no stage {stage!r}", remedy)
    for dataset in tables.datasets.values():
        for source in dataset.sources:
            if source not in atlas.sources:
                remedy = guess(source, atlas.sources, "add it to sources.toml")
                path = gait / "datasets.csv"
                what = f"there is no source {source!r}"
                yield Problem(str(path), _line(path, dataset.id), what, remedy)


def curves_without_columns(gait: Path, content: Path | None, atlas: Atlas) -> Iterator[Problem]:
    """Structures of the content folder whose curves name columns that the tables lack."""
    wrong = _wrong_curves(load_gait(gait), atlas)
    if wrong and content is not None:
        for row, structure in read_rows(content, partial=True).records(Structure):
            if structure.id in wrong:
                remedy = "name columns that are there, or add them"
                yield row.problem(wrong[structure.id], remedy, "curves")
    else:
        for sentence in wrong.values():
            yield Problem(str(gait), 0, sentence, "add the columns")


def _wrong_curves(tables: GaitTables, atlas: Atlas) -> dict[str, str]:
    """What is wrong with the curves of each structure that has any mistake in them."""
    wrong: dict[str, str] = {}
    for name in tables.strides:
        stride = stride_at(tables, name)
        for structure in atlas.structures.values():
            try:
                activations({structure.id: structure}, tables, stride)
            except ValueError as error:
                wrong[structure.id] = str(error)
    return wrong


def _line(path: Path, word: str) -> int:
    """The first line that holds the word; 0 if none does."""
    lines = path.read_text("utf-8", "replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if word in line), 0)
