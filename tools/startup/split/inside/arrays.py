"""What lessons and readers do with arrays of all kinds; runs inside Pyodide, at build time."""

import numpy as np

UNARY = (
    "negative positive absolute sign rint floor ceil trunc sqrt square cbrt reciprocal exp exp2 expm1 "
    "log log2 log10 log1p sin cos tan arcsin arccos arctan sinh cosh tanh "
    "isfinite isnan isinf signbit logical_not"
).split()
BINARY = (
    "add subtract multiply divide floor_divide remainder power maximum minimum fmax fmin arctan2 hypot "
    "copysign "
    "greater greater_equal less less_equal equal not_equal logical_and logical_or logical_xor"
).split()
KINDS = (np.float64, np.float32, np.int64, np.int32, np.uint8, bool)


def of_arrays():
    """Functions of arrays of every kind, whole and with gaps."""
    found = []
    with np.errstate(all="ignore"):
        for kind in KINDS:
            whole = np.arange(12).astype(kind)
            table = whole.reshape(3, 4)
            for array in (whole, whole[::2], table.T, table[:, 1:3], whole[3]):
                for name in UNARY + BINARY:
                    found.append(used(name, array))
                found += [array.astype(other) for other in KINDS]
                found += [
                    np.sum(array),
                    np.mean(array),
                    np.max(array),
                    np.argmin(array),
                    np.clip(array, 1, 5),
                ]
            found += [
                np.where(whole > 2, whole, 0),
                np.sort(whole),
                np.argsort(whole),
                np.cumsum(whole),
                np.unique(whole),
            ]
            found += [
                np.concatenate([whole, whole]),
                np.stack([whole, whole]),
                table @ table.T,
                np.dot(whole, whole),
            ]
            found += [
                whole.tolist(),
                repr(table),
                str(whole),
                whole[[0, 2]],
                whole[whole > 3],
                table.copy("F").ravel(),
            ]
    floats = np.linspace(0, 1, 9)
    found += [
        np.interp(0.3, floats, floats),
        np.diff(floats),
        np.nanmax(floats),
        np.median(floats),
        np.histogram(floats),
    ]
    found += [
        np.searchsorted(floats, 0.5),
        np.convolve(floats, floats),
        np.outer(floats, floats),
        np.einsum("i,i", floats, floats),
    ]
    found += [
        np.linalg.solve(np.eye(3), np.ones(3)),
        np.linalg.norm(floats),
        np.meshgrid(floats, floats),
        np.round(floats, 2),
    ]
    return found


class Told:
    """What tells numpy of its kind, and of its numbers."""

    dtype = np.dtype(float)

    def __array__(self, dtype=None, copy=None):
        return np.ones(2)


class Kind(np.ndarray):
    """An array of another class."""

    __array_priority__ = 2.0

    def __array_finalize__(self, other):
        self.note = getattr(other, "note", None)


def of_kinds_of_arrays():
    """Arrays with gaps in them, and of other classes."""
    floats = np.linspace(0, 1, 9)
    masked, kind = np.ma.masked_invalid(np.where(floats > 0.5, np.nan, floats)), floats.view(Kind)
    found = [
        masked + 1,
        masked.filled(0),
        masked.max(),
        np.ma.masked_less(floats, 0.2) * masked,
        masked.compressed(),
        str(masked),
    ]
    found += [
        kind + 1,
        1 + kind,
        kind.sum(),
        np.sqrt(kind),
        np.add(kind, floats),
        kind[1:],
        np.asarray(kind),
        kind * masked,
        np.matrix([[1]]) * 2,
    ]
    for kind in (
        Told,
        "f4",
        ">i2",
        [("a", int), ("b", "U3")],
        {"names": ["a"], "formats": ["f8"]},
        float,
        "datetime64[D]",
        None,
        np.number,
    ):
        try:
            found.append(np.dtype(kind))
        except TypeError:
            continue
    found += [
        np.asarray(Told()),
        np.add(Told(), 1),
        np.result_type(1, 2.0),
        np.can_cast(int, float),
        np.zeros(2, dtype=floats.dtype),
    ]
    return found


def used(name, array):
    """What a function of that name makes of an array; nothing where it knows none of the kind."""
    function = getattr(np, name)
    try:
        return (
            function(array)
            if name in UNARY
            else (function(array, array), function(array, 2), function(2, array))
        )
    except (TypeError, ValueError):
        return None


of_arrays()
of_kinds_of_arrays()
