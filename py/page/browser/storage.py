"""What this device keeps for the page, under keys that begin with `downhill.`: read and written here alone.

Everything here raises where storage is forbidden or full, which is no alarm: whoever asks goes on without.
"""

import js as window


async def read(key):
    """The text that is kept under a key, or None."""
    return await call("getItem", key)


async def keep(key, text):
    """Keep a text under a key."""
    await call("setItem", key, text)


async def drop(key):
    """Keep nothing under a key any more."""
    await call("removeItem", key)


async def call(name, *arguments):
    """Call a function of the browser's storage."""
    storage = await attempt(window.Reflect.get, None, window, "localStorage", window)
    return await attempt(getattr(storage, name), storage, *arguments)


async def attempt(function, this, *arguments):
    """Call a function of the browser that may throw: within a promise, where its error is an exception.

    An error of a plain call would not be one: it ends everything that MicroPython is just doing.
    """
    return await window.Promise.resolve(None).then(function.bind(this, *arguments))
