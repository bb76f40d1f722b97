//! The JSON form of a report is the one that `tests/schema/report.schema.json` fixes.

use cifeng::{Analyzer, Comparison, Language, OffsetUnit, Options, Profile, Side};
use jsonschema::Validator;
use serde_json::{Value, json};

const DICTIONARY: &str = include_str!("../lexicon/segmentation/dictionary.txt");

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(include_str!("schema/report.schema.json"))
        .expect("the schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::draft202012::new(&schema).expect("the schema can be used")
}

const TEXTS: &[(&str, &str)] = &[
    ("empty", ""),
    ("white space", " \n\t\r\n\u{3000}"),
    ("no Chinese", "Nothing to see here, 123!"),
    ("one character", "好"),
    ("emoji only", "😀👨‍👩‍👧"),
    ("Traditional", "他可能病了!\n大概三十歲左右的人,也許都這麼想吧。千真萬確!!!"),
    ("Simplified", "中国呢,肯定不可能输。\r\n哎呀,毫无疑问!"),
    ("mixed, with emoji before the marker", "😀𠮷野說:绝对是這樣啊!"),
    ("controls", "\u{feff}\0也許\u{202e}吧\r\u{fffd}\u{e000}"),
];

#[test]
fn reports_are_valid() {
    let validator = validator();
    let analyzer = Analyzer::new(DICTIONARY).expect("the dictionary is good");
    for &(name, text) in TEXTS {
        for language in [Language::En, Language::ZhHant, Language::ZhHans] {
            for offsets in [OffsetUnit::Codepoint, OffsetUnit::Utf16, OffsetUnit::Utf8] {
                for families in [None, Some(vec!["hedge".to_owned()]), Some(Vec::new())] {
                    let id = Some(name.to_owned());
                    let options = Options {
                        id,
                        language,
                        offsets,
                        families,
                        sha256: true,
                        ..Options::default()
                    };
                    let report = analyzer.analyze(text, &options).expect("a short text");
                    let value = serde_json::to_value(&report).expect("reports are JSON");
                    let errors: Vec<String> =
                        validator.iter_errors(&value).map(|error| error.to_string()).collect();
                    assert_eq!(errors, Vec::<String>::new(), "{name} with {options:?}");
                }
            }
        }
    }
}

