"""A reader's code, run: `ReaderCode` and what goes with it. Whatever goes wrong is a `CodeMistake`."""

from downhill.source.running.code_mistake import CodeMistake, Told, told
from downhill.source.running.gradient_check import Off, gradient_check
from downhill.source.running.printed import Printed
from downhill.source.running.reader_code import ReaderCode
from downhill.source.running.reader_function import ReaderFunction
from downhill.source.running.results import Like, Number, Result, Vector

__all__ = [
    "CodeMistake",
    "Like",
    "Number",
    "Off",
    "Printed",
    "ReaderCode",
    "ReaderFunction",
    "Result",
    "Told",
    "Vector",
    "gradient_check",
    "told",
]
