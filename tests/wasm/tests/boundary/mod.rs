//! The JavaScript boundary, seen from JavaScript: reports as plain objects, offsets as strings
//! count them, errors by name. The same tests run wherever the core does.

use cifeng::wasm::{JsAnalyzer, JsDraft};
use js_sys::{Array, Error, JSON, JsString, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const DICTIONARY: &str = include_str!("../../../../lexicon/segmentation/dictionary.txt");

thread_local! {
    /// Loading the dictionary takes most of the time, so it is done once.
    static ANALYZER: JsAnalyzer = {
        let mut analyzer = analyzer(DICTIONARY.as_bytes()).expect("the dictionary is fine");
        analyzer.add_explanations(cifeng::EXPLANATIONS).expect("they are this version's");
        analyzer
    };
}

fn analyzer(dictionary: &[u8]) -> Result<JsAnalyzer, Error> {
    JsAnalyzer::new(dictionary)
}

/// Whether the global object has a property of this name.
pub fn global_has(name: &str) -> bool {
    !get(&js_sys::global(), name).is_undefined()
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).expect("it is an object")
}

fn text(object: &JsValue, key: &str) -> String {
    get(object, key).as_string().unwrap_or_else(|| panic!("{key} is not a string"))
}

fn number(object: &JsValue, key: &str) -> u32 {
    serde_wasm_bindgen::from_value(get(object, key)).expect(key)
}

/// Options as JavaScript gives them.
fn options(json: &str) -> JsValue {
    JSON::parse(json).expect("the test's own JSON")
}

fn analyze(text: &str, options: JsValue) -> Result<JsValue, Error> {
    ANALYZER.with(|analyzer| analyzer.analyze(text, options))
}

fn elements(array: &JsValue) -> Vec<JsValue> {
    array.unchecked_ref::<Array>().iter().collect()
}

fn findings(report: &JsValue) -> Vec<JsValue> {
    elements(&get(report, "findings"))
}

#[wasm_bindgen_test]
fn reasons_come_when_they_are_given() {
    let mut analyzer = analyzer(DICTIONARY.as_bytes()).expect("the dictionary is fine");
    let why = |analyzer: &JsAnalyzer| {
        let report = analyzer.analyze("他也許病了", JsValue::UNDEFINED).expect("a report");
        text(&findings(&report)[0], "why")
    };
    assert_eq!(why(&analyzer), "");
    let error = analyzer.add_explanations(b"no explanations").expect_err("they are broken");
    assert_eq!(error.name(), "Explanations");
    analyzer.add_explanations(cifeng::EXPLANATIONS).expect("they are this version's");
    assert!(why(&analyzer).contains("也許"));
}

#[wasm_bindgen_test]
fn offsets_cut_the_finding_out_of_the_javascript_string() {
    let table = [
        ("plain", "他也許病了！"),
        ("an emoji before", "😀他也許病了！"),
        ("a character beyond the basic plane before", "𠮷先生也許病了！"),
        ("an emoji of several code points", "👩‍👩‍👧‍👦他也許病了！"),
        ("between and after", "他😀也許𠮷病了！😀"),
        ("a byte order mark and CRLF", "\u{feff}😀\r\n他也許病了！\r\n"),
        ("NUL, bidirectional marks and private use", "\0\u{202e}\u{e000}\u{f0000}他也許病了！"),
    ];
    for (name, source) in table {
        let string = JsString::from(source);
        let report = analyze(source, JsValue::UNDEFINED).expect(name);
        assert_eq!(text(&report, "offsets"), "utf16", "{name}");
        let mut found = Vec::new();
        for finding in findings(&report) {
            let cut = string.slice(number(&finding, "start"), number(&finding, "end"));
            assert_eq!(String::from(cut), text(&finding, "text"), "{name}");
            found.push((text(&finding, "text"), text(&finding, "family")));
        }
        let expected = [("也許", "hedge"), ("！", "exclamation")];
        assert_eq!(
            found,
            expected.map(|(text, family)| (text.to_owned(), family.to_owned())),
            "{name}"
        );
    }
}

