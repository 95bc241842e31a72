// A platform with scorm-again as its run-time: it begins with what its server has kept, and sends there what is committed.
const version = new URLSearchParams(location.search).get("version");
const request = new XMLHttpRequest();
request.open("GET", `/kept/${version}`, false);
request.send();
const kept = JSON.parse(request.responseText);
const settings = {
  autocommit: false,
  lmsCommitUrl: `/kept/${version}`,
  dataCommitFormat: "json",
  logLevel: 5,
  useBeaconInsteadOfFetch: "on-terminate",
};
const api = version === "1.2" ? new Scorm12API(settings) : new Scorm2004API(settings);
window[version === "1.2" ? "API" : "API_1484_11"] = api;
if (kept.suspend_data) {
  (kept.core ?? kept).entry = "resume";
  api.loadFromJSON(kept, "cmi");
}
const frame = document.createElement("iframe");
frame.src = "./page.html";
frame.style = "width: 100%; height: 90vh";
document.body.append(frame);
