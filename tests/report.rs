//! A report agrees with itself and with the text, and says the same in every form.

use std::collections::BTreeMap;

use cifeng::{Analyzer, Language, Meanings, OffsetUnit, Options, Report};

const DICTIONARY: &str = include_str!("../lexicon/segmentation/dictionary.txt");

const TEXTS: &[(&str, &str)] = &[
    ("empty", ""),
    ("no Chinese", "1 < 2 && \"x\" != 'y'"),
    ("one line", "他可能病了!"),
    ("paragraphs of all kinds", "也許吧。\n\n \r\n他一定會來!!!\r大概三十歲左右。\n"),
    ("labels that share a span", "這話千真萬確!我認為絕對沒有問題。"),
    ("beyond the basic plane", "😀𠮷野家,<b>可能</b>漲價了!\u{0}毫無疑問。"),
];

fn analyzer() -> Analyzer {
    Analyzer::new(DICTIONARY).expect("the dictionary is good")
}

fn report(analyzer: &Analyzer, text: &str, offsets: OffsetUnit) -> Report {
    let options = Options { id: Some("=a<b>".to_owned()), offsets, ..Options::default() };
    analyzer.analyze(text, &options).expect("a short text")
}

#[test]
fn findings_stand_in_the_text_in_order() {
    let analyzer = analyzer();
    for &(name, text) in TEXTS {
        let report = report(&analyzer, text, OffsetUnit::Utf8);
        for finding in &report.findings {
            let span = finding.start as usize..finding.end as usize;
            assert_eq!(text.get(span), Some(finding.text.as_str()), "{name}");
            assert!(finding.rule.starts_with(&format!("{}/{}/", finding.family, finding.subtype)));
            assert!(!finding.why.contains(['{', '}']), "{name}: {}", finding.why);
        }
        let order = |pair: &[cifeng::Finding]| {
            (pair[0].start, u32::MAX - pair[0].end) <= (pair[1].start, u32::MAX - pair[1].end)
        };
        assert!(report.findings.windows(2).all(order), "{name}");
    }
}

#[test]
fn voices_share_out_the_text_and_its_findings() {
    let analyzer = analyzer();
    let talk = "記者:可能嗎?\n李工:絕對不可能!\n記者:也許吧。\n校長說:「當然會改善。」他走了。";
    let report = report(&analyzer, talk, OffsetUnit::Utf8);
    let voices = &report.summary.voices;
    let names: Vec<Option<&str>> = voices.iter().map(|voice| voice.voice.as_deref()).collect();
    assert_eq!(names, [None, Some("記者"), Some("李工"), Some("校長")]);
    assert_eq!(voices.iter().map(|voice| voice.han).sum::<u32>(), report.document.han);
    for (voice, row) in names.iter().zip(voices) {
        for (family, numbers) in &row.families {
            let own = report.findings.iter().filter(|finding| finding.family == *family);
            let own = own.filter(|finding| finding.voice.as_deref() == *voice).count();
            assert_eq!(numbers.count as usize, own, "{voice:?}: {family}");
        }
    }
    assert_eq!(voices[2].families["booster"].count, 2);
    for &(name, text) in TEXTS {
        let alone = self::report(&analyzer, text, OffsetUnit::Utf8).summary.voices;
        assert_eq!(alone.len(), 1, "{name}");
        assert_eq!(alone[0].voice, None, "{name}");
    }
}

#[test]
fn meanings_come_in_the_readers_language() {
    let mut analyzer = analyzer();
    let text = "這是守株待兔!可能。";
    let meaning = |analyzer: &Analyzer, language| {
        let options = Options { language, ..Options::default() };
        let report = analyzer.analyze(text, &options).expect("a short text");
        report.findings.into_iter().map(|finding| finding.meaning).collect::<Vec<_>>()
    };
    assert_eq!(meaning(&analyzer, Language::En), [None, None, None]);
    let own = include_str!("../lexicon/meanings/meanings.tsv");
    let cedict = include_str!("../lexicon/meanings/cc-cedict.tsv");
    analyzer.add_meanings(Meanings::new(own, cedict).expect("the committed tables are good"));
    let english = meaning(&analyzer, Language::En);
    assert!(english[0].as_deref().is_some_and(str::is_ascii), "{english:?}");
    assert_eq!(english[1..], [None, None]);
    let [traditional, simplified] =
        [Language::ZhHant, Language::ZhHans].map(|language| meaning(&analyzer, language));
    assert!(traditional[0].as_deref().is_some_and(|text| text.contains('著')), "{traditional:?}");
    assert!(simplified[0].as_deref().is_some_and(|text| text.contains('着')), "{simplified:?}");
}

