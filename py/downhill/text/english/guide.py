"""The sentences of the teacher’s guide, the claims poster, and what leads to them: pages of their own.

The build alone reads them: no start of Python brings them. `{result}` and the like are names of the page’s
own buttons.
"""

ROOM = "guide"  # of a translation
GUIDE: dict[str, str] = {
    "teach": "Teach it",
    "teach.what": "Three periods of 45 minutes. Preparing takes twenty.",
    "teach.papers": "Papers",
    "prepare": "Prepare a link",
    "prepare.what": "For a lesson or a whole period, to copy, show, or share.",
    "prepare.for": "Link for",
    "prepare.for.lesson": "one lesson",
    "prepare.test": "Eight questions on how machines learn",
    "prepare.test.none": "none",
    "prepare.test.before": "before the course",
    "prepare.test.after": "after the course",
    "prepare.test.later": "three weeks later (four questions)",
    "prepare.test.how": "They test the course, not your students: no names, no grades. Don’t use them as a "
    "test that counts.",
    "prepare.shared": "Shared devices: the answers are not stored",
    "prepare.calendar": "Save a calendar entry for three weeks from now",
    "prepare.calendar.title": "Downhill: four questions, three weeks later",
    "prepare.share": "Share in {google} or {microsoft}: this opens their page, and the link goes there.",
    "prepare.more": "More settings",
    "collect": "Collect results",
    "collect.what": "Codes that your students hand in become a table.",
    "guide.overview": "The course",
    "guide.period": "Period {number}",
    "guide.lessons": "Lessons",
    "guide.question": "Question",
    "guide.aim": "Students can",
    "guide.link": "Link for the class",
    "guide.minutes": "Minutes",
    "guide.what": "What happens",
    "guide.ask": "Ask, and what to expect",
    "guide.present": "to present",
    "guide.legend": "The frame beside a title opens the same part large, to present.",
    "guide.drop": "* Can be left out when time is short.",
    "guide.1": "Downhill in fog",
    "guide.1.question": "How can something get down that sees nothing?",
    "guide.1.aim": "Explain slope, step, learning rate, and error; predict a step; say why it can get "
    "stuck, or leap away.",
    "guide.1.1": "Everyone answers the eight questions, and writes their code word on the worksheet. No "
    "names, no grades, no talking.",
    "guide.1.1.ask": "“I don’t know yet” is a fine answer.",
    "guide.1.2": "A rope on the floor is a hill seen from the side. One student walks along it with eyes "
    "closed, feeling with one foot.",
    "guide.1.2.ask": "What do you know up there? – Only which way is down, and how steep.",
    "guide.1.3": "In pairs. Before the machine walks, everyone draws a flag on the worksheet where it will "
    "stop. On the board: nearest downhill, not lowest.",
    "guide.1.3.ask": "Is it the lowest point? – The lowest nearby.",
    "guide.1.4": "Together at the board, then worksheet task 2. On the board, for all periods: new place = "
    "old place − learning rate × slope.",
    "guide.1.4.ask": "Do bigger steps get there sooner? – They leap away. Half as steep? – Half as far.",
    "guide.1.5": "In pairs; fast ones go on to the wrong price. On the board: bars → error → map.",
    "guide.1.5.ask": "Why not one slider after the other? – Each one spoils the other’s best place.",
    "guide.1.6": "Two columns on the board, hand and machine: who needed fewer moves, who saw more? A model "
    "is a rule with sliders; to train it is to walk downhill.",
    "guide.1.6.ask": "Where is the error zero? – Nowhere here: a straight line can’t hit every point.",
    "guide.1.7": "Exit ticket: “It stopped, though there is lower ground. Why?” Those who like hand in "
    "“{result}”.",
    "guide.1.7.ask": "Enough: it’s level there, and the slope is all it gets.",
    "guide.2": "A model that writes",
    "guide.2.question": "Who tells it the right answers?",
    "guide.2.aim": "Explain weights; say that text is its own answer key and that all weights move at once; "
    "read a training curve and stop in time.",
    "guide.2.1": "Three questions back, from memory: two minutes of silence, then check. No grades.",
    "guide.2.1.ask": "1. A steep slope: long step or short? 2. Draw a curve on which it gets stuck. 3. What "
    "does the error add up?",
    "guide.2.2": "Be the model: four groups get eight lines each, of four different songs. Read three words "
    "aloud; each group bets on the next one from its own lines only.",
    "guide.2.2.ask": "Why do the groups differ? – They learned from different text. Nobody is wrong.",
    "guide.2.3": "In pairs. Before the machine walks: which bar will get worse at first?",
    "guide.2.3.ask": "Where does it say that people pet cats? – In no single number.",
    "guide.2.4": "In pairs, a card chosen before each training. Read its sentences aloud. On the board: all "
    "weights, a little, at once; stop when the test gets worse.",
    "guide.2.4.ask": "Who told it the words? – Nobody. Who chose the text? – People.",
    "guide.2.5": "Five claims, five tests (poster): each group runs one, and tells the class in one "
    "sentence what it saw.",
    "guide.2.5.ask": "Which test would convince your family?",
    "guide.2.6": "What three words leave out: an outlook on period 3.",
    "guide.2.6.ask": "What would it need to answer? – To look back.",
    "guide.2.7": "Exit ticket: “Tell a friend in two sentences how the model learned to write.”",
    "guide.2.7.ask": "Enough: guess, compare with the text, move all weights a little. Nothing about "
    "understanding.",
    "guide.3": "Where it looks, why it errs, who decides",
    "guide.3.question": "If nobody lies, why is it wrong?",
    "guide.3.aim": "Say that each word is drawn by chance and that looking back is shared out; give four "
    "reasons for a wrong answer; name who decides.",
    "guide.3.1": "Three questions back, as before.",
    "guide.3.1.ask": "1. Which way does a weight with a positive slope move? 2. Where did the right answers "
    "come from? 3. What is the held-out test for?",
    "guide.3.2": "In pairs. Read the sentences aloud, cold and hot.",
    "guide.3.2.ask": "Same beginning, another answer: is it broken? – No, each word is drawn by chance.",
    "guide.3.3": "Who has the kite? Six students read one fact each from a card. A seventh, who waited "
    "outside, hears only the last three words of the question.",
    "guide.3.3.ask": "What is missing? – The fact, not cleverness.",
    "guide.3.4": "In pairs, up to the student who has nothing. On the board: score, slice, draw, again.",
    "guide.3.4.ask": "It answers all the same. Is that a lie? – No: nothing in it checks what is true.",
    "guide.3.5": "Four reasons on the board, each seen on the page: not in the text (“{asked}”), wrong or "
    "one-sided text (lies; then “{change}” in {tools}), chance, nobody checks.",
    "guide.3.5.ask": "Which of the four could a company fix, and how? Who chose the text, and who is "
    "missing in it?",
    "guide.3.6": "Groups rank homework, medical advice, a poem, a translation: where do the four reasons "
    "hurt most? Exit ticket: “Name one thing you wouldn’t ask a chatbot without checking, and the reason.”",
    "guide.3.6.ask": "Where is a wrong word cheap, where is it costly? Enough: a reason from today.",
    "guide.3.7": "Wipe the board. Everyone answers the questions again, with the same code word, and hands "
    "in “{result}”. Better still: at the start of the next period.",
    "guide.3.7.ask": "No help, no talking. Three weeks later: four questions, with the link for that.",
    "guide.4": "One of three, if there is time",
    "guide.4.card": "A model card for the model of period 2, half a page, in groups of three: what text it "
    "learned and who chose it; what it writes well; three prompts at which it fails, tried out; who could "
    "be harmed if it were large; what it does not do. Then swap, and try to refute the other group’s card.",
    "guide.4.own": "Or a lesson of their own: the class project at the end of this guide.",
    "guide.4.1": "On paper, as described below: half of the groups for each sentence.",
    "guide.4.1.ask": "Whose weights get both sentences right? – No group’s; the mean of all.",
    "guide.4.2": "Groups of three open the link of “{class}” in “{collect}”, type their number, and read "
    "their topic aloud. Nobody trains yet.",
    "guide.4.2.ask": "Why the same first weights for everyone? – Wait for the end.",
    "guide.4.3": "Hands up: will the mean of all models beat the best group? Then each group trains, "
    "reads its sentence aloud, and hands in its code: pasted, as a file, or as QR codes for the camera.",
    "guide.4.3.ask": "What does your model lack? – The words of the other topics.",
    "guide.4.4": "On the board: dots, bars, the mean’s sentence. Send the mean back; everyone trains on "
    "and hands in again.",
    "guide.4.4.ask": "Does a second round help? – Read it off the curve.",
    "guide.4.5": "On the board, four groups in one page: other first weights, then a group that lies. "
    "Everyone guesses first.",
    "guide.4.5.ask": "Why is the mean worse than each group? – Hidden units have no order: the same unit "
    "does another job in each model.",
    "guide.4.6": "Exit ticket: “Nobody sent a text. What left our device all the same?”",
    "guide.4.6.ask": "Enough: weights, and they can give away rare words.",
    "guide.4.class": "On paper: {pet} counts {pet_animals:1} for animals and "
    "{pet_machines:1} for machines, {flew} {flew_animals:1} and {flew_machines:1}. Each word has a weight "
    "for animals and one for machines, all 0 at first; its score is each weight times the prompt’s number, "
    "added up, and should be 1 for the right word, 0 for the other. Half of the groups train on the first "
    "prompt, half on the second: add what a score lacks, times the prompt’s two numbers, to the word’s two "
    "weights; do it twice. Average everybody’s weights on the board, or type them into “{collect}”: no group "
    "gets both sentences right, the mean does. In “{collect}”, the words of a text of yours can become the "
    "list with which each group trains a model on a text of its own.",
    "guide.claim": "Claim",
    "guide.test": "Test",
    "guide.seen": "What you see",
    "claim.1": "“It gets its answers from the internet.”",
    "claim.1.test": "Open the page, wait until it is ready, turn on airplane mode, reload. Train, and let "
    "it write.",
    "claim.1.seen": "It writes as before.",
    "claim.2": "“It learns from what I type.”",
    "claim.2.test": "In {tools}, open “{asked}” and ask ten times.",
    "claim.2.seen": "Weights changed: 0. Only training changes them.",
    "claim.3": "“Its text is stored inside.”",
    "claim.3.test": "Read ten of its weights on the wall. Then ask “{asked}”, and look at which answers are "
    "in its text.",
    "claim.3.seen": "Numbers, and answers that are nowhere in the text. But its words are kept, and too "
    "much training makes it copy whole lines.",
    "claim.4": "“Somebody programmed its sentences.”",
    "claim.4.test": "Open “{python}” and search it for “{word}”, a word that the model writes.",
    "claim.4.seen": "It isn’t there. With other first weights the same program writes other sentences on "
    "the way.",
    "claim.5": "“A computer gives one exact answer.”",
    "claim.5.test": "Let it write three times from the same beginning; then make it cold.",
    "claim.5.seen": "Warm, the sentences differ. Cold, they are nearly always the same.",
    "guide.wrong": "Misconceptions, and what refutes them",
    "guide.wrong.idea": "Students may say",
    "guide.wrong.shown": "Show",
    "wrong.curve": "“The machine sees the whole hill.”",
    "wrong.rate": "“A smaller learning rate is always better.” It may take ten times as long.",
    "wrong.zero": "“At the end the error is zero.” It is as small as this model can make it.",
    "wrong.programmed": "“People wrote what it says.”",
    "wrong.stored": "“It looks its answers up.” It has numbers and no text.",
    "wrong.chat": "“It learns from my chat.” Its text was there first; asking moves no weight.",
    "wrong.exact": "“A computer gives one exact answer.”",
    "wrong.lies": "“When it’s wrong, it lies.” Nothing in it checks what is true.",
    "guide.levels": "Three levels",
    "guide.levels.1": "Everyone",
    "guide.levels.2": "Most",
    "guide.levels.3": "Some",
    "guide.rubric": "Assess exit tickets, the worksheet, and the model card, never the eight questions. "
    "Four rows: how it learns, what it learns from, why it errs, who decides.",
    "guide.rubric.1": "Basic: names what was seen (“it got lower step by step”).",
    "guide.rubric.2": "Intermediate: gives the cause with the right word (“each step follows the slope, so "
    "it is smaller where it’s flat”).",
    "guide.rubric.3": "Advanced: predicts a new case or a limit, and says how to test it.",
    "guide.without": "When something is missing",
    "guide.without.1": "One device for three: hand (moves), voice (says the guess before each press), pen "
    "(worksheet); change roles with every part.",
    "guide.without.2": "One device in all: present it, and let fingers vote before each press.",
    "guide.without.3": "A slow or filtered network: open the link once on each device the day before. After "
    "that it works without a network, and so does the page as one file.",
    "guide.without.4": "Nothing at all: the rope, the worksheet’s pictures to draw in, Be the model, one "
    "model for the class on paper (period 4), and the poster. The answers have every number.",
    "guide.prepare": "Preparation: twenty minutes",
    "guide.prepare.play": "Play yourself",
    "guide.prepare.enough": "Enough when you can say",
    "guide.prepare.1": "It has only the slope where it stands.",
    "guide.prepare.2": "All bars make one number. Two sliders, one walk.",
    "guide.prepare.3": "The text is its own answer key. Stop when the test gets worse.",
    "guide.prepare.4": "Drawn by chance; looks back.",
    "guide.prepare.5": "For each misconception below, one thing to show.",
    "guide.prepare.6": "The sliders answer on a student’s device in the class’s network, and the worksheets "
    "are printed.",
    "guide.maths": "The math you need: a slope (up or down, steep or gentle) and one product. Surprise is "
    "how little it expected the word that came: 0 is certain.",
    "guide.analysis": "If you compare before and after",
    "guide.analysis.how": "Fixed before the first answer is read: pair by code word; the share that "
    "explains a wrong answer by the text it learned from, before, after, and later, coded by two people "
    "who don’t know which is which (exact McNemar test); then the number right of seven, with its interval "
    "by class. Nobody is left out, except where code words clash. Whatever comes out is told, with how "
    "many skipped or were absent. Below ten students, no percentages.",
    "guide.one": "One lesson only",
}
