"""The English sentences of the cartridge and of the papers for schools; no visit to the page needs them."""

from downhill.text.language import Catalogue

ROOM = "school"  # the table of these sentences in a translation's file

SCHOOL: dict[str, str] = {
    "paper.browsers": "Browsers and hosts",
    "paper.data-statement": "Data statement",
    "paper.conformance": "Accessibility report",
    "paper.standards": "Standards map",
    "download.what": "Download",
    "download.size": "Size",
    "download.cartridge": "Course with links, worksheets, and quizzes (Common Cartridge)",
    "download.command": "not on this host; whoever builds the page can make it: {command}",
    "download.scorm": "Page that reports to a gradebook (SCORM)",
    "cartridge.about": "A course on gradient descent and language models, in three periods and a fourth: "
    "links to the page, worksheets to print, and three short quizzes.",
    "period": "Period {number}",
    "glossary": "Glossary",
    "quiz": "Quiz for period {number}",
    "true": "True",
    "false": "False",
    "show": "See it on the page: {beat}",
    "topic": "Who chose the text?",
    "topic.ask": "A language model writes what is likely in the text it was trained on. Who chose that "
    "text, for the chatbots you use? Who or what is missing from it? Write three sentences. Then answer "
    "someone who disagrees.",
    "level.ask": "Where the ground is level, the next step of gradient descent has length zero.",
    "level.why": "A step is the learning rate times the slope, and on level ground the slope is 0.",
    "next.ask": "On a hill, the slope is −3, and the learning rate is 0.1. Where does the next step go?",
    "next.right": "0.3 to the right",
    "next.wrong.1": "0.3 to the left",
    "next.wrong.2": "3 to the right",
    "next.wrong.3": "0.1 to the left",
    "next.why": "The step is 0.1 × 3 = 0.3 long. A negative slope means that it goes down to the right.",
    "slow.ask": "Four runs start at the same place. In which one is the learning rate too small?",
    "slow.right": "After 500 steps it’s still far from the bottom, and its steps are tiny.",
    "slow.wrong.1": "It leaps across the valley and lands farther away each time.",
    "slow.wrong.2": "It swings from side to side, a little less each time, and stops.",
    "slow.wrong.3": "It reaches the bottom after 40 steps, which get shorter and shorter.",
    "slow.why": "A learning rate that is too small makes every step short, so even many steps don’t get far.",
    "bars.ask": "In lesson 2, each bar shows how far one point is from the line. What do all bars together "
    "tell you?",
    "bars.right": "How wrong the line is",
    "bars.wrong.1": "How many points there are",
    "bars.wrong.2": "How steep the line is",
    "bars.wrong.3": "How long the line is",
    "bars.why": "Added up, they are one number, the error. Training makes it small.",
    "outlier.ask": "One point is far from all the others. Squared errors let it turn the line more than "
    "plain bars do. Why?",
    "outlier.right": "Squaring makes a long bar count much more than a short one.",
    "outlier.wrong.1": "Squaring makes every bar count the same.",
    "outlier.wrong.2": "Squaring leaves out all points near the line.",
    "outlier.wrong.3": "Squaring moves the far point closer to the line.",
    "outlier.why": "A bar ten times as long counts a hundred times as much, so the line turns to make it "
    "shorter.",
    "stuck.ask": "Gradient descent has stopped in a dip, but a lower one is nearby. What would you change, "
    "and why could that help?",
    "stuck.why": "Start somewhere else, since it goes down into the nearest dip. Or take longer steps or "
    "use momentum, which may carry it over the hill. It gets only the slope where it stands, and there that "
    "is 0.",
    "answers.ask": "In lesson 5, the model is trained to predict the next word. Who wrote down the right "
    "answers?",
    "answers.right": "Nobody: in the text, the next word is already there.",
    "answers.wrong.1": "The programmers: they made a list of all answers.",
    "answers.wrong.2": "Other pupils: the page collects what they type.",
    "answers.wrong.3": "The model: it makes up its own answers.",
    "answers.why": "Cover any word of a text: what comes before it is the question, the word itself the "
    "answer.",
    "held.ask": "During training, the surprise keeps falling on the training text, but on the held-out text "
    "it begins to rise. What should you do?",
    "held.right": "Stop training.",
    "held.wrong.1": "Keep training until it falls again.",
    "held.wrong.2": "Raise the learning rate.",
    "held.wrong.3": "Add the held-out text to the training text.",
    "held.why": "From here on, training only fits the training text more closely, and new sentences come "
    "out worse.",
    "shared.ask": "In lesson 3, each slider is for one sentence only.",
    "shared.why": "Each slider works on both sentences. That’s why fixing one sentence broke the other.",
    "first.ask": "What does the model of lesson 5 write after its first few training steps?",
    "first.right": "One frequent word, over and over",
    "first.wrong.1": "A rare name",
    "first.wrong.2": "A sentence copied from its text",
    "first.wrong.3": "A sentence with small mistakes",
    "first.why": "How often each word appears is the easiest thing to learn. Which word follows which comes "
    "later.",
    "all.ask": "What does one training step change in a network?",
    "all.right": "All its weights, each a little",
    "all.wrong.1": "One weight, by a lot",
    "all.wrong.2": "Only the weights that were wrong",
    "all.wrong.3": "No weight: it only counts mistakes",
    "all.why": "Every weight has its own slope, and all of them take a small step downhill at the same time.",
    "friend.ask": "A friend asks how the model came to write sentences. Explain it in two sentences.",
    "friend.why": "For every word of the text, it computes how likely that word was, and all weights move a "
    "little so that it gets likelier. Hundreds of such steps make better sentences; nobody writes rules for "
    "them.",
    "cold.ask": "In lesson 4, you make the temperature low. What happens to the widest slice?",
    "cold.right": "It gets wider still.",
    "cold.wrong.1": "It gets as narrow as the others.",
    "cold.wrong.2": "It stays as it is.",
    "cold.wrong.3": "It disappears.",
    "cold.why": "Cold makes differences in score count more. The word with the highest score gets nearly "
    "everything.",
    "tenth.ask": "A word whose slice is one tenth of the strip is never drawn.",
    "tenth.why": "The pin falls by chance, so it hits that slice about once in ten times.",
    "shares.ask": "In lesson 6, the model looks back at earlier words. What do the shares of one look add "
    "up to?",
    "shares.right": "1, which is 100 percent",
    "shares.wrong.1": "0, since they cancel out",
    "shares.wrong.2": "The number of words",
    "shares.wrong.3": "It depends on the scores",
    "shares.why": "Softmax turns scores into shares of one whole, like the slices in lesson 4.",
    "three.ask": "A story says early on which pet Mia has. It ends: “Mia pets the”. Why can a model that "
    "gets three words not tell which pet comes next?",
    "three.right": "The fact is farther back than three words.",
    "three.wrong.1": "It has too few weights to store all names.",
    "three.wrong.2": "Nobody has programmed a rule for Mia.",
    "three.wrong.3": "It was not trained for enough steps.",
    "three.why": "All it gets are the last three words, and they are the same in every story. It has to "
    "look back.",
    "doctors.ask": "A model is trained on 310 stories about doctors. In 300 of them, the doctor is a man. "
    "What will it mostly write about a new doctor?",
    "doctors.right": "That the doctor is a man",
    "doctors.wrong.1": "That the doctor is a woman",
    "doctors.wrong.2": "A man and a woman equally often",
    "doctors.wrong.3": "Nothing, as it has no facts",
    "doctors.why": "It writes what is likely in its text. Whoever chooses the text decides what that is.",
    "check.ask": "Name one thing you would not ask a chatbot without checking the answer. How would you "
    "check it?",
    "check.why": "Think of health, money, rights, or facts about people: a mistake costs something there. "
    "Check with a source that the chatbot did not write, such as a book, an official page, or an expert. "
    "What is likely isn’t always true.",
}


def school(catalogue: Catalogue) -> dict[str, str]:
    """Return these sentences in the language of a catalog; what it lacks is English."""
    there = catalogue.get(ROOM, {})
    return {key: there.get(key, text) for key, text in SCHOOL.items()}