#[test]
fn numbers_agree_with_findings() {
    let analyzer = analyzer();
    for &(name, text) in TEXTS {
        for offsets in [OffsetUnit::Codepoint, OffsetUnit::Utf16, OffsetUnit::Utf8] {
            let report = report(&analyzer, text, offsets);
            let mut by_family = BTreeMap::new();
            let mut by_subtype = BTreeMap::new();
            for finding in &report.findings {
                *by_family.entry(finding.family.clone()).or_insert(0) += 1;
                let subtype = (finding.family.clone(), finding.subtype.clone());
                *by_subtype.entry(subtype).or_insert(0) += 1;
            }
            let han = report.document.han;
            for family in analyzer.families() {
                let summary = &report.summary.families[&family.id];
                let expected = by_family.get(&family.id).copied().unwrap_or_default();
                assert_eq!(summary.count, expected, "{name}: {}", family.id);
                let rate = cifeng::report::Rate::of(summary.count, han);
                assert_eq!((summary.per_1000_han, summary.ci95), (rate.per_1000_han, rate.ci95));
                for subtype in family.subtypes {
                    let key = (family.id.clone(), subtype.id.clone());
                    let expected = by_subtype.get(&key).copied().unwrap_or_default();
                    assert_eq!(summary.subtypes[&subtype.id], expected, "{name}: {key:?}");
                }
            }
            let mut in_paragraphs = BTreeMap::new();
            for paragraph in &report.summary.paragraphs {
                assert!(paragraph.start < paragraph.end, "{name}");
                for (family, count) in &paragraph.counts {
                    *in_paragraphs.entry(family.clone()).or_insert(0) += count;
                }
            }
            assert_eq!(in_paragraphs, by_family, "{name}");
            let paragraphs = report.summary.paragraphs.iter();
            assert_eq!(paragraphs.map(|paragraph| paragraph.han).sum::<u32>(), han, "{name}");
            assert_eq!(report.summary.paragraphs.len(), report.document.paragraphs as usize);
        }
    }
}

#[cfg(feature = "writers")]
mod writers {
    use cifeng::report::{View, csv, html, table};
    use cifeng::{FamilyInfo, Finding, Language};

    use super::*;

