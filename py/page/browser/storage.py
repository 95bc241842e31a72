"""The page's local storage, under keys that begin with `downhill.`; accessed only here.

All functions raise where storage is forbidden or full; callers go on without it.
"""

import js as window


async def read(key):
    """The text stored under a key, or None."""
    return await call("getItem", key)


async def keep(key, text):
    """Store a text under a key."""
    await call("setItem", key, text)


async def drop(key):
    """Remove a key."""
    await call("removeItem", key)


async def call(name, *arguments):
    """Call a method of `localStorage`."""
    storage = await attempt(window.Reflect.get, None, window, "localStorage", window)
    return await attempt(getattr(storage, name), storage, *arguments)


async def attempt(function, this, *arguments):
    """Call a function of the browser that may throw, in a promise, so that its error is an exception here.

    An error thrown by a direct call ends all that MicroPython is running.
    """
    return await window.Promise.resolve(None).then(function.bind(this, *arguments))
