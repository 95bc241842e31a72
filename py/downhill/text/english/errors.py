"""Messages about a pasted table or a typed function that can't be read: part of the page's own words."""

MISTAKES: dict[str, str] = {
    "table.empty": "There is no row of two numbers in this text.",
    "table.endless": "This text is too long for a table of at most {most} rows.",
    "table.long": "This table has {rows} rows; at most {most} can be used.",
    "table.wide": "Row {row} is too long to be a row of two numbers: “{text}”",
    "table.ambiguous": "The commas of this table can be read in two ways, as in row {row}: “{text}”. Put "
    "semicolons between the columns, or write decimals with a point and thousands without a sign.",
    "table.short": "Row {row} has no two numbers: “{text}”",
    "table.nan": "In row {row}, “{text}” is not a number.",
    "table.other": "Row {row} is written in another way than the others, or in another unit: “{text}”",
    "table.small": "In row {row}, {text} is too small: write 0, or another unit.",
    "table.large": "In row {row}, {text} is too large: numbers up to a billion can be used.",
    "formula.empty": "Write a function of x here, for instance x^2 - 3x.",
    "formula.long": "This is too long: a formula may have {most} signs.",
    "formula.deep": "Too much is nested here: at most {most} brackets, powers, functions and signs may stand "
    "inside each other.",
    "formula.sign": "“{sign}” has no meaning in a formula.",
    "formula.name": "“{name}” is not known here: write x, pi, e, or a function as sin, exp, ln, sqrt or abs.",
    "formula.near": "“{name}” is not known here. Did you mean {near}?",
    "formula.before": "Before “{sign}” something is missing.",
    "formula.after": "After “{sign}” something is missing.",
    "formula.hollow": "There is nothing between these brackets.",
    "formula.open": "This bracket is opened, but never closed.",
    "formula.close": "This bracket is closed, but was never opened.",
    "formula.bar": "This bar needs a second one, as in |x|.",
    "formula.argument": "“{name}” needs something to work on, as in {name}(x).",
    "formula.between": "Between “{before}” and “{after}” a sign is missing, for instance + or *.",
    "formula.nowhere": "This has no value that could be drawn between {low:0} and {high:0}.",
}
