//! Patterns, made ready to be looked for, and the search for them.
//!
//! The search goes back where an attempt fails and tries what comes next in order of preference; it
//! remembers where it has been, so no text makes it slow (Thompson 1968; the `regex` crate's bounded
//! backtracker). Against that crate it costs no building of automata for hundreds of words before the
//! first report, and looks classes up in the tables that conditions use.

mod search;

use std::collections::{BTreeMap, BTreeSet};
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
    /// To one of several, by the character that comes next.
    Choice(usize, Choice),
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

/// The ways on from a choice, the preferred first: those that may begin with a character.
#[derive(Debug, Default)]
struct Choice {
    by_first: Vec<(char, Box<[usize]>)>,
    /// Those that may begin with any other character, or are not told apart.
    open: Box<[usize]>,
}

impl Choice {
    /// The choice among ways that begin with some characters, or with any.
    fn new(ways: &[(usize, Firsts)]) -> Self {
        let listed = ways.iter().filter_map(|(_, firsts)| firsts.as_ref()).flatten();
        let mut by_first: BTreeMap<char, Vec<usize>> =
            listed.map(|first| (*first, Vec::new())).collect();
        let mut open = Vec::new();
        for (step, firsts) in ways {
            let Some(firsts) = firsts else {
                open.push(*step);
                for list in by_first.values_mut() {
                    list.push(*step);
                }
                continue;
            };
            for first in firsts {
                by_first.entry(*first).or_default().push(*step);
            }
        }
        let by_first = by_first.into_iter().map(|(first, list)| (first, list.into()));
        Self { by_first: by_first.collect(), open: open.into() }
    }

    fn with(&self, first: Option<&char>) -> &[usize] {
        let found = first
            .and_then(|first| self.by_first.binary_search_by_key(first, |(each, _)| *each).ok());
        found.map_or(&self.open, |at| &self.by_first[at].1)
    }
}

/// The characters with which a pattern begins, where they are few and it is not empty.
type Firsts = Option<BTreeSet<char>>;

/// More are not told apart.
const MOST_FIRSTS: usize = 400;

fn firsts(pattern: &Pattern, classes: &[WordClass]) -> Firsts {
    let of_words = |words: &mut dyn Iterator<Item = &str>| -> Firsts {
        words.map(|word| word.chars().next()).collect()
    };
    let firsts = match pattern {
        Pattern::Text(text) => of_words(&mut std::iter::once(text.as_str())),
        Pattern::Words(list) => of_words(&mut list.split('|')),
        Pattern::Class(class) => {
            of_words(&mut classes[usize::from(*class)].words().iter().map(String::as_str))
        }
        Pattern::Set(ranges) => {
            let size = |(first, last): &(char, char)| *last as usize - *first as usize + 1;
            let all = || ranges.iter().flat_map(|(first, last)| *first..=*last).collect();
            (ranges.iter().map(size).sum::<usize>() <= MOST_FIRSTS).then(all)
        }
        Pattern::Row(parts) => {
            // What takes no room before the first character does not narrow it.
            let takes_none = |part: &&Pattern| matches!(part, Pattern::Start | Pattern::End);
            parts.iter().find(|part| !takes_none(part)).and_then(|part| firsts(part, classes))
        }
        Pattern::Choice(parts) => {
            let all: Option<Vec<_>> = parts.iter().map(|part| firsts(part, classes)).collect();
            Some(all?.into_iter().flatten().collect())
        }
        Pattern::Repeat(times, part) if times.least > 0 => firsts(part, classes),
        Pattern::Span(part) => firsts(part, classes),
        Pattern::Repeat(..) | Pattern::Start | Pattern::End => None,
    };
    firsts.filter(|firsts| firsts.len() <= MOST_FIRSTS)
}

impl Program {
    /// A pattern of a lexicon with these classes.
    pub fn new(pattern: &Pattern, classes: &[WordClass]) -> Self {
        let mut program = Self { steps: Vec::new(), branches: 0, begins: None };
        program.add(pattern, classes);
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
                    let words = classes[usize::from(*class)].words().iter();
                    words.filter_map(|word| word.chars().next()).for_each(|each| begins.add(each));
                }
                Step::Either(_, [first, second]) => {
                    if !self.add_beginnings(*first, classes, seen, begins) {
                        return false;
                    }
                    step = *second;
                    continue;
                }
                Step::Choice(_, choice) => {
                    let listed = choice.by_first.iter().flat_map(|(_, ways)| ways);
                    for way in listed.chain(&choice.open) {
                        if !self.add_beginnings(*way, classes, seen, begins) {
                            return false;
                        }
                    }
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

    fn add(&mut self, pattern: &Pattern, classes: &[WordClass]) {
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
            Pattern::Row(parts) => parts.iter().for_each(|part| self.add(part, classes)),
            Pattern::Choice(parts) => self.add_choice(parts, classes),
            Pattern::Repeat(times, part) => self.add_repeat(*times, part, classes),
            Pattern::Span(part) => {
                self.steps.push(Step::Mark(Edge::First));
                self.add(part, classes);
                self.steps.push(Step::Mark(Edge::Last));
            }
            Pattern::Start => self.steps.push(Step::Start),
            Pattern::End => self.steps.push(Step::End),
        }
    }

    fn add_choice(&mut self, parts: &[Pattern], classes: &[WordClass]) {
        let fork = self.steps.len();
        let branch = self.branch();
        self.steps.push(Step::Choice(branch, Choice::default()));
        let (mut ways, mut jumps) = (Vec::new(), Vec::new());
        for part in parts {
            ways.push((self.steps.len(), firsts(part, classes)));
            self.add(part, classes);
            jumps.push(self.steps.len());
            self.steps.push(Step::Jump(0));
        }
        let end = self.steps.len();
        for jump in jumps {
            self.steps[jump] = Step::Jump(end);
        }
        self.steps[fork] = Step::Choice(branch, Choice::new(&ways));
    }

    fn add_repeat(&mut self, times: Repetition, part: &Pattern, classes: &[WordClass]) {
        if let Pattern::Set(ranges) = part {
            let branch = self.branch();
            return self.steps.push(Step::Several(branch, ranges.as_slice().into(), times));
        }
        for _ in 0..times.least {
            self.add(part, classes);
        }
        let mut forks = Vec::new();
        if let Some(most) = times.most {
            for _ in times.least..most {
                forks.push(self.add_fork());
                self.add(part, classes);
            }
        } else {
            let fork = self.add_fork();
            self.add(part, classes);
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