    fn view<'a>(report: &'a Report, text: &'a str, families: &'a [FamilyInfo]) -> View<'a> {
        View { report, text, families, language: Language::En }
    }

    #[test]
    fn csv_can_be_read_back() {
        let analyzer = analyzer();
        let families = analyzer.families();
        for &(name, text) in TEXTS {
            for offsets in [OffsetUnit::Codepoint, OffsetUnit::Utf16, OffsetUnit::Utf8] {
                let report = report(&analyzer, text, offsets);
                let mut writer = csv::Writer::new(Vec::new()).expect("begun");
                writer.add(view(&report, text, &families)).expect("written");
                let bytes = writer.finish().expect("ended");

                let mut reader = ::csv::Reader::from_reader(bytes.as_slice());
                assert_eq!(reader.headers().expect("a header"), csv::HEADER.as_slice());
                let rows: Vec<::csv::StringRecord> =
                    reader.records().collect::<Result<_, _>>().expect("rows");
                assert_eq!(rows.len(), report.findings.len(), "{name}");
                for (row, finding) in rows.iter().zip(&report.findings) {
                    let cells = [&row[0], &row[1], &row[2], &row[4], &row[5], &row[6], &row[11]];
                    let (start, end) = (finding.start.to_string(), finding.end.to_string());
                    let Finding { text, family, subtype, rule, .. } = finding;
                    assert_eq!(cells, ["'=a<b>", &start, &end, text, family, subtype, rule]);
                    let paragraph: usize = row[13].parse().expect("a paragraph");
                    let paragraph = &report.summary.paragraphs[paragraph - 1];
                    assert!(paragraph.start <= finding.start && finding.end <= paragraph.end);
                }
            }
        }
    }

    #[test]
    fn pages_hold_the_text_and_every_finding() {
        let analyzer = analyzer();
        let families = analyzer.families();
        for &(name, text) in TEXTS {
            for offsets in [OffsetUnit::Codepoint, OffsetUnit::Utf16, OffsetUnit::Utf8] {
                let report = report(&analyzer, text, offsets);
                let mut writer =
                    html::Writer::new(Vec::new(), "a<b>", &families, Language::En).expect("begun");
                writer.add(view(&report, text, &families)).expect("written");
                let page = String::from_utf8(writer.finish().expect("ended")).expect("UTF-8");

                assert!(page.contains("<title>a&lt;b&gt;</title>"), "{page}");
                let (_, text_on) = page.split_once("<div class=\"text\" lang=\"zh").expect("text");
                let (_, text_on) = text_on.split_once("\">").expect("the rest of the tag");
                let (marked, _) = text_on.split_once("</div>").expect("its end");
                assert_eq!(text_of(marked), text.replace('\0', "␀"), "{name}");
                for finding in &report.findings {
                    let mark = format!(
                        "data-family=\"{}\" data-subtype=\"{}\"",
                        finding.family, finding.subtype
                    );
                    assert!(marked.contains(&mark), "{name}: {mark} is not in {marked}");
                }
                assert_eq!(marked.matches(" id=").count(), report.findings.len(), "{name}");
                assert_eq!(marked.matches("<mark").count(), marked.matches("</mark").count());
            }
        }
    }

    #[test]
    fn charts_say_what_their_tables_say() {
        let analyzer = analyzer();
        let families = analyzer.families();
        for &(name, text) in TEXTS {
            let report = report(&analyzer, text, OffsetUnit::Utf16);
            let mut writer =
                html::Writer::new(Vec::new(), "a<b>", &families, Language::En).expect("begun");
            writer.add(view(&report, text, &families)).expect("written");
            let page = String::from_utf8(writer.finish().expect("ended")).expect("UTF-8");

            let expected = usize::from(!report.findings.is_empty());
            assert_eq!(page.matches("<figure").count(), 2 * expected, "{name}");
            assert_eq!(page.matches("<circle").count(), families.len() * expected, "{name}");
            assert_eq!(page.matches("<svg").count(), page.matches("</svg>").count(), "{name}");
            if expected == 0 {
                continue;
            }
            let (_, places) = page.split_once("<table class=\"places\">").expect("a table");
            let (places, _) = places.split_once("</table>").expect("its end");
            let counts = places.split("<td class=\"number\">").skip(1);
            let counts = counts.map(|cell| cell.split_once('<').expect("its end").0);
            let sum: usize = counts.map(|count| count.parse::<usize>().expect("a count")).sum();
            assert_eq!(sum, report.findings.len(), "{name}");
        }
    }

    /// What a reader of some HTML sees.
    fn text_of(html: &str) -> String {
        let mut text = String::new();
        for piece in html.split('<') {
            text += piece.split_once('>').map_or(piece, |(_, after)| after);
        }
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
            .iter()
            .fold(text, |text, (escaped, plain)| text.replace(escaped, plain))
    }

    #[test]
    fn tables_fit_the_terminal() {
        let analyzer = analyzer();
        let families = analyzer.families();
        let text = "這話千真萬確!我認為也許大概絕對沒有問題吧。".repeat(9);
        let report = report(&analyzer, &text, OffsetUnit::Codepoint);
        for width in [80, 100, 160] {
            let mut writer = table::Writer::new(Vec::new(), Some(width));
            writer.add(view(&report, &text, &families)).expect("written");
            let output = String::from_utf8(writer.finish().expect("ended")).expect("UTF-8");
            // The text in numbers is prose, which the terminal wraps.
            for line in output.lines().skip(3) {
                let cells: usize = line.chars().map(|c| if c >= '\u{2e80}' { 2 } else { 1 }).sum();
                assert!(cells <= usize::from(width), "{cells} cells in {line:?}");
            }
        }
    }
}
