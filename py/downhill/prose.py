"""The essay around the lessons, in Markdown."""

PROSE: dict[str, str] = {
    "opening": """
Behind chatbots, translators and programs that name what is in a photo stands one idea, and it is older than
all of them: **gradient descent**. A model makes a guess, the guess is compared with the right answer, and the
difference, the *error*, is made a little smaller. Then again, and again, millions of times. That is what
“learning” means for a machine.

But what is it that *descends*? You can find out with your own hands. On this page you will move one slider,
then two, then four, always with the same aim: make one number as small as you can. Each time a machine then
takes hold of the very same sliders and does it for you. [Orange discs]{.hand} show where *your hand* has
been, [blue diamonds]{.machine} where *the machine* has.
""",
    "closing": """
You have moved four weights. A large language model has billions of them, the largest ones more than a
trillion. It is trained on texts of every kind: books, encyclopedias, news, conversations, programs. And for
every prompt it uses all that it has seen so far, your question and its own answer up to the last word, to
compute a score not for two words but for **tens of thousands of tokens**. One is chosen, by its score and a
little chance; then it all runs again for the next.

No hand could ever tune so many sliders: at one a second, a trillion take more than thirty thousand years, and
moving one spoils what another had mended. But the rule you have watched does not mind how many there are.
Calculus tells of *every* weight, all at the same moment, which way is downhill and how steep. Nudge all of
them a tiny step that way. The model is now a tiny bit less wrong. Take the next piece of text, and
**repeat**.

Repeat it often enough, and what comes out writes essays and programs and answers you in whole sentences.
Inside there is no magic. There is a landscape of errors, very high and in very many directions, and someone
walking downhill.
""",
}
