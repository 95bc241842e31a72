"""The words of the lesson on teaching the next word."""

WORDS = {
    "title": "Four sliders: teach it the next word",
    "prose": """
From prices to language is a smaller step than it seems. A large language model predicts too, only not a
price: it predicts what comes next in a text. The pieces of text it works with are called **tokens**: words,
parts of words, punctuation. For every token on its list, it computes a score. Given “I pet the…” a trained
model gives *cat* a higher score than *plane*.

Then one token is chosen, most simply **the one with the highest score**, and the whole thing runs again with
“I pet the cat…”. Word by word, a text grows.

When scores are close, the choice is often left partly to chance. If *cat* scores 1.0 and *dog* 0.98, both
would be a good way to go on, so sometimes *dog* is taken although *cat* scores higher. That is why a chatbot
seldom answers twice with the same words.

Here is a language model small enough to hold in your hand. It has numbers for two prompts and two words. Each
prompt reaches it as two numbers: how much it is about *animals*, and how much about *machines*.

| prompt | animals | machines |
|---|---|---|
| “I pet the…” | 0.9 | 0.3 |
| “I flew the…” | 0.2 | 0.8 |

Four sliders, the **weights**, turn these numbers into scores. For each word, one weight says how much
*animals* count and one how much *machines* count:

$$\\text{cat} = w_1 \\cdot \\text{animals} + w_2 \\cdot \\text{machines}$$

$$\\text{plane} = w_3 \\cdot \\text{animals} + w_4 \\cdot \\text{machines}$$

After “I pet the…” we want *cat* to score 1 and *plane* 0; after “I flew the…” the other way round. The error
of a prompt is how far its two scores are from that, each difference squared. The catch: **the same four
weights must serve both prompts**. Mend one, and you spoil the other.
""",
    "task": "Move the sliders to minimize the total error.",
    "task.probabilities": "Move the sliders to minimize the total cross-entropy.",
    "then": """
Hard, isn’t it? Every slider pulls at both prompts. But for calculus four directions are no harder than one:
it gives for each weight which way is downhill and how steep, **all at the same moment**. Press *Step* and see
four sliders move together; press *Play* and see it finish what you began.

Now switch to **probabilities**. The two scores of a prompt become two numbers that add up to 1, the more for
the higher score (the next lesson shows how). The error of a prompt is then minus the logarithm of what the
right word gets: 0 for certainty, and large where the right word gets next to nothing. This is the
*cross-entropy*, and large models are trained with it, too. Something is new: **it has no lowest point**. The
farther apart the scores, the closer to certainty, and certainty lies infinitely far away. So descent goes on,
by ever smaller gains, until the sliders end. And try *very large*: here no rate is too big. A probability is
never off by more than 1, so the slopes never grow large.
""",
    "learned": "The same weights serve every prompt, so they must all move together; the gradient knows "
    "each one’s direction at once.",
    "picture": "The scores of cat and plane after both prompts, against their targets",
    "loss": "total error",
    "loss.short": "total error",
    "loss.probabilities": "total cross-entropy",
    "loss.short.probabilities": "cross-entropy",
    "python.predict": "What the model computes: a score for each word after each prompt",
    "python.predict.probabilities": "What the model computes: a probability for each word after each prompt",
    "python.loss": "The loss: every error squared, and all added up",
    "python.loss.probabilities": "The loss: minus the logarithm of what the right words get",
    "python.gradient": "Its gradient: a slope for each of the four weights",
    "axis.scores": "score",
    "axis.probabilities": "probability",
    "prompt.pet": "“I pet the…”",
    "prompt.flew": "“I flew the…”",
    "word.cat": "cat",
    "word.plane": "plane",
    "mark.target": "target",
    "mark.away": "worse for now, better overall",
    "writes.1": "I pet the {word}.",
    "writes.2": "I flew the {word}.",
    "column.1": "Training input (prompt)",
    "column.2": "Target output",
    "column.3": "Model prediction",
    "column.4": "Error",
    "table": "Prompts, targets and predictions",
    "table.open": "yes",
    "row.total": "Total error",
    "cell.target": "cat: {cat:1}, plane: {plane:1}",
    "cell.score": "cat: {cat:4}, plane: {plane:4}",
    "verdict.edge.probabilities": "As sure as these sliders go: lower ground lies only beyond them. Press "
    "Reset for another rate, or go back to scores.",
    "now.solved": "Both come out right: “I pet the cat”, “I flew the plane”, with scores close to their "
    "targets.",
    "now.both": "Both prompts choose the right word now. The scores are still off their targets: the error "
    "is {loss:f}.",
    "now.pet": "“I pet the cat” works, but after “I flew the…” cat scores higher too. The error is {loss:f}.",
    "now.flew": "“I flew the plane” works, but after “I pet the…” plane scores higher too. The error is "
    "{loss:f}.",
    "now.neither": "So far it would write “I pet the plane” and “I flew the cat”. The error is {loss:f}.",
    "now.solved.probabilities": "Rather sure: “I pet the cat” {pet:0}%, “I flew the plane” {flew:0}%. "
    "Larger weights could make it surer still, never certain.",
    "now.both.probabilities": "Both prompts favor the right word: cat with {pet:0}%, plane with {flew:0}%.",
    "now.pet.probabilities": "After “I pet the…” it favors cat, with {pet:0}%. But after “I flew the…” "
    "plane gets only {flew:0}%.",
    "now.flew.probabilities": "After “I flew the…” it favors plane, with {flew:0}%. But after “I pet "
    "the…” cat gets only {pet:0}%.",
    "now.neither.probabilities": "So far “I pet the plane” and “I flew the cat” are likelier: the right "
    "words get only {pet:0}% and {flew:0}%.",
}
