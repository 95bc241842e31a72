// A model's code as QR codes that play one after another, and a camera or pictures that read them, in any order. Each
// holds `downhill-part1.`, how the model's code begins (its length and checksum), which part it is, of how many, and it.

const PIECE = 540; // characters: a webcam still reads the 85 modules of the code
const MOST = 60; // parts of one model
const MODELS = 200; // whose parts are kept
const EACH = 500; // milliseconds that each is shown
const PART = /^downhill-part1\.([\w-]{8})\.(\d{1,2})\.(\d{1,2})\.([\w.-]{1,600})$/;
const NAMED = "downhill-model1.".length; // what tells one code from another follows

export function pieces(code) {
  const count = Math.ceil(code.length / PIECE);
  const sign = code.slice(NAMED, NAMED + 8);
  return Array.from({ length: count }, (_, at) => {
    const piece = code.slice(PIECE * at, PIECE * (at + 1));
    return `downhill-part1.${sign}.${at + 1}.${count}.${piece}`;
  });
}

// Puts parts together. `take` returns the parts seen and those needed, and the code once it is whole; else null.
export class Pieces {
  seen = new Map();

  take(text) {
    const [, sign, at, count, piece] = PART.exec(text) ?? [];
    if (!sign || +at < 1 || +at > +count || +count > MOST) return null;
    const name = `${sign} ${count}`;
    const found = this.seen.get(name) ?? new Map();
    if (found.get(at) === piece) return null;
    if (this.seen.size > MODELS) this.seen.clear(); // nobody shows as many
    this.seen.set(name, found.set(at, piece));
    const told = { seen: found.size, count: +count };
    if (found.size < +count) return told;
    return { ...told, code: Array.from({ length: +count }, (_, part) => found.get(String(part + 1))).join("") };
  }
}

// Shows the code of a field, one part after another, until it is paused or hidden.
export class Player {
  constructor(part, field) {
    this.part = part;
    this.field = field;
    this.root = field.closest(".handed").querySelector(".codes");
    this.at = 0;
    this.press = this.root.querySelector("[data-codes-pause]");
    this.press.addEventListener("click", () => this.run(!this.timer));
    this.root.querySelector("[data-codes-next]").addEventListener("click", () => {
      this.run(false);
      this.show(this.at + 1);
    });
  }

  async open() {
    const made = await import("./qr.js").catch(() => null);
    const told = this.root.parentElement.querySelector(".sent");
    told.textContent = made ? "" : this.part.fill("codes.missing");
    if (!made) return;
    this.draw = made.draw;
    this.root.hidden = false;
    this.show(0);
    this.run(!matchMedia("(prefers-reduced-motion: reduce)").matches);
    this.root.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.root.hidden = true;
    this.run(false);
  }

  run(isOn) {
    clearInterval(this.timer);
    this.timer = isOn ? setInterval(() => this.show(this.at + 1), EACH) : 0;
    this.press.setAttribute("aria-pressed", String(!isOn));
  }

  show(at) {
    const texts = pieces(this.field.value);
    if (!this.root.getClientRects().length || !texts.length) return this.run(false);
    this.at = at % texts.length;
    const picture = this.root.querySelector("svg");
    const told = this.part.fill("codes.at", { at: this.at + 1, count: texts.length });
    this.draw(picture, texts[this.at]);
    picture.setAttribute("aria-label", told);
    this.root.querySelector("figcaption").textContent = told;
  }
}

// The browser's own reader of QR codes, or one that is fetched. Returns a function of a picture: the texts in it.
async function reader() {
  const { BarcodeDetector: Own } = globalThis;
  const hasOwn = (await Own?.getSupportedFormats())?.includes("qr_code");
  const Detector = hasOwn ? Own : (await import("../../qr/decode.js")).BarcodeDetector;
  const detector = new Detector({ formats: ["qr_code"] });
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue);
}

// The texts of QR codes in a file; none if it isn't a picture.
export async function codesIn(file) {
  const picture = await createImageBitmap(file).catch(() => null);
  return picture ? await (await reader())(picture) : [];
}

// A teacher's camera. `take` is called with the text of every QR code, `say` with the key of a sentence.
export class Camera {
  constructor(video, take, say) {
    Object.assign(this, { video, take, say, stream: null });
  }

  async start() {
    if (!navigator.mediaDevices) return this.say("camera.none");
    const size = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } };
    try {
      const read = await reader().catch(() => null);
      if (!read) return this.say("codes.missing");
      this.stream = await navigator.mediaDevices.getUserMedia({ video: size });
      this.video.srcObject = this.stream;
      this.video.hidden = false;
      await this.video.play();
      this.video.scrollIntoView({ block: "nearest" });
      this.say("camera.on");
      this.video.closest("details").addEventListener("toggle", () => this.stop(), { once: true });
      this.watch(read);
    } catch ({ name }) {
      this.stop();
      this.say(name === "NotAllowedError" ? "camera.refused" : "camera.none");
    }
  }

  async watch(read) {
    while (this.stream) {
      const texts = this.video.readyState > 1 ? await read(this.video).catch(() => []) : [];
      for (const text of texts) await this.take(text);
      await new Promise((resolve) => setTimeout(resolve, 60)); // the page stays quick
    }
  }

  stop() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.video.hidden = true;
    this.video.srcObject = null;
  }
}
