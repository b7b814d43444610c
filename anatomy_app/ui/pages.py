"""What the panel says of an entity: a title, and sections of text in which every name is a link."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.knowledge import Source
from anatomy_app.ui.words import translate

FEW = 3  # exercises on a structure's page; the others stand behind "all"
TRAIN = "train:"  # before an entity in a link: to its exercises, or to its page in Train


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the panel: its heading (may be empty), its text as rich text, a link beside it.

    `trained` is the structure whose exercises are shown as cards below the text.
    """

    heading: str
    html: str
    link: str = ""
    warning: bool = False
    trained: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """All that the panel shows below its title."""

    kicker: str
    title: str
    subtitle: str
    sections: tuple[Section, ...]


def link(entity: Entity, text: str) -> str:
    """A link to an entity."""
    return f'<a style="text-decoration:none" href="{entity}">{escape(text)}</a>'


def train_link(entity: Entity, text: str) -> str:
    """A link to the exercises of an entity, or to its page, in Train."""
    return f'<a style="text-decoration:none" href="{TRAIN}{entity}">{escape(text)}</a>'


def links(atlas: Atlas, kind: Kind, ids: Iterable[str]) -> str:
    """Links to entities of one kind, with commas."""
    return ", ".join(link(e, atlas.name(e)) for e in (Entity(kind, i) for i in ids))


def paragraph(text: str) -> str:
    """A paragraph of plain text."""
    return f'<p style="margin:0 0 6px 0">{escape(text)}</p>' if text else ""


def small(html: str) -> str:
    """Secondary text; `html` is escaped already."""
    return f'<span style="font-size:12px">{html}</span>'


def rows(pairs: Iterable[tuple[str, str]]) -> str:
    """A list of terms with their rich texts; pairs without text are left out."""
    return "".join(
        f'<p style="margin:0 0 6px 0"><b>{escape(term)}</b><br>{html}</p>'
        for term, html in pairs
        if html
    )


def bullets(texts: Iterable[str]) -> str:
    """A bulleted list of plain texts."""
    items = "".join(f"<li>{escape(text)}</li>" for text in texts)
    return (
        f'<ul style="margin:0 0 6px 0; -qt-list-indent:0; margin-left:14px">{items}</ul>'
        if items
        else ""
    )


def sources(atlas: Atlas, ids: Iterable[str]) -> str:
    """Sources by author and year, each a link to its full reference."""
    items = []
    for id_ in ids:
        source = atlas.sources.get(id_)
        if source is None:
            continue
        items.append(link(Entity(Kind.SOURCE, id_), source_name(source)))
    return "; ".join(items)


def source_name(source: Source) -> str:
    """A source by author and year."""
    who = source.authors.partition(",")[0].partition(" and ")[0] or source.title
    return f"{who} {source.year}".strip()


def source_section(atlas: Atlas, ids: Iterable[str]) -> Section:
    """The sources of a claim."""
    return Section(translate("Pages", "Sources"), small(sources(atlas, ids)))


def exercise_cards(atlas: Atlas, ids: Iterable[str]) -> str:
    """Exercises as text cards: name, dose, reason."""
    cards = []
    for id_ in ids:
        exercise = atlas.exercises[id_]
        cards.append(
            f'<p style="margin:0 0 10px 0"><b>{link(Entity(Kind.EXERCISE, id_), exercise.name)}</b>'
            f"<br>{small(escape(exercise.dosage))}<br>{small(escape(exercise.purpose))}</p>"
        )
    return "".join(cards)
