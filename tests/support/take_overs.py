"""Ways in which a worker that all of Python is lost in may speak to its page, and what none of them may leave there.

In each, `send` has every answer that is due, and says something else in its place; `say` is what the page hears.
"""

from collections.abc import Iterator

TAKE_OVER = """
import gc, json, js
from polyscript import xworker
from pyodide import ffi
from worker.requests import RequestHandler

THERE = "{there}"
handler = next(one for one in gc.get_objects() if type(one) is RequestHandler)
port = handler.post

def to_js(value):
    return ffi.to_js(value, dict_converter=js.Object.fromEntries)

def say(news):
    port(json.dumps(news))

def each(value, change, key=""):
    if isinstance(value, list):
        return [each(one, change, key) for one in value]
    if isinstance(value, dict):
        return {{name: each(one, change, name) for name, one in value.items()}}
    return change(value, key)

def texts(text):
    return lambda news: say(each(news, lambda value, key: text if isinstance(value, str) else value))

def heard(message):
    whole = message if isinstance(message, str) else message[0]
    send(json.loads(whole))

{way}
handler.post = heard
said = "taken"
"""
TEXTS = {
    "an image": "<img src='{there}image' onerror='taken = 1'>",
    "a refresh": "<meta http-equiv='refresh' content='0;url={there}refresh'>",
    "a frame": "<iframe srcdoc='<script>parent.taken = 1</script>' src='{there}frame'></iframe>",
    "a script in a picture": "<svg xmlns='http://www.w3.org/2000/svg' onload='taken = 1'><script>taken = 1</script></svg>",
    "formulas with more in them": "<math><mtext><img src='{there}maths' xmlns='http://www.w3.org/1999/xhtml'/></mtext>"
    "<mi href='{there}' onclick='taken = 1' style='background: url({there}style)'>x</mi><annotation-xml "
    "encoding='text/html'><style xmlns='http://www.w3.org/1999/xhtml'>@import '{there}';</style></annotation-xml></math>",
    "an address of a script": "javascript:taken = 1",
    "an address": "{there}address",
    "the end of an attribute": "\"'] > * { } <a href='{there}'>",
    "the name of a prototype": "__proto__",
    "a long text": "ten megabytes",
}
WAYS = {
    "names": "send = lambda news: say({**news, **{name: {'__proto__': {'taken': 1}, 'constructor': {'prototype': {'taken': 1}}, "
    "'\"] *': 1} for name in news if isinstance(news[name], dict)}, '__proto__': {'taken': 1}, 'innerHTML': '<img src=x>'})",
    "other kinds": "send = lambda news: say({name: [[None]] if name != 'id' else one for name, one in news.items()})",
    "numbers that are none": "send = lambda news: say(each(news, lambda value, key: "
    "value if key == 'id' or isinstance(value, str) else float('nan')))",
    "no JSON": "send = lambda news: port('{')",
    "other lessons": "send = lambda news: say({**news, 'lesson': '\"] *', 'verb': 'constructor', 'lit': '\"] *'})",
    "answers nobody asked for": "send = lambda news: [say({**news, 'id': n}) for n in range(3)]",
    "a place for the address": "send = lambda news: [say({**news, 'fragment': text}) for text in "
    "('result=downhill1.x', '//elsewhere/?', 'javascript:taken=1', 'line&<img src=x>', THERE)]",
    "another file": "send = lambda news: say({**news, 'answer': {'url': THERE + 'file', 'name': 'x.html', 'file': THERE}})",
    "a page as a file": "send = lambda news: port(to_js([json.dumps({**news, 'answer': {'name': 'a.html'}}), "
    "js.Blob.new(to_js(['<script>taken = 1</script>']), to_js(dict(type='text/html')))]))",
    "a picture that is not still": "send = lambda news: port(to_js([json.dumps({**news, 'answer': {'name': 'a.svg'}}), "
    "js.Blob.new(to_js(['<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"' + THERE + 'x\"/></svg>']))]))",
    "what is no text": "send = lambda news: port(to_js(dict(taken=1)))",
    "a flood": "def send(news):\n    for _ in range(200000):\n        say(news)",
    "calls of the page": "send = say\nfor ask, what in (('importJS', 'data:text/javascript,taken = 1'), ('importCSS', THERE + 'a.css')):\n"
    "    try:\n        getattr(xworker.sync, ask)(what, 'x')\n    except Exception:\n        pass",
    "words of PyScript": "send = say\nfor what in (js.Error.new('<img src=' + THERE + '>'), 'polyscript:done', "
    "to_js(['downhill', dict(missing=THERE, broken='<b>', stage='__proto__', refused='<b>', by='x')])):\n"
    "    js.postMessage(what)",
    "a challenge that is done": "send = lambda news: say({**news, 'challenge': {'id': '\"] *', 'state': 'done', 'title': 'x', "
    "'task': '', 'counts': '', 'rule': '', 'said': '', 'asks': '', 'hints': []}})",
    "ways and shares": "send = lambda news: say({**news, 'way': {'name': '\"] *', 'said': '', 'dials': [{'name': "
    "'\" onfocus=\"taken=1\" autofocus=\"', 'label': '<b>', 'at': 0, 'most': 1, 'shown': '', 'spoken': ''}]}})",
    "a mistake nowhere": "send = lambda news: say({**news, 'code': {'state': 'mistaken', 'line': 'NaN', 'what': '<b>', "
    "'hint': ''}, 'python': {':-1': '<b>', ':x': '<b>', ':1e9': []}})",
}
FOUND = """there => ({
    elements: document.querySelectorAll("iframe:not([title]), [onerror], [onload], [onclick], [onfocus], [srcdoc], b[onx], "
        + `meta[http-equiv=refresh], img[src*="${there}"], [href*="${there}"], [href^="javascript:"], math [href], math [style], `
        + "annotation-xml, math img, p img, td img").length,
    taken: [window.taken, {}.taken, [].taken, "".taken, Object.prototype.innerHTML].filter(Boolean),
    at: location.href.split(/[?#]/)[0],
    fragment: /^#?[\\w-]*(&[\\w.~-]+=[\\w.~%+-]*)*$/.test(location.hash) && !location.hash.startsWith("#result"),
    kept: Object.entries(localStorage).filter(pair => /taken|\\] |proto/.test(String(pair))),
})"""
PLAY = """() => {
    const line = document.getElementById("line");
    for (const part of ["details.maths", "details.python", "details.take", "details.challenges"])
        line.querySelector(part)?.setAttribute("open", "");
    for (const name of ["[data-action=step]", "[data-way=adam]", "[data-take=svg]", "[data-take=csv]", "[data-share=code]",
                        "[data-begin]", "[data-result]", "[data-action=step]"])
        line.querySelector(name)?.click();
    const [paste, add, save] = ["#collect-paste", "[data-collect=add]", "[data-collect=csv]"].map(it => document.querySelector(it));
    if (paste) {
        paste.value = "a result";
        [add, save].forEach(button => button.click());
    }
    document.querySelector("[data-entry] input")?.dispatchEvent(new Event("change", { bubbles: true }));
}"""


def take_overs(there: str) -> Iterator[tuple[str, str]]:
    """Each way by its name, as code of the worker; `there` is another host's address."""
    for name, text in TEXTS.items():
        whole = "'<i>' * 3_400_000" if name == "a long text" else repr(text.replace("{there}", there))
        yield name, TAKE_OVER.format(there=there, way=f"send = texts({whole})")
    for name, way in WAYS.items():
        yield name, TAKE_OVER.format(there=there, way=way)
