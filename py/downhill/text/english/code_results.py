"""What is told of functions that aren't there, or that return what is no use; part of `CODE`."""

RESULTS: dict[str, str] = {
    "mistake.missing": "The function “{function}” is not there any more. The page needs it.",
    "try.missing": "Write it again: def {wanted}:",
    "mistake.renamed": "The page looks for “{function}”, and there is only “{near}”.",
    "try.renamed": "Call it {function} again.",
    "mistake.inner_function": "“{function}” stands inside of {outer}, so the page can’t find it.",
    "try.inner_function": "Move its “def” to the very left.",
    "mistake.not_function": "“{function}” should be a function, but it is something else.",
    "try.not_function": "Write def {wanted}: and use another name for the other thing.",
    "mistake.parameters": "The page hands in another number of values than “{function}” takes.",
    "try.parameters": "Begin it like this: def {wanted}:",
    "mistake.parameters_swapped": "“{function}” takes the right names, but in another order.",
    "try.parameters_swapped": "The page hands them in as in def {wanted}:",
    "mistake.result_none": "“{function}” gives nothing back.",
    "try.result_none": "End it with “return” and what it has computed.",
    "mistake.result_print": "“{function}” prints its result, but doesn’t give it back.",
    "try.result_print": "print only shows it. Write “return” for what the page should use.",
    "mistake.result_branch": "“{function}” gave nothing back this time: it ended without reaching a "
    "“return”.",
    "try.result_branch": "Look at every “if”: whatever happens, in the end there has to be a “return”.",
    "mistake.result_text": "“{function}” gives back a text, and a number is needed.",
    "try.result_text": "Take the quotation marks away, or write float(…) around it.",
    "mistake.result_truth": "“{function}” gives back True or False, and a number is needed.",
    "try.result_truth": "Look at the line with “return”: there should be a calculation, no comparison.",
    "mistake.result_complex": "“{function}” gives back a complex number.",
    "try.result_complex": "Usually that is a root of a negative number. Look at when it gets negative.",
    "mistake.result_list": "“{function}” gives back several numbers where one is needed.",
    "try.result_list": "Add them up with sum(…), or take one of them.",
    "mistake.result_tuple": "“{function}” gives back several values with commas between them.",
    "try.result_tuple": "One number is needed. Decimals have a point: 0.5, not 0,5.",
    "mistake.result_function": "“{function}” gives back a function, not a number.",
    "try.result_function": "Call it with brackets behind its name, as in f(x).",
    "mistake.result_generator": "“{function}” has a “yield”, so it gives back its numbers one after the "
    "other.",
    "try.result_generator": "Write “return” instead.",
    "mistake.result_other": "“{function}” gives back “{type}”, and that can’t be used as a number.",
    "try.result_other": "Look at the line with “return”: print(…) shows you what it is.",
    "mistake.result_nan": "What “{function}” gives back is not a number: nan.",
    "try.result_nan": "That comes of infinity minus infinity or 0 times infinity. Look for what gets too "
    "large.",
    "mistake.result_infinite": "What “{function}” gives back is infinite, or too large to draw.",
    "try.result_infinite": "Look for a division by something close to 0, or for something that grows "
    "without an end.",
    "mistake.result_number": "“{function}” gives back a single number where a list is needed, of length "
    "{wanted:0}.",
    "try.result_number": "Give back one number for each slider: return [a, b]",
    "mistake.result_length": "“{function}” gives back a list of length {given:0}. The page needs length "
    "{wanted:0}.",
    "try.result_length": "One number for each slider, in their order.",
    "mistake.result_shape": "“{function}” gives back the shape {given}. The page needs {wanted}.",
    "try.result_shape": ".shape shows the shape of an array. Look where the rows come from.",
    "mistake.result_inside": "In the list that “{function}” gives back, something is not a number that can "
    "be used.",
    "try.result_inside": "Look at item {place:0}, counted from 0: print(…) shows you what it is.",
    "mistake.nowhere": "Between {low:0} and {high:0}, your functions give back no value that could be drawn.",
    "try.nowhere": "The curve needs numbers there, none beyond a billion: print(…) shows you what comes out.",
}
