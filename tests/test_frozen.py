"""Quickly made dataclasses behave as the plain ones they are made from."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from mtcheck.data import Segment
from mtcheck.frozen import quickly_made, replaced


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A value with all kinds of defaults."""

    name: str
    size: int = 3
    marks: dict[str, int] = field(default_factory=dict)


def test_fields_and_defaults_are_set() -> None:
    one, other = Thing(name="a"), Thing(name="b", size=1, marks={"x": 1})
    assert (one.name, one.size, one.marks) == ("a", 3, {})
    assert (other.name, other.size, other.marks) == ("b", 1, {"x": 1})
    assert Thing(name="a").marks is not one.marks
    assert type(one) is Thing
    assert one == Thing(name="a") != other
    assert repr(one) == "Thing(name='a', size=3, marks={})"


def test_what_a_dataclass_refuses_is_refused() -> None:
    thing = Thing(name="a")
    with pytest.raises(FrozenInstanceError):
        thing.size = 4  # type: ignore[misc]
    with pytest.raises(TypeError, match="name"):
        Thing()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        Thing(name="a", colour="red")  # type: ignore[call-arg]
    with pytest.raises(AttributeError, match="colour"):
        replaced(thing, colour="red")


def test_replaced_does_what_replace_does() -> None:
    thing = Thing(name="a", marks={"x": 1})
    assert replaced(thing, size=9) == replace(thing, size=9)
    assert thing.size == 3
    assert type(replaced(thing)) is Thing
    with pytest.raises(FrozenInstanceError):
        replaced(thing).size = 4  # type: ignore[misc]


def test_values_travel() -> None:
    segment = Segment(index=1, text="a", start=0, end=1)
    assert pickle.loads(pickle.dumps(segment)) == copy.copy(segment) == segment
    assert hash(copy.deepcopy(segment)) == hash(segment)
