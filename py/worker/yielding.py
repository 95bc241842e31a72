"""Lets work wait until others have had their turn. Runs in Pyodide."""


class MessageYield:
    """Continues some work when all messages that arrived meanwhile are answered.

    `js` and `ffi` are Pyodide's modules `js` and `pyodide.ffi`.
    """

    def __init__(self, js, ffi):
        self.channel, self.waiting = js.MessageChannel.new(), []
        self.channel.port1.onmessage = ffi.create_proxy(self.go_on)

    def wait(self, work):
        """Call `work` when it is its turn."""
        self.waiting.append(work)
        self.channel.port2.postMessage(None)

    def go_on(self, event):
        """Call the work that has waited longest."""
        self.waiting.pop(0)()
