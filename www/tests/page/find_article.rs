//! Which part of a page is read as its article.

use crate::common::{Fixture, NOTHING, document, tools};
use postil::Knowledge;
use postil_page::{Page, PageError};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{ShadowRootInit, ShadowRootMode};

const FIRST: &str = "The council of Netherwick voted on Monday to keep the old ferry, which has crossed the river since 1911, \
    and to spend nothing on the bridge that the county wants.";
const SECOND: &str = "Its chair, Ada Renn, said that the vote was close, but that nobody in the hall had spoken for the bridge, \
    not even those who had asked for it a year ago.";

fn find() -> Result<Page, PageError> {
    Page::start(document(), &JsValue::UNDEFINED, &tools(), Knowledge::new(), NOTHING)
}

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
fn a_page_that_hides_itself_until_it_is_ready_is_read() {
    check(
        "<style>body { visibility: hidden !important }</style><div class='menu'>World, Sport</div>
        <article><h1>Netherwick keeps its ferry</h1><p>{first}</p><p style='display:none'>{second}</p><p>{second}</p></article>",
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
}

#[wasm_bindgen_test]
fn a_caption_is_kept_with_the_link_around_its_picture_and_a_credit_is_not() {
    check(
        "<article><h1>Netherwick keeps its ferry</h1>
        <a href='/gallery'><img alt=''><div class='story__photo__desc'>The ferry in a June fog. | Photo: Courier</div></a>
        <p>{first}</p>
        <figure><img alt=''><figcaption><p>Ada Renn after the vote.</p><p>(Photo: Jo Marsh / Courier)</p></figcaption></figure>
        <figure><img alt=''><figcaption>Jo Marsh/AP</figcaption></figure>
        <p>{second}</p>
        <ul><li><a href='/bridge'><figure><figcaption>How the county drew a bridge.</figcaption></figure></a></li></ul></article>",
        &[
            "Netherwick keeps its ferry",
            "The ferry in a June fog. | Photo: Courier",
            "{first}",
            "Ada Renn after the vote.",
            "{second}",
        ],
    );
}

#[wasm_bindgen_test]
fn the_last_words_on_the_author_are_the_byline_s() {
    check(
        "<article><h1>Netherwick keeps its ferry</h1><p class='byline'>by <a href='#'>Jo Marsh</a> 4 March</p><p>{first}</p><p>{second}</p>
        <p><i>Jo Marsh covers the rivers of the county, and writes to <a href='#'>@jomarsh</a>.</i></p></article>",
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
    check(
        "<article><h1>Netherwick keeps its ferry</h1><p class='byline'>By Jo Marsh, County Courier</p><p>{first}</p><p>{second}</p>
        <p>County Courier readers had asked for the bridge, too.</p></article>",
        &["Netherwick keeps its ferry", "{first}", "{second}", "County Courier readers had asked for the bridge, too."],
    );
}

#[wasm_bindgen_test]
fn what_has_no_letters_is_not_read() {
    check(
        "<article><h1>Netherwick keeps its ferry</h1><p>{first}</p><p>* * *</p><blockquote><p>⭐️⭐️</p></blockquote><p>{second}</p></article>",
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
}

#[wasm_bindgen_test]
fn an_article_is_not_left_out_for_its_topics_or_for_its_many_comments() {
    let comments = format!("<li><article class='comment-body'><p>{FIRST}</p></article></li>").repeat(12);
    check(
        &format!(
            "<article class='post category-news tag-promotion author-jo'><h1>Netherwick keeps its ferry</h1>
        <p>{{first}}</p><p>{{second}}</p></article><ol class='comment-list'>{comments}</ol>"
        ),
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
}

#[wasm_bindgen_test]
fn a_body_in_several_parts_is_whole() {
    check(
        "<main><h1>Netherwick keeps its ferry</h1><div class='part'><p>{first}</p></div>
        <div class='ad'>Buy our very fine boats, today only, at half the price of last year.</div>
        <div class='part'><p>{second}</p></div><div class='part'><p>{first}</p></div></main>",
        &["Netherwick keeps its ferry", "{first}", "{second}", "{first}"],
    );
    check(
        "<div><h1>Netherwick keeps its ferry</h1><div class='article-text'><p>{first}</p></div>
        <div class='article-text'><p>{second}</p></div></div><div><p>Cookies, they say, are what this page is made of.</p></div>",
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
}

#[wasm_bindgen_test]
fn an_article_in_another_language_is_found_all_the_same() {
    check(
        "<article><h1>Netherwick behält seine Fähre</h1><p>Der Rat von Netherwick hat am Montag beschlossen, die alte Fähre zu behalten und nichts für die Brücke auszugeben.</p>
        <p>„Es war knapp“, sagte Ada Renn, „aber im Saal sprach niemand für eine Brücke, die der Kreis seit langem will“</p>
        <p>Mehr zum Thema</p></article>",
        &[
            "Netherwick behält seine Fähre",
            "Der Rat von Netherwick hat am Montag beschlossen, die alte Fähre zu behalten und nichts für die Brücke auszugeben.",
            "„Es war knapp“, sagte Ada Renn, „aber im Saal sprach niemand für eine Brücke, die der Kreis seit langem will“",
        ],
    );
    check(
        "<article><h1>المدينة تحتفظ بعبارتها القديمة</h1><p>قرر مجلس المدينة يوم الاثنين الإبقاء على العبارة القديمة التي تعبر النهر منذ مئة عام، وعدم إنفاق أي مال على الجسر الجديد.</p>
        <p>وقالت رئيسة المجلس إن التصويت كان متقاربا، لكن أحدا في القاعة لم يتحدث دفاعا عن الجسر</p><p>اقرأ أيضا</p></article>",
        &[
            "المدينة تحتفظ بعبارتها القديمة",
            "قرر مجلس المدينة يوم الاثنين الإبقاء على العبارة القديمة التي تعبر النهر منذ مئة عام، وعدم إنفاق أي مال على الجسر الجديد.",
            "وقالت رئيسة المجلس إن التصويت كان متقاربا، لكن أحدا في القاعة لم يتحدث دفاعا عن الجسر",
        ],
    );
    check(
        "<article><h1>町は古い渡し船を残す</h1><p>町議会は月曜日、百年前から川を渡っている古い渡し船を残し、県が望む新しい橋には一切お金を使わないことを決めた。票の差はわずかだったが、反対した議員たちも結果を受け入れるという。</p>
        <p>議長は「投票は接戦だったが、橋のために話す人は会場に一人もいなかった」</p><p>渡し船の船長は、来年も同じ時刻に出ると話し、橋の計画を立てた県の役人にも、ぜひ一度乗りに来てほしいと笑った。</p><p>関連記事</p></article>",
        &[
            "町は古い渡し船を残す",
            "町議会は月曜日、百年前から川を渡っている古い渡し船を残し、県が望む新しい橋には一切お金を使わないことを決めた。票の差はわずかだったが、反対した議員たちも結果を受け入れるという。",
            "議長は「投票は接戦だったが、橋のために話す人は会場に一人もいなかった」",
            "渡し船の船長は、来年も同じ時刻に出ると話し、橋の計画を立てた県の役人にも、ぜひ一度乗りに来てほしいと笑った。",
        ],
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

#[wasm_bindgen_test]
fn teasers_beside_a_story_are_not_the_article() {
    let teaser = "<article class='card'><h3><a href='#'>County plans a tunnel</a></h3>
        <p>The county plans a tunnel, a bridge, and a second tunnel, and wants to be paid for all three at once.</p></article>";
    check(
        &format!(
            "<div class='story'><h1>Netherwick keeps its ferry</h1><p>{{first}}</p><p>{{second}}</p></div><section>{}</section>",
            teaser.repeat(8)
        ),
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
}

#[wasm_bindgen_test]
fn the_next_story_below_is_another_article() {
    check(
        "<main><article><h1>Netherwick keeps its ferry</h1><p>{first}</p><p>{second}</p></article>
        <article><h1>County plans a tunnel</h1><p>{second} It is not the end of it, she said.</p><p>{first} Or so it seems.</p></article></main>",
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
}

#[wasm_bindgen_test]
fn a_live_report_is_whole() {
    check(
        "<article><h1>Netherwick keeps its ferry</h1><div class='liveblog'>
        <article><h2>The vote is over</h2><time>12:01</time><p>{first}</p></article>
        <article><h2>The chair speaks</h2><time>11:58</time><p>{second}</p></article>
        <article><h2>The hall fills</h2><p>{first}</p></article></div></article>",
        &[
            "Netherwick keeps its ferry",
            "The vote is over",
            "{first}",
            "The chair speaks",
            "{second}",
            "The hall fills",
            "{first}",
        ],
    );
}

#[wasm_bindgen_test]
fn lines_between_paragraphs_that_lead_elsewhere_are_left_out() {
    check(
        "<article><h1>Netherwick keeps its ferry</h1><p>{first}</p>
        <p><strong>READ MORE: <a href='#'>The county plans a tunnel under the river</a></strong></p>
        <p><em>Sign up for our <a href='#'>river letter</a></em></p><p>{second}</p>
        <p>The vote, <a href='#'>she said</a>, was the last.</p></article>",
        &["Netherwick keeps its ferry", "{first}", "{second}", "The vote, she said, was the last."],
    );
}

#[wasm_bindgen_test]
fn an_article_for_subscribers_on_a_page_with_a_sidebar_is_found() {
    check(
        "<main class='has-sidebar newsletter-on'><article class='subscriber-only'><h1>Netherwick keeps its ferry</h1><p>{first}</p>
        <div class='paywall'><p>{second}</p></div></article></main>
        <div class='sidebar'><p>The county plans a tunnel, a bridge, and a second tunnel.</p></div>",
        &["Netherwick keeps its ferry", "{first}", "{second}"],
    );
}

#[wasm_bindgen_test]
fn an_article_in_a_shadow_root_is_found() {
    let fixture = Fixture::new("<nav>World</nav><x-story></x-story>");
    let init = ShadowRootInit::new(ShadowRootMode::Open);
    let shadow = fixture.find("x-story").attach_shadow(&init).expect("an element of a page's own takes a shadow root");
    shadow.set_inner_html(&format!(
        "<article><h1>Netherwick keeps its ferry</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    ));
    let text = find().expect("there is an article").text();
    assert_eq!(text, format!("Netherwick keeps its ferry\n{FIRST}\n{SECOND}"));
}
