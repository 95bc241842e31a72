// The device may be a different one than last time, or another learner's, and may have other tabs open.
const MARKS = "downhill.challenges"; // where the page keeps what was done (py/page/controls/progress.py)
const OTHERS = ["downhill.experiments", "downhill.answers", "downhill.code"];
const TAG = "downhill.gradebook";

// Restores this learner's marks on the page, and nothing that somebody else left here.
function handOver({ done, tag }) {
  try {
    if (localStorage.getItem(TAG) !== tag) for (const key of OTHERS) localStorage.removeItem(key);
    localStorage.setItem(TAG, tag);
    if (done.length) localStorage.setItem(MARKS, JSON.stringify(done));
    else localStorage.removeItem(MARKS);
  } catch {
    // this browser keeps nothing
  }
}

// Shares what was done between tabs with the same tag, so that all report the same. Returns what to call when something
// is new here.
function share(state, hear) {
  try {
    const channel = new BroadcastChannel(TAG);
    const post = (asks) => channel.postMessage({ ...state, asks });
    channel.onmessage = ({ data }) => {
      if (data?.tag !== state.tag) return;
      hear(data);
      if (data.asks) post(false);
    };
    post(true);
    return () => post(false);
  } catch {
    return () => {};
  }
}
