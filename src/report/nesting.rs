//! Spans that nest or cross, as a tree.
//!
//! HTML knows only trees. Findings of different families mostly nest; where two cross, the inner one
//! is closed with the outer one and opened again behind it.

use std::ops::Range;

/// A stretch of text, or a span around others.
#[derive(Debug, PartialEq)]
pub(super) enum Branch<'a> {
    /// Text that no further span divides.
    Text(&'a str),
    /// A span, or the part of it between two crossings.
    Marked {
        /// Index of the span.
        span: usize,
        /// Whether this is where it begins, not where it goes on after a crossing.
        begins: bool,
        /// What it covers.
        inside: Vec<Branch<'a>>,
    },
}

/// An opened span whose end is not reached.
struct Open<'a> {
    span: usize,
    begins: bool,
    inside: Vec<Branch<'a>>,
}

/// Makes a tree of a text and the spans in it (in bytes), which come by start, then longer first.
pub(super) fn nest<'a>(text: &'a str, spans: &[Range<usize>]) -> Vec<Branch<'a>> {
    let mut edges: Vec<usize> = spans.iter().flat_map(|span| [span.start, span.end]).collect();
    edges.push(text.len());
    edges.sort_unstable();
    edges.dedup();

    let mut trunk = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut next = 0;
    let mut from = 0;
    for edge in edges {
        if from < edge {
            innermost(&mut trunk, &mut open).push(Branch::Text(&text[from..edge]));
        }
        from = edge;
        close(edge, spans, &mut trunk, &mut open);
        while let Some(span) = spans.get(next).filter(|span| span.start == edge) {
            if !span.is_empty() {
                open.push(Open { span: next, begins: true, inside: Vec::new() });
            }
            next += 1;
        }
    }
    trunk
}

fn innermost<'t, 'a>(
    trunk: &'t mut Vec<Branch<'a>>,
    open: &'t mut [Open<'a>],
) -> &'t mut Vec<Branch<'a>> {
    match open.last_mut() {
        Some(last) => &mut last.inside,
        None => trunk,
    }
}

/// Closes what ends at `edge`; what was opened inside it and goes on is opened again.
fn close<'a>(
    edge: usize,
    spans: &[Range<usize>],
    trunk: &mut Vec<Branch<'a>>,
    open: &mut Vec<Open<'a>>,
) {
    let ends = |it: &Open| spans[it.span].end == edge;
    let Some(outermost) = open.iter().position(ends) else {
        return;
    };
    let mut again = Vec::new();
    while open.len() > outermost {
        let Some(Open { span, begins, inside }) = open.pop() else {
            break;
        };
        if spans[span].end > edge {
            again.push(Open { span, begins: false, inside: Vec::new() });
        }
        innermost(trunk, open).push(Branch::Marked { span, begins, inside });
    }
    open.extend(again.into_iter().rev());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes a tree with the span's number at its brackets: `(0 … )`, `(+1 … )` where it goes on.
    fn written(tree: &[Branch]) -> String {
        tree.iter()
            .map(|branch| match branch {
                Branch::Text(text) => (*text).to_owned(),
                Branch::Marked { span, begins, inside } => {
                    format!("({}{span}{})", if *begins { "" } else { "+" }, written(inside))
                }
            })
            .collect()
    }

    #[test]
    fn trees() {
        for (name, spans, expected) in [
            ("no span", vec![], "abcdef"),
            ("one", vec![(1, 3)], "a(0bc)def"),
            ("the whole", vec![(0, 6)], "(0abcdef)"),
            ("touching", vec![(0, 2), (2, 4)], "(0ab)(1cd)ef"),
            ("nested", vec![(0, 4), (1, 2)], "(0a(1b)cd)ef"),
            ("nested at the start", vec![(0, 4), (0, 2)], "(0(1ab)cd)ef"),
            ("nested at the end", vec![(0, 4), (3, 4)], "(0abc(1d))ef"),
            ("the same twice", vec![(1, 3), (1, 3)], "a(0(1bc))def"),
            ("three deep", vec![(0, 4), (1, 4), (1, 2)], "(0a(1(2b)cd))ef"),
            ("crossing", vec![(0, 4), (2, 6)], "(0ab(1cd))(+1ef)"),
            ("crossing two", vec![(0, 3), (1, 5), (2, 6)], "(0a(1b(2c)))(+1(+2de))(+2f)"),
            ("an empty one is nowhere", vec![(1, 1), (1, 2)], "a(1b)cdef"),
        ] {
            let spans: Vec<_> = spans.into_iter().map(|(start, end)| start..end).collect();
            assert_eq!(written(&nest("abcdef", &spans)), expected, "{name}");
        }
        assert_eq!(written(&nest("", &[])), "", "nothing at all");
    }
}
