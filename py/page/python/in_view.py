"""Keeps code and picture in view together when all beats are shown at once."""

from page.browser.dom import window


def bring_picture(section):
    """Scroll to a lesson's picture if it is out of view, or behind the code."""
    frame = section.querySelector(".pictures .frame")
    seen = frame.getBoundingClientRect()
    hidden = float(window.getComputedStyle(frame).scrollMarginTop[:-2])  # px
    if seen.top < hidden or seen.bottom > window.innerHeight:
        frame.scrollIntoView()
