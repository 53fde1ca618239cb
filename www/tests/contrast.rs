//! Every colour pair of the card meets WCAG 2.2 AA in light and dark, and AAA where a reader asks for more contrast; marks are seen,
//! and leave the text readable, on whatever ground a page has.
#![cfg(not(target_arch = "wasm32"))]

const THEME: &str = include_str!("../src/theme.css");
const MARKS: &str = include_str!("../src/marks.css");

/// Text and ground of pages, each readable by itself: white, sepia, two greys, black, navy, the least grey on white, yellow, red, green,
/// and a link's blue.
const PAGES: [(&str, &str); 14] = [
    ("#000", "#fff"),
    ("#1b1a17", "#fffefb"),
    ("#5b4636", "#f4ecd8"),
    ("#33302e", "#fff1e5"),
    ("#e8e6e3", "#181a1b"),
    ("#d7dde8", "#0b0f17"),
    ("#fff", "#000"),
    ("#fff", "#001f3f"),
    ("#767676", "#fff"),
    ("#949494", "#1d1e20"),
    ("#222", "#ffdd00"),
    ("#fff", "#b00020"),
    ("#fff", "#00693e"),
    ("#0645ad", "#fff"),
];

/// What is written on what.
const PAIRS: [(&str, &str); 10] = [
    ("ink", "paper"),
    ("ink", "tint"),
    ("ink-soft", "paper"),
    ("ink-soft", "tint"),
    ("accent", "paper"),
    ("accent", "tint"),
    ("agrees", "paper"),
    ("differs", "paper"),
    ("open", "paper"),
    ("paper", "accent"),
];

/// The light and the dark colour that `css` gives a name last.
fn colours(css: &str, name: &str) -> Option<[[f64; 3]; 2]> {
    let name = if name == "open" { "ink-soft" } else { name };
    let line = css.lines().rfind(|line| line.trim_start().starts_with(&format!("--_{name}:")))?;
    let (light, dark) = line.split_once("light-dark(")?.1.split_once(')')?.0.split_once(',')?;
    Some([rgb(light.trim())?, rgb(dark.trim())?])
}

fn rgb(hex: &str) -> Option<[f64; 3]> {
    let digits = hex.strip_prefix('#')?;
    let digits =
        if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.to_owned() };
    let part = |at: usize| Some(f64::from(u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?) / 255.0);
    Some([part(0)?, part(2)?, part(4)?])
}

