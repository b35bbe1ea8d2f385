"""What the tests of trajectories share: a provider, and one trajectory of the cast's own ambassador."""

import pytest

from trajectories.tests.making import make_provider, make_trajectory


@pytest.fixture
def provider(cast):
    return make_provider(cast.organisation)


@pytest.fixture
def trajectory(cast):
    return make_trajectory(cast.appointment)
