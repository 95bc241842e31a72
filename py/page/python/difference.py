"""Shows how one text became another, line by line."""

from page.browser.dom import made


def list_difference(place, before, after, word):
    """Add an item to the list `place` for each line removed or added; `word` returns sentences by key."""
    rows = difference(before.split("\n"), after.split("\n"))
    for kind, line in rows or [("", word("same"))]:
        item = made("li")
        if kind:
            item.dataset.kind = kind
            item.append(made("span", word(kind) + ": ", className="unseen"))
        item.append(made("code", line))
        place.append(item)


def difference(before, after):
    """Return the lines that were removed (`gone`) and added (`new`), in order, as pairs of kind and line.

    What stays is the longest common subsequence of lines.
    """
    longest = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            if before[i] == after[j]:
                longest[i][j] = longest[i + 1][j + 1] + 1
            else:
                longest[i][j] = max(longest[i + 1][j], longest[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(before) or j < len(after):
        if i < len(before) and j < len(after) and before[i] == after[j]:
            i, j = i + 1, j + 1
        elif j == len(after) or (i < len(before) and longest[i + 1][j] >= longest[i][j + 1]):
            found.append(("gone", before[i]))
            i += 1
        else:
            found.append(("new", after[j]))
            j += 1
    return found
