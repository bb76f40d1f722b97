//! What a document tells about voices line by line, before it is known who speaks in the whole text.

use std::cmp::Reverse;
use std::collections::HashMap;

use cifeng_lexicon::{Lexicon, WordClass};

use crate::segment::Words;
use crate::text::{CodePoint, Document, Span, is_han};

/// The number of a name.
pub(crate) type NameId = u32;

/// Names, folded, each with a number.
#[derive(Debug, Default)]
pub(crate) struct Names(HashMap<Box<str>, NameId>);

impl Names {
    fn id(&mut self, name: &str) -> NameId {
        if let Some(id) = self.0.get(name) {
            return *id;
        }
        let id = self.0.len() as NameId;
        self.0.insert(name.into(), id);
        id
    }

    /// One more than the largest number.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// What a document, or a part of one that ends with a line, tells about voices.
#[derive(Debug, Default)]
pub(crate) struct Heard {
    /// Its lines that hold anything, in order.
    pub lines: Vec<Line>,
    /// Its quotations and notes with a named speaker, by start, then longer first.
    pub speeches: Vec<Speech>,
}

/// A line and how it may take part in a conversation.
#[derive(Debug)]
pub(crate) struct Line {
    pub span: Span,
    /// Its Han characters.
    pub han: u32,
    pub label: Option<Label>,
    /// Whether it may be a heading, which no speaker says.
    pub heading: bool,
}

/// What may be the name of a speaker at the start of a line.
#[derive(Debug)]
pub(crate) struct Label {
    pub span: Span,
    pub name: NameId,
    /// Whether it names a speaker wherever it stands.
    pub listed: bool,
    /// The Han characters after it.
    pub han: u32,
}

/// A stretch of speech and where its speaker is named.
#[derive(Debug)]
pub(crate) struct Speech {
    pub span: Span,
    pub named: Span,
    pub name: NameId,
    pub han: u32,
    /// Whether it stands inside another.
    pub nested: bool,
}

impl Heard {
    /// Listens to a document.
    pub fn of(document: &Document, lexicon: &Lexicon, words: &Words, names: &mut Names) -> Self {
        let finder = Finder { document, tells: Tells::of(lexicon), words };
        let paragraphs = document.paragraphs().iter().zip(document.han_by_paragraph());
        let lines = paragraphs.map(|(span, han)| finder.line(*span, *han, names)).collect();
        let mut spoken = finder.quotations();
        spoken.extend(finder.notes());
        spoken.sort_unstable_by_key(|(span, _)| (span.start, Reverse(span.end)));
        let mut free = CodePoint(0);
        let speeches = spoken.into_iter().map(|(span, named)| {
            let nested = span.start < free;
            if !nested {
                free = span.end;
            }
            let name = names.id(document.slice(named));
            Speech { span, named, name, han: han(document, span), nested }
        });
        Self { lines, speeches: speeches.collect() }
    }
}

fn han(document: &Document, span: Span) -> u32 {
    document.characters()[span.range()].iter().filter(|each| is_han(**each)).count() as u32
}

/// The classes that tell, each absent from a lexicon without it.
#[derive(Debug)]
struct Tells<'l> {
    says: Option<&'l WordClass>,
    nobody: Option<&'l WordClass>,
    before: Option<&'l WordClass>,
    after: Option<&'l WordClass>,
    labels: Option<&'l WordClass>,
    headings: Option<&'l WordClass>,
    note_writers: Option<&'l WordClass>,
    pronouns: Option<&'l WordClass>,
}

impl<'l> Tells<'l> {
    fn of(lexicon: &'l Lexicon) -> Self {
        let class = |name: &str| lexicon.classes.iter().find(|class| class.name == name);
        Self {
            says: class("saying_verb"),
            nobody: class("nobody_says"),
            before: class("before_speaker"),
            after: class("after_speaker"),
            labels: class("speaker_label"),
            headings: class("heading_label"),
            note_writers: class("note_writer"),
            pronouns: class("pronoun"),
        }
    }
}

/// The longest label and the longest name, in characters.
const LONGEST_NAME: usize = 12;
/// How far before a verb of saying its subject may begin.
const REACH: usize = 24;
/// A line of at most so many characters that nothing closes is a heading.
const LONGEST_HEADING: usize = 24;
/// Words in quotation marks shorter than this, with no pause before them, are a name or a term.
const SHORTEST_SPEECH: usize = 8;

