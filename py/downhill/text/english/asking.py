"""The sentences around the questions for a class, on cards and on paper; the questions are in `evidence`."""

ASKING: dict[str, str] = {
    "asking.title": "Questions for your class",
    "asking.before": "Before you start: eight questions",
    "asking.after": "Eight questions first, then your code",
    "asking.later": "Four questions, a few weeks later",
    "asking.about.1": "{count} questions on how machines learn, about {minutes} minutes.",
    "asking.about.2": "They are about the class as a whole: no name, no grade.",
    "asking.about.3": "You won’t hear what was right. “{unsure}” is a good answer, too.",
    "asking.about.4": "Your answers leave this device only in the code that you hand in.",
    "asking.start": "Start",
    "asking.skip": "Skip",
    "asking.back": "Back",
    "asking.next": "Next",
    "asking.done": "Finish",
    "asking.word": "Your word",
    "asking.word.before": "Keep this one, or make up your own: 4 to 16 letters and digits.",
    "asking.word.again": "Type the word that you wrote on your worksheet.",
    "asking.word.note": "Don’t use your name. Write the word on your worksheet: in three weeks you’ll need "
    "it.",
    "asking.word.begun": "Did you start on this device? Type the same word, and your answers are back.",
    "asking.word.wrong": "That has to be 4 to 16 letters and digits.",
    "asking.another": "Another word",
    "asking.animals": "ant bat bear bee bison crab crane crow deer dove duck eagle eel elk finch fox frog "
    "goat goose gull hare hawk heron ibis kite koala lark lion lynx mole moose moth newt otter owl panda "
    "seal swan toad wren",
    "asking.count": "Question {number} of {count}",
    "asking.open": "Choose an answer, or press “{next}” again to leave this one out.",
    "asking.names": "At most {most} characters. No names, please.",
    "asking.unkept": "This browser lets the page store nothing. Your answers stay here until you close the "
    "page, and still go into your code.",
    "asking.left": "The questions are waiting: “{result}” brings you back to them.",
    "asking.thanks": "Thank you!",
    "asking.inside": "Your code holds your word, your answers, the minutes they took, and what you did on "
    "the page. Hand it in the way your teacher says.",
    "asking.onward": "To lesson 1",
    "asking.close": "Back to the page",
    "asking.paper": "Questions on paper",
    "asking.form": "Form {form}",
    "asking.cross": "Put a cross in one box for each question. Your word is not your name: keep it on your "
    "worksheet, in three weeks you’ll need it.",
    "asking.typed": "For your teacher: type or paste a line like this for each sheet under “{collect}”.",
}
