// Where the reader left the film (lesson, beat, shot), on this device if storage is allowed.

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
