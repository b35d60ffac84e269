"""Records, as every test here uses them."""

from tests.records import *  # noqa: F403
