//! Voices: whose words a stretch of text is.
//!
//! Three forms are read, none guessed at: a label at the start of a line (`IT專家:…`), a quotation with
//! its speaker before or after it (陳太說:「…」, 「…」他說), and a note in brackets (…——筆者注). Reported
//! speech without quotation marks stays with the writer, who is the voice of all the rest. The
//! words that tell are classes of the lexicon.

use std::collections::HashMap;

use cifeng_lexicon::{Lexicon, WordClass};

use crate::segment::Words;
use crate::text::{CodePoint, Document, Span, is_han, span_at};

/// Whose words the parts of a text are; what belongs to nobody here is the writer's.
#[derive(Debug, Default)]
pub struct Voices {
    /// Where each voice is first named.
    names: Vec<Span>,
    /// What labels give to a voice.
    turns: Stretches,
    /// Quotations and notes: they may stand inside a turn, and then are nearer.
    inner: Stretches,
}

/// A number for each voice, by the order in which they begin to speak.
pub type Voice = usize;

#[derive(Debug, Default)]
struct Stretches {
    spans: Vec<Span>,
    voices: Vec<Voice>,
}

impl Stretches {
    fn push(&mut self, span: Span, voice: Voice) {
        self.spans.push(span);
        self.voices.push(voice);
    }

    fn at(&self, offset: CodePoint) -> Option<Voice> {
        span_at(&self.spans, offset).map(|index| self.voices[index])
    }
}

impl Voices {
    /// Finds the voices of a text.
    #[must_use]
    pub fn of(document: &Document, lexicon: &Lexicon, words: &Words) -> Self {
        let finder = Finder { document, tells: Tells::of(lexicon), words };
        let mut turns = finder.turns();
        turns.sort_unstable_by_key(|(span, _)| span.start);
        let mut inner = finder.quotations();
        inner.extend(finder.notes());
        inner.sort_unstable_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));

        let mut all: Vec<&(Span, Span)> = turns.iter().chain(&inner).collect();
        all.sort_unstable_by_key(|(span, _)| span.start);
        let mut numbers: HashMap<&str, Voice> = HashMap::new();
        let mut names = Vec::new();
        for (_, name) in all {
            numbers.entry(document.slice(*name)).or_insert_with(|| {
                names.push(*name);
                names.len() - 1
            });
        }
        let mut voices = Self { names, ..Self::default() };
        for (span, name) in &turns {
            voices.turns.push(*span, numbers[document.slice(*name)]);
        }
        let mut free = CodePoint(0);
        for (span, name) in &inner {
            if span.start >= free {
                voices.inner.push(*span, numbers[document.slice(*name)]);
                free = span.end;
            }
        }
        voices
    }

    /// Where each voice is first named, by its number.
    #[must_use]
    pub fn names(&self) -> &[Span] {
        &self.names
    }

    /// The voice at a code point; none is the writer.
    #[must_use]
    pub fn at(&self, offset: CodePoint) -> Option<Voice> {
        self.inner.at(offset).or_else(|| self.turns.at(offset))
    }

    /// Han characters by voice; what is left of the text's is the writer's.
    #[must_use]
    pub fn han(&self, document: &Document) -> Vec<u32> {
        let count = |span: Span| {
            document.characters()[span.range()].iter().filter(|each| is_han(**each)).count() as u32
        };
        let mut han = vec![0; self.names.len()];
        for (span, voice) in self.turns.spans.iter().zip(&self.turns.voices) {
            han[*voice] += count(*span);
        }
        for (span, voice) in self.inner.spans.iter().zip(&self.inner.voices) {
            let own = count(*span);
            if let Some(around) = self.turns.at(span.start) {
                han[around] -= own;
            }
            han[*voice] += own;
        }
        han
    }
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
/// Lines without a label that may follow one and still belong to it.
const LONGEST_TURN: usize = 12;
/// A line of at most so many characters that nothing closes is a heading.
const LONGEST_HEADING: usize = 24;
/// Words in quotation marks shorter than this, with no pause before them, are a name or a term.
const SHORTEST_SPEECH: usize = 8;

struct Finder<'a> {
    document: &'a Document<'a>,
    tells: Tells<'a>,
    words: &'a Words<'a>,
}

/// A stretch of speech and where its speaker is named.
type Speech = (Span, Span);

