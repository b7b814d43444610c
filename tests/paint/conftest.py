"""What painting tests need of their surroundings."""

import pytest


@pytest.fixture(scope="session")
def fonts(request: pytest.FixtureRequest) -> None:
    """An application, without which no text can be painted; it is asked for late, as no widget
    is made and nothing has to be looked for after a test.
    """
    request.getfixturevalue("qapp")
