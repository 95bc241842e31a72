"""Sentences of *One class, one model*; the room `together`, which comes late."""

ROOM = "together"
TOGETHER: dict[str, str] = {
    # The panel of lesson five, and the part of a teacher's table
    "intro": "Every group trains the same small model on its own text. Nobody sends a text: a group hands "
    "in only its weights, as a code. The mean of all the weights then writes about everything. Phones train "
    "keyboards this way; it is called federated averaging.",
    "home": "On your own: four groups in this page",
    "home.how": "Each group learns one topic for {steps} steps. All start from the same first weights. Then "
    "their weights are averaged, and the mean goes back to everybody.",
    "home.play": "Play a round",
    "home.busy": "The models are being trained …",
    "mine": "With your class: my group’s model",
    "mine.group": "Number of our group",
    "mine.name": "Name of our group (only if you want it in the code)",
    "mine.text": "Your topic: {topic}. {sentences:0} sentences to learn, and first weights with seed {seed}.",
    "mine.mean": "The class’s model from your teacher, from the second round on (paste the code or the link)",
    "mine.train": "Train for {steps} steps",
    "mine.code": "The code of our model",
    "mine.cost": "Each of the {weights:0} weights has 4 bits in the code, compressed to {bytes:0} bytes in "
    "all. Loss on everybody’s test text before: {exact:2}, with 4 bits: {coded:2}.",
    "mine.from": "This goes on from the class’s model of round {round:0}.",
    "mine.unfit": "This is not the class’s model: paste the whole code, made with seed {seed}.",
    "save": "Save as a file",
    "codes": "Show as QR codes",
    "codes.how": "Hold this screen in front of your teacher’s camera. The codes play one after another, over "
    "and over, until all of them have been read, in any order.",
    "codes.at": "QR code {at} of {count}",
    "codes.next": "Next one",
    "codes.missing": "The part of the page for QR codes did not arrive. Press again when the network is "
    "back.",
    # A teacher's table, first with four numbers a group
    "paper": "On paper first: four numbers from each group",
    "paper.how": "Every group opens this link: lesson 3, with all four sliders at 0. Half of the groups move "
    "them until the two bars of {first} reach their marks, the other half only for {second}. “{maths}”, in "
    "“{tools}”, has the four weights that each group then calls out.",
    "paper.rows": "A row for each group: w₁ w₂ w₃ w₄ (a name may stand before them, with a colon)",
    "paper.press": "Average them",
    "paper.chances": "Probability of the right word",
    "paper.group": "Group {group}",
    "paper.both": "Put together, they get both sentences right. Groups that do so alone: {alone:0} of "
    "{groups:0}.",
    "paper.one": "Put together, they get only one sentence right: “{right}” For a second round, all groups "
    "start from the mean.",
    "paper.none": "Put together, they get no sentence right. For a second round, all groups start from the "
    "mean.",
    "paper.mean": "Their mean: {weights}. Check it with a pencil: in a model this small, each score of "
    "the mean is the mean of the groups’ scores.",
    "paper.few": "A mean takes at least two rows.",
    "paper.number": "Row {row}: “{text}” isn’t a number.",
    "paper.count": "Row {row}: it takes {needed:0} numbers, and this is {count:0}.",
    "paper.beyond": "Row {row}: {value} is beyond the sliders, which go from {low:0} to {high:0}.",
    # Then with codes
    "collect.how": "Give your class this link. Every group opens it, types its number, trains, and hands in "
    "a code. The link sets the first weights and the words: those of this page in this language, or yours.",
    "collect.link": "Link for the groups",
    "collect.seed": "Seed of the first weights",
    "collect.codes": "Codes of the groups, pasted in any form: mails, links, whole chats",
    "collect.add": "Read the codes",
    "camera": "Camera on or off",
    "camera.how": "Or let the camera read the QR codes on your students’ screens, one group after another. "
    "Pictures of the QR codes can be opened as files. No picture leaves this device.",
    "camera.on": "The camera is on.",
    "camera.seen": "QR codes of this model: {seen} of {count}.",
    "camera.none": "No camera can be used here. Paste the codes or open them as files.",
    "camera.refused": "The browser may not use the camera. Allow it in the address bar, or paste the codes.",
    "collect.next": "Start the next round from this mean",
    "collect.compare": "Compare with one model that has all texts, and with groups that never share",
    "collect.send": "Send this back to the groups: the class’s model",
    "way": "How to put them together",
    "way.equally": "mean: every group counts the same",
    "way.steps": "mean: more steps count more",
    "way.median": "median: the middle one of each weight",
    "way.code": "your code: what you wrote above",
    "said.read": "Codes read: {count:0}.",
    "said.none": "There is no code of a model in this text.",
    "said.mean": "This is the class’s model of round {round:0}. The next models go on from it.",
    "said.next": "Round {round:0}: the models go on from the mean.",
    "said.forgotten": "All models are forgotten.",
    "said.long": "That is too much at once: only the first part was read.",
    "said.better": "Put together ({mean:2}) beats the best single model, {title} ({best:2}).",
    "said.worse": "Put together ({mean:2}) does not beat the best single model, {title} ({best:2}).",
    "why.damaged": "Line {line}: this code is cut off or changed. Copy it again.",
    "why.newer": "Line {line}: this code is from a newer version of the page.",
    "why.absurd": "Line {line}: this code holds numbers that no model has.",
    "why.vocabulary": "Line {line}, group {group}: other words. It was made with another word list, in "
    "another language, or in another version of the page.",
    "why.seed": "Line {line}, group {group}: other first weights. It was made with another seed.",
    "why.untrained": "Line {line}, group {group}: this model has not been trained.",
    "why.round": "Line {line}, group {group}: it belongs to another round, or did not go on from the last "
    "mean.",
    "why.picture": "{file}: no QR code was found in this picture.",
    "why.twice": "Line {line}, group {group}: it is there already.",
    # Groups with texts of their own, and the words of a teacher's text
    "words": "Texts of your own, with your words",
    "words.how": "Paste a text of your own. Its words become the class’s word list, and its sentences are "
    "the test: no group learns from them. Only the words go into the link, in alphabetical order.",
    "words.text": "Your text (20 to 300 different words)",
    "words.read": "Read: {words:0} different words, {sentences:0} sentences. The link above has the words "
    "now.",
    "words.few": "This text has {words:0} different words, and a list takes at least {least:0}. Add some "
    "sentences.",
    "words.many": "This text has more than {most:0} different words, too many for a link. Leave some "
    "sentences out.",
    "words.list": "Your class has its own word list: {words:0} words. You learn your own text, from first "
    "weights with seed {seed}.",
    "words.broken": "The word list in this link is damaged. Ask for the link again; until then, the groups "
    "learn this page’s four topics.",
    "words.mine": "Our own text",
    "words.stays": "Nothing of the text leaves this page: only weights are handed in. But from them one can "
    "often tell which rare words it has, so leave out anything private.",
    "words.known": "Words that are on the list: {known:0} of {count:0}.",
    "words.unknown": "These are not, and are read as unknown (□): {unknown}.",
    "words.enough": "That is enough to learn from.",
    "words.little": "That is too little: at least {least:0} must be on the list.",
    "words.named": "Group {group} ({name})",
    "words.cost": "Each of the {weights:0} weights has 4 bits in the code, compressed to {bytes:0} bytes in "
    "all. Loss on sentences of your text kept for a test, before: {exact:2}, with 4 bits: {coded:2}.",
    # What both show
    "topic.1": "pets",
    "topic.2": "planes",
    "topic.3": "homes",
    "topic.4": "weather",
    "row.group": "Group {group}: {topic}",
    "row.named": "Group {group} ({name}): {topic}",
    "row.mean": "All {groups:0} together",
    "row.all": "One model with all texts",
    "bars": "Loss on everybody’s test text (lower is better)",
    "bars.loss": "Loss",
    "bars.writes": "How it goes on",
    "map": "Where the models are: a dot for each group, the mean in the middle. Axes: the two directions in "
    "which their weights differ most.",
    "curve": "Loss after each round: the mean, the best group that never shares, and one model with all "
    "texts",
    "curve.mean": "mean",
    "curve.alone": "best group alone",
    "python": "The Python that does it",
    "code.label": "This Python puts the models together. Change it: is the median safer against a lie?",
    "code.use": "Use this code",
    "code.swap": "The page’s code, or mine again",
    "code.runs": "Your code runs. The next round uses it, and below you can choose it against the lie.",
    "code.page": "The page’s code is used again.",
    "code.line": "Line {line}:",
    "code.endless": "This code was stopped: it did not come to an end in {seconds:0} seconds.",
    "code.hangs": "This code keeps Python busy and can’t be stopped. Copy it if you need it, and reload the "
    "page.",
    "code.far": "What your code gives back is too large: no model has such weights.",
    "note": "Take it home as a notebook",
    "note.title": "One class, one model",
    "note.texts": "The texts: a topic for each group, one sentence on each line. Every tenth sentence is "
    "kept for the test, which is everybody’s.",
    "note.groups": "Each group trains on its own topic, from the same first weights",
    "note.python": "The function that puts the models together",
    "note.mean": "Loss on everybody’s test text: each group, then all together",
    "note.rounds": "More rounds: all groups go on from the mean, and the loss falls further",
    "note.apart": "With other first weights it fails: best group, worst group, and their mean",
    "note.lie": "One group lies: with 0, 1, 2 … honest groups, the probability of the likeliest other word "
    "and of the lie",
    "away": "What a code gives away: in this round, the weights of group {group} moved most for the words "
    "{words}. So they must be in its text, though nobody sent it. A code keeps a text at home, but not "
    "secret.",
    # Why it fails
    "apart": "What if every group starts from other first weights?",
    "apart.guess": "Guess first. The mean of the four will be",
    "apart.better": "better than the best group",
    "apart.between": "between the groups",
    "apart.worse": "worse than every group",
    "apart.press": "Train them and see",
    "apart.told": "Best group: {best:2}. Worst group: {worst:2}. Their mean: {mean:2}, so it is {kind}.",
    "apart.right": "You guessed right.",
    "apart.wrong": "You guessed something else.",
    "apart.why": "Why? Hidden units have no order. Reorder those of one model and its loss stays at "
    "{whole:2}. But average it with the reordered one, and the loss is {half:2}: each number was averaged "
    "with one that has another job.",
    "apart.same": "Same first weights: {count:0} of 48 units in group 1 are most like the unit of the same "
    "number in group 2.",
    "apart.other": "Other first weights: {count:0} of 48.",
    "apart.picture": "Rows: units of group 1. Columns: units of group 2. Strong squares: they rise and fall "
    "together.",
    # One group lies
    "poison": "What if one group lies?",
    "poison.how": "One group adds “{lie}” {lies} times to its text. How many honest groups does it take "
    "until the model no longer prefers “{word}”? All of them have a text of the same size, about all four "
    "topics.",
    "poison.guess": "My guess: honest groups",
    "poison.head": "Honest groups",
    "poison.true": "Likeliest other word",
    "poison.lie": "“{word}”",
    "poison.found": "{way}: it takes {least:0}. You guessed {guess:0}.",
    "poison.never": "{way}: even {most:0} are not enough. You guessed {guess:0}.",
}
