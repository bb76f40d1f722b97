//! Interjections, final particles and exclamation marks of treebanks.

use cifeng::Report;

use super::super::measure::Outcome;
use super::super::score::Place;
use super::coverage::{Coverage, Expected};
use super::{Tagged, found};

/// Interjections in the treebanks.
const INTERJECTION: &[&str] = &["INTJ"];
/// Sentence particles.
const PARTICLE: &[&str] = &["SP"];
/// Discourse markers.
const DISCOURSE: &[&str] = &["DISC"];
/// Words for sounds, which the annotation guideline leaves alone, but not laughter.
const SOUND: &[&str] = &["ONOM", "DISC"];
/// Exclamation marks.
const MARK: &[&str] = &["EXCL"];

/// The particles that the annotation guideline marks wherever they are free. A treebank calls more so
/// (了, 的, 嗎, 而已), and 吧 is marked in one of its three uses only.
const ALWAYS: &str = "啊呀哇哪啦咯嘍喽囉啰嘛唄呗嘞哩喲哟喔耶捏喎㗎架喇吖啫咋嚟先咩";
/// The particle that is marked unless it asks.
const UNLESS_ASKING: char = '呢';

/// Compares interjections, particles and marks.
pub fn exclamations(texts: &[Tagged], reports: &[Report]) -> Outcome {
    let expected = |subtype: &str, text: &Tagged| match subtype {
        "interjection" => Expected {
            wanted: text.places(INTERJECTION),
            aside: text.places(SOUND),
            ..Expected::default()
        },
        "particle" => Expected {
            wanted: particles(text),
            accepted: text.places(PARTICLE),
            aside: text.places(DISCOURSE),
        },
        _ => Expected { wanted: text.places(MARK), ..Expected::default() },
    };
    let mut outcome = Outcome::default();
    for subtype in ["interjection", "particle", "mark"] {
        let mut coverage = Coverage::default();
        for (index, (text, report)) in texts.iter().zip(reports).enumerate() {
            let ours = found(report, |finding| {
                finding.family == "exclamation" && finding.subtype == subtype
            });
            let wrong = coverage.add((index, subtype), &expected(subtype, text), &ours);
            outcome.mistakes.extend(wrong);
        }
        outcome.measures.push(match subtype {
            "interjection" => coverage.measure_with_f1(subtype),
            _ => coverage.measure(subtype),
        });
    }
    outcome
}

/// The sentence particles that the guideline marks: of a stack the last one, 呢 not in questions.
fn particles(text: &Tagged) -> Vec<Place> {
    let all = text.places(PARTICLE);
    let asks = |end: u32| {
        let mut rest = text.text.chars().skip(end as usize);
        rest.find(|next| !"”’」』".contains(*next)).is_some_and(|next| "?？".contains(next))
    };
    let last = |end: u32| !all.iter().any(|next| next.0 == end);
    let in_table = |particle: &str, end: u32| {
        let last = particle.chars().next_back();
        last.is_some_and(|last| ALWAYS.contains(last) || (last == UNLESS_ASKING && !asks(end)))
    };
    let marked = text.tagged(PARTICLE).filter(|it| last(it.end) && in_table(&it.text, it.end));
    marked.map(super::Tag::place).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{figures, report, tagged};
    use super::*;

    #[test]
    fn which_particles_have_to_be_found() {
        for (text, starts) in [
            ("下雨[啦|SP]。", &[2][..]),
            ("下雨[了|SP]。", &[]),
            ("走[吧|SP]。", &[]),
            ("早着[呢|SP]。", &[2]),
            ("我[呢|SP]，不去。", &[1]),
            ("他[呢|SP]？", &[]),
            ("問「他[呢|SP]」？", &[]),
            ("係[㗎|SP][喇|SP]。", &[2]),
            ("係[㗎嘛|SP]。", &[1]),
            ("[啊|INTJ]，好。", &[]),
        ] {
            let places = particles(&tagged(text));
            assert_eq!(places.iter().map(|place| place.0).collect::<Vec<_>>(), starts, "{text}");
        }
    }

    #[test]
    fn treebanks_are_compared_class_by_class() {
        let texts = ["[唉|INTJ]，走[啊|SP][！|EXCL]", "天黑[了|SP]！"].map(tagged);
        let reports = texts.each_ref().map(|text| report(&text.text));
        assert_eq!(
            figures(&exclamations(&texts, &reports)),
            [
                "interjection: precision 1.000 recall 1.000 f1 1.000",
                "particle: precision 1.000 recall 1.000",
                "mark: precision 0.500 recall 1.000",
            ]
        );
    }
}
