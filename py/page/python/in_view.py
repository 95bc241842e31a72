"""Code and picture in view together, where all beats are shown at once."""

from page.browser.dom import window


def bring_picture(section):
    """Where a lesson's picture is out of view, or lies behind the code, scroll to it."""
    frame = section.querySelector(".pictures .frame")
    seen = frame.getBoundingClientRect()
    hidden = float(window.getComputedStyle(frame).scrollMarginTop[:-2])  # px
    if seen.top < hidden or seen.bottom > window.innerHeight:
        frame.scrollIntoView()
