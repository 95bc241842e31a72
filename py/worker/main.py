"""What PyScript runs in the worker: it opens the door, and says what the page may call."""

import js
from polyscript import xworker
from pyodide import ffi

from worker.requests import Door

door = Door(js, ffi)
xworker.onmessage = door.take
globals().update({name: getattr(door, name) for name in Door.CALLED})
__export__ = list(Door.CALLED)
