//! The page and the person in the words of [schema.org](https://schema.org), for search engines.

use serde_json::{Value, json};

use super::{
    address::Address,
    modified,
    person::{email, employers, phone, web},
    title, words,
};
use crate::{
    labels::Labels,
    resume::{Item, Resume, Work, date::Date},
    tags::Index,
};

/// The page as a `ProfilePage` about a `Person`: what the file has, nothing else, and technologies by
/// their canonical names. In JSON.
pub fn json_ld(
    resume: &Resume,
    index: &Index,
    labels: &Labels,
    lang: &str,
    today: Date,
    address: Option<&Address>,
) -> String {
    let page = json!({
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "name": title(resume, labels),
        "url": address.map(Address::to_string),
        "inLanguage": lang,
        "dateModified": modified(resume).map(|date| date.to_string()),
        "mainEntity": person(resume, index, today, address),
    });
    filled(page).unwrap_or_default().to_string()
}

fn person(resume: &Resume, index: &Index, today: Date, address: Option<&Address>) -> Value {
    let basics = &resume.basics;
    let place = &basics.location;
    let employers = employers(resume, today);
    let organizations = |jobs: &[&Work]| jobs.iter().map(|job| organization(job)).collect();
    let schools = items(resume, "education");
    let mut alumni: Vec<Value> = schools.map(school).collect();
    alumni.extend::<Vec<_>>(organizations(&employers.former));
    let own_image = basics.own_image().map(|image| match address {
        Some(address) => address.file(image),
        None => image.to_owned(),
    });
    let occupations = if basics.label.is_empty() {
        employers.present.iter().map(|job| &job.position).collect()
    } else {
        vec![&basics.label]
    };
    let occupation = |name: &&String| json!({ "@type": "Occupation", "name": name });
    let profiles = basics.profiles.iter();
    let tags = index.tags().iter();
    let known = tags.filter(|tag| tag.is_skill || tag.is_technology && !tag.evidence.is_clear());
    json!({
        "@type": "Person",
        "name": basics.name,
        "jobTitle": basics.label,
        "description": words(&basics.summary),
        "image": own_image.or_else(|| web(&basics.image)),
        "url": web(&basics.url),
        "sameAs": profiles.filter_map(|profile| web(&profile.url)).collect::<Vec<_>>(),
        "email": email(resume),
        "telephone": phone(resume),
        "address": {
            "@type": "PostalAddress",
            "streetAddress": words(&place.address),
            "postalCode": place.postal_code,
            "addressLocality": place.city,
            "addressRegion": place.region,
            "addressCountry": place.country_code,
        },
        "hasOccupation": occupations.iter().map(occupation).collect::<Vec<_>>(),
        "worksFor": organizations(&employers.present),
        "alumniOf": alumni,
        "affiliation": organizations(&employers.other),
        "knowsAbout": known.map(|tag| &tag.name).collect::<Vec<_>>(),
        "knowsLanguage": items(resume, "languages").map(language).collect::<Vec<_>>(),
    })
}

fn items<'a>(resume: &'a Resume, section: &str) -> impl Iterator<Item = &'a Item> {
    let section = resume.sections.iter().find(|it| it.key == section);
    section.into_iter().flat_map(|section| &section.items)
}

fn organization(job: &Work) -> Value {
    json!({ "@type": "Organization", "name": job.name, "url": web(&job.url) })
}

fn school(item: &Item) -> Value {
    json!({ "@type": "EducationalOrganization", "name": item.name, "url": web(&item.url) })
}

fn language(item: &Item) -> Value {
    json!({ "@type": "Language", "name": item.name })
}

/// A value without what is empty in it; `None` where nothing is left, or a type alone.
fn filled(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::String(text) => (!text.is_empty()).then_some(Value::String(text)),
        Value::Array(items) => {
            let items: Vec<_> = items.into_iter().filter_map(filled).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        Value::Object(fields) => {
            let fields = fields.into_iter();
            let fields = fields.filter_map(|(name, value)| Some((name, filled(value)?)));
            let fields: serde_json::Map<_, _> = fields.collect();
            let says = fields.keys().any(|name| name != "@type");
            says.then_some(Value::Object(fields))
        }
        other => Some(other),
    }
}
