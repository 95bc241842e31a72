// A student's word pairs the answers of two days. Its form and the order of options follow from it, as they do in
// Python (py/downhill/evidence/pair_word.py).

export const [LEAST, MOST] = [4, 16]; // characters of a folded word
const UNSURE = "?"; // always last

export function folded(word) {
  return word
    .normalize("NFKC")
    .toUpperCase()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

export function isWord(word) {
  const { length } = [...word];
  return LEAST <= length && length <= MOST;
}

// The polynomial and bit order of zlib.
export function crc32(text) {
  let sum = ~0;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 && 0xedb88320);
  }
  return ~sum >>> 0;
}

// From here on, words are folded.
export function formOf(word, occasion) {
  return occasion === "later" ? "c" : "ab"[(crc32(word) % 2) ^ (occasion === "after")];
}

export function orderOf(letters, word, item, occasion) {
  const rest = [...letters];
  const count = rest.reduce((orders, _, index) => orders * (index + 1), 1);
  const found = [];
  for (let number = crc32(`${word} ${item} ${occasion}`) % count; rest.length; ) {
    const size = rest.length;
    found.push(...rest.splice(number % size, 1));
    number = Math.floor(number / size);
  }
  return found.join("");
}

export function proposed(animals) {
  const lot = (count) => Math.floor(Math.random() * count);
  return animals[lot(animals.length)] + (100 + lot(900));
}

// Copies the cards of a form, with each one's options in their order.
export function dealt(cards, word, occasion, form) {
  return [...cards.querySelectorAll(`[data-occasions~=${occasion}][data-forms~=${form}]`)].map((each) => {
    const card = each.cloneNode(true);
    const labels = new Map([...card.querySelectorAll("label")].map((label) => [label.firstChild.value, label]));
    const letters = [...labels.keys()].filter((letter) => letter !== UNSURE).join("");
    const order = letters && [...orderOf(letters, word, card.dataset.testItem, occasion), UNSURE];
    for (const [index, letter] of [...order].entries()) {
      const label = labels.get(letter);
      label.lastChild.textContent = index + 1;
      label.parentElement.append(label);
    }
    return card;
  });
}
