//! Paragraphs, sentences, clauses and quotations: one pass over the marks of the folded view.

use std::ops::Range;

use super::character::is_han;
use super::marks::{Mark, Marks};
use super::offset::{CodePoint, Span};
use super::places::Places;

/// The places of a text, each list sorted and without overlaps.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub paragraphs: Places,
    /// Han characters by paragraph.
    pub han: Vec<u32>,
    pub sentences: Places,
    pub clauses: Places,
    /// What stands between outermost quotation marks.
    pub quotes: Places,
    /// What stands between brackets with none inside.
    pub brackets: Vec<Span>,
}

impl Layout {
    /// Finds the places of a text.
    pub fn of(characters: &[char], marks: &Marks) -> Self {
        let mut layout = Self::default();
        let (mut start, mut first, mut han) = (0, 0, 0);
        for (number, mark) in marks.all.iter().enumerate() {
            let end = mark.at as usize;
            if is_line_end(characters[end]) {
                layout.line(characters, &marks.all[first..number], start..end, mark.han - han);
                (start, first, han) = (end + 1, number + 1, mark.han);
            }
        }
        layout.line(characters, &marks.all[first..], start..characters.len(), marks.han - han);
        layout
    }

    fn line(&mut self, characters: &[char], marks: &[Mark], line: Range<usize>, han: u32) {
        if characters[line.clone()].iter().all(|each| each.is_whitespace()) {
            return;
        }
        self.paragraphs.push(Span::new(line.start, line.end));
        self.han.push(han);
        self.sentences_and_clauses(characters, marks, line);
        self.quotations(characters, marks);
        self.in_brackets(characters, marks);
    }

    fn sentences_and_clauses(
        &mut self,
        characters: &[char],
        marks: &[Mark],
        Range { start, end }: Range<usize>,
    ) {
        let (mut sentence, mut clause, mut free) = (start, start, start);
        for mark in marks {
            let mut at = mark.at as usize;
            if at < free || !separates_clauses(&characters[..end], at) {
                continue;
            }
            push_trimmed(&mut self.clauses, characters, clause, at);
            let mut closes = false;
            while at < end && separates_clauses(&characters[..end], at) {
                closes |= closes_sentence(characters[at]) || is_full_stop(&characters[..end], at);
                at += 1;
            }
            if closes {
                while at < end && (is_closing(characters[at]) || closes_sentence(characters[at])) {
                    at += 1;
                }
                push_trimmed(&mut self.sentences, characters, sentence, at);
                sentence = at;
            }
            (clause, free) = (at, at);
        }
        push_trimmed(&mut self.clauses, characters, clause, end);
        push_trimmed(&mut self.sentences, characters, sentence, end);
    }

    fn quotations(&mut self, characters: &[char], marks: &[Mark]) {
        let mut open: Vec<(char, usize)> = Vec::new();
        for at in marks.iter().map(|mark| mark.at as usize) {
            let character = characters[at];
            let closes = match character {
                '”' => '“',
                '’' => '‘',
                '"' if open.last().is_some_and(|each| each.0 == '"') => '"',
                '“' | '‘' | '"' => {
                    open.push((character, at + 1));
                    continue;
                }
                _ => continue,
            };
            if open.last().is_some_and(|each| each.0 == closes) {
                let from = open.pop().map_or(at, |each| each.1);
                if open.is_empty() {
                    self.quotes.push(Span::new(from, at));
                }
            }
        }
    }

    fn in_brackets(&mut self, characters: &[char], marks: &[Mark]) {
        let mut open = None;
        for at in marks.iter().map(|mark| mark.at as usize) {
            match characters[at] {
                '(' => open = Some(at + 1),
                ')' => self.brackets.extend(open.take().map(|open| Span::new(open, at))),
                _ => {}
            }
        }
    }
}

