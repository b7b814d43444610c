"""The plan on paper: the print dialog, and a PDF, whole or not at all."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from anatomy_app.model.atlas import Atlas
from anatomy_app.model.entities import Entity, Kind
from anatomy_app.ui import train_words
from anatomy_app.ui.dialogs import bad_news
from anatomy_app.ui.session import Session
from anatomy_app.ui.train_supply import Plan, paint_plan, write_pdf
from anatomy_app.ui.words import translate


def general_line() -> str:
    """When to stop, for everybody."""
    return translate("Train", "Sudden pain, swelling or a pop: stop and see a clinician.")


def safety_line(atlas: Atlas, focus: tuple[Entity, ...]) -> str:
    """When to stop: always said; a plan for a complaint says its warning signs too."""
    found = (atlas.injuries.get(each.id) for each in focus if each.kind is Kind.INJURY)
    signs = [train_words.see_a_clinician(injury.red_flags) for injury in found if injury]
    return " ".join((*signs, general_line()))


def ask_and_print(parent: QWidget, session: Session, plan: Plan) -> QPrintDialog:
    """The print dialog; what is accepted there is printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("Train", "Print the plan"))
    line = safety_line(session.library.atlas, plan.wish.focus)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: paint_plan(printer, session.library, plan, line))
    QDialog.open(dialog)
    return dialog


def ask_and_save(parent: QWidget, session: Session, plan: Plan) -> None:
    """Ask where, then save the page as PDF."""
    title = translate("Train", "Save the plan as PDF")
    name, _ = QFileDialog.getSaveFileName(parent, title, "stride-atlas-plan.pdf", "PDF (*.pdf)")
    if name:
        save_pdf(parent, session, plan, Path(name))


def save_pdf(parent: QWidget, session: Session, plan: Plan, path: Path) -> None:
    """Save the page as PDF, or say why that failed and what to do."""
    path = path if path.suffix else path.with_suffix(".pdf")
    try:
        write_pdf(path, session.library, plan, safety_line(session.library.atlas, plan.wish.focus))
    except OSError as error:
        text = translate("Train", "The plan could not be saved as {0}. Choose another folder.")
        bad_news(parent, text.format(path), str(error))