#[wasm_bindgen_test]
fn a_lone_surrogate_moves_nothing() {
    let string = JsString::from_char_code(&[0xd83d]).concat(&"他也許病了".into());
    let report = analyze(&String::from(&string), JsValue::UNDEFINED).expect("it is analysed");
    let [finding] = findings(&report).try_into().expect("one finding");
    let cut = string.slice(number(&finding, "start"), number(&finding, "end"));
    assert_eq!(String::from(cut), "也許");
}

#[wasm_bindgen_test]
fn paragraphs_are_in_utf16_too() {
    let source = "😀也許。\n𠮷真的！";
    let report = analyze(source, JsValue::UNDEFINED).expect("it is analysed");
    let paragraphs = elements(&get(&get(&report, "summary"), "paragraphs"));
    let spans: Vec<_> =
        paragraphs.iter().map(|one| (number(one, "start"), number(one, "end"))).collect();
    assert_eq!(spans, [(0, 5), (6, 11)]);
}

#[wasm_bindgen_test]
fn a_report_is_a_plain_object_of_the_schema() {
    let report = analyze("他也許病了！", JsValue::UNDEFINED).expect("it is analysed");
    assert_eq!(text(&report, "schema"), "cifeng.report/1");
    assert!(get(&get(&report, "document"), "id").is_null());
    let hedge = get(&get(&get(&report, "summary"), "families"), "hedge");
    assert_eq!(number(&hedge, "count"), 1);
    let json = JSON::stringify(&report).expect("it has a JSON form").as_string().expect("text");
    let reread: cifeng::Report =
        serde_json::from_str(&json).expect("the JSON form is the core's own");
    assert_eq!(reread.findings.len(), 2);
}

/// All that a finding can carry: a voice, a role, a model, whom it means; several paragraphs.
const RICH: &str = "😀記者：川普可能會來嗎？\n李工：他肯定會換道超車啊！\n\n記者：也許吧，一石二鳥。\n校長說：「當然會改善。」";

#[wasm_bindgen_test]
fn the_report_says_what_the_core_says() {
    let mut core = cifeng::Analyzer::new(DICTIONARY).expect("the dictionary is fine");
    core.add_explanations(cifeng::EXPLANATIONS).expect("they are this version's");
    let options = cifeng::Options { offsets: cifeng::OffsetUnit::Utf16, ..Default::default() };
    for source in [RICH, "", "也許", "no Chinese"] {
        let expected = core.analyze(source, &options).expect(source);
        let report = analyze(source, JsValue::UNDEFINED).expect(source);
        let json = JSON::stringify(&report).expect(source).as_string().expect("text");
        assert_eq!(serde_json::from_str::<cifeng::Report>(&json).expect(source), expected);
        // Also the order of keys and what is null; JavaScript writes whole numbers without a point.
        let own = serde_json::to_string(&expected).expect(source);
        let own = JSON::parse(&own).and_then(|own| JSON::stringify(&own)).expect(source);
        assert_eq!(own.as_string(), Some(json), "{source}");
    }
}

#[wasm_bindgen_test]
fn columns_make_the_report_on_another_thread() {
    let columns = ANALYZER.with(|core| core.analyze_columns(RICH, JsValue::UNDEFINED));
    let columns = columns.expect("it is analysed");
    let clone = get(&js_sys::global(), "structuredClone").unchecked_into::<js_sys::Function>();
    let sent = clone.call1(&JsValue::UNDEFINED, &columns).expect("columns can be sent");
    let report = cifeng::wasm::report_of(&sent);
    let direct = analyze(RICH, JsValue::UNDEFINED).expect("it is analysed");
    // A report can be sent, too: what is made when it is read is there, as ordinary values.
    for other in [report, clone.call1(&JsValue::UNDEFINED, &direct).expect("it can be sent")] {
        let [one, other] = [&direct, &other].map(|each| JSON::stringify(each).expect("it is JSON"));
        assert_eq!(String::from(one), String::from(other));
    }
}

