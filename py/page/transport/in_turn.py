"""One thing after another: the next key may come before the last one is answered."""


class InTurn:
    """Runs asynchronous functions one at a time; later ones wait until earlier ones are finished."""

    def __init__(self):
        self.waiting, self.busy = [], False

    async def do(self, what, *arguments):
        """Call an asynchronous function when it is its turn. A failure doesn't affect the others."""
        self.waiting.append((what, arguments))
        if self.busy:
            return
        self.busy, failed = True, None
        while self.waiting:
            what, arguments = self.waiting.pop(0)
            try:
                await what(*arguments)
            except Exception as error:
                failed = error
        self.busy = False
        if failed:
            raise failed
