"""A short story for those who have no text of their own at hand, written for this page."""

TEXT = """
Every summer my grandmother took us to the house by the lake. It was a small house with a green door and a
roof that let the rain in. There was no phone, no screen, and only one good chair. My brother said that it was
the most boring place in the world. I said nothing, because I liked the lake.

Behind the house lay an old boat. Nobody had used it for years. There was grass in it, and a family of mice
lived under the seat. One morning my brother looked at the boat for a long time. Then he went to find a brush.

We worked on that boat for nine days. We carried the mice to the woodpile in a hat. We pulled out the grass
and filled the holes with tar. My grandmother sat in the good chair and told us what we were doing wrong. She
had built boats with her father when she was a girl. Slower, she said. Wood remembers everything.

On the tenth day we pushed the boat into the water. It floated for almost a minute. Then the water came in
from every side, and my brother stood in the lake up to his knees and laughed until he cried. My grandmother
laughed, too. Good, she said. Now you know where the holes are.

So we pulled the boat out and began again. This time we went slower. We looked for every hole, and when we
thought that we had found them all, we looked once more. It took us the rest of the summer. On the last
evening the boat was ready. We rowed to the middle of the lake, all three of us, and nobody said a word. The
sun went down behind the hills, and the water was as flat as a table.

The next year the house had a new roof and a phone. My brother is a teacher now. When his pupils make a
mistake, he says what my grandmother said. Good. Now you know where the holes are.
"""
