"""What is told of code that the page does not run; part of `CODE`."""

REFUSED: dict[str, str] = {
    "mistake.refused_module": "The module “{name}” leads out of the lesson: to the page itself, the "
    "network or what is stored.",
    "try.refused_module": "It can’t be used here. You can use {allowed}.",
    "mistake.unknown_module": "The module “{name}” is not here.",
    "try.unknown_module": "You can use {allowed}.",
    "mistake.module_near": "There is no module “{name}” here, but there is “{near}”.",
    "try.module_near": "Write {near}.",
    "mistake.refused_inside": "“{name}” leads to the inner workings of Python, and they are closed here.",
    "try.refused_inside": "You won’t need it: write what you want to compute with plain names.",
    "mistake.refused_file": "“{name}” is for files, and there are none here.",
    "try.refused_file": "Write the numbers into your code, as a list.",
    "mistake.refused_builtin": "“{name}” can’t be used here.",
    "try.refused_builtin": "Write what you want to compute directly.",
    "mistake.refused_input": "“input” can’t ask anybody here, as the page is waiting for your function.",
    "try.refused_input": "Write the value into your code.",
    "mistake.refused_way": "This way of writing, “{name}”, can’t be used here.",
    "try.refused_way": "Use plain functions, loops and “if”.",
    "mistake.refused_format": ".format can’t be used like this here.",
    "try.refused_format": "Write an f before the text, with the name in curly brackets in it.",
    "mistake.refused_change": "“{name}” belongs to the page or to Python, and can’t be changed from here.",
    "try.refused_change": "Keep your value under a name of your own.",
}
