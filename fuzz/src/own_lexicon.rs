//! A reader's own lexicon: any table, and what is found with it.

use std::sync::{LazyLock, Mutex, PoisonError};

use cifeng::{Analyzer, Language, LexiconReading, Options, UserEntry, UserLexicon};

use crate::invariants::Reports;
use crate::{ANALYZER, analyzer, folding, text};

/// What stands in such tables, in order and out of it.
pub const PIECES: [&str; 39] = [
    "entry\tfamily\tsubtype\n",
    "\thedge\tmodal\n",
    "\tbooster\tcertainty\n",
    "\tproverb\tchengyu\n",
    "\tnickname\tfigure\n",
    "\texclamation\tparticle\t",
    "詞條",
    "類別",
    "小类",
    "entry",
    "family",
    "subtype",
    "note",
    "model",
    "not_in",
    "hedge",
    "modal",
    "可能",
    "可能性",
    "不可能",
    "磨語",
    "彎道超車",
    "打臉",
    "！",
    "~",
    ",",
    "、",
    "…",
    "|",
    "\"",
    "#",
    "{cue}",
    "user/",
    "<b>",
    "\u{202E}",
    "\u{FEFF}",
    "\0",
    "😀",
    "𠮷",
];

/// Ends the table: what follows is analysed with it. UTF-8 never has this byte.
const BORDER: u8 = 0xFF;
/// So many of the entries are put into the text.
const MENTIONED: usize = 20;

/// An analyser that takes own lexicons, one after the other.
static WITH_OWN: LazyLock<Mutex<Analyzer>> = LazyLock::new(|| Mutex::new(analyzer()));

/// Takes the bytes for a table and a text.
///
/// # Panics
/// If the table is not accounted for line by line, or the reports with it do not hold together.
pub fn check(bytes: &[u8]) {
    let (&first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let (table, rest) = match rest.iter().position(|&byte| byte == BORDER) {
        Some(border) => (&rest[..border], &rest[border + 1..]),
        None => (rest, [].as_slice()),
    };
    let head = if first.is_multiple_of(2) { PIECES[0] } else { "" };
    let table = head.to_owned() + &text::of_pieces(table, &PIECES);
    let lexicon = read(&table);
    if !lexicon.entries.is_empty() {
        find(lexicon, &text::from_bytes(rest));
    }
}

/// Reads a table: every line is taken or complained of, and what was taken reads the same again.
///
/// # Panics
/// If that does not hold.
#[must_use]
pub fn read(table: &str) -> UserLexicon {
    let LexiconReading { lexicon, problems, errors, warnings } =
        ANALYZER.read_lexicon("my words", table);
    let lines = table.split(['\n', '\r']).count() as u32;
    for problem in &problems {
        assert!(problem.line >= 1 && problem.line <= lines, "{problem:?}");
        for language in [Language::En, Language::ZhHant, Language::ZhHans] {
            let message = problem.kind.message(language);
            assert!(!message.contains(['\n', '\r', '\t', '\u{202E}', '\0']), "{message:?}");
        }
    }
    assert_eq!(problems.len(), ((errors + warnings) as usize).min(LexiconReading::MAX_PROBLEMS));
    assert!(lexicon.entries.len() as u32 + errors <= lines + 1);
    for UserEntry { entry, .. } in &lexicon.entries {
        assert!(!entry.contains(['\t', '\n', '\r', '\0', '\u{202E}']), "{entry:?}");
    }
    let again = ANALYZER.read_lexicon("my words", &written(&lexicon));
    assert_eq!(again.lexicon.info(), lexicon.info());
    assert_eq!(again.errors, 0, "{:?}", again.problems);
    lexicon
}

/// A table of the entries, every cell quoted as spreadsheets do it.
fn written(lexicon: &UserLexicon) -> String {
    let mut table = "entry\tfamily\tsubtype\tnote\tmodel\tnot_in\n".to_owned();
    for each in &lexicon.entries {
        let UserEntry { entry, family, subtype, note, model, not_in, .. } = each;
        let optional = |value: &Option<String>| value.clone().unwrap_or_default();
        let cells = [entry, family, subtype, &optional(note), &optional(model), &not_in.join("|")]
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        table.push_str(&cells.join("\t"));
        table.push('\n');
    }
    table
}

/// Analyses a text that names entries of the lexicon.
fn find(lexicon: UserLexicon, text: &str) {
    let mut text = text.to_owned();
    for each in lexicon.entries.iter().take(MENTIONED) {
        text.push_str(&each.entry);
        text.push_str(if each.line % 2 == 0 { "。" } else { "\n" });
    }
    // A check that failed in another thread left nothing half done.
    let mut analyzer = WITH_OWN.lock().unwrap_or_else(PoisonError::into_inner);
    let entries = lexicon.entries.len();
    analyzer.use_lexicons(vec![lexicon]).expect("a lexicon below the limits");
    Reports::by(&analyzer, &text).hold();
    folding::script_symmetry(&analyzer, &text);
    let report = analyzer.analyze(&text, &Options::default()).expect("a text below the limit");
    let [used] = &report.analyzer.user_lexicons[..] else { panic!("one lexicon is in use") };
    assert_eq!(used.entries as usize, entries);
}
