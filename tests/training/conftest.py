"""What tests of the model share."""

from collections.abc import Iterator

import pytest

from downhill.lessons import all_models
from downhill.text.language import speaking
from downhill.training.tokens import Text
from tools.languages.language import all_languages


@pytest.fixture(params=all_languages(), ids=lambda language: language.code)
def spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    """A language of the page is spoken, one after the other."""
    with speaking(request.param.catalogue, all_models()):
        yield


@pytest.fixture
def text(spoken: None) -> Text:
    """What the model learns from, in each language of the page."""
    found: Text = all_models()[0].text()
    return found
