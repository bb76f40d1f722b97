//! Literals as they are stored: a tree in which each character stands once for all literals that begin
//! alike, as what its number adds to that of the one before it.
//!
//! Characters are numbered by how often they occur, so numbers are small where it counts. What stands at
//! one depth is kept together, since it is alike. That takes a quarter less to transfer than the list.

use serde::{Deserialize, Serialize};

use crate::deferred::Bytes;

/// From this depth on all characters are kept together.
const DEEPEST: usize = 6;

/// Literals in the order of an alphabet, some of them several times.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Packed {
    /// By depth: what each character's number adds to its elder sibling's.
    steps: [Bytes; DEEPEST + 1],
    /// By depth: how many characters follow a node, doubled, and one more where a literal ends.
    children: [Bytes; DEEPEST + 1],
    /// How often each literal is repeated.
    repeats: Bytes,
}

impl Packed {
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
        write(&mut self.children[level].0, nodes.len() as u32 * 2 + ends);
        if ends == 1 {
            write(&mut self.repeats.0, ending.len() as u32 - 1);
        }
        let mut next = 0;
        for node in nodes {
            write(&mut self.steps[level].0, node[0][depth] - next);
            next = node[0][depth] + 1;
            self.add(node, depth + 1);
        }
    }

    /// The literals, each closed by a line feed.
    pub fn literals(&self, alphabet: &[char]) -> Option<String> {
        let mut reader = Reader {
            alphabet,
            steps: self.steps.each_ref().map(|bytes| bytes.0.iter()),
            children: self.children.each_ref().map(|bytes| bytes.0.iter()),
            repeats: self.repeats.0.iter(),
            // Each step adds a character and, at most depths, a line.
            literals: String::with_capacity(
                5 * self.steps.iter().map(|steps| steps.0.len()).sum::<usize>(),
            ),
        };
        reader.read(&mut String::new(), 0)?;
        Some(reader.literals)
    }
}

struct Reader<'p> {
    alphabet: &'p [char],
    steps: [std::slice::Iter<'p, u8>; DEEPEST + 1],
    children: [std::slice::Iter<'p, u8>; DEEPEST + 1],
    repeats: std::slice::Iter<'p, u8>,
    literals: String,
}

impl Reader<'_> {
    fn read(&mut self, literal: &mut String, depth: usize) -> Option<()> {
        let level = depth.min(DEEPEST);
        let children = read(&mut self.children[level])?;
        if children % 2 == 1 {
            for _ in 0..=read(&mut self.repeats)? {
                self.literals.push_str(literal);
                self.literals.push('\n');
            }
        }
        let mut next = 0;
        for _ in 0..children / 2 {
            next += read(&mut self.steps[level])? as usize;
            literal.push(*self.alphabet.get(next)?);
            next += 1;
            self.read(literal, depth + 1)?;
            literal.pop();
        }
        Some(())
    }
}

/// Numbers below this take one byte, those up to some thousands two.
const ONE: u32 = 0xE0;
const TWO: u32 = ONE + 31 * 256;

fn write(bytes: &mut Vec<u8>, number: u32) {
    if number < ONE {
        bytes.push(number as u8);
    } else if number < TWO {
        let [.., high, low] = (number - ONE).to_be_bytes();
        bytes.extend([ONE as u8 + high, low]);
    } else {
        bytes.push(0xFF);
        bytes.extend(number.to_be_bytes());
    }
}

fn read(bytes: &mut std::slice::Iter<u8>) -> Option<u32> {
    let mut next = || bytes.next().map(|byte| u32::from(*byte));
    let first = next()?;
    if first < ONE {
        Some(first)
    } else if first < 0xFF {
        Some(ONE + (first - ONE) * 256 + next()?)
    } else {
        (0..4).try_fold(0, |number, _| Some(number << 8 | next()?))
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
        let packed = Packed::new(&numbers);
        assert_eq!(packed.literals(&alphabet), Some(literals.join("\n") + "\n"));
        assert_eq!(packed.literals(&alphabet[..9]), None);
        assert_eq!(Packed::new(&[]).literals(&alphabet), Some(String::new()));
    }

    #[test]
    fn numbers_come_back() {
        let mut bytes = Vec::new();
        let numbers = [0, 223, 224, 8159, 8160, u32::MAX];
        for number in numbers {
            write(&mut bytes, number);
        }
        let mut rest = bytes.iter();
        assert_eq!(numbers.map(|_| read(&mut rest)), numbers.map(Some));
        assert_eq!(read(&mut rest), None);
    }
}
