//! As much of JSON as the protocol needs: a reader of one line, and a writer. Numbers are integers of 64 bits.

use std::fmt;
use std::iter::Peekable;
use std::str::Chars;

#[derive(Clone)]
pub enum Json {
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub fn parse(line: &str) -> Result<Json, String> {
        let mut rest = line.trim().chars().peekable();
        let value = value(&mut rest)?;
        rest.next().map_or(Ok(value), unexpected)
    }

    pub fn text(text: impl Into<String>) -> Json {
        Json::Text(text.into())
    }

    pub fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
        Json::Object(members.map(|(name, value)| (name.to_string(), value)).into())
    }

    /// A member of an object.
    pub fn get(&self, name: &str) -> Option<&Json> {
        let Json::Object(members) = self else { return None };
        members.iter().find(|(member, _)| member == name).map(|(_, value)| value)
    }

    pub fn as_number(&self) -> Option<i64> {
        if let Json::Number(number) = self {
            Some(*number)
        } else {
            None
        }
    }

    pub fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }
}

type Rest<'a> = Peekable<Chars<'a>>;

fn unexpected<T>(found: char) -> Result<T, String> {
    Err(format!("unexpected '{found}' in JSON"))
}

fn skip_space(rest: &mut Rest) {
    while rest.next_if(|c| c.is_ascii_whitespace()).is_some() {}
}

/// Takes the character if it comes next.
fn takes(rest: &mut Rest, wanted: char) -> bool {
    skip_space(rest);
    rest.next_if_eq(&wanted).is_some()
}

fn take(rest: &mut Rest, wanted: char) -> Result<(), String> {
    if takes(rest, wanted) {
        Ok(())
    } else {
        Err(format!("expected '{wanted}' in JSON"))
    }
}

fn value(rest: &mut Rest) -> Result<Json, String> {
    skip_space(rest);
    match rest.peek().copied() {
        Some('{') => object(rest),
        Some('[') => list(rest),
        Some('"') => string(rest).map(Json::Text),
        Some('-' | '0'..='9') => number(rest),
        Some('a'..='z') => word(rest),
        Some(other) => unexpected(other),
        None => Err("the JSON ends too early".to_string()),
    }
}

fn object(rest: &mut Rest) -> Result<Json, String> {
    let mut members = Vec::new();
    take(rest, '{')?;
    while !takes(rest, '}') {
        if !members.is_empty() {
            take(rest, ',')?;
        }
        skip_space(rest);
        let name = string(rest)?;
        take(rest, ':')?;
        members.push((name, value(rest)?));
    }
    Ok(Json::Object(members))
}

fn list(rest: &mut Rest) -> Result<Json, String> {
    let mut elements = Vec::new();
    take(rest, '[')?;
    while !takes(rest, ']') {
        if !elements.is_empty() {
            take(rest, ',')?;
        }
        elements.push(value(rest)?);
    }
    Ok(Json::List(elements))
}

fn number(rest: &mut Rest) -> Result<Json, String> {
    let mut digits = String::new();
    while let Some(digit) = rest.next_if(|c| matches!(c, '-' | '0'..='9')) {
        digits.push(digit);
    }
    digits.parse().map(Json::Number).map_err(|_| format!("no integer of 64 bits: {digits}"))
}

fn word(rest: &mut Rest) -> Result<Json, String> {
    let mut word = String::new();
    while let Some(letter) = rest.next_if(char::is_ascii_lowercase) {
        word.push(letter);
    }
    match word.as_str() {
        "null" => Ok(Json::Null),
        "true" => Ok(Json::Bool(true)),
        "false" => Ok(Json::Bool(false)),
        _ => Err(format!("unexpected {word} in JSON")),
    }
}

fn string(rest: &mut Rest) -> Result<String, String> {
    let mut text = String::new();
    take(rest, '"')?;
    loop {
        match rest.next().ok_or("a string does not end")? {
            '"' => return Ok(text),
            '\\' => text.push(escaped(rest)?),
            plain => text.push(plain),
        }
    }
}

fn escaped(rest: &mut Rest) -> Result<char, String> {
    Ok(match rest.next().ok_or("a string does not end")? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => {
            let digits: String = rest.take(4).collect();
            let code = u32::from_str_radix(&digits, 16).map_err(|_| format!("no escape: \\u{digits}"))?;
            char::from_u32(code).ok_or("half a character")?
        }
        itself => itself,
    })
}

impl fmt::Display for Json {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Json::Null => write!(out, "null"),
            Json::Bool(value) => write!(out, "{value}"),
            Json::Number(value) => write!(out, "{value}"),
            Json::Text(text) => write_string(out, text),
            Json::List(elements) => write_all(out, '[', elements, ']', |out, element| write!(out, "{element}")),
            Json::Object(members) => write_all(out, '{', members, '}', |out, (name, value)| {
                write_string(out, name)?;
                write!(out, ":{value}")
            }),
        }
    }
}

fn write_all<T>(
    out: &mut fmt::Formatter,
    open: char,
    all: &[T],
    close: char,
    write_one: impl Fn(&mut fmt::Formatter, &T) -> fmt::Result,
) -> fmt::Result {
    write!(out, "{open}")?;
    for (index, one) in all.iter().enumerate() {
        if index > 0 {
            write!(out, ",")?;
        }
        write_one(out, one)?;
    }
    write!(out, "{close}")
}

fn write_string(out: &mut fmt::Formatter, text: &str) -> fmt::Result {
    write!(out, "\"")?;
    for c in text.chars() {
        match c {
            '"' | '\\' => write!(out, "\\{c}")?,
            control if control < ' ' => write!(out, "\\u{:04x}", control as u32)?,
            plain => write!(out, "{plain}")?,
        }
    }
    write!(out, "\"")
}
