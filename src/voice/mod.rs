//! Voices: whose words a stretch of text is.
//!
//! Three forms are read, none guessed at: a label at the start of a line (`IT專家:…`), a quotation with
//! its speaker before or after it (陳太說:「…」, 「…」他說), and a note in brackets (…——筆者注). Reported
//! speech without quotation marks stays with the writer, who is the voice of all the rest. The
//! words that tell are classes of the lexicon.
//!
//! Each line is listened to alone; who speaks follows from all that was [`Heard`] together.

mod hear;

use cifeng_lexicon::Lexicon;

pub(crate) use hear::{Heard, Names};
use hear::{Label, NameId};

use crate::segment::Words;
use crate::text::{CodePoint, Document, Span, span_at};

/// Whose words the parts of a text are; what belongs to nobody here is the writer's.
#[derive(Debug, Default)]
pub struct Voices {
    /// Where each voice is first named.
    names: Vec<Span>,
    /// Han characters by voice.
    han: Vec<u32>,
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

/// Lines without a label that may follow one and still belong to it.
const LONGEST_TURN: usize = 12;

impl Voices {
    /// Finds the voices of a text.
    #[must_use]
    pub fn of(document: &Document, lexicon: &Lexicon, words: &Words) -> Self {
        let mut names = Names::default();
        let heard = Heard::of(document, lexicon, words, &mut names);
        Self::join(&[(CodePoint(0), &heard)], &names)
    }

    /// The voices of a text from what was heard in its parts, each with the place where it begins.
    pub(crate) fn join(parts: &[(CodePoint, &Heard)], names: &Names) -> Self {
        let mut turns = turns(parts, names.len()).into_iter().peekable();
        let mut numbers: Vec<Option<Voice>> = vec![None; names.len()];
        let mut voices = Self::default();
        for &(base, heard) in parts {
            for speech in &heard.speeches {
                let span = speech.span.after(base);
                while let Some(turn) = turns.next_if(|turn| turn.span.start < span.start) {
                    voices.take_turn(&turn, &mut numbers);
                }
                let voice = voices.number(speech.name, speech.named.after(base), &mut numbers);
                if !speech.nested {
                    voices.inner.push(span, voice);
                    if let Some(around) = voices.turns.at(span.start) {
                        voices.han[around] -= speech.han;
                    }
                    voices.han[voice] += speech.han;
                }
            }
        }
        for turn in turns {
            voices.take_turn(&turn, &mut numbers);
        }
        voices
    }

    fn take_turn(&mut self, turn: &Turn, numbers: &mut [Option<Voice>]) {
        let voice = self.number(turn.name, turn.named, numbers);
        self.turns.push(turn.span, voice);
        self.han[voice] += turn.han;
    }

    fn number(&mut self, name: NameId, named: Span, numbers: &mut [Option<Voice>]) -> Voice {
        *numbers[name as usize].get_or_insert_with(|| {
            self.names.push(named);
            self.han.push(0);
            self.names.len() - 1
        })
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
    pub fn han(&self) -> &[u32] {
        &self.han
    }
}

/// What a label at the start of a line gives to its speaker.
struct Turn {
    span: Span,
    named: Span,
    name: NameId,
    han: u32,
}

/// What labels give to their speakers, in order; there are so many names.
fn turns(parts: &[(CodePoint, &Heard)], count: usize) -> Vec<Turn> {
    let lines =
        || parts.iter().flat_map(|(base, heard)| heard.lines.iter().map(move |line| (*base, line)));
    let mut uses = vec![0_u32; count];
    for label in lines().filter_map(|(_, line)| line.label.as_ref()) {
        uses[label.name as usize] += 1;
    }
    // Somebody who speaks once answers a known speaker in the line before.
    let mut after_known = false;
    let mut starts: Vec<(usize, CodePoint, &Label)> = Vec::new();
    for (number, (base, line)) in lines().enumerate() {
        let known =
            line.label.as_ref().is_some_and(|label| label.listed || uses[label.name as usize] > 1);
        if let Some(label) = line.label.as_ref().filter(|_| known || after_known) {
            starts.push((number, base, label));
        }
        after_known = known;
    }
    // One labelled line is no conversation.
    if starts.len() < 2 {
        return Vec::new();
    }
    let mut turns = Vec::new();
    let mut starts = starts.into_iter().peekable();
    let mut speaks: Option<(CodePoint, &Label)> = None;
    for (number, (base, line)) in lines().enumerate() {
        let span = line.span.after(base);
        if let Some((_, base, label)) = starts.next_if(|start| start.0 == number) {
            let named = label.span.after(base);
            let span = Span { start: CodePoint(named.end.0 + 1), end: span.end };
            turns.push(Turn { span, named, name: label.name, han: label.han });
            let goes_on = starts.peek().is_some_and(|next| next.0 - number <= LONGEST_TURN + 1);
            speaks = goes_on.then_some((base, label));
        } else if let Some((base, label)) = speaks.filter(|_| !line.heading) {
            let named = label.span.after(base);
            turns.push(Turn { span, named, name: label.name, han: line.han });
        }
    }
    turns
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
        let segmenter = Segmenter::new(include_str!("../../lexicon/segmentation/dictionary.txt"))
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
