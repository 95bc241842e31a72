"""Functions of x, as a reader might type them, at random."""

from hypothesis import strategies as st

from downhill.maths.formula.duals import FUNCTIONS

leaves = st.sampled_from(["x", "x", "x", "2", "0.5", "pi", "e", "3"])
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(
            lambda parts: f"({parts[0]}{parts[1]}{parts[2]})"
        ),
        st.tuples(inner, st.sampled_from(["2", "3", "-1", "0.5", "x", "(x/3)"])).map(
            lambda p: f"({p[0]})^{p[1]}"
        ),
        st.tuples(st.sampled_from(sorted(FUNCTIONS)), inner).map(lambda p: f"{p[0]}({p[1]})"),
        inner.map(lambda part: f"(-{part})"),
    ),
    max_leaves=8,
)
