"""The plan as a printed page: its words, and how it comes onto a printer or into a PDF."""

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.model.equipment import NONE
from anatomy_app.model.knowledge import Equipment
from anatomy_app.model.planning import Item, Plan
from anatomy_app.paint.mannequin import paint_mannequin
from anatomy_app.paint.page import Laid, Paper, Printed, lay_out
from anatomy_app.paint.page_blocks import Picture
from anatomy_app.paint.page_markdown import plan_markdown
from anatomy_app.paint.page_plan import plan_page
from anatomy_app.paint.page_words import DayWords, ItemWords, PlanWords
from anatomy_app.paint.press import UNIT
from anatomy_app.paint.theme import LIGHT
from anatomy_app.ui import train_reasons, train_words
from anatomy_app.ui.pages import source_name
from anatomy_app.ui.session import Session
from anatomy_app.ui.train_paper import page_size
from anatomy_app.ui.words import translate

DPI = 72 * UNIT  # at which the units of a page are pixels
CUSTOM = "custom"


def general_line() -> str:
    """When to stop, for everybody."""
    return translate("Train", "Sudden pain, swelling or a pop: stop and see a clinician.")


def warnings(atlas: Atlas, focus: Iterable[Entity]) -> tuple[tuple[str, str], ...]:
    """(title, warning signs) of each complaint in a focus."""
    found = (atlas.injuries.get(each.id) for each in focus if each.kind is Kind.INJURY)
    title = translate("Train", "Warning signs, {0}")
    return tuple(
        (title.format(injury.name), train_words.see_a_clinician(injury.red_flags))
        for injury in found
        if injury
    )


def printed(session: Session, plan: Plan) -> Printed:
    """The page of a plan."""
    return plan_page(plan_words(session.names.atlas, plan), lambda id_: _picture(session, id_))


def _picture(session: Session, exercise: str) -> Picture | None:
    motion = session.library.motion(exercise)
    if motion is None:
        return None
    library = session.library
    return lambda painter, box: paint_mannequin(painter, library, motion, None, box, LIGHT)


def plan_words(atlas: Atlas, plan: Plan) -> PlanWords:
    """All that the page says."""
    wish, text = plan.wish, translate
    focus = ", ".join(atlas.name(each) for each in wish.focus)
    days = text("Train", "{0} days a week") if wish.days > 1 else text("Train", "One session")
    owned = [
        train_words.need(each).lower() for each in Equipment if each in wish.equipment - {NONE}
    ]
    things = ", ".join(owned) or train_words.need(NONE).lower()
    upto = text("Train", "{0}, up to {1} min with rests; equipment: {2}; level: up to {3}")
    level = train_words.level(wish.level).lower()
    cited = [source_name(atlas.sources[id_]) for id_ in _sources(atlas, plan)]
    return PlanWords(
        title=text("Train", "Training plan: {0}").format(focus),
        subtitle=upto.format(days.format(wish.days), round(wish.minutes), things, level),
        warnings=warnings(atlas, wish.focus),
        safety=(text("Train", "Stop and see a clinician"), _safety()),
        notes_title=text("Train", "What this plan does not meet"),
        notes=train_reasons.gaps(atlas, plan),
        days=tuple(_day(atlas, plan, place) for place in range(len(plan.days))),
        sources_title=text("Train", "Sources"),
        sources=tuple(cited),
        citations=(),
        credit=_credit(),
    )


def _safety() -> str:
    return translate(
        "Train",
        "Sudden or sharp pain, a pop, swelling, numbness, pain at rest or at night, or pain that "
        "grows from day to day: stop, and see a clinician. This is education, not a diagnosis and "
        "not a treatment.",
    )


def _credit() -> str:
    return translate(
        "Train",
        "Repetitions begin inside the dosage of the source; rest, tempo and minutes are coaching "
        "custom, not from a trial. Stride Atlas, CC BY-SA 4.0. Anatomical outlines adapted from "
        "BodyParts3D, © The Database Center for Life Science, CC BY 4.0.",
    )


def _sources(atlas: Atlas, plan: Plan) -> tuple[str, ...]:
    """The sources of the complaints, the exercises and their doses, each once."""
    focus = (atlas.injuries[f.id].sources for f in plan.wish.focus if f.kind is Kind.INJURY)
    found = [id_ for ids in focus for id_ in ids]
    for item in (item for day in plan.days for item in day.items):
        exercise = atlas.exercises[item.exercise]
        found += [*exercise.sources, *exercise.dosage_sources]
    return tuple(id_ for id_ in dict.fromkeys(found) if id_ != CUSTOM and id_ in atlas.sources)


def _day(atlas: Atlas, plan: Plan, place: int) -> DayWords:
    day = plan.days[place]
    items = tuple(_item(atlas, item) for item in day.items)
    lines = tuple(f"{words.name}: {words.dose}" for words in items)
    name = f"{train_reasons.day_name(plan, place)}, {train_words.minutes(day.minutes)}"
    return DayWords(name, lines, items)


def _item(atlas: Atlas, item: Item) -> ItemWords:
    exercise = atlas.exercises[item.exercise]
    rest = translate("Train", ", rest {0} s").format(item.rest_seconds) if item.sets > 1 else ""
    return ItemWords(
        exercise=item.exercise,
        name=exercise.name,
        dose=f"{train_reasons.dose(item)}{rest} ({train_words.minutes(item.minutes)})",
        reason=train_reasons.reason(atlas, item.reason, item.role),
        cues=" ".join(exercise.cues),
        care=exercise.avoid_if,
        dosage=translate("Train", "Dosage: {0}").format(exercise.dosage),
    )


def put_on(printer: QPrinter, session: Session, plan: Plan) -> None:
    """Print the plan on the paper that the printer has."""
    letter = printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    printer.setFullPage(True)
    printer.setDocName(translate("Train", "Training plan"))
    laid = lay_out(printed(session, plan), Paper.LETTER if letter else Paper.A4)
    _put(printer, laid, printer.resolution() / DPI)


def write_pdf(session: Session, plan: Plan, path: Path, paper: Paper) -> None:
    """Write the plan as PDF, whole or not at all; an OSError if it cannot be written."""
    page, buffer = printed(session, plan), QBuffer()
    buffer.setData(QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(page_size(paper))
    writer.setPageMargins(QMarginsF())
    writer.setResolution(DPI)
    writer.setTitle(page.name)
    _put(writer, lay_out(page, paper), 1.0)
    _write_whole(path, bytes(buffer.data().data()))


def write_text(session: Session, plan: Plan, path: Path) -> None:
    """Write the words of the page as Markdown, whole or not at all; an OSError as above."""
    words = plan_words(session.names.atlas, plan)
    _write_whole(path, plan_markdown(words).encode())


def _write_whole(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _put(device: QPagedPaintDevice, laid: Laid, scale: float) -> None:
    painter = QPainter(device)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    for number in range(len(laid.pages)):
        if number:
            device.newPage()
        laid.paint(painter, number)
    painter.end()