/// WCAG's relative luminance.
fn luminance(colour: [f64; 3]) -> f64 {
    let [r, g, b] = colour.map(|part| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The pairs of `css` below `least`, as lines to read.
fn failures(css: &str, pairs: &[(&str, &str)], least: f64) -> Vec<String> {
    let measured = pairs.iter().flat_map(|(ink, ground)| {
        let (ink_colours, ground_colours) = (colours(css, ink).expect(ink), colours(css, ground).expect(ground));
        ["light", "dark"].into_iter().enumerate().map(move |(scheme, name)| {
            (contrast(ink_colours[scheme], ground_colours[scheme]), format!("{ink} on {ground}, {name}"))
        })
    });
    measured.filter(|(ratio, _)| *ratio < least).map(|(ratio, what)| format!("{what}: {ratio:.2}")).collect()
}

/// The theme up to its first exception, and its exception for readers who ask for more contrast.
fn parts() -> (&'static str, &'static str) {
    let (usual, rest) = THEME.split_once("@supports").expect("the usual colours come first");
    (usual, rest.split_once("prefers-contrast: more").expect("more contrast").1)
}

#[test]
fn the_measure_is_that_of_wcag() {
    let ratio = |a, b| contrast(rgb(a).expect(a), rgb(b).expect(b));
    assert_eq!(ratio("#000", "#ffffff"), 21.0);
    assert!((ratio("#777777", "#fff") - 4.48).abs() < 0.005, "the known grey that just fails");
}

#[test]
fn text_is_readable_in_light_and_dark() {
    assert_eq!(failures(parts().0, &PAIRS, 4.5), Vec::<String>::new());
}

#[test]
fn readers_who_ask_for_more_contrast_get_it() {
    let pairs = [("ink", "paper"), ("ink-soft", "paper")];
    assert_eq!(failures(parts().1, &pairs, 7.0), Vec::<String>::new());
    assert_eq!(failures(parts().1, &[("rule", "paper")], 3.0), Vec::<String>::new());
}

/// The colour and its share that `::highlight(postil-NAME)` mixes in on a page whose text is `ink`.
fn mixed(name: &str, ink: [f64; 3]) -> ([f64; 3], f64) {
    let rule = MARKS.split_once(&format!("::highlight(postil-{name}) {{")).expect(name).1;
    let mix = rule.split_once("color-mix(in srgb, ").expect(name).1;
    let (colour, rest) = mix.split_once(' ').expect(name);
    let share = rest.split_once('%').and_then(|(share, _)| share.parse::<f64>().ok()).expect(name);
    let colour = if colour == "currentcolor" { ink } else { rgb(colour).expect(name) };
    (colour, share / 100.0)
}

/// `share` of a colour over the rest of another.
fn over((colour, share): ([f64; 3], f64), other: [f64; 3]) -> [f64; 3] {
    std::array::from_fn(|part| colour[part] * share + other[part] * (1.0 - share))
}

/// Text and ground of each page, with a name to read.
fn pages() -> impl Iterator<Item = ([f64; 3], [f64; 3], String)> {
    PAGES.iter().map(|(ink, ground)| (rgb(ink).expect(ink), rgb(ground).expect(ground), format!("{ink} on {ground}")))
}

#[test]
fn the_pages_that_marks_are_measured_on_are_readable_themselves() {
    let unreadable = pages().filter(|(ink, ground, _)| contrast(*ink, *ground) < 4.5).map(|(.., name)| name);
    assert_eq!(unreadable.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn underlines_are_seen_on_any_ground() {
    let lines = ["entity", "term", "claim", "review"].into_iter().flat_map(|kind| {
        pages()
            .map(move |(ink, ground, name)| (contrast(over(mixed(kind, ink), ink), ground), format!("{kind}, {name}")))
    });
    let faint = lines.filter(|(ratio, _)| *ratio < 3.0).map(|(ratio, what)| format!("{what}: {ratio:.2}"));
    assert_eq!(faint.collect::<Vec<_>>(), Vec::<String>::new());
}

/// Text that just passes on white passes on no tint of it: such text may lose a little, all other text stays above AA.
#[test]
fn tints_leave_the_text_readable_on_any_ground() {
    let tints = ["quotation", "indirect", "active"].into_iter().flat_map(|kind| {
        pages().map(move |(ink, ground, name)| {
            let least = if contrast(ink, ground) < 6.0 { 3.9 } else { 4.5 };
            (contrast(ink, over(mixed(kind, ink), ground)), least, format!("{kind}, {name}"))
        })
    });
    let unreadable =
        tints.filter(|(ratio, least, _)| ratio < least).map(|(ratio, _, what)| format!("{what}: {ratio:.2}"));
    assert_eq!(unreadable.collect::<Vec<_>>(), Vec::<String>::new());
}

/// A tint is no line: it need not be read, but told from the ground.
#[test]
fn tints_are_told_from_any_ground() {
    let tints = ["quotation", "indirect"].into_iter().flat_map(|kind| {
        pages().map(move |(ink, ground, name)| {
            (contrast(over(mixed(kind, ink), ground), ground), format!("{kind}, {name}"))
        })
    });
    let unseen = tints.filter(|(ratio, _)| *ratio < 1.04).map(|(ratio, what)| format!("{what}: {ratio:.3}"));
    assert_eq!(unseen.collect::<Vec<_>>(), Vec::<String>::new());
}
