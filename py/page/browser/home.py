"""Addresses of the site itself."""

from page.browser.dom import document, window


def home():
    """The address of the main page, which redirects to the reader's language.

    A page that is one file is its own main page.
    """
    link = document.querySelector('link[hreflang="x-default"]')
    if not link:
        return window.location.href.split("#")[0].split("?")[0]
    page = window.URL.new(link.getAttribute("href"), window.location.href).href
    named = window.location.pathname.endswith("index.html")
    return page if named else page.rsplit("/", 1)[0] + "/"
