//! Which finding stays where several claim the same characters: the rules of `src/resolve.rs`.

mod common;

use common::found;

/// What is tried, a text, and everything that stays in it.
const CASES: &[(&str, &str, &[&str])] = &[
    ("the longest unit of a family stays", "很可能是這樣。", &["很可能/hedge/modal"]),
    (
        "two cues side by side are two findings",
        "也許可能是他。",
        &["也許/hedge/modal", "可能/hedge/modal"],
    ),
    (
        "a longer unit of a rival family stays alone",
        "這不一定對,那不可能錯。",
        &["不一定/hedge/modal", "不可能/booster/certainty"],
    ),
    (
        "nothing is marked inside a proverb",
        "真是智者千慮,必有一失。",
        &["智者千慮,必有一失/proverb/proverb"],
    ),
    (
        "except a double label of the same span",
        "這件事鐵證如山。",
        &["鐵證如山/proverb/chengyu", "鐵證如山/booster/certainty"],
    ),
    ("nothing is marked inside a nickname", "山姆大叔來了。", &["山姆大叔/nickname/collective"]),
    (
        "a frame takes its own operator in",
        "這裡太美了,真的太美了。",
        &[
            "太美了/exclamation/construction",
            "真的/booster/certainty",
            "太美了/exclamation/construction",
        ],
    ),
    (
        "families that are neither rivals nor opaque nest",
        "簡直是一潭死水!",
        &[
            "簡直是一潭死水/exclamation/construction",
            "一潭死水/proverb/chengyu",
            "!/exclamation/mark",
        ],
    ),
    ("of stacked particles the last stays", "走了啦啊。", &["啊/exclamation/particle:final"]),
    (
        "every occurrence counts",
        "可能,可能,可能是他。",
        &["可能/hedge/modal", "可能/hedge/modal", "可能/hedge/modal"],
    ),
];

#[test]
fn the_right_finding_stays() {
    let mut wrong = Vec::new();
    for (name, text, expected) in CASES {
        let found = found(text);
        if found != *expected {
            wrong.push(format!("{name}: {text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
