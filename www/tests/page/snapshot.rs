//! What is read of an element: its text as a reader sees it, block by block.

use crate::common::{BRACKETS, Fixture, NOTHING, document, open, painted};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[track_caller]
fn check(html: &str, expected: &str) {
    let fixture = Fixture::new(html);
    let page = open(&fixture.root, NOTHING).expect("the fixture holds text");
    assert_eq!(page.text(), expected, "{html}");
}

#[wasm_bindgen_test]
fn blocks_are_joined_by_line_feeds() {
    check(
        "<p>The mayor went home.</p><p>Nobody asked her to stay.</p>",
        "The mayor went home.\nNobody asked her to stay.",
    );
    check("<ul><li>Bread, two loaves</li><li>Milk</li></ul>", "Bread, two loaves\nMilk");
    check("<table><tr><td>Left bank</td><td>Right bank</td></tr></table>", "Left bank\nRight bank");
    check("<blockquote>We left<p>early.</p></blockquote>", "We left\nearly.");
}

#[wasm_bindgen_test]
fn white_space_collapses_as_on_the_screen() {
    check("<p>\n  The   mayor\n\twent <b> home </b> .</p>", "The mayor went home .");
    check("<p>The mayor<br>went home.</p>", "The mayor went home.");
    check("<p>The mayor went home.<br><br>Nobody saw her.</p>", "The mayor went home.\nNobody saw her.");
}

#[wasm_bindgen_test]
fn invisible_breaks_part_no_words() {
    check("<p>The may\u{ad}or of Nether\u{200b}wick went home.</p>", "The mayor of Netherwick went home.");
    check("<p>The <b>may</b>or w<i>en</i>t home.</p>", "The mayor went home.");
}

#[wasm_bindgen_test]
fn what_is_left_out_glues_no_words() {
    check("<p>The mayor<button>Share</button>went home.</p>", "The mayor went home.");
    check("<p>The mayor<sup><a href='#n1'>1</a></sup>, it seems, went home.</p>", "The mayor, it seems, went home.");
    check("<p>The mayor <span style='display:none'>never</span> went home.</p>", "The mayor went home.");
    check("<p>The mayor <span aria-hidden='true'>*</span> went home.</p>", "The mayor went home.");
}

#[wasm_bindgen_test]
fn what_a_reader_does_not_read_is_left_out() {
    check("<p>The mayor went home.</p><p hidden>Not for print, this one.</p>", "The mayor went home.");
    check("<p>The mayor went home.</p><div contenteditable>Your own words, please.</div>", "The mayor went home.");
    check("<p>The mayor went home.</p><pre>let it = be;</pre><nav>World, Sport</nav>", "The mayor went home.");
    check("<p>The mayor went home.</p><div role='status'>Three new messages came.</div>", "The mayor went home.");
}

#[wasm_bindgen_test]
fn characters_outside_the_basic_plane_keep_their_place() {
    let fixture = Fixture::new("<p>😀 The <b>[Mayor</b> of 🏙 Netherwick] went home.</p>");
    let _page = open(&fixture.root, BRACKETS).expect("the fixture holds text");
    assert_eq!(painted("postil-entity"), Some(vec!["Mayor".to_owned(), " of 🏙 Netherwick".to_owned()]));
}

#[wasm_bindgen_test]
fn a_root_without_text_says_so() {
    let fixture = Fixture::new("<img alt=''>");
    let error = open(&fixture.root, NOTHING).err().expect("there is nothing to read");
    assert_eq!(error.name(), "PostilNoTextError");
}

#[wasm_bindgen_test]
fn a_root_that_is_no_element_of_the_document_is_named() {
    let _fixture = Fixture::new("<p>The mayor went home.</p>");
    let detached = document().create_element("article").expect("an element can be made");
    for (root, name) in [(JsValue::NULL, "null"), ("#story".into(), "#story"), (detached.into(), "<article>")] {
        let error = open(&root, NOTHING).err().expect("there is no such root");
        assert_eq!(error.name(), "PostilRootError");
        assert!(error.message().contains(name), "it names what was given: {error}");
    }
}
