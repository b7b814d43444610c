"""What Train shows but does not make: moving figures, the reasons of exercises, plans, pages.

Every module of Train asks here, so that where these come from is said once.
"""

from anatomy_app.ui.train_standins import (
    Motion,
    easier,
    harder,
    motion_of,
    needs,
    paint_mannequin,
    reason_words,
    stage_reason,
    stages,
)
from anatomy_app.ui.train_standins_plan import (
    Item,
    Plan,
    PlanStore,
    Wish,
    make_plan,
    option_of,
    paint_plan,
    plan_document,
    plan_from,
    rank,
    write_pdf,
)

__all__ = [
    "Item",
    "Motion",
    "Plan",
    "PlanStore",
    "Wish",
    "easier",
    "harder",
    "make_plan",
    "motion_of",
    "needs",
    "option_of",
    "paint_mannequin",
    "paint_plan",
    "plan_document",
    "plan_from",
    "rank",
    "reason_words",
    "stage_reason",
    "stages",
    "write_pdf",
]
