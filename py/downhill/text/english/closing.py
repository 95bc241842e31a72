"""What stands at the essay's end beside its prose: a card to keep, and three questions; part of `PAGE`.

No script of a page needs them: the page has them as it is built, and the worker fills the card in.
"""

CLOSING: dict[str, str] = {
    "ending.zoom.title": "A trillion sliders",
    "ending.zoom": "One slider, then two, then four, then ten thousand. A chatbot has billions or trillions, "
    "trained on books, Wikipedia, social media and programs. How many is that?",
    "ending.zoom.go": "Zoom out",
    "ending.years.title": "All of them by hand?",
    "ending.years": "Could anyone set a trillion sliders by hand? Move one a second, day and night, and each "
    "of them just once.",
    "ending.years.go": "Count the time",
    "ending.card.title": "So that’s how it learns",
    "ending.card": "But calculus says, for all of them at once, which way is downhill. Nudge each a tiny "
    "bit. Repeat, for trillions of words, and you get an AI that writes, programs and chats.",
    "ending.card.go": "Show my result",
    "ending.rest": "That’s what you did, and what your models wrote. Below, the essay goes on.",
    "ending.rest.go": "Read on ↓",
    "ending.count.1": "the sliders of lesson 3",
    "ending.count.2": "the sliders of lesson 5",
    "ending.count.3": "{walls:0} such walls; one is blue. The smallest GPT-2, of 2019, has {small:f}.",
    "ending.count.4": "{walls:0} times as many again: about a trillion, like {model}",
    "ending.sliders": "sliders",
    "ending.turns": "at one second each",
    "ending.in.seconds": "{time:0} seconds",
    "ending.in.hours": "{time:1} hours",
    "ending.in.years": "{years} years",
    "ending.nobody": "Nobody could.",
    "ending.nobody.note": "And one turn each is never enough.",
    "keepsake.title": "My way downhill",
    "keepsake.moves": "Moves by hand",
    "keepsake.moves.none": "None yet: move a slider in lesson {number}.",
    "keepsake.steps": "Steps of the machine",
    "keepsake.steps.none": "None yet: press {play} in lesson {number}.",
    "keepsake.solved": "Lessons solved",
    "keepsake.solved.none": "None yet: lesson {number} waits for you.",
    "keepsake.challenges": "Challenges solved",
    "keepsake.challenges.none": "None yet: every lesson has some.",
    "keepsake.guesses": "Guesses that came true",
    "keepsake.guesses.none": "None yet: tap a card before you press.",
    "keepsake.first": "My model at first, by chance",
    "keepsake.sentence": "Last sentence of my model",
    "keepsake.sentence.none": "You have not trained it yet: lesson {number}.",
    "keepsake.made_up": "Made up in lesson 6",
    "keepsake.made_up.none": "Nothing yet: there, ask about somebody who was not mentioned.",
    "keepsake.about": "Counted since the page was opened; challenges that you solved earlier on this device "
    "count, too.",
    "keepsake.print": "Print the card",
    "keepsake.row": "{name}: {value}",
    "asked.title": "Three questions, and your own words",
    "asked.what": "Tell it as you would tell a friend. What you write stays on this device; it is part of "
    "“{result}” if you hand that in. {most} characters each, at most.",
    "asked.downhill": "A machine has no feet, and there is no hill. What does “downhill” mean for it?",
    "asked.hand": "Why can no hand set ten thousand sliders, when gradient descent can?",
    "asked.sentence": "Nobody taught your model any grammar. Why does it write sentences all the same?",
    "asked.unkept": "This browser lets the page store nothing. Your answers stay here until you close the "
    "page, and go into your result all the same.",
    "asked.late": "This part could not be fetched. Your words stay here until you close the page.",
}
