//! The columns of a report as JavaScript gets them.

use js_sys::{Array, Error, JsString, Object, Uint8Array, Uint32Array};
use wasm_bindgen::prelude::*;

use super::{set, to_javascript};
use crate::report::{Columns, Marker, ROLES, TextId, Texts};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("report.d.ts");

#[wasm_bindgen(module = "/src/wasm/report.js")]
extern "C" {
    /// The report of columns, made by JavaScript and for JavaScript alone.
    #[wasm_bindgen(js_name = reportOf, reexport, skip_typescript)]
    pub fn report_of(columns: &JsValue) -> JsValue;
}

/// The columns as an object of typed arrays, each with a buffer of its own.
pub(super) fn to_columns(columns: &Columns) -> Result<JsValue, Error> {
    let Columns { head, findings, markers, paragraphs, texts } = columns;
    let whole = to_javascript(head)?;
    let numbers = |numbers: &[u32]| Uint32Array::from(numbers).into();
    let ids = |ids: &mut dyn Iterator<Item = TextId>| {
        numbers(&ids.map(|TextId(number)| number).collect::<Vec<_>>())
    };
    let marked = |field: fn(&Marker) -> TextId| ids(&mut markers.iter().map(field));
    let roles: Array = ROLES.iter().map(to_javascript).collect::<Result<_, _>>()?;
    let families: Array = paragraphs.families.iter().map(JsValue::from).collect();
    let parts = [
        (
            "findings",
            object([
                ("start", numbers(&findings.start)),
                ("end", numbers(&findings.end)),
                ("marker", numbers(&findings.marker)),
                ("role", Uint8Array::from(findings.role.as_slice()).into()),
                ("voice", ids(&mut findings.voice.iter().copied())),
            ]),
        ),
        (
            "markers",
            object([
                ("text", marked(|each| each.text)),
                ("family", marked(|each| each.family)),
                ("subtype", marked(|each| each.subtype)),
                ("rule", marked(|each| each.rule)),
                ("variantOf", marked(|each| each.variant_of)),
                ("refersTo", marked(|each| each.refers_to)),
                ("meaning", marked(|each| each.meaning)),
                ("why", marked(|each| each.why)),
            ]),
        ),
        ("roles", roles.into()),
        (
            "paragraphs",
            object([
                ("start", numbers(&paragraphs.start)),
                ("end", numbers(&paragraphs.end)),
                ("han", numbers(&paragraphs.han)),
                ("families", families.into()),
                ("counts", numbers(&paragraphs.counts)),
            ]),
        ),
        (
            "texts",
            object([
                ("all", JsString::from(texts.all.as_str()).into()),
                ("ends", numbers(&ends_in_utf16(texts))),
            ]),
        ),
    ];
    for (key, value) in parts {
        set(&whole, key, &value);
    }
    Ok(whole)
}

fn object<const N: usize>(entries: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new().into();
    for (key, value) in entries {
        set(&object, key, &value);
    }
    object
}

fn ends_in_utf16(texts: &Texts) -> Vec<u32> {
    let (mut start, mut units) = (0, 0);
    let ends = texts.ends.iter().map(|end| *end as usize);
    ends.map(|end| {
        units += texts.all[start..end].encode_utf16().count() as u32;
        start = end;
        units
    })
    .collect()
}
