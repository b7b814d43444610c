"""How heavy lines are at a size: clean when the figure is small, rich when it is large.

Sizes are pixels per millimetre of the body: 0.16 on a figure 300 pixels high, 0.26 in a window of
1280 x 800, 1.7 on one of 3,000 pixels. A line that grew with the drawing would be a rope there;
one that stayed would be lost. Lines grow with about the root of the size, and what is too fine for
a small figure fades there.
"""

REST = 0.26  # the size for which the widths of the tokens are meant
THINNEST = 0.45  # pixels of a fibre or a feature line
QUIETEST = 0.6  # pixels of the line around a bone or tendon
FAINT, CLEAR = 0.06, 0.24  # sizes between which fine lines come out


def outline_width(size: float, at_rest: float) -> float:
    """Pixels of the line around a muscle, which is `at_rest` wide in a window and never less."""
    return at_rest * float(max(size / REST, 1.0) ** 0.5)


def quiet_width(size: float, at_rest: float) -> float:
    """Pixels of the line around a bone or tendon, the finer the smaller the figure.

    In high contrast lines are firm. On a small figure those of wrist and foot, which lie close
    together, would run into a black clot; around muscles there is room.
    """
    firm = outline_width(size, at_rest)
    return min(firm, max(firm * size, QUIETEST))


def contour_width(size: float) -> float:
    """Pixels of the line around the body; the body covers its inner half."""
    return float(min(max(2.8 * (size / REST) ** 0.35, 2.0), 8.0))


def fine_width(size: float, drawn: float) -> float:
    """Pixels of a fibre or a feature line that is drawn so many millimetres wide."""
    grown = size if size <= 1.0 else size**0.75
    return max(drawn * grown, THINNEST)


def fine_strength(size: float) -> float:
    """The part of their opacity, 0.2 to 1, that fine lines keep at a size."""
    return min(max((size - FAINT) / (CLEAR - FAINT), 0.2), 1.0)
