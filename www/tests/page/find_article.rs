//! Which part of a page is read as its article.

use crate::common::{Fixture, find};
use wasm_bindgen_test::wasm_bindgen_test;

const FIRST: &str = "The council of Netherwick voted on Monday to keep the old ferry, which has crossed the river since 1911, \
    and to spend nothing on the bridge that the county wants.";
const SECOND: &str = "Its chair, Ada Renn, said that the vote was close, but that nobody in the hall had spoken for the bridge, \
    not even those who had asked for it a year ago.";

#[track_caller]
fn check(html: &str, expected: &[&str]) {
    let html = html.replace("{first}", FIRST).replace("{second}", SECOND);
    let _fixture = Fixture::new(&html);
    let expected: Vec<String> =
        expected.iter().map(|s| s.replace("{first}", FIRST).replace("{second}", SECOND)).collect();
    let text = find().map(|page| page.text()).unwrap_or_else(|error| error.to_string());
    assert_eq!(text, expected.join("\n"), "{html}");
}

#[wasm_bindgen_test]
fn the_frame_around_an_article_is_left_out() {
    check(
        "<header><nav><a href='#'>World</a></nav></header>
        <article><h1>Netherwick keeps its ferry</h1><p class='byline'>By Jo Marsh, in the council hall of Netherwick</p>
        <p>{first}</p><div class='ad-slot'>Buy our very fine boats, today only, at half the price of last year.</div>
        <p>{second}</p><div class='social-share'><span>Share this story with all of your friends, and with ours.</span></div>
        <section class='comments'><p>What a shame, I would have liked that bridge, said nobody ever.</p></section></article>
        <aside class='related'><h2>Related</h2><p>County plans a tunnel, a bridge, and a second tunnel.</p></aside>
        <footer>Contact the desk of the Netherwick Courier, weekdays from nine.</footer>",
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
}

#[wasm_bindgen_test]
fn headline_standfirst_and_captions_belong_to_it_wherever_they_stand() {
    check(
        "<div class='top'><h1>Netherwick keeps its ferry</h1><p class='standfirst'>A close vote leaves the river as it was, to nobody's surprise.</p></div>
        <div class='story-body'><figure><img alt=''><figcaption>The ferry in a June fog.</figcaption></figure>
        <p>{first}</p><p>{second}</p></div>",
        &[
            "Netherwick keeps its ferry",
            "A close vote leaves the river as it was, to nobody's surprise.",
            "The ferry in a June fog.",
            "{first}",
            "{second}",
        ],
    );
}

#[wasm_bindgen_test]
fn paragraphs_without_paragraph_elements_are_found() {
    check(
        "<div id='wrap'><h1>Netherwick keeps its ferry</h1><div>{first}<br><br>{second}</div></div><div><a href='#'>More</a></div>",
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
}

#[wasm_bindgen_test]
fn a_fold_named_read_more_is_the_article_s_own() {
    check(
        "<div class='story-body'><h1>Netherwick keeps its ferry</h1><p>{first}</p><div id='read-more'><p>{second}</p></div></div>",
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
}

#[wasm_bindgen_test]
fn a_heading_that_heads_nothing_is_left_out() {
    check(
        "<article><h1>Netherwick keeps its ferry</h1><p>{first}</p><h2>What the chair says</h2><p>{second}</p>
        <h2>More from the river</h2><ul><li><a href='#'>A tunnel, again</a></li></ul></article>",
        &["Netherwick keeps its ferry", "{first}", "What the chair says", "{second}"],
    );
}

#[wasm_bindgen_test]
fn several_articles_are_none() {
    let teaser = |n: u32| format!("<article><h2>Story number {n}</h2><p>{FIRST} {n}</p></article>");
    let html: String = (1..=5).map(teaser).collect();
    let _fixture = Fixture::new(&html);
    let error = find().err().expect("a front page has no article of its own");
    assert_eq!(error.name(), "PostilNoArticleError");
    assert!(error.message().contains("root"), "it says what to do: {error}");
}

#[wasm_bindgen_test]
fn a_page_without_running_text_has_no_article() {
    let _fixture = Fixture::new("<nav>World</nav><p>Log in</p>");
    assert_eq!(find().err().expect("there is nothing to read").name(), "PostilNoArticleError");
}
