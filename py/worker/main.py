"""What PyScript runs in the worker: it creates the handler of the page's requests."""

import js
from polyscript import xworker
from pyodide import ffi

from worker.requests import RequestHandler

handler = RequestHandler(js, ffi)
xworker.onmessage = handler.receive
