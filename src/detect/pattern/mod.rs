//! Patterns, made ready to be looked for, and the search for them.
//!
//! The search goes back where an attempt fails and tries what comes next in order of preference; it
//! remembers where it has been, so no text makes it slow (Thompson 1968; the `regex` crate's bounded
//! backtracker). Against that crate it costs no building of automata for hundreds of words before the
//! first report, and looks classes up in the tables that conditions use.

mod search;

use std::ops::Range;

use cifeng_lexicon::{Pattern, Repetition, Sieve, WordClass};

pub(super) use search::{Search, Window};

/// A pattern as steps that follow one another.
#[derive(Debug)]
pub(super) struct Program {
    steps: Vec<Step>,
    /// How many of the steps may lead to more than one place.
    branches: usize,
    /// Lets through the characters with which a match may begin; none where it may be empty.
    begins: Option<Sieve>,
}

#[derive(Debug)]
enum Step {
    Character(char),
    Set(Box<[(char, char)]>),
    /// The number of the branch comes first where there is one.
    Several(usize, Box<[(char, char)]>, Repetition),
    Words(usize, Words),
    Class(usize, u16),
    /// To the first, or else to the second.
    Either(usize, [usize; 2]),
    Jump(usize),
    /// The part that counts begins here, or ends.
    Mark(Edge),
    Start,
    End,
    Found,
}

#[derive(Debug, Clone, Copy)]
enum Edge {
    First,
    Last,
}

/// Words, by the character with which they begin.
#[derive(Debug)]
struct Words {
    words: Vec<Box<[char]>>,
    by_first: Vec<(char, Range<usize>)>,
}

impl Words {
    fn new(list: &str) -> Self {
        let words: Vec<Box<[char]>> = list.split('|').map(|word| word.chars().collect()).collect();
        let mut by_first: Vec<(char, Range<usize>)> = Vec::new();
        for (at, first) in
            words.iter().enumerate().filter_map(|(at, word)| Some((at, *word.first()?)))
        {
            match by_first.last_mut() {
                Some((before, range)) if *before == first => range.end = at + 1,
                _ => by_first.push((first, at..at + 1)),
            }
        }
        Self { words, by_first }
    }

    /// The words that begin with a character, the preferred first.
    fn with(&self, first: char) -> &[Box<[char]>] {
        let found = self.by_first.binary_search_by_key(&first, |(each, _)| *each);
        found.map_or(&[], |at| &self.words[self.by_first[at].1.clone()])
    }
}

impl Program {
    /// A pattern of a lexicon with these classes.
    pub fn new(pattern: &Pattern, classes: &[WordClass]) -> Self {
        let mut program = Self { steps: Vec::new(), branches: 0, begins: None };
        program.add(pattern);
        program.steps.push(Step::Found);
        let mut begins = Sieve::NONE;
        let mut seen = vec![false; program.steps.len()];
        program.begins =
            program.add_beginnings(0, classes, &mut seen, &mut begins).then_some(begins);
        program
    }

    /// Adds the characters with which a match from a step on may begin; false if it may be empty.
    fn add_beginnings(
        &self,
        mut step: usize,
        classes: &[WordClass],
        seen: &mut [bool],
        begins: &mut Sieve,
    ) -> bool {
        while !std::mem::replace(&mut seen[step], true) {
            match &self.steps[step] {
                Step::Character(character) => begins.add(*character),
                Step::Set(ranges) => add_ranges(begins, ranges),
                Step::Several(_, ranges, times) => {
                    add_ranges(begins, ranges);
                    if times.least == 0 {
                        step += 1;
                        continue;
                    }
                }
                Step::Words(_, words) => {
                    words.by_first.iter().for_each(|(first, _)| begins.add(*first));
                }
                Step::Class(_, class) => {
                    let words = classes[usize::from(*class)].words.iter();
                    words.filter_map(|word| word.chars().next()).for_each(|each| begins.add(each));
                }
                Step::Either(_, [first, second]) => {
                    if !self.add_beginnings(*first, classes, seen, begins) {
                        return false;
                    }
                    step = *second;
                    continue;
                }
                Step::Jump(next) => {
                    step = *next;
                    continue;
                }
                Step::Mark(_) | Step::Start | Step::End => {
                    step += 1;
                    continue;
                }
                Step::Found => return false,
            }
            return true;
        }
        true
    }

    fn branch(&mut self) -> usize {
        self.branches += 1;
        self.branches - 1
    }

    fn add(&mut self, pattern: &Pattern) {
        match pattern {
            Pattern::Text(text) => self.steps.extend(text.chars().map(Step::Character)),
            Pattern::Words(list) => {
                let branch = self.branch();
                self.steps.push(Step::Words(branch, Words::new(list)));
            }
            Pattern::Set(ranges) => self.steps.push(Step::Set(ranges.as_slice().into())),
            Pattern::Class(class) => {
                let branch = self.branch();
                self.steps.push(Step::Class(branch, *class));
            }
            Pattern::Row(parts) => parts.iter().for_each(|part| self.add(part)),
            Pattern::Choice(parts) => self.add_choice(parts),
            Pattern::Repeat(times, part) => self.add_repeat(*times, part),
            Pattern::Span(part) => {
                self.steps.push(Step::Mark(Edge::First));
                self.add(part);
                self.steps.push(Step::Mark(Edge::Last));
            }
            Pattern::Start => self.steps.push(Step::Start),
            Pattern::End => self.steps.push(Step::End),
        }
    }

    fn add_choice(&mut self, parts: &[Pattern]) {
        let Some((last, others)) = parts.split_last() else { return };
        let mut jumps = Vec::new();
        for part in others {
            let fork = self.add_fork();
            self.add(part);
            jumps.push(self.steps.len());
            self.steps.push(Step::Jump(0));
            self.join(fork, true);
        }
        self.add(last);
        let end = self.steps.len();
        for jump in jumps {
            self.steps[jump] = Step::Jump(end);
        }
    }

    fn add_repeat(&mut self, times: Repetition, part: &Pattern) {
        if let Pattern::Set(ranges) = part {
            let branch = self.branch();
            return self.steps.push(Step::Several(branch, ranges.as_slice().into(), times));
        }
        for _ in 0..times.least {
            self.add(part);
        }
        let mut forks = Vec::new();
        if let Some(most) = times.most {
            for _ in times.least..most {
                forks.push(self.add_fork());
                self.add(part);
            }
        } else {
            let fork = self.add_fork();
            self.add(part);
            self.steps.push(Step::Jump(fork));
            forks.push(fork);
        }
        for fork in forks {
            self.join(fork, times.greedy);
        }
    }

    /// Adds a step that leads to the next step or to one that is not known yet.
    fn add_fork(&mut self) -> usize {
        let branch = self.branch();
        self.steps.push(Step::Either(branch, [0, 0]));
        self.steps.len() - 1
    }

    /// Lets the other way of a fork lead here.
    fn join(&mut self, fork: usize, next_first: bool) {
        let end = self.steps.len();
        if let Step::Either(_, ways) = &mut self.steps[fork] {
            *ways = if next_first { [fork + 1, end] } else { [end, fork + 1] };
        }
    }
}

fn add_ranges(sieve: &mut Sieve, ranges: &[(char, char)]) {
    for (first, last) in ranges {
        sieve.add_range(*first, *last);
    }
}