struct Finder<'a, 'w> {
    document: &'a Document<'a>,
    tells: Tells<'a>,
    words: &'a Words<'w>,
}

/// What is said, and where its speaker is named.
type Said = (Span, Span);

impl Finder<'_, '_> {
    fn line(&self, span: Span, whole: u32, names: &mut Names) -> Line {
        let label = self.label(span).map(|label| {
            let text = self.document.slice(label);
            // Letters and digits of a label may be Han characters, white space and the colon are not.
            let before = han(self.document, Span { start: span.start, end: label.end });
            Label {
                span: label,
                name: names.id(text),
                listed: has(self.tells.labels, text),
                han: whole - before,
            }
        });
        Line { span, han: whole, label, heading: self.is_heading(span) }
    }

    /// The label of a line: what stands before its first colon, if that may be a name.
    fn label(&self, line: Span) -> Option<Span> {
        let characters = &self.document.characters()[line.range()];
        let skipped = characters.iter().take_while(|each| each.is_whitespace()).count();
        let length = characters[skipped..]
            .iter()
            .take(LONGEST_NAME + 1)
            .position(|each| matches!(each, ':'))?;
        let start = line.start.index() + skipped;
        let after = self.document.characters().get(start + length + 1);
        let label = &characters[skipped..skipped + length];
        let named = label.iter().any(|each| each.is_alphabetic())
            && label.iter().all(|each| each.is_alphanumeric() || matches!(each, '·' | ' ' | '.'));
        if !named || after.is_none_or(|each| matches!(each, '/' | '\n')) {
            return None;
        }
        let span = Span::new(start, start + length);
        let text = self.document.slice(span);
        (!has(self.tells.headings, text) && !self.ends_in_saying(text)).then_some(span)
    }

    fn ends_in_saying(&self, text: &str) -> bool {
        self.tells.says.is_some_and(|class| {
            text.char_indices().skip(1).any(|(at, _)| class.contains(&text[at..]))
        })
    }

    fn is_heading(&self, line: Span) -> bool {
        let characters = &self.document.characters()[line.range()];
        let last = characters.iter().rev().find(|each| !each.is_whitespace());
        line.len() <= LONGEST_HEADING && last.is_some_and(|each| each.is_alphanumeric())
    }

    /// Quotations whose speaker is named.
    fn quotations(&self) -> Vec<Said> {
        let quotes = self.document.quotations().iter();
        quotes
            .filter_map(|quote| {
                let name = self.speaker_before(*quote).or_else(|| self.speaker_after(*quote))?;
                Some((*quote, name))
            })
            .collect()
    }

    /// 陳太昨日說:「…」
    fn speaker_before(&self, quote: Span) -> Option<Span> {
        let characters = self.document.characters();
        let mut at = quote.start.index() - 1;
        let bare = at;
        while at > 0 && matches!(characters[at - 1], ':' | ',' | ' ') {
            at -= 1;
        }
        if at == bare && quote.len() < SHORTEST_SPEECH {
            return None;
        }
        let verb = longest_before(self.tells.says, self.document, at)?;
        let clause = (verb.saturating_sub(REACH)..verb)
            .rev()
            .take_while(|index| is_of_clause(characters[*index]))
            .last()?;
        if clause + REACH == verb && clause > 0 && is_of_clause(characters[clause - 1]) {
            return None;
        }
        self.name(clause, verb)
    }

    /// 「…,」陳太說。
    fn speaker_after(&self, quote: Span) -> Option<Span> {
        let characters = self.document.characters();
        let closes = |character: &char| matches!(character, ',' | '。' | '!' | '?' | '…' | '~');
        let mut at = quote.end.index() + 1;
        let ended = characters[..quote.end.index()].last().is_some_and(closes);
        if characters.get(at) == Some(&',') {
            at += 1;
        } else if !ended {
            return None;
        }
        let clause = characters[at.min(characters.len())..]
            .iter()
            .take(REACH)
            .take_while(|each| is_of_clause(**each))
            .count();
        let end = at + clause;
        // Only the verb of saying may close the clause, or what comes is another statement.
        let verb = longest_before(self.tells.says, self.document, end)?;
        (verb > at).then(|| self.name(at, verb)).flatten()
    }

