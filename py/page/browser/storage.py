"""The page's local storage, under keys that begin with `downhill.`; accessed only here.

Functions raise if storage is forbidden or full, except `keep_or_drop` and `read_texts`; callers go on without
it.
"""

import json

import js as window


async def read(key):
    """Return the text stored under a key, or None."""
    return await call("getItem", key)


async def read_texts(key):
    """Return the texts by name that are stored as JSON under a key; {} for anything else."""
    try:
        found = json.loads(await read(key) or "{}")
    except Exception:
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: text for name, text in found.items() if isinstance(text, str)}


async def keep(key, text):
    """Store a text under a key."""
    await call("setItem", key, text)


async def keep_or_drop(key, found):
    """Store a value as JSON, or remove the key if it is empty. Return whether that worked."""
    try:
        if found:
            await keep(key, json.dumps(found))
        else:
            await drop(key)
    except Exception:
        return False
    return True


async def drop(key):
    """Remove a key."""
    await call("removeItem", key)


async def call(name, *arguments):
    """Call a method of `localStorage`."""
    storage = await attempt(window.Reflect.get, None, window, "localStorage", window)
    return await attempt(getattr(storage, name), storage, *arguments)


async def attempt(function, this, *arguments):
    """Call a browser function that may throw, in a promise, so that its error becomes an exception here.

    An error thrown by a direct call would end everything that MicroPython is running.
    """
    return await window.Promise.resolve(None).then(function.bind(this, *arguments))
