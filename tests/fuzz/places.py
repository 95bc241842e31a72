"""Where the robot plays: pages of languages, in windows, frames and phones, light and dark."""

from typing import Any, NamedTuple


class Place(NamedTuple):
    """A page, by its file; what stands behind its `?`; and the options of a browser's context.

    `offline` is whether it is played without a network, once it is kept on the device.
    """

    file: str
    query: str
    options: dict[str, Any]
    offline: bool = False

    def __str__(self) -> str:
        """The page and its window."""
        width, height = self.options["viewport"].values()
        line = " without a network" if self.offline else ""
        return f"{self.file}?{self.query} in {width}x{height}{line}"


def _window(width: int, height: int, **more: Any) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": height}, **more}


PHONE = {"is_mobile": True, "has_touch": True, "device_scale_factor": 2}
PLACES = (
    Place("index.html", "", _window(1366, 650)),
    Place("de.html", "", _window(390, 844, **PHONE)),
    Place("fr.html", "all=1", _window(1366, 650, color_scheme="dark")),
    Place("es.html", "embed=1", _window(1000, 640)),
    Place("pt-BR.html", "", _window(320, 568, **PHONE)),
    Place("zh-Hans.html", "", _window(1920, 1080, reduced_motion="reduce")),
    Place("index.html", "present=1", _window(1366, 650)),
    Place("de.html", "embed=1", _window(390, 664, **PHONE)),
    Place("fr.html", "", _window(844, 390, **PHONE, color_scheme="dark")),
    Place("index.html", "all=1", _window(820, 1180, has_touch=True)),
    Place("es.html", "", _window(1366, 650), offline=True),
)
