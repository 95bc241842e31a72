"""What the page needs of the browser: document, storage, address, words, numbers."""
