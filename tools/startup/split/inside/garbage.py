"""Garbage that refers to itself, of every kind: the collector comes when it likes, in any visit."""

import asyncio
import collections
import contextvars
import functools
import gc
import io
import itertools
import json
import operator
import types
import typing
import weakref

import numpy as np


class Plain:
    """An object with attributes."""


class Slotted:
    """An object with slots."""

    __slots__ = ("__weakref__", "held")


def slotted(held):
    """One that holds something."""
    thing = Slotted()
    thing.held = held
    return thing


def generator(held):
    """A generator that has begun."""
    yield held


def begun(held):
    """One that waits at its first value."""
    thing = generator(held)
    next(thing)
    return thing


async def coroutine(held):
    """A coroutine that waits for ever."""
    await asyncio.sleep(0)
    return held


async def asynchronous(held):
    """A generator of coroutines."""
    yield held


def waiting(held):
    """A coroutine that has begun."""
    thing = coroutine(held)
    thing.send(None)
    return thing


def closure(held):
    """A function that holds a variable of another one."""
    return lambda: held


def caught(held):
    """A traceback, its frame, and the error."""
    try:
        raise LookupError(held)
    except LookupError as error:
        return error, error.__traceback__, error.__traceback__.tb_frame


def context(held):
    """A context with a variable in it."""
    variable = contextvars.ContextVar("held")
    thing = contextvars.copy_context()
    thing.run(variable.set, held)
    return thing, variable


def errors(held):
    """One of every kind of error that can be made of a word."""
    kinds = [BaseException]
    for kind in kinds:
        kinds += kind.__subclasses__()
    for kind in kinds:
        if kind.__module__ != "builtins":
            continue
        for arguments in (
            ("word",),
            ("word", [ValueError("one")]),
            ("utf-8", b"a", 0, 1, "word"),
            ("a", 0, 1, "word"),
        ):
            try:
                error = kind(*arguments)
            except TypeError:
                continue
            error.held = error.__cause__ = None
            error.held = held
            yield error
            break


def cached(held):
    """A function with a cache."""
    thing = functools.lru_cache(None)(closure(held))
    thing()
    return thing


MAKERS = (
    *(
        iter,
        list,
        tuple,
        enumerate,
        zip,
        reversed,
        slice,
        types.SimpleNamespace,
        itertools.chain,
        itertools.cycle,
    ),
    *(itertools.repeat, itertools.permutations, itertools.product, itertools.tee, itertools.pairwise),
    *(property, staticmethod, classmethod, collections.deque, weakref.ref),
    *(slotted, generator, begun, waiting, asynchronous, closure, caught, context, cached),
    lambda held: [*errors(held)],
    lambda held: map(len, held),
    lambda held: filter(None, held),
    lambda held: itertools.islice(held, 1),
    lambda held: itertools.starmap(len, held),
    lambda held: itertools.takewhile(len, held),
    lambda held: itertools.dropwhile(len, held),
    lambda held: itertools.accumulate(held),
    lambda held: itertools.groupby(held),
    lambda held: itertools.compress(held, held),
    lambda held: itertools.zip_longest(held),
    lambda held: itertools.batched(held, 2),
    lambda held: types.MethodType(len, held),
    lambda held: functools.partial(len, held),
    lambda held: types.MappingProxyType({1: held}),
    lambda held: {1: held}.values(),
    lambda held: iter({1: held}.items()),
    lambda held: {slotted(held)},
    lambda held: iter(frozenset({slotted(held)})),
    lambda held: collections.OrderedDict({1: held}).items(),
    lambda held: collections.defaultdict(list, {1: held}),
    lambda held: collections.ChainMap({1: held}),
    lambda held: collections.namedtuple("Pair", "one")(held),
    lambda held: functools.partialmethod(len, held),
    lambda held: functools.cmp_to_key(len)(held),
    lambda held: operator.methodcaller("x", held),
    lambda held: operator.itemgetter(slotted(held)),
    lambda held: type("Made", (Plain,), {"held": held}),
    lambda held: typing.TypeVar("T", bound=closure(held)),
    lambda held: np.array([held, None], dtype=object),
    lambda held: np.nditer(np.array([held, None], dtype=object), flags=["refs_ok"]),
    lambda held: np.broadcast(np.array([held, None], dtype=object)),
    lambda held: np.vectorize(closure(held)),
    lambda held: json.JSONEncoder(default=closure(held)).iterencode({}),
    lambda held: weakref.WeakKeyDictionary({slotted(held): held}),
    lambda held: weakref.finalize(Plain(), closure(held)),
    lambda held: asyncio.Future(loop=asyncio.get_event_loop()).add_done_callback(closure(held)),
    lambda held: io.TextIOWrapper(io.BufferedReader(io.BytesIO())),
    lambda held: super(Plain, Plain()),
    lambda held: lambda a=held, *, b=held: a,
)


class Holding(list):
    """A list that weak references may refer to, and that has an attribute for whatever it is part of."""


for maker in MAKERS:
    box = Holding()
    try:
        box.append(maker(box))
    except (TypeError, ValueError):
        box.append(maker)  # it is of another version, or takes no list
    box.me = box
    plain = Plain()
    plain.box = box
    box.append(plain)
del box, plain
gc.collect()
