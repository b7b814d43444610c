"""The plan on paper: the print dialog, and a PDF, whole or not at all."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from anatomy_app.model.planning import Plan
from anatomy_app.paint.page import Paper
from anatomy_app.ui.dialogs import bad_news
from anatomy_app.ui.session import Session
from anatomy_app.ui.train_page import put_on, write_pdf
from anatomy_app.ui.train_paper import chosen_paper, page_size, paper_words
from anatomy_app.ui.words import translate


def ask_and_print(parent: QWidget, session: Session, plan: Plan) -> QPrintDialog:
    """The print dialog; what is accepted there is printed.

    A paper that was chosen comes first, else the printer's own.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if session.preferences.text("paper") != "system":
        printer.setPageSize(page_size(chosen_paper(session.preferences)))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(translate("Train", "Print the plan"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: put_on(printer, session, plan))
    QDialog.open(dialog)
    return dialog


def ask_and_save(parent: QWidget, session: Session, plan: Plan) -> None:
    """Ask where and on which paper, then save the page as PDF. The paper is remembered."""
    title, usual = translate("Train", "Save the plan as PDF"), chosen_paper(session.preferences)
    kind = translate("Train", "PDF, {0} (*.pdf)")
    kinds = {kind.format(paper_words(paper)): paper for paper in Paper}
    first = next(words for words, paper in kinds.items() if paper is usual)
    name, chosen = QFileDialog.getSaveFileName(
        parent, title, "stride-atlas-plan.pdf", ";;".join(kinds), first
    )
    if not name:
        return
    if (paper := kinds.get(chosen, usual)) is not usual:
        session.preferences.put("paper", paper.value)
    save_pdf(parent, session, plan, Path(name))


def save_pdf(parent: QWidget, session: Session, plan: Plan, path: Path) -> None:
    """Save the page as PDF on the chosen paper, or say why that failed and what to do."""
    path = path if path.suffix else path.with_suffix(".pdf")
    try:
        write_pdf(session, plan, path, chosen_paper(session.preferences))
    except OSError as error:
        text = translate("Train", "The plan could not be saved as {0}. Choose another folder.")
        bad_news(parent, text.format(path), str(error))
