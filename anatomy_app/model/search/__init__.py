"""Search over all entities, as you type: folding, terms, tables, ranking. Plain Python."""

from anatomy_app.model.search.hits import Hit, Span, Why
from anatomy_app.model.search.query import Similar
from anatomy_app.model.search.search import SearchIndex
from anatomy_app.model.search.terms import Reason

__all__ = ["Hit", "Reason", "SearchIndex", "Similar", "Span", "Why"]
