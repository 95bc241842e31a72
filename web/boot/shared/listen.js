// Hands Python the texts from a port (py/worker/requests.py). A text costs it half as much as an event.
export function listen(port, answer) {
  port.onmessage = ({ data }) => answer(data);
}
