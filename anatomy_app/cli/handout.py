"""Prints a handout about one muscle, injury or exercise."""

from pathlib import Path

from anatomy_app.cli.output import check_writable, write_whole
from anatomy_app.cli.printing import handout_pdf
from anatomy_app.cli.stock import find, open_library
from anatomy_app.cli.stops import WrongContent
from anatomy_app.cli.words import Words
from anatomy_app.model.entities import Kind

ABOUT = (Kind.MUSCLE, Kind.INJURY, Kind.EXERCISE)


def handout(words: Words) -> int:
    """Everything that can be wrong is told before anything is painted."""
    path = Path(words.output)
    check_writable(path)
    library = open_library()
    entity = find(library, words.entity)
    if entity.kind not in ABOUT:
        raise WrongContent(f"{entity} has no handout; name a muscle, an injury or an exercise")
    write_whole(path, handout_pdf(library, entity, words.paper))
    return 0