impl Finder<'_> {
    /// What labels at the start of lines give to their speakers.
    fn turns(&self) -> Vec<Speech> {
        let paragraphs = self.document.paragraphs();
        let labels: Vec<Option<Span>> = paragraphs.iter().map(|line| self.label(*line)).collect();
        let mut uses: HashMap<&str, usize> = HashMap::new();
        for label in labels.iter().flatten() {
            *uses.entry(self.document.slice(*label)).or_default() += 1;
        }
        let known = |label: &Option<Span>| {
            label.is_some_and(|label| {
                let text = self.document.slice(label);
                uses[text] > 1 || has(self.tells.labels, text)
            })
        };
        // Somebody who speaks once answers a known speaker in the line before.
        let speaks = |line: usize| {
            known(&labels[line]) || (line > 0 && labels[line].is_some() && known(&labels[line - 1]))
        };
        let labels: Vec<Option<Span>> =
            (0..labels.len()).map(|line| labels[line].filter(|_| speaks(line))).collect();
        // One labelled line is no conversation.
        if labels.iter().flatten().count() < 2 {
            return Vec::new();
        }
        let mut turns = Vec::new();
        let starts: Vec<(usize, Span)> =
            labels.iter().enumerate().filter_map(|(line, label)| Some((line, (*label)?))).collect();
        for (index, &(line, name)) in starts.iter().enumerate() {
            let own = paragraphs[line];
            turns.push((Span { start: CodePoint(name.end.0 + 1), end: own.end }, name));
            let Some(&(next, _)) = starts.get(index + 1) else { continue };
            if next - line > LONGEST_TURN + 1 {
                continue;
            }
            let more = paragraphs[line + 1..next].iter().filter(|more| !self.is_heading(**more));
            turns.extend(more.map(|more| (*more, name)));
        }
        turns
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
    fn quotations(&self) -> Vec<Speech> {
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
                && &*word.tag != "vn"
                && &*word.tag != "an";
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
    fn notes(&self) -> Vec<Speech> {
        let characters = self.document.characters();
        let mut notes = Vec::new();
        for line in self.document.paragraphs() {
            let mut open = None;
            for at in line.range() {
                match characters[at] {
                    '(' => open = Some(at),
                    ')' => {
                        let note = open.take().and_then(|open| self.note(open + 1, at));
                        notes.extend(note);
                    }
                    _ => {}
                }
            }
        }
        notes
    }

    fn note(&self, start: usize, end: usize) -> Option<Speech> {
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
    let class = class?;
    let longest = usize::from(class.longest).min(end);
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
    let class = class?;
    let longest = usize::from(class.longest).min(end.saturating_sub(start));
    (1..=longest)
        .rev()
        .find(|length| class.contains(document.slice(Span::new(start, start + length))))
}

#[cfg(test)]
mod tests {
    use cifeng_lexicon::Fold;

    use super::*;
    use crate::analyzer::builtin_lexicon;
    use crate::segment::Segmenter;

    /// `speaker=what is said` for every stretch that is not the writer's.
    fn voices(text: &str) -> Vec<String> {
        let lexicon = builtin_lexicon().expect("the built-in lexicon loads");
        let segmenter = Segmenter::new(include_str!("../lexicon/segmentation/dictionary.txt"))
            .expect("it loads");
        let document = Document::new(text, &Fold::new(&lexicon.fold));
        let voices = Voices::of(&document, &lexicon, &Words::new(&segmenter, &document));
        let mut said: Vec<(Option<Voice>, String)> = Vec::new();
        for (at, character) in text.chars().enumerate() {
            let voice = voices.at(at.into());
            match said.last_mut() {
                Some((last, words)) if *last == voice => words.push(character),
                _ => said.push((voice, character.to_string())),
            }
        }
        let name = |voice: Voice| document.slice(voices.names()[voice]).to_owned();
        said.into_iter()
            .filter_map(|(voice, words)| Some(format!("{}={}", name(voice?), words.trim())))
            .collect()
    }

    #[test]
    fn a_speaker_is_named_before_or_after_a_quotation() {
        for (text, said) in [
            ("校長陳大文昨日在會上說:「可能延期。」", vec!["校长陈大文=可能延期。"]),
            ("「不會吧!」小明笑著說,「真可惜!」", vec!["小明=不會吧!", "小明=真可惜!"]),
            ("但立委王定宇則批評:“这是胡说!”", vec!["立委王定宇=这是胡说!"]),
            ("她認為「這一次絕對不能讓步」。", vec!["她=這一次絕對不能讓步"]),
        ] {
            assert_eq!(voices(text), said, "{text}");
        }
    }

    #[test]
    fn names_and_sayings_in_quotation_marks_are_the_writers() {
        for text in [
            "人稱「鐵娘子」的她來了。",
            "俗話說:「三個和尚沒水喝。」",
            "這就是所謂的「民意」。",
            "「鐵娘子」撒切爾說過很多話。",
            "換句話說,「可能」不是一定。",
        ] {
            assert_eq!(voices(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn labels_make_a_conversation() {
        let text = "訪談\n記者:你怎麼看?\n李工:也許吧。\n其實還早。\n下一步\n記者:謝謝!\n他走了。";
        let said = ["记者=你怎麼看?", "李工=也許吧。", "李工=其實還早。", "记者=謝謝!"];
        assert_eq!(voices(text), said);
        let lists = "優點:便宜。\n缺點:太吵。\n優點:很近。\n地址:中山路\n10:30 出發";
        assert_eq!(voices(lists), Vec::<String>::new());
    }

    #[test]
    fn a_note_in_brackets_is_its_writers() {
        let text = "甲:夠了(當然不夠——筆者注)。\n乙:是。";
        assert_eq!(voices(text), ["甲=夠了(", "笔者=當然不夠——", "甲=筆者注)。", "乙=是。"]);
    }
}
