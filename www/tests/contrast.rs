//! Every colour pair of the card meets WCAG 2.2 AA in light and dark, and AAA where a reader asks for more contrast.
#![cfg(not(target_arch = "wasm32"))]

const THEME: &str = include_str!("../src/theme.css");

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