    /// The name in what stands before a verb of saying.
    fn name(&self, mut start: usize, mut end: usize) -> Option<Span> {
        let slice = |from: usize, to: usize| self.document.slice(Span::new(from, to));
        while let Some(length) = longest_at(self.tells.before, self.document, start, end) {
            start += length;
        }
        // A name is at least one character long, so what ends it comes later.
        if let Some(stop) = (start + 1..end)
            .find(|at| longest_at(self.tells.after, self.document, *at, end).is_some())
        {
            end = stop;
        }
        let (start, end) = self.without_predicates(start, end);
        let characters = self.document.characters();
        let named = start < end
            && (end - start > 1 || has(self.tells.pronouns, slice(start, end)))
            && end - start <= LONGEST_NAME
            && characters[start..end].iter().all(|each| each.is_alphanumeric() || *each == '·')
            && !matches!(characters[start], '的' | '之' | '等' | '这' | '那' | '着' | '了')
            && !has(self.tells.nobody, slice(start, end));
        named.then(|| Span::new(start, end))
    }

    /// The part of a stretch that holds no predicate: words of two characters and more that the
    /// segmenter takes for verbs, adverbs, adjectives or set phrases cut it. Single characters may
    /// be parts of a name that no dictionary has.
    fn without_predicates(&self, mut start: usize, end: usize) -> (usize, usize) {
        let Some(clause) = self.document.clause_at(CodePoint(start as u32)) else {
            return (start, end);
        };
        let words = self.words.of_clause(clause);
        // Only the words of the stretch: a clause may be as long as the text.
        let first = words.partition_point(|word| word.end.index() <= start);
        for word in words[first..].iter().take_while(|word| word.start.index() < end) {
            let (from, to) = (word.start.index(), word.end.index());
            let predicate = to - from > 1
                && word.tag.starts_with(['v', 'd', 'a', 'i', 'l', 'z', 'c', 'p', 't'])
                && word.tag != "vn"
                && word.tag != "an";
            if !predicate {
                continue;
            }
            if from > start {
                return (start, from);
            }
            start = to.min(end);
        }
        (start, end)
    }

    /// Notes in brackets: (…——筆者注)
    fn notes(&self) -> Vec<Said> {
        self.document.brackets().iter().filter_map(|inside| self.note(*inside)).collect()
    }

    fn note(&self, inside: Span) -> Option<Said> {
        let (start, end) = (inside.start.index(), inside.end.index());
        let characters = self.document.characters();
        let verb = end.checked_sub(1).filter(|at| matches!(characters[*at], '注' | '按'))?;
        let name = longest_before(self.tells.note_writers, self.document, verb)?;
        let dash = name > start && matches!(characters[name - 1], '—' | '-' | ':' | ',' | ' ');
        dash.then(|| (Span::new(start, name), Span::new(name, verb)))
    }
}

fn has(class: Option<&WordClass>, word: &str) -> bool {
    class.is_some_and(|class| class.contains(word))
}

/// Whether a character may stand inside a clause of plain words.
fn is_of_clause(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(character, '·' | '《' | '》' | '〈' | '〉' | '(' | ')' | '%')
}

/// Where the longest word of a class begins that ends right before `end`.
fn longest_before(class: Option<&WordClass>, document: &Document, end: usize) -> Option<usize> {
    let last = document.characters()[end.checked_sub(1)?];
    let class = class.filter(|class| class.may_end(last))?;
    let longest = class.longest().min(end);
    (1..=longest)
        .rev()
        .map(|length| end - length)
        .find(|start| class.contains(document.slice(Span::new(*start, end))))
}

/// The length of the longest word of a class that begins at `start`.
fn longest_at(
    class: Option<&WordClass>,
    document: &Document,
    start: usize,
    end: usize,
) -> Option<usize> {
    let first = *document.characters().get(start)?;
    let class = class.filter(|class| class.may_begin(first))?;
    let longest = class.longest().min(end.saturating_sub(start));
    (1..=longest)
        .rev()
        .find(|length| class.contains(document.slice(Span::new(start, start + length))))
}
