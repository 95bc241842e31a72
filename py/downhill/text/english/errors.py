"""Messages about a pasted table or a typed function that can't be read: part of the page's own words."""

MISTAKES: dict[str, str] = {
    "table.empty": "There is no row with two numbers in this text.",
    "table.endless": "This text is too long for a table of at most {most} rows.",
    "table.long": "This table has {rows} rows; at most {most} can be used.",
    "table.wide": "Row {row} is too long to be two numbers: “{text}”",
    "table.ambiguous": "The commas in this table can be read in two ways, as in row {row}: “{text}”. Put "
    "semicolons between the columns, or write decimals with a point and thousands without a separator.",
    "table.short": "Row {row} doesn’t have two numbers: “{text}”",
    "table.nan": "In row {row}, “{text}” is not a number.",
    "table.other": "Row {row} is written differently from the others, or in another unit: “{text}”",
    "table.small": "In row {row}, {text} is too small: write 0, or use another unit.",
    "table.large": "In row {row}, {text} is too large: the limit is a billion.",
    "formula.empty": "Type a function of x here, for instance x^2 - 3x.",
    "formula.long": "This is too long: a formula can have up to {most} characters.",
    "formula.deep": "This is nested too deeply: at most {most} parentheses, powers, functions, and minus "
    "signs can be inside each other.",
    "formula.sign": "“{sign}” has no meaning in a formula.",
    "formula.name": "“{name}” isn’t known here: use x, pi, e, or a function such as sin, exp, ln, sqrt, or "
    "abs.",
    "formula.near": "“{name}” isn’t known here. Did you mean {near}?",
    "formula.before": "Something is missing before “{sign}”.",
    "formula.after": "Something is missing after “{sign}”.",
    "formula.hollow": "There is nothing between these parentheses.",
    "formula.open": "This parenthesis is never closed.",
    "formula.close": "This parenthesis was never opened.",
    "formula.bar": "This bar needs a second one, as in |x|.",
    "formula.argument": "“{name}” needs something to work on, as in {name}(x).",
    "formula.between": "Something is missing between “{before}” and “{after}”, for instance + or *.",
    "formula.nowhere": "There is nothing to draw: this has no value between {low:0} and {high:0}.",
}
