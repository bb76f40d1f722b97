//! The search for a pattern.

use std::ops::Range;

use super::super::alphabet::Id;
use super::super::classes::Classes;
use super::{Edge, Program, Step};

/// The stretch of a document that a pattern may see.
pub(in super::super) struct Window<'a> {
    pub characters: &'a [char],
    pub ids: &'a [Id],
    pub classes: &'a Classes,
    pub range: Range<usize>,
}

/// The search's memory, kept from one search to the next.
#[derive(Debug, Default)]
pub(in super::super) struct Search {
    todo: Vec<Todo>,
    /// A bit for each branch and place where the search has been.
    seen: Vec<u64>,
    /// The part that counts, as far as it is known.
    span: [Option<usize>; 2],
}

#[derive(Debug)]
enum Todo {
    /// To go on with a step at a place.
    Try(usize, usize),
    /// To forget an edge of the part that counts.
    Restore(Edge, Option<usize>),
}

impl Search {
    /// The part that counts of the first match that contains the trigger; `anchored` matches begin where
    /// the window does.
    pub fn find(
        &mut self,
        program: &Program,
        window: &Window,
        trigger: &Range<usize>,
        anchored: bool,
    ) -> Option<Range<usize>> {
        let mut at = window.range.start;
        let last = if anchored { at } else { trigger.start };
        let mut fresh = false;
        while at <= last {
            if let Some(begins) = &program.begins {
                let rest = &window.characters[at..window.range.end.min(last + 1)];
                at += rest.iter().position(|each| begins.lets_through(*each))?;
            }
            if !std::mem::replace(&mut fresh, true) {
                self.forget(program, window);
            }
            match self.match_at(program, window, at) {
                Some(end) if end >= trigger.end => {
                    let [first, last] = self.span;
                    return Some(first.unwrap_or(at)..last.unwrap_or(end));
                }
                Some(end) => {
                    self.forget(program, window);
                    at = end.max(at + 1);
                }
                None => at += 1,
            }
        }
        None
    }

    fn forget(&mut self, program: &Program, window: &Window) {
        self.seen.clear();
        self.seen.resize((program.branches * (window.range.len() + 1)).div_ceil(64), 0);
    }

