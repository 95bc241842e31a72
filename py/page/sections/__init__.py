"""What a view puts on the page: one module per part of a lesson’s section."""
