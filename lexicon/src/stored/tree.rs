//! Literals as they are stored: a tree in which each character stands once for all literals that begin
//! alike, as what its number adds to that of the one before it.
//!
//! Characters are numbered by how often they occur, so numbers are small where it counts. What stands at
//! one depth is kept together, since it is alike. That takes a quarter less to transfer than the list.

use serde::{Deserialize, Serialize};

use super::numbers::{Numbers, write};
use crate::deferred::Bytes;

/// From this depth on all characters are kept together.
const DEEPEST: usize = 6;

/// Literals in the order of an alphabet, some of them several times.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tree {
    /// By depth: what each character's number adds to its elder sibling's.
    steps: [Bytes; DEEPEST + 1],
    /// By depth: how many characters follow a node, doubled, and one more where a literal ends.
    children: [Bytes; DEEPEST + 1],
    /// How often each literal is repeated.
    repeats: Bytes,
}

impl Tree {
    /// Packs literals, given as the numbers of their characters, in order.
    pub fn new(literals: &[Vec<u32>]) -> Self {
        let mut packed = Self::default();
        packed.add(literals, 0);
        packed
    }

    fn add(&mut self, literals: &[Vec<u32>], depth: usize) {
        let ending = literals.iter().take_while(|each| each.len() == depth).count();
        let (ending, longer) = literals.split_at(ending);
        let nodes: Vec<&[Vec<u32>]> = longer.chunk_by(|a, b| a[depth] == b[depth]).collect();
        let level = depth.min(DEEPEST);
        let ends = u32::from(!ending.is_empty());
        write(&mut self.children[level], nodes.len() as u32 * 2 + ends);
        if ends == 1 {
            write(&mut self.repeats, ending.len() as u32 - 1);
        }
        let mut next = 0;
        for node in nodes {
            write(&mut self.steps[level], node[0][depth] - next);
            next = node[0][depth] + 1;
            self.add(node, depth + 1);
        }
    }

    /// The literals, each closed by a line feed, and their lengths in characters, the longest 255.
    pub fn literals(&self, alphabet: &[char]) -> Option<(String, Vec<u8>)> {
        let mut reader = Reader {
            alphabet,
            steps: self.steps.each_ref().map(Numbers::of),
            children: self.children.each_ref().map(Numbers::of),
            repeats: Numbers::of(&self.repeats),
            // Each step adds a character and, at most depths, a line.
            literals: String::with_capacity(
                5 * self.steps.iter().map(|steps| steps.0.len()).sum::<usize>(),
            ),
            lengths: Vec::with_capacity(self.repeats.0.len()),
        };
        reader.read(&mut String::new(), 0)?;
        Some((reader.literals, reader.lengths))
    }
}

struct Reader<'t> {
    alphabet: &'t [char],
    steps: [Numbers<'t>; DEEPEST + 1],
    children: [Numbers<'t>; DEEPEST + 1],
    repeats: Numbers<'t>,
    literals: String,
    lengths: Vec<u8>,
}

impl Reader<'_> {
    fn read(&mut self, literal: &mut String, depth: usize) -> Option<()> {
        let level = depth.min(DEEPEST);
        let children = self.children[level].next()?;
        if children % 2 == 1 {
            for _ in 0..=self.repeats.next()? {
                self.literals.push_str(literal);
                self.literals.push('\n');
                self.lengths.push(u8::try_from(depth).unwrap_or(u8::MAX));
            }
        }
        let mut next = 0;
        for _ in 0..children / 2 {
            next += self.steps[level].next()? as usize;
            literal.push(*self.alphabet.get(next)?);
            next += 1;
            self.read(literal, depth + 1)?;
            literal.pop();
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_come_back() {
        let alphabet: Vec<char> = ('一'..='龥').collect();
        let number = |each: char| each as u32 - '一' as u32;
        let literals = [
            "一",
            "一一",
            "一一",
            "一一丁七万丈三上下",
            "一一丁七万丈三不",
            "丁",
            "龥龥",
            "龥龥",
            "龥龥",
        ];
        let numbers: Vec<Vec<u32>> =
            literals.iter().map(|each| each.chars().map(number).collect()).collect();
        let packed = Tree::new(&numbers);
        let lengths = literals.map(|literal| literal.chars().count() as u8).to_vec();
        assert_eq!(packed.literals(&alphabet), Some((literals.join("\n") + "\n", lengths)));
        assert_eq!(packed.literals(&alphabet[..9]), None);
        assert_eq!(Tree::new(&[]).literals(&alphabet), Some((String::new(), Vec::new())));
    }
}
