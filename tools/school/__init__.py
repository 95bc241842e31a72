"""What schools ask for: the course as a Common Cartridge, and what papers for schools are filled with.

A cartridge has links to the page, worksheets without scripts, and eighteen questions. Papers take their
tables from one place each: `standards.toml`, `docs/accessibility.md`, `docs/scaling.md`, and the build.
"""
