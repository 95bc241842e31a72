"""What a view puts on the page: a module a part of a lesson’s section."""
