"""The essay around the lessons, in Markdown, and the words of its closing table."""

PROSE: dict[str, str] = {
    "opening": """
Behind chatbots, translators and programs that name what is in a photo stands one idea, and it is older than
all of them: **gradient descent**. A model makes a guess, the guess is compared with the right answer, and the
difference, the *error*, is made a little smaller. Then again, and again, millions of times. That is what
“learning” means for a machine. Most of what is called *artificial intelligence* today, from small
*neural networks* to *deep learning*, learns in this way.

But what is it that *descends*? You can find out with your own hands. On this page you will move one slider,
then two, then four, always with the same aim: make one number as small as you can. Each time a machine then
takes hold of the very same sliders and does it for you. [Orange discs]{.hand} show where *your hand* has
been, [blue diamonds]{.machine} where *the machine* has.
""",
    "back": """
Look back at the way. With **one** slider you looked for the lowest place of a valley. With **two** you laid
a line through homes and their prices. With **four** you taught a model which word comes next, and saw how
chance picks one. For **ten thousand** your hand was too slow; gradient descent moved them all, and your
model wrote sentences. The last one learned where to **look back**. Each time it was the same walk: one
number says how wrong things are, and every slider goes a little way downhill.
""",
    "closing": """
A large language model has billions of such sliders, its weights, the largest ones **more than a trillion**.
It is trained on texts of every kind: books, encyclopedias, news, posts from social media, programs. And for
every prompt it uses the whole conversation so far, up to the last word of its own answer, to compute a
score not for two words but for **tens of thousands of tokens**. One is chosen, by its score and a little
chance; then it all runs again for the next.

No hand could ever tune so many sliders: at one a second, a trillion take more than thirty thousand years,
and moving one spoils what another had mended. But the rule you have watched does not mind how many there
are. Calculus tells of every weight, all at the same moment, which way is downhill and how steep. Nudge
all of them a tiny step that way. The model is now a tiny bit less wrong. Take the next piece of text, and
**repeat**.
""",
    "scale": """
On a ruler on which four sliders take one millimetre, a trillion would take 250,000 kilometres: six times
around the Earth.

What does it cost to walk downhill with so many? Three things. **Steps**: GPT-3 took at least 94,000, and most
of them looked at 3.2 million tokens. **Text**: Llama 3.1 read 15.6 trillion tokens, which is some 12 trillion
words. If you read 250 words a minute, day and night, that takes you almost 90,000 years. **Energy**: to train
GPT-3 took an estimated 1,287 megawatt-hours, as much electricity as 120 American homes use in a year; Llama
3.1, with its processors at full power, 21,588, as much as 2,015 homes. And each answer that a model gives
takes a little more.

A dash in the table says that we found no source for the number, or that it means nothing there. Of some of
the best-known models not even the number of weights has been told.
""",
    "end": """
Repeat it often enough, and what comes out writes essays and programs and answers you in whole sentences.
Inside there is no magic. There is a landscape of errors, very high and in very many directions, and someone
walking downhill. In so many directions, nearly every level place still has a way down somewhere; that is why
large models seldom stick in the wrong valley (Dauphin and others, 2014).
""",
    "left": """
- **People’s judgement.** Training goes on after all that text: people write good answers and rank those of
  the model, and more steps downhill make the answers that people prefer more likely (Ouyang and others,
  2022).
- **Where the text comes from.** Programs gather most of it from the web; in one such collection were
  patents and texts by machines, and its filters had thrown out more of what is written by and about
  minorities than of the rest (Dodge and others, 2021).
- **Energy that no step takes.** For BLOOM, making the computers and keeping them ready caused as much
  greenhouse gas again as the training itself (Luccioni, Viguier and Ligozat, 2023).
- **Mistakes.** A model writes what is likely, whether or not it is so: made-up answers sound just like true
  ones (Ji and others, 2023).
""",
    "giant.four": "four sliders",
    "giant.thousands": "ten thousand sliders",
    "giant.dated": "{name}, {year}",
    "scale.table": "Models and what it took to train them",
    "scale.model": "Model",
    "scale.weights": "Weights",
    "scale.tokens": "Text (tokens)",
    "scale.steps": "Steps",
    "scale.energy": "Energy (MWh)",
    "scale.source": "Source",
    "scale.sources": "Sources",
    "source.lenet": "LeCun, Bottou, Bengio and Haffner: Gradient-Based Learning Applied to Document "
    "Recognition, Proceedings of the IEEE, 1998.",
    "source.alexnet": "Krizhevsky, Sutskever and Hinton: ImageNet Classification with Deep Convolutional "
    "Neural Networks, NIPS, 2012.",
    "source.gpt2": "OpenAI: GPT-2 model card, 2019. The smallest of its four models has 124 million weights.",
    "source.gpt3": "Brown and others: Language Models are Few-Shot Learners, 2020. Steps: tokens divided "
    "by the 3.2 million of one step; the first steps were smaller, so there were some more.",
    "source.patterson": "Patterson and others: Carbon Emissions and Large Neural Network Training, 2021. "
    "The energy is an estimate.",
    "source.bigscience": "BigScience: BLOOM: A 176B-Parameter Open-Access Multilingual Language Model, 2022.",
    "source.bloom": "Luccioni, Viguier and Ligozat: Estimating the Carbon Footprint of BLOOM, a 176B "
    "Parameter Language Model, Journal of Machine Learning Research 24, 2023. The energy is that of the "
    "processors. Their work caused 24.7 tonnes of greenhouse gases (as carbon dioxide); with making the "
    "computers and keeping them ready it was 50.5.",
    "source.llama": "Meta: Llama 3.1 model card, 2024, and The Llama 3 Herd of Models, 2024, section 3.4.1. "
    "Steps: 4 million tokens in a step at first, 8 million from 252 million tokens on, 16 million from 2.87 "
    "trillion on; energy: 30.84 million hours of processors of 700 watts.",
    "source.deepseek": "DeepSeek-AI: DeepSeek-V3, 2024. For each token 37 billion of the weights are at "
    "work.",
    "source.kimi": "Moonshot AI: Kimi K2, 2025. For each token 32 billion of the weights are at work.",
    "source.eia": "U.S. Energy Information Administration: How much electricity does an American home use? "
    "2021. A home used 10,715 kilowatt-hours in 2020.",
    "source.dauphin": "Dauphin and others: Identifying and Attacking the Saddle Point Problem in "
    "High-Dimensional Non-Convex Optimization, NIPS, 2014.",
    "source.ouyang": "Ouyang and others: Training Language Models to Follow Instructions with Human "
    "Feedback, NeurIPS, 2022.",
    "source.dodge": "Dodge and others: Documenting Large Webtext Corpora: A Case Study on the Colossal Clean "
    "Crawled Corpus, EMNLP, 2021.",
    "source.ji": "Ji and others: Survey of Hallucination in Natural Language Generation, ACM Computing "
    "Surveys 55, 2023.",
}