#[test]
fn comparisons_are_valid() {
    let schema: Value = serde_json::from_str(include_str!("schema/comparison.schema.json"))
        .expect("the schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
    let validator = jsonschema::draft202012::new(&schema).expect("the schema can be used");
    let analyzer = Analyzer::new(DICTIONARY).expect("the dictionary is good");
    let profiles: Vec<Profile> = TEXTS
        .iter()
        .map(|(_, text)| text.repeat(40))
        .map(|text| analyzer.analyze(&text, &Options::default()).expect("a short text"))
        .map(|report| analyzer.profile(&report))
        .collect();
    for split in 0..=profiles.len() {
        for language in [Language::En, Language::ZhHant, Language::ZhHans] {
            let (a, b) = profiles.split_at(split);
            let sides = [Side { name: "a", profiles: a }, Side { name: "b", profiles: b }];
            let comparison = analyzer.compare(sides, language);
            let value = serde_json::to_value(&comparison).expect("comparisons are JSON");
            let errors: Vec<String> =
                validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert_eq!(errors, Vec::<String>::new(), "split at {split}");
            assert_eq!(serde_json::from_value::<Comparison>(value).expect("it reads"), comparison);
        }
    }
}

#[test]
fn reports_come_back_from_json() {
    let analyzer = Analyzer::new(DICTIONARY).expect("the dictionary is good");
    for &(name, text) in TEXTS {
        let report = analyzer.analyze(text, &Options::default()).expect("a short text");
        let json = serde_json::to_string(&report).expect("reports are JSON");
        assert_eq!(serde_json::from_str::<cifeng::Report>(&json).expect(name), report, "{name}");
    }
}

/// A report with everything in it.
fn full_report() -> Value {
    json!({
        "schema": "cifeng.report/1",
        "analyzer": {
            "version": "0.1.0", "lexicon": "0123456789abcdef",
            "user_lexicons": [{ "name": "我的詞表", "entries": 1, "fingerprint": "0123456789abcdef" }]
        },
        "offsets": "codepoint",
        "document": {
            "id": "a", "chars": 6, "han": 5, "sentences": 1, "paragraphs": 1, "script": "neutral",
            "sha256": null
        },
        "findings": [{
            "start": 1, "end": 3, "text": "可能", "family": "hedge", "subtype": "modal",
            "rule": "hedge/modal/probability", "variant_of": null, "role": null, "voice": null,
            "refers_to": null, "meaning": null, "why": "because"
        }],
        "set_aside": [{
            "start": 3, "end": 4, "text": "！", "family": "exclamation", "subtype": "mark",
            "rule": "exclamation/mark/run", "exception": 0
        }],
        "summary": {
            "families": {
                "hedge": {
                    "count": 1, "per_1000_han": 200.0, "ci95": [5.06, 1114.33],
                    "subtypes": { "modal": 1 },
                    "subtype_rates": {
                        "modal": { "per_1000_han": 200.0, "ci95": [5.06, 1114.33] }
                    },
                    "dp_norm": null
                }
            },
            "paragraphs": [{ "start": 0, "end": 6, "han": 5, "counts": { "hedge": 1 } }],
            "voices": [{
                "voice": null, "han": 5,
                "families": {
                    "hedge": { "count": 1, "per_1000_han": 200.0, "ci95": [5.06, 1114.33] }
                }
            }]
        },
        "notes": [{ "code": "short", "text": "This text is short." }]
    })
}

#[test]
fn broken_reports_are_refused() {
    let validator = validator();
    assert!(validator.is_valid(&full_report()));
    // Where in the report, and what stands there instead; nothing means that the key is missing.
    for (pointer, wrong) in [
        ("/schema", Some(json!("cifeng.report/2"))),
        ("/schema", None),
        ("/notes", None),
        ("/extra", Some(json!(1))),
        ("/analyzer/lexicon", Some(json!("0123"))),
        ("/analyzer/version", Some(json!("latest"))),
        ("/analyzer/user_lexicons", None),
        ("/analyzer/user_lexicons/0/name", Some(json!("a/b"))),
        ("/analyzer/user_lexicons/0/entries", Some(json!(-1))),
        ("/analyzer/user_lexicons/0/fingerprint", Some(json!("abc"))),
        ("/offsets", Some(json!("bytes"))),
        ("/document/id", Some(json!(7))),
        ("/document/chars", Some(json!(-1))),
        ("/document/han", Some(json!(4_294_967_296_u64))),
        ("/document/script", Some(json!("latin"))),
        ("/document/sha256", Some(json!("abc"))),
        ("/document/sha256", None),
        ("/document/title", Some(json!("t"))),
        ("/findings", Some(json!({}))),
        ("/findings/0/start", Some(json!(1.5))),
        ("/findings/0/end", Some(json!(0))),
        ("/findings/0/text", Some(json!(""))),
        ("/findings/0/family", Some(json!("Hedge"))),
        ("/findings/0/subtype", None),
        ("/findings/0/rule", Some(json!("modal"))),
        ("/findings/0/rule", Some(json!("user/甲/乙"))),
        ("/findings/0/variant_of", None),
        ("/findings/0/role", Some(json!("opening"))),
        ("/findings/0/why", Some(json!(null))),
        ("/findings/0/voice", Some(json!(""))),
        ("/findings/0/meaning", None),
        ("/findings/0/score", Some(json!(0.5))),
        ("/summary/families/Hedge", Some(json!({}))),
        ("/summary/families/hedge/count", Some(json!("1"))),
        ("/summary/families/hedge/per_1000_han", Some(json!(null))),
        ("/summary/families/hedge/ci95", Some(json!([1.0]))),
        ("/summary/families/hedge/ci95", Some(json!([1.0, 2.0, 3.0]))),
        ("/summary/families/hedge/ci95/1", Some(json!(null))),
        ("/summary/families/hedge/dp_norm", Some(json!(1.5))),
        ("/summary/families/hedge/subtypes/modal", Some(json!(-1))),
        ("/summary/families/hedge/subtype_rates", None),
        ("/summary/families/hedge/subtype_rates/modal/ci95", None),
        ("/summary/families/hedge/subtype_rates/modal/per_1000_han", Some(json!(-0.1))),
        ("/summary/families/hedge/mean", Some(json!(1))),
        ("/summary/paragraphs/0/counts", None),
        ("/summary/paragraphs/0/counts/hedge", Some(json!(0.1))),
        ("/summary/voices", Some(json!([]))),
        ("/summary/voices/0/han", None),
        ("/summary/voices/0/families/hedge/ci95", None),
        ("/notes/0/code", Some(json!("Short!"))),
        ("/notes/0/text", None),
    ] {
        let mut report = full_report();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        match (report.pointer_mut(parent).expect(pointer), wrong.clone()) {
            (Value::Object(map), Some(wrong)) => drop(map.insert(key.to_owned(), wrong)),
            (Value::Object(map), None) => drop(map.remove(key).expect(pointer)),
            (Value::Array(items), Some(wrong)) => {
                items[key.parse::<usize>().expect(pointer)] = wrong;
            }
            (other, _) => unreachable!("{pointer} leads to {other}"),
        }
        assert!(!validator.is_valid(&report), "{pointer} as {wrong:?} was let through");
    }
}
