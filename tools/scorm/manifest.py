"""The manifest of a package: what a platform reads before it shows the page."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

NAME = "imsmanifest.xml"
BEGINNING = "downhill"
"""How the identifiers of our packages begin."""


def manifest(identifier: str, title: str, page: str) -> str:
    """Return the manifest of a package with one page, as XML.

    It has no passing score: with one, SCORM 1.2 platforms would replace the page's verdict with their own.
    """
    told = escape(title)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier={quoteattr(identifier)} version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{told}</title>
      <item identifier="whole" identifierref="page" isvisible="true"><title>{told}</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href={quoteattr(page)}>
      <file href={quoteattr(page)}/>
    </resource>
  </resources>
</manifest>
"""
