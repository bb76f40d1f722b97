//! What must come out right on any day: traps of words, negation, numbers, questions and nesting.

mod common;

use common::found;

/// Text in both scripts where they differ, and everything that is found in it.
const CASES: &[(&[&str], &[&str])] = &[
    // Words in which a cue is nothing.
    (&["這種可能性並不大。", "这种可能性并不大。"], &[]),
    (&["市場經濟是一個大概念。", "市场经济是一个大概念。"], &[]),
    (&["雲端的計算是分布式的。", "云端的计算是分布式的。"], &[]),
    (&["他是老闆的左右手。", "他是老板的左右手。"], &[]),
    (&["這正是本地的比較優勢。", "这正是本地的比较优势。"], &[]),
    (&["求這個數的絕對值。", "求这个数的绝对值。"], &[]),
    (&["他在網吧過夜。", "他在网吧过夜。"], &[]),
    (&["請看第3題: a != b", "请看第3题: a != b"], &[]),
    // Negation and dictionary units.
    (&["這不可能。"], &["不可能/booster/certainty"]),
    (&["明天有可能下雨。"], &["有可能/hedge/modal"]),
    (&["千真萬確。"], &["千真萬確/proverb/chengyu", "千真萬確/booster/certainty"]),
    // Numbers.
    (&["他三十左右。"], &["左右/hedge/approximator"]),
    // Appearance, not simile; inference, not duty.
    (&["他跑得好像風一樣。", "他跑得好像风一样。"], &[]),
    (&["他好像病了。"], &["好像/hedge/modal"]),
    (&["政府應該投資教育。", "政府应该投资教育。"], &[]),
    (&["他應該到了。"], &["應該/hedge/modal"]),
    (&["他应该到了。"], &["应该/hedge/modal"]),
    // Particles: conjecture, pause, question.
    (&["是他吧。"], &["吧/hedge/modal"]),
    (&["中國呢,有十四億人。"], &["呢/exclamation/particle:pause"]),
    (&["他們靠什麼呢?", "他们靠什么呢?"], &[]),
    // Runs of marks.
    (&["走了!!!"], &["!!!/exclamation/mark"]),
    (&["走了！！！"], &["！！！/exclamation/mark"]),
    (&["真的走了?!"], &["真的/booster/certainty", "?!/exclamation/mark"]),
    // Punctuation inside a fixed expression, and nothing else inside it.
    (&["智者千慮、必有一失。"], &["智者千慮、必有一失/proverb/proverb"]),
    (&["智者千慮必有一失。"], &["智者千慮必有一失/proverb/proverb"]),
    (&["智者千虑，必有一失。"], &["智者千虑，必有一失/proverb/proverb"]),
    (&["智者千慮 —— 必有一失。"], &["智者千慮 —— 必有一失/proverb/proverb"]),
    // Families touch and nest.
    (
        &["絕對搬起石頭砸自己的腳!"],
        &["絕對/booster/certainty", "搬起石頭砸自己的腳/proverb/proverb", "!/exclamation/mark"],
    ),
    (
        &["絕對不可能!"],
        &["絕對/booster/certainty", "不可能/booster/certainty", "!/exclamation/mark"],
    ),
    (&["太好了!!!"], &["太好了/exclamation/construction", "!!!/exclamation/mark"]),
    (&["也許吧"], &["也許/hedge/modal", "吧/hedge/modal"]),
    (&["我覺得可能"], &["我覺得/hedge/plausibility-shield", "可能/hedge/modal"]),
    (&["哎呀,這個我們不好講了"], &["哎呀/exclamation/interjection"]),
    (&["不一定對吧?"], &["不一定/hedge/modal"]),
    (&["建那麼多大樓有啥用啊?!"], &["啊/exclamation/particle:question", "?!/exclamation/mark"]),
    // Titles, addresses and words talked about.
    (&["我看了《你好!李煥英》。", "我看了《你好!李焕英》。"], &[]),
    (&["寫信到 kenengma@example.org 或看 https://example.org/a!b"], &[]),
    (&["“大概”這個詞很常用。", "“大概”这个词很常用。"], &[]),
];

#[test]
fn the_traps_of_the_first_day_come_out_right() {
    let mut wrong = Vec::new();
    for (texts, expected) in CASES {
        for text in *texts {
            let found = found(text);
            if found != *expected {
                wrong.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