#[wasm_bindgen_test]
fn a_draft_follows_its_edits() {
    let mut draft = ANALYZER.with(|core| JsDraft::new(core, "😀他病了。\n也許。"));
    let edits = options(
        r#"[{"start": 3, "end": 3, "text": "可能"}, {"start": 0, "end": 2, "text": ""},
            {"start": 0, "end": 0, "text": "𠮷"}]"#,
    );
    let changed = ANALYZER.with(|core| draft.edit(core, edits, JsValue::UNDEFINED));
    let changed = changed.expect("the edits are good");
    let place = |side: &str| {
        let place = get(&changed, side);
        (number(&place, "start"), number(&place, "end"))
    };
    assert_eq!((place("before"), place("after")), ((0, 10), (0, 12)));
    let drawn = get(&changed, "highlights");
    let columns = ["start", "end", "kind"].map(|name| get(&drawn, name));
    let rows = columns.map(|column| js_sys::Array::from(&column).join(" "));
    let [starts, ends, kinds] = rows.map(String::from);
    assert_eq!((starts.as_str(), ends.as_str()), ("3 9", "5 11"));
    let (first, second) = kinds.split_once(' ').expect("two kinds");
    assert_eq!(first, second, "both are modal hedges");

    let report = ANALYZER.with(|core| draft.report(core, JsValue::UNDEFINED));
    let fresh = analyze("𠮷他可能病了。\n也許。", JsValue::UNDEFINED);
    let [report, fresh] = [report, fresh].map(|each| {
        let text = JSON::stringify(&each.expect("it is analysed")).expect("it is plain");
        String::from(text)
    });
    assert_eq!(report, fresh);

    let broken = ANALYZER.with(|core| draft.edit(core, options("[{}]"), JsValue::UNDEFINED));
    assert_eq!(String::from(broken.expect_err("it is refused").name()), "Edits");
}

#[wasm_bindgen_test]
fn what_a_report_makes_it_keeps() {
    let report = analyze(RICH, JsValue::UNDEFINED).expect("it is analysed");
    let summary = get(&report, "summary");
    for (object, key) in [(&report, "findings"), (&summary, "paragraphs")] {
        let made = get(object, key);
        assert!(Array::is_array(&made) && made == get(object, key), "{key}");
        assert!(Reflect::set(object, &key.into(), &JsValue::NULL).expect(key), "{key}");
        assert!(get(object, key).is_null(), "{key}");
    }
}

#[wasm_bindgen_test]
fn texts_without_chinese_give_zeros() {
    for source in ["", " \n\t", "plain English, x != y", "😀"] {
        let report = analyze(source, JsValue::UNDEFINED).expect(source);
        assert_eq!(number(&get(&report, "document"), "han"), 0);
        assert!(findings(&report).is_empty(), "{source:?}");
        assert!(!elements(&get(&report, "notes")).is_empty(), "{source:?}");
    }
}

