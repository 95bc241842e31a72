"""What PyScript runs in the worker: it opens the door, and says what the page may call."""

import js
from polyscript import xworker
from pyodide import ffi

from worker.requests import RequestHandler

door = RequestHandler(js, ffi)
xworker.onmessage = door.take
globals().update({name: getattr(door, name) for name in RequestHandler.CALLED})
__export__ = list(RequestHandler.CALLED)
