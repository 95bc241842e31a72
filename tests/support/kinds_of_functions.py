"""Functions of every kind, as the text of a module. Its `outcomes()` tells what each does, called twice."""

SOURCE = """
import contextlib, functools, inspect, itertools

def plain(a, b=2):
    return a, b

def every_kind(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, sorted(more.items())

def nothing():
    pass

def raises(text):
    raise ValueError(text)

def changes_its_own(a):
    a += 1
    inner = lambda by: a + by
    a += 1
    return inner(10)

def named_badly(function, self, stub, values, cells):
    return function, self, stub, values, cells

def generator(count):
    got = yield count
    try:
        while True:
            got = yield got
    except KeyError as error:
        yield f"caught {error}"
    finally:
        ended.append(count)
    return "returned"

def recursive(n):
    return 1 if n < 2 else n * recursive(n - 1)

def counter(start):
    count = start
    def more(by=1):
        nonlocal count
        count += by
        return count
    def now():
        return count
    def each():
        yield from range(count)
    return more, now, each

def own_names():
    one, two = 1, 2
    return sorted(locals()), sorted(globals()) == sorted(eval("globals()"))

def shift(x, by=itertools.count(1)):
    return x + next(by)

scaled = lambda x, y=3: x * y

@contextlib.contextmanager
def within(name):
    entered.append(name)
    try:
        yield name.upper()
    finally:
        entered.append(f"{name} left")

def logged(function):
    @functools.wraps(function)
    def around(*given, **named):
        return "logged", function(*given, **named)
    return around

@logged
@functools.lru_cache
def decorated(x):
    return x + 1

class Animal:
    def __init__(self, name):
        self.name = name

    def greet(self, other):
        return f"{self.name} greets {other}"

class Dog(Animal):
    def __init__(self, name, *, age=3):
        super().__init__(name)
        self._age = age

    def greet(self, other, loud=False):
        return super().greet(other) + f" as a {__class__.__name__}" + "!" * loud

    @property
    def age(self):
        return self._age

    @age.setter
    def age(self, age):
        self._age = age

    @age.deleter
    def age(self):
        self._age = None

    @staticmethod
    def speak(times):
        return "woof" * times

    @classmethod
    def named(cls, name):
        return cls(name, age=1)

    @functools.cached_property
    def tag(self):
        return f"{self.name}, {self.age}"

    def __secret(self):
        return self.name[::-1]

    def tell(self):
        return self.__secret()

    def __eq__(self, other):
        return self.name == other.name

    def __getattr__(self, name):
        raise AttributeError(f"no {name}")

    def __len__(self):
        return self._age

def puppies():
    made = []
    for size in (1, 2):
        class Puppy(Dog):
            def greet(self, other):
                return f"{size} {super().greet(other)} {__class__ is type(self)}"
        made.append(Puppy(f"puppy {size}"))
    return made

ended, entered, kinds = [], [], []
for kind in ("a", "b"):
    class Kind(Animal):
        mine = kind
        def greet(self, other):
            return __class__.mine + super().greet(other)
    kinds.append(Kind)

def attempt(call):
    try:
        return str(call())
    except Exception as error:
        return f"{type(error).__name__}: {error}"

def used_up(iterator):
    found = [next(iterator), iterator.send("sent"), iterator.throw(KeyError("thrown"))]
    return found, [*iterator]

def kept(more, now, each):
    return more(), more(by=5), now(), [*each()], now()

def entering():
    with within("here") as name:
        entered.append(name)
    return entered

def greeted(animals):
    return [animal.greet("you") for animal in animals]

def dog():
    d = Dog("Rex", age=4)
    found = [d.greet("me"), d.greet("me", loud=True), d.age, len(d), d.tag, d.tell(), d == Dog("Rex"), d.speak(2)]
    d.age = 9
    found.append(d.age)
    del d.age
    return [*found, d.age, Dog.named("Tim").age, Dog.speak(times=1), attempt(lambda: d.wings)]

CALLS = (
    lambda: plain(1), lambda: plain(1, b=3), lambda: plain(), lambda: plain(1, 2, 3),
    lambda: every_kind(1, d=4), lambda: every_kind(1, 2, 3, 4, 5, d=6, e=7, a=8, z=9), lambda: every_kind(d=1),
    lambda: nothing(), lambda: raises("wrong"), lambda: changes_its_own(1), lambda: named_badly(1, 2, 3, 4, 5),
    lambda: used_up(generator(7)), lambda: ended, lambda: recursive(6), lambda: kept(*counter(3)),
    lambda: own_names(), lambda: shift(1), lambda: scaled(5), lambda: scaled(y=1, x=2), lambda: entering(),
    lambda: decorated(2), lambda: dog(), lambda: greeted(puppies()), lambda: greeted([kind("x") for kind in kinds]),
    lambda: [*map(inspect.signature, (plain, every_kind, generator, scaled, decorated, Dog, Dog.greet, counter(1)[0]))],
    lambda: [each.__qualname__ for each in (plain, scaled, Dog.greet, counter(1)[0], Dog.age.fset)],
    lambda: (plain.__doc__, plain.__defaults__, every_kind.__kwdefaults__, inspect.isgeneratorfunction(plain)),
)

def outcomes():
    return [attempt(call) for call in CALLS for _ in range(2)]
"""