#[wasm_bindgen_test]
fn options_are_heeded() {
    let source = "他也許病了！";
    let report =
        analyze(source, options(r#"{"id":"a","families":["hedge"]}"#)).expect("it is analysed");
    assert_eq!(text(&get(&report, "document"), "id"), "a");
    let families: Vec<_> =
        findings(&report).iter().map(|finding| text(finding, "family")).collect();
    assert_eq!(families, ["hedge"]);

    let reasons = ["en", "zh-Hant", "zh-Hans"].map(|language| {
        let report =
            analyze(source, options(&format!(r#"{{"language":"{language}"}}"#))).expect(language);
        text(&findings(&report)[0], "why")
    });
    assert!(
        reasons[0] != reasons[1] && reasons[1] != reasons[2] && !reasons.contains(&String::new())
    );
}

#[wasm_bindgen_test]
fn broken_options_are_refused() {
    let table = [(r#"{"language":"fr"}"#, "fr"), (r#"{"maxChars":-1}"#, "-1"), ("5", "options")];
    for (json, place) in table {
        let error = analyze("也許", options(json)).expect_err(json);
        assert_eq!(error.name(), "Options", "{json}");
        let message = String::from(error.message());
        assert!(message.contains(place), "{json}: {message}");
    }
}

#[wasm_bindgen_test]
fn a_text_over_the_limit_is_refused_with_both_numbers() {
    assert!(analyze("😀😀😀", options(r#"{"maxChars":3}"#)).is_ok());
    let error = analyze("😀😀😀也", options(r#"{"maxChars":3}"#)).expect_err("four are too many");
    assert_eq!(error.name(), "TooLong");
    assert_eq!((number(&error, "chars"), number(&error, "limit")), (4, 3));
}

#[wasm_bindgen_test]
fn an_unknown_family_is_named() {
    let error =
        analyze("也許", options(r#"{"families":["irony"]}"#)).expect_err("there is no irony");
    assert_eq!(error.name(), "UnknownFamily");
    let message = String::from(error.message());
    assert!(message.contains("irony") && message.contains("hedge"), "{message}");
}

#[wasm_bindgen_test]
fn a_misspelt_option_is_named() {
    let error = analyze("也許", options(r#"{"familes":["hedge"]}"#)).expect_err("no such option");
    assert_eq!(error.name(), "Options");
    let message = String::from(error.message());
    assert!(message.contains("`familes`") && message.contains("families"), "{message}");
}

#[wasm_bindgen_test]
fn a_broken_dictionary_is_an_error_with_its_place() {
    let table: [(&str, &[u8], &str); 4] = [
        ("cut short", b"n v\n", "line 2"),
        ("not UTF-8", b"\xff\xfe", "not UTF-8"),
        ("an error page instead", b"<!doctype html>\n<title>404</title>", "line 1"),
        ("empty", b"", "empty"),
    ];
    for (name, dictionary, place) in table {
        let error = analyzer(dictionary).err().expect(name);
        assert_eq!(error.name(), "Dictionary", "{name}");
        let message = String::from(error.message());
        assert!(message.contains(place), "{name}: {message}");
    }
}

#[wasm_bindgen_test]
fn families_tell_all_that_a_legend_needs() {
    let families = ANALYZER.with(JsAnalyzer::families).expect("they can be given to JavaScript");
    let families = elements(&families);
    let ids: Vec<_> = families.iter().map(|family| text(family, "id")).collect();
    for id in ["proverb", "nickname", "exclamation", "hedge", "booster"] {
        assert!(ids.iter().any(|known| known == id), "{id} is missing in {ids:?}");
    }
    for family in &families {
        for part in ["name", "description"] {
            for language in ["en", "hant", "hans"] {
                assert!(!text(&get(family, part), language).is_empty());
            }
        }
        assert!(text(&get(family, "color"), "light").starts_with('#'));
        assert!(!elements(&get(family, "subtypes")).is_empty());
    }
}

#[wasm_bindgen_test]
fn profiles_are_bytes_that_can_be_compared() {
    ANALYZER.with(|analyzer| {
        let profile = |source: &str| {
            let numbers = analyzer.profile(source, JsValue::UNDEFINED).expect("a short text");
            (get(&numbers, "profile").unchecked_into::<Uint8Array>(), numbers)
        };
        let (hedged, numbers) = profile(&"他今天也許會到這裡。".repeat(60));
        assert_eq!(number(&get(&numbers, "counts"), "hedge"), 60);
        assert_eq!(number(&get(&numbers, "document"), "han"), 540);
        let (plain, _) = profile(&"他今天一早就到這裡了。".repeat(60));
        let names = options(r#"{"names": ["甲", "乙"], "language": "zh-Hant"}"#);
        let comparison = analyzer.compare(vec![hedged], vec![plain], names).expect("good profiles");
        assert_eq!(text(&elements(&get(&comparison, "sides"))[1], "name"), "乙");
        let first = &elements(&get(&comparison, "entries"))[0];
        assert_eq!(text(first, "entry"), "也許");
        assert_eq!(text(&get(first, "evidence"), "conclusion"), "more-in-a");
        let broken = Uint8Array::from([0xff; 3].as_slice());
        let refused = analyzer.compare(vec![broken], Vec::new(), JsValue::UNDEFINED);
        assert_eq!(String::from(refused.expect_err("no profile").name()), "Profile");
    });
}