/// The span of a sorted list that holds a code point.
pub(crate) fn span_at(spans: &[Span], offset: CodePoint) -> Option<usize> {
    let next = spans.partition_point(|span| span.end <= offset);
    spans.get(next).filter(|span| span.start <= offset).map(|_| next)
}

fn push_trimmed(spans: &mut Places, characters: &[char], mut start: usize, mut end: usize) {
    while start < end && characters[start].is_whitespace() {
        start += 1;
    }
    while start < end && characters[end - 1].is_whitespace() {
        end -= 1;
    }
    if start < end {
        spans.push(Span::new(start, end));
    }
}

fn is_line_end(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn closes_sentence(character: char) -> bool {
    matches!(character, '。' | '!' | '?' | '…' | '‼' | '❗' | '⁉')
}

/// A dot between Chinese, or at its end: a sentence ends there. In 3.5 and U.S. none does.
fn is_full_stop(characters: &[char], at: usize) -> bool {
    let chinese = |each: char| is_han(each) || is_closing(each) || matches!(each, '“' | '‘');
    characters[at] == '.'
        && at.checked_sub(1).is_some_and(|before| chinese(characters[before]))
        && characters.get(at + 1).is_none_or(|after| after.is_whitespace() || chinese(*after))
}

fn is_closing(character: char) -> bool {
    matches!(character, '”' | '’' | ')' | '》' | '〉' | '】' | '"')
}

fn separates_clauses(characters: &[char], at: usize) -> bool {
    let before = || at.checked_sub(1).map(|index| characters[index]);
    let after = || characters.get(at + 1).copied();
    match characters[at] {
        ';' | ':' | '、' | '(' | ')' | '【' | '】' | '—' | '~' => true,
        // Thousands are no clauses.
        ',' => {
            !(before().is_some_and(|c| c.is_ascii_digit())
                && after().is_some_and(|c| c.is_ascii_digit()))
        }
        // Three dots for an ellipsis, and the dot of those who write no 。
        '.' => before() == Some('.') || after() == Some('.') || is_full_stop(characters, at),
        // White space between Chinese characters stands for punctuation.
        character if character.is_whitespace() => {
            before().is_some_and(is_han) && after().is_some_and(is_han)
        }
        character => closes_sentence(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(characters: &[char], spans: &[Span]) -> Vec<String> {
        spans.iter().map(|span| characters[span.range()].iter().collect()).collect()
    }

    #[test]
    fn finds_paragraphs_sentences_clauses_and_quotations() {
        let characters: Vec<char> =
            "他说,“你好!”我走了…真的?\r\n\n  1,000人 走了 吧(也许)——对\n".chars().collect();
        let layout = Layout::of(&characters, &characters.iter().copied().collect());
        assert_eq!(layout.paragraphs.len(), 2);
        assert_eq!(
            texts(&characters, &layout.sentences),
            ["他说,“你好!”", "我走了…", "真的?", "1,000人 走了 吧(也许)——对"]
        );
        assert_eq!(
            texts(&characters, &layout.clauses),
            ["他说", "“你好", "我走了", "真的", "1,000人", "走了", "吧", "也许", "对"]
        );
        assert_eq!(texts(&characters, &layout.quotes), ["你好!"]);
        assert_eq!(texts(&characters, &layout.brackets), ["也许"]);
    }

    #[test]
    fn a_dot_after_chinese_closes_a_sentence() {
        for (text, expected) in [
            ("他走了.我没走. 你呢", &["他走了.", "我没走.", "你呢"][..]),
            ("涨了3.5倍", &["涨了3.5倍"][..]),
            ("看 a.b 的文件.txt 吧", &["看 a.b 的文件.txt 吧"][..]),
            ("好看...真的", &["好看...真的"][..]),
        ] {
            let characters: Vec<char> = text.chars().collect();
            assert_eq!(
                texts(
                    &characters,
                    &Layout::of(&characters, &characters.iter().copied().collect()).sentences
                ),
                expected,
                "{text}"
            );
        }
    }
}
