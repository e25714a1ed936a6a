"""Its being here lets tests in every folder import the helpers that lie beside it."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)  # times are no matter of tests: another job may keep the machine
settings.load_profile("untimed")
