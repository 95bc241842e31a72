"""The questions that a class answers before and after the essay; the room `evidence`, which comes late.

A key is an item and the letter of an option. Numbers and words that differ between forms are gaps.
"""

EVIDENCE: dict[str, str] = {
    "unsure": "I don’t know yet",
    "D1.stem": "A machine’s goal is the lowest place on this curve. All it is given is how steep the curve "
    "is right where it stands. It takes small steps downhill, starting at S. Where does it come to rest?",
    "D1.place": "At {place}.",
    "D1.t": "It stays at S: it can’t tell which way to go.",
    "D1.curve.right": "A curve with three dips. From left to right: dip K at height {k:1}, a hilltop at "
    "height {top:1}, S at height {s:1}, dip L at height {l:1}, another hilltop, and dip M at height {m:1}. "
    "At S the curve falls to the right.",
    "D1.curve.left": "A curve with three dips. From left to right: dip K at height {k:1}, S at height "
    "{s:1}, a hilltop at height {top:1}, dip L at height {l:1}, another hilltop, and dip M at height {m:1}. "
    "At S the curve falls to the left.",
    "D2.stem": "A machine stands at x = {x}. The slope there is {slope}, so the curve rises to the right. "
    "The learning rate is {rate}. Where does its next step downhill take it?",
    "D2.place": "To x = {place}.",
    "D3.stem": "A machine walks down into a valley. Each step is as long as the slope times a number, the "
    "learning rate. With {small}, it arrives after {many} steps; with {large}, after {fewer}. You keep "
    "doubling the number. What happens in the end?",
    "D3.r": "Its steps leap across the valley, and it never arrives.",
    "D3.m": "It arrives after fewer and fewer steps.",
    "D3.w": "It arrives after {half} steps, no matter what the number is.",
    "D3.b": "It arrives as before, but stops beside the lowest place.",
    "D4.stem": "A model has two sliders, a and b. The middle of the table shows its error now; around it "
    "are the errors with a or b a bit smaller or larger. A machine takes one step the steepest way down. "
    "How do the sliders move?",
    "D4.up": "up",
    "D4.down": "down",
    "D4.smaller": "{slider} smaller",
    "D4.same": "{slider} as it is",
    "D4.larger": "{slider} larger",
    "D4.r": "Both at once: a {a}, b {b}, and {one} farther.",
    "D4.o": "Only {one} moves, up: there the error falls most.",
    "D4.e": "Both at once: a {a}, b {b}, equally far.",
    "D4.f": "First {one}, as far as it helps; {other} comes later.",
    "L1.stem": "A chatbot writes three sentences about {topic}. Its web search is switched off. Where do "
    "the words come from?",
    "L1.topic.a": "volcanoes",
    "L1.topic.b": "whales",
    "L1.topic.c": "bridges",
    "L1.r": "It works out likely words, with numbers set in training.",
    "L1.s": "It looks them up in the texts it has saved.",
    "L1.p": "People wrote rules for what it says on each topic.",
    "L1.f": "It goes through websites on its own and keeps what is new.",
    "L2.stem": "In a chat you write: “{claim}” The next day, somebody in another town asks the same "
    "chatbot about this. What has your sentence changed in the model?",
    "L2.claim.a": "The capital of Australia is Sydney.",
    "L2.claim.b": "The highest mountain in Africa is Mount Kenya.",
    "L2.wrong.a": "Sydney",
    "L2.wrong.b": "Mount Kenya",
    "L2.r": "Nothing: its numbers stay the same while people chat.",
    "L2.c": "It has learned it, and may now answer “{wrong}”.",
    "L2.u": "Not much yet: many people have to write the same thing.",
    "L2.f": "It has checked the web and kept what is right.",
    "L3.stem": "A language model has worked out the next word: “{first}” {p}%, “{second}” {q}%. {count} "
    "students send it the same beginning, with the usual settings. What do they get?",
    "L3.first.a": "cat",
    "L3.second.a": "dog",
    "L3.first.b": "tea",
    "L3.second.b": "milk",
    "L3.r": "About {most} get “{first}”, and about {rest} get “{second}”.",
    "L3.e": "All get “{first}”: a computer always gives the same answer.",
    "L3.c": "The first ones get “{second}”, later ones “{first}”: it gets better.",
    "L3.k": "All get the word that most users have typed so far.",
    "W.stem": "Why does a chatbot sometimes write things that are not true? Answer in one or two sentences.",
    "W.names": "No names, please.",
}
