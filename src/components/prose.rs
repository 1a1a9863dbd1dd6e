use leptos::{either::Either, prelude::*};

use super::linked::link_around;
use crate::markup::{self, Block, Inline};

/// A paragraph of a name or a few words, if there are any.
#[component]
pub fn Words(
    /// Its classes.
    class: &'static str,
    /// The text, as it is.
    text: String,
) -> impl IntoView {
    (!text.is_empty()).then(|| view! { <p class=class>{text}</p> })
}

/// Sentences with their Markdown, if there are any.
#[component]
pub fn Prose(
    /// The classes of its paragraphs and lists.
    #[prop(default = "words")]
    class: &'static str,
    /// The text, in Markdown.
    text: String,
) -> impl IntoView {
    blocks(class, &markup::blocks(&text))
}

/// A list of sentences with their Markdown, if there are any.
#[component]
pub fn Highlights(
    /// The sentences, in Markdown.
    sentences: Vec<String>,
) -> impl IntoView {
    (!sentences.is_empty()).then(|| {
        let item = |text: &String| view! { <li>{within(&markup::blocks(text))}</li> };
        view! { <ul class="highlights">{sentences.iter().map(item).collect_view()}</ul> }
    })
}

fn blocks(class: &'static str, blocks: &[Block]) -> AnyView {
    let items = |items: &[Vec<Block>]| {
        let item = |item: &Vec<Block>| view! { <li>{within(item)}</li> };
        items.iter().map(item).collect_view()
    };
    let block = |block: &Block| match block {
        Block::Paragraph(parts) => view! { <p class=class>{inlines(parts)}</p> }.into_any(),
        Block::List {
            ordered: true,
            items: list,
        } => view! { <ol class=class>{items(list)}</ol> }.into_any(),
        Block::List { items: list, .. } => view! { <ul class=class>{items(list)}</ul> }.into_any(),
    };
    blocks.iter().map(block).collect_view().into_any()
}

/// What is within a list's item: its first paragraph without an element of its own.
fn within(parts: &[Block]) -> AnyView {
    match parts {
        [Block::Paragraph(first)] => inlines(first),
        [Block::Paragraph(first), others @ ..] => {
            (inlines(first), blocks("words", others)).into_any()
        }
        others => blocks("words", others),
    }
}

fn inlines(parts: &[Inline]) -> AnyView {
    let inline = |part: &Inline| match part {
        Inline::Text(words) => Either::Left((*words).to_owned()),
        Inline::Break => Either::Right(view! { <br/> }.into_any()),
        Inline::Code(words) => {
            let words = (*words).to_owned();
            Either::Right(view! { <code>{words}</code> }.into_any())
        }
        Inline::Emphasis(parts) => Either::Right(view! { <em>{inlines(parts)}</em> }.into_any()),
        Inline::Strong(parts) => {
            Either::Right(view! { <strong>{inlines(parts)}</strong> }.into_any())
        }
        Inline::Link { content, url } => {
            let is_address = matches!(content.as_slice(), [Inline::Text(words)] if words == url);
            Either::Right(link_around(inlines(content), url, is_address))
        }
    };
    parts.iter().map(inline).collect_view().into_any()
}
