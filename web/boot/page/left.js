// Where a reader has left the film, on this device where that is allowed: lesson, beat and shot.

const KEY = "downhill.left";

export function keepLeft(...place) {
  try {
    localStorage.setItem(KEY, place.join(" "));
  } catch (_error) {
    console.debug("Downhill: where the story stands is not kept on this device");
  }
}

export function left() {
  try {
    return (localStorage.getItem(KEY) || "").split(" ");
  } catch (_error) {
    return [""];
  }
}
