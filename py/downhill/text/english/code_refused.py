"""What is told of modules, files and answers that aren't there; part of `CODE`."""

REFUSED: dict[str, str] = {
    "mistake.unknown_module": "The module “{name}” isn’t available here.",
    "try.unknown_module": "You can use {allowed}.",
    "mistake.module_near": "There is no module “{name}” here, but there is “{near}”.",
    "try.module_near": "Write {near}.",
    "mistake.refused_file": "“{name}” is for files, and there are none here.",
    "try.refused_file": "Write the numbers into your code, as a list.",
    "mistake.refused_input": "“input” can’t ask anyone here, because the page is waiting for your function.",
    "try.refused_input": "Write the value into your code.",
}
