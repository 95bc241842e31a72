// Hand Python the texts that come over a port (py/worker/requests.py): a text costs it half of what its event would.
export function listen(port, answer) {
  port.onmessage = ({ data }) => answer(data);
}
