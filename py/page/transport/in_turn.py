"""One thing after another: the next key may come before the last one is answered."""


class InTurn:
    """Does what it is asked to; what comes while something is being done waits until that is over."""

    def __init__(self):
        self.waiting, self.busy = [], False

    async def do(self, what, *arguments):
        """Call an asynchronous function when it is its turn. What fails keeps the others from nothing."""
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
