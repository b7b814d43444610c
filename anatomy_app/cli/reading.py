"""Commands that read the atlas and print: list, show, search, at."""

from anatomy_app.cli.arguments import KINDS
from anatomy_app.cli.output import put_json, put_text
from anatomy_app.cli.stock import find, gait_of, open_library
from anatomy_app.cli.stops import WrongContent, WrongWords
from anatomy_app.cli.words import Words
from anatomy_app.content.library import Library
from anatomy_app.model.entities import Entity, Kind


def list_all(words: Words) -> int:
    """Everything of one kind."""
    atlas, kind = open_library().atlas, Kind(KINDS[words.kind])
    if words.json:
        from anatomy_app.content.documents import list_document

        put_json(list_document(atlas, kind))
        return 0
    from anatomy_app.cli.prose import Page

    page = Page()
    found = [each for each in atlas.entities() if each.kind is kind]
    page.table([(str(each), atlas.name(each)) for each in found])
    put_text(page.text())
    return 0


def show(words: Words) -> int:
    """All that is known of one entity."""
    library = open_library()
    entity = find(library, words.entity)
    if words.json:
        put_json(_document(library, entity))
    else:
        from anatomy_app.cli.show_text import entity_page

        put_text(entity_page(library.atlas, library.tables, entity))
    return 0


def _document(library: Library, entity: Entity) -> dict[str, object]:
    from anatomy_app import resources
    from anatomy_app.content.documents import document
    from anatomy_app.content.plate_file import PlateError
    from anatomy_app.content.plates import drawn_ids

    try:
        drawn = drawn_ids(resources.root() / "assets" / "plates")
    except PlateError as error:
        raise WrongContent(f"{error}; install the program again") from error
    return document(library.atlas, library.tables, drawn, entity)


def search(words: Words) -> int:
    """Ranked hits, each with the reason why it matched; no good match is an empty list."""
    from anatomy_app.cli.search_text import hits_page
    from anatomy_app.content.fuzzy import similar
    from anatomy_app.model.search.search import SearchIndex
    from anatomy_app.ui.search_words import why_text

    query = " ".join(words.query)
    index = SearchIndex.build(open_library().atlas, similar)
    hits = index.search(query, words.limit)
    if words.json:
        found = [
            {
                "id": str(hit.entity),
                "kind": str(hit.entity.kind),
                "name": hit.name,
                "score": hit.score,
                "why": why_text(hit),
            }
            for hit in hits
        ]
        put_json({"query": query, "hits": found})
    else:
        put_text(hits_page(query, hits, () if hits else index.nearest_words(query)))
    return 0


def at(words: Words) -> int:
    """The whole stride at one instant."""
    from anatomy_app.model.instant import as_document, instant

    library, gait = open_library(), gait_of(words.gait)
    try:
        now = instant(library.atlas, library.tables, gait, words.speed, words.percent)
    except ValueError as error:
        raise WrongWords(str(error)) from error
    if words.json:
        put_json(as_document(now))
    else:
        from anatomy_app.cli.at_text import instant_page

        sources = library.tables.datasets[f"motion_{gait}_{now.basis}"].sources
        put_text(instant_page(library.atlas, now, sources))
    return 0