    /// Whether the search is at a branch and place for the first time.
    fn is_new(&mut self, branch: usize, window: &Window, at: usize) -> bool {
        let number = branch * (window.range.len() + 1) + at - window.range.start;
        let (word, bit) = (&mut self.seen[number / 64], 1 << (number % 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// The end of the preferred match that begins at a place.
    fn match_at(&mut self, program: &Program, window: &Window, at: usize) -> Option<usize> {
        self.span = [None; 2];
        self.todo.clear();
        self.todo.push(Todo::Try(0, at));
        while let Some(todo) = self.todo.pop() {
            match todo {
                Todo::Try(step, at) => {
                    if let Some(end) = self.go_on(program, window, step, at) {
                        return Some(end);
                    }
                }
                Todo::Restore(edge, before) => self.span[edge as usize] = before,
            }
        }
        None
    }

    /// Follows the steps until one fails or there are several ways on, which are put on the list.
    fn go_on(
        &mut self,
        program: &Program,
        window: &Window,
        mut step: usize,
        mut at: usize,
    ) -> Option<usize> {
        let rest = |at: usize| &window.characters[at..window.range.end];
        loop {
            match &program.steps[step] {
                Step::Character(character) => {
                    if rest(at).first() != Some(character) {
                        return None;
                    }
                    at += 1;
                }
                Step::Set(ranges) => {
                    rest(at).first().filter(|each| is_in(ranges, **each))?;
                    at += 1;
                }
                Step::Mark(edge) => {
                    self.todo.push(Todo::Restore(*edge, self.span[*edge as usize]));
                    self.span[*edge as usize] = Some(at);
                }
                Step::Start if at == window.range.start => {}
                Step::End if at == window.range.end => {}
                Step::Start | Step::End => return None,
                Step::Jump(next) => {
                    step = *next;
                    continue;
                }
                Step::Either(branch, [first, second]) => {
                    if !self.is_new(*branch, window, at) {
                        return None;
                    }
                    self.todo.push(Todo::Try(*second, at));
                    step = *first;
                    continue;
                }
                Step::Choice(branch, choice) => {
                    let ways = choice.with(rest(at).first());
                    let (preferred, others) = ways.split_first()?;
                    if !self.is_new(*branch, window, at) {
                        return None;
                    }
                    self.todo.extend(others.iter().rev().map(|way| Todo::Try(*way, at)));
                    step = *preferred;
                    continue;
                }
                Step::Several(branch, ranges, times) => {
                    if self.is_new(*branch, window, at) {
                        let most = times.most.map_or(usize::MAX, usize::from);
                        let here = rest(at).iter().take(most);
                        let count = here.take_while(|each| is_in(ranges, **each)).count();
                        let counts = usize::from(times.least)..count + 1;
                        let ends = counts.map(|count| at + count);
                        let ends = ends.filter(|at| may_go_on(&program.steps[step + 1], rest(*at)));
                        let ways = ends.map(|at| Todo::Try(step + 1, at));
                        // What is put there last is tried first.
                        if times.greedy {
                            self.todo.extend(ways);
                        } else {
                            self.todo.extend(ways.rev());
                        }
                    }
                    return None;
                }
                Step::Words(branch, words) => {
                    let first = rest(at).first()?;
                    let words = words.with(*first);
                    if !words.is_empty() && self.is_new(*branch, window, at) {
                        let stand = words.iter().rev().filter(|word| rest(at).starts_with(word));
                        self.todo.extend(stand.map(|word| Todo::Try(step + 1, at + word.len())));
                    }
                    return None;
                }
                Step::Class(branch, class) => {
                    if self.is_new(*branch, window, at) {
                        let ends = window.classes.lengths_from(*class, window.ids[at]);
                        let ends = ends.map(|length| at + length).filter(|end| {
                            *end <= window.range.end
                                && window.classes.contains(*class, &window.ids[at..*end])
                        });
                        self.todo.extend(ends.map(|end| Todo::Try(step + 1, end)));
                    }
                    return None;
                }
                Step::Found => return Some(at),
            }
            step += 1;
        }
    }
}

/// Whether a step may succeed with what is left: what most often fails is told at once.
fn may_go_on(step: &Step, rest: &[char]) -> bool {
    match step {
        Step::Character(character) => rest.first() == Some(character),
        Step::Words(_, words) => rest.first().is_some_and(|first| !words.with(*first).is_empty()),
        _ => true,
    }
}

fn is_in(ranges: &[(char, char)], character: char) -> bool {
    let at = ranges.partition_point(|(_, last)| *last < character);
    ranges.get(at).is_some_and(|(first, _)| *first <= character)
}

#[cfg(test)]
mod tests {
    use cifeng_lexicon::{Anchor, Kind, Lexicon, Pattern, Repetition};
    use proptest::prelude::*;
    use proptest::sample::select;
    use proptest::strategy::ValueTree;
    use regex::Regex;

    use super::super::super::Index;
    use super::*;
    use crate::analyzer::builtin_lexicon;

    /// A pattern as a regular expression with its classes written out.
    fn written(pattern: &Pattern, lexicon: &Lexicon) -> String {
        let join = |parts: &[Pattern], between| {
            let parts: Vec<String> = parts.iter().map(|part| written(part, lexicon)).collect();
            format!("(?:{})", parts.join(between))
        };
        match pattern {
            Pattern::Text(text) => regex::escape(text),
            Pattern::Words(list) => format!("(?:{})", regex::escape(list).replace("\\|", "|")),
            Pattern::Set(ranges) => {
                let range = |(first, last): &(char, char)| {
                    format!("\\u{{{:x}}}-\\u{{{:x}}}", *first as u32, *last as u32)
                };
                format!("[{}]", ranges.iter().map(range).collect::<String>())
            }
            Pattern::Class(class) => {
                let mut words: Vec<&String> =
                    lexicon.classes[usize::from(*class)].words().iter().collect();
                words.sort_by_key(|word| std::cmp::Reverse(word.len()));
                let words: Vec<String> =
                    words.into_iter().map(|word| regex::escape(word)).collect();
                format!("(?:{})", words.join("|"))
            }
            Pattern::Row(parts) => join(parts, ""),
            Pattern::Choice(parts) => join(parts, "|"),
            Pattern::Repeat(Repetition { least, most, greedy }, part) => {
                let most = most.map_or(String::new(), |most| most.to_string());
                let lazy = if *greedy { "" } else { "?" };
                format!("(?:{}){{{least},{most}}}{lazy}", written(part, lexicon))
            }
            Pattern::Span(part) => format!("(?<span>{})", written(part, lexicon)),
            Pattern::Start => "^".to_owned(),
            Pattern::End => "$".to_owned(),
        }
    }

    /// What a pattern is made of, so that made-up texts come near to matching.
    fn pieces(pattern: &Pattern, lexicon: &Lexicon, found: &mut Vec<String>) {
        match pattern {
            Pattern::Text(text) => found.push(text.clone()),
            Pattern::Words(list) => found.extend(list.split('|').map(str::to_owned)),
            Pattern::Set(ranges) => {
                found.extend(ranges.iter().take(4).map(|(first, _)| first.to_string()));
            }
            Pattern::Class(class) => {
                found.extend(lexicon.classes[usize::from(*class)].words().iter().take(40).cloned());
            }
            Pattern::Row(parts) | Pattern::Choice(parts) => {
                for part in parts {
                    pieces(part, lexicon, found);
                }
            }
            Pattern::Repeat(_, part) | Pattern::Span(part) => pieces(part, lexicon, found),
            Pattern::Start | Pattern::End => {}
        }
    }

    /// What the regex crate finds.
    fn by_regex(regex: &Regex, text: &str, trigger: &Range<usize>) -> Option<Range<usize>> {
        let place = |byte: usize| text[..byte].chars().count();
        let mut matches = regex.captures_iter(text).filter_map(|groups| {
            let whole = groups.get(0)?;
            let span = groups.name("span").unwrap_or(whole);
            Some([whole, span].map(|found| place(found.start())..place(found.end())))
        });
        let holds = |[whole, _]: &[Range<usize>; 2]| {
            whole.start <= trigger.start && trigger.end <= whole.end
        };
        matches.find(holds).map(|[_, span]| span)
    }

    /// Every frame of the lexicon finds in texts of its own pieces what its pattern means.
    #[test]
    fn agrees_with_the_regex_crate() {
        let lexicon = builtin_lexicon().expect("the built-in lexicon loads");
        let index = Index::new(&lexicon);
        let mut runner = proptest::test_runner::TestRunner::deterministic();
        let mut matched = 0;
        for rule in &lexicon.rules {
            let Kind::Frame { pattern, anchor, .. } = &rule.kind else { continue };
            let anchored = *anchor == Anchor::Start;
            let written = written(pattern, &lexicon);
            let written = if anchored { format!("^(?:{written})") } else { written };
            let regex = Regex::new(&written).expect("a regular expression");
            let program = Program::new(pattern, &lexicon.classes);
            let mut search = Search::default();
            let mut parts = vec!["人".to_owned(), "，".to_owned()];
            pieces(pattern, &lexicon, &mut parts);
            let texts = (prop::collection::vec(select(parts), 0..12), 0_usize..12, 1_usize..3);
            for _ in 0..40 {
                let (text, at, length) = texts.new_tree(&mut runner).expect("a text").current();
                let text = text.concat();
                let characters: Vec<char> = text.chars().collect();
                let trigger = at.min(characters.len())..(at + length).min(characters.len());
                let window = Window {
                    characters: &characters,
                    ids: &index.alphabet.ids(&characters),
                    classes: &index.classes,
                    range: 0..characters.len(),
                };
                let found = search.find(&program, &window, &trigger, anchored);
                matched += usize::from(found.is_some());
                assert_eq!(found, by_regex(&regex, &text, &trigger), "{}: {text}", rule.id);
            }
        }
        assert!(matched > 100, "only {matched} texts matched");
    }

    /// A pattern that could go two ways at every character is still done at once.
    #[test]
    fn no_text_makes_it_slow() {
        let any = || Box::new(Pattern::Set(vec![('一', '龥')]));
        let all = Repetition { least: 0, most: None, greedy: true };
        let twice = Pattern::Repeat(all, Box::new(Pattern::Repeat(all, any())));
        let pattern = Pattern::Row(vec![twice, Pattern::Text("了".to_owned())]);
        let program = Program::new(&pattern, &[]);
        let index = Index::new(&builtin_lexicon().expect("it loads"));
        let mut characters = vec!['一'; 2_000];
        let mut search = Search::default();
        for (last, found) in [('了', Some(0..2_001)), ('吗', None)] {
            characters.truncate(2_000);
            characters.push(last);
            let window = Window {
                characters: &characters,
                ids: &index.alphabet.ids(&characters),
                classes: &index.classes,
                range: 0..characters.len(),
            };
            assert_eq!(search.find(&program, &window, &(0..1), false), found);
        }
    }
}
