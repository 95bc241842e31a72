"""The worlds of all languages, as words of the lesson."""

from downhill.lessons.looking_back.world import WORDS

KEYS = (*WORDS,)
_OTHERS = {
    "de": """
Mia Anna Lena Emma Ida Nora
Tom Ben Max Leo Jan Paul
Kater Hund Esel Hamster Papagei Hahn
Drachen Flieger Hubschrauber Ballon Gleiter Zeppelin
sonnig windig kalt warm
es ist {sky} .
{name} hat einen {thing} .
{name} hat einen {thing} .
{name} streichelt ihren {thing} .
{name} streichelt seinen {thing} .
{name} lässt ihren {thing} steigen .
{name} lässt seinen {thing} steigen .
""",
    "es": """
Ana Lucía Elena Carmen Nora Inés
Juan Luis Pablo Leo Marcos Hugo
gato perro caballo hámster conejo ratón
globo avión dron planeador helicóptero cohete
sol viento frío calor
hace {sky} .
{name} tiene un {thing} .
{name} tiene un {thing} .
{name} acaricia_a su {thing} .
{name} acaricia_a su {thing} .
{name} hace_volar su {thing} .
{name} hace_volar su {thing} .
""",
    "fr": """
Léa Anna Emma Zoé Jeanne Nora
Tom Paul Louis Hugo Max Jules
chat chien cheval hamster lapin perroquet
cerf-volant avion drone planeur hélicoptère hydravion
beau froid chaud gris
il fait {sky} .
{name} a un {thing} .
{name} a un {thing} .
{name} caresse son {thing} .
{name} caresse son {thing} .
{name} fait_voler son {thing} .
{name} fait_voler son {thing} .
""",
    "pt-BR": """
Ana Clara Lia Bia Nina Laura
João Leo Davi Hugo Pedro Beto
gato cachorro cavalo hamster coelho papagaio
balão avião drone planador helicóptero foguete
quente frio nublado ensolarado
está {sky} .
{name} tem um {thing} .
{name} tem um {thing} .
{name} acaricia seu {thing} .
{name} acaricia seu {thing} .
{name} faz seu {thing} voar .
{name} faz seu {thing} voar .
""",
    "zh-Hans": """
小美 小兰 小红 小云 小梅 小雪
小明 小刚 小龙 小强 小军 小东
猫 狗 兔子 仓鼠 乌龟 鹦鹉
飞机 无人机 直升机 滑翔机 纸飞机 航模
很热 有风 很冷 有雨
今天 {sky} 。
{name} 有 一只 {thing} 。
{name} 有 一架 {thing} 。
{name} 抚摸 她的 {thing} 。
{name} 抚摸 他的 {thing} 。
{name} 放飞 她的 {thing} 。
{name} 放飞 他的 {thing} 。
""",
}
WORLDS = {"en": WORDS} | {
    code: dict(zip(KEYS, lines.strip().splitlines(), strict=True)) for code, lines in _OTHERS.items()
}
