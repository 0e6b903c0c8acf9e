import { CHARACTERS_A_LINE } from '../official-page.ts';
import { INSET, TEXT_WIDTH } from './columns.ts';

/**
 * The look of the document in Typst: GB/T 9704-2012, 党政机关公文格式. A4, 22 lines of 28 characters, title 2号
 * (22 pt), text 3号 (16 pt), page numbers 4号 (14 pt). Functions only; the report is what calls them.
 */
export const TEMPLATE = `#let pitch = 28.95pt
#let body-size = 16pt
#let text-width = ${TEXT_WIDTH}pt
#let text-height = 225mm

#let page-number(name) = context {
  let number = counter(page).get().first()
  set text(font: fonts.table, size: 14pt, tracking: 0pt)
  align(
    if calc.odd(number) { right } else { left },
    pad(x: 14pt, if name == none [#"\u2014" #number #"\u2014"] else [#name #"\u2014" #number #"\u2014"]),
  )
}

#let official(document-title: "", author: none, body) = {
  set document(title: document-title, author: if author == none { () } else { author }, date: none)
  set page(
    paper: "a4",
    margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm),
    footer-descent: 7mm,
    footer: page-number(none),
  )
  // So many characters of 16 pt are a little more than the width between the margins.
  set text(
    font: fonts.body,
    size: body-size,
    lang: "zh",
    region: "cn",
    dir: ltr,
    tracking: (text-width - ${CHARACTERS_A_LINE} * body-size) / ${CHARACTERS_A_LINE},
    top-edge: 0.8em,
    bottom-edge: -0.2em,
    cjk-latin-spacing: none,
    spacing: 130%,
    hyphenate: false,
  )
  set par(
    leading: pitch - body-size,
    spacing: pitch - body-size,
    justify: true,
    justification-limits: (spacing: (min: 100%, max: 150%)),
    first-line-indent: (amount: 2em, all: true),
  )
  show heading: set text(size: body-size)
  show heading: it => block(above: pitch - body-size, below: pitch - body-size, sticky: true, it.body)
  show title: it => block(width: 100%, below: pitch, {
    set align(center)
    set text(font: fonts.title, size: 22pt, weight: "bold", tracking: 0pt)
    set par(leading: 11pt, justify: false)
    it.body
  })
  body
}

#let english(words) = text(lang: "en", size: 0.72em, tracking: 0pt, spacing: 100%, hyphenate: true, words)

#let looks = (
  (font: fonts.heading, weight: "regular"),
  (font: fonts.subheading, weight: "regular"),
  (font: fonts.body, weight: "bold"),
  (font: fonts.body, weight: "regular"),
)

// A heading looks as deep as it is in the report; in the outline no level may be left out.
#let part(depth, level, label, ..meaning) = heading(level: level, {
  h(2em)
  text(..looks.at(depth - 1), label)
  for words in meaning.pos() {
    " "
    linebreak()
    h(2em)
    english(words)
  }
})

#let report-title(width, ..lines) = {
  counter(page).update(1)
  title(block(width: width, lines.pos().join(linebreak())))
}

#let paragraph(words) = par(words)

// Agency and date at the end, a line apart and on one page.
#let signature(..lines) = block(width: 100%, above: 2 * pitch - body-size, breakable: false, {
  set par(first-line-indent: 0pt, justify: false)
  stack(spacing: pitch - body-size, ..lines.pos().map(((indent, words)) => align(right, pad(right: indent, words))))
})

#let particulars(..stated) = block(width: 100%, below: pitch, {
  set text(size: 12pt, tracking: 0pt)
  set par(leading: 6pt, first-line-indent: 0pt, justify: false)
  grid(
    columns: (1fr, 1fr),
    column-gutter: 1em,
    row-gutter: 6pt,
    ..stated.pos().map(((span, words)) => grid.cell(colspan: span, words)),
  )
})

#let findings(name, lang, list) = page(footer: page-number(name), {
  counter(page).update(1)
  set text(lang: lang, size: 12pt, tracking: 0pt)
  set par(leading: 7pt, spacing: 9pt, first-line-indent: 0pt, justify: lang == "zh")
  heading(level: 1, text(..looks.at(0), size: body-size, name))
  grid(columns: (auto, 1fr), column-gutter: 0.8em, row-gutter: 9pt, ..list.map(((mark, words)) => (
    strong(mark),
    words,
  )).flatten())
})

// Cells of a table: a heading, a note, a figure, and a figure that is marked.
#let lines-of(texts) = {
  texts.at(0)
  for words in texts.slice(1) {
    linebreak()
    english(words)
  }
}
#let head(rows, columns, side, ..texts) = table.cell(
  rowspan: rows,
  colspan: columns,
  align: side,
  breakable: rows > 1,
  lines-of(texts.pos()),
)
#let note(rows, columns, ..texts) = table.cell(
  rowspan: rows,
  colspan: columns,
  align: center + horizon,
  breakable: false,
  text(size: 0.82em, lines-of(texts.pos())),
)
#let figure(side, columns, words) = table.cell(align: side, colspan: columns, breakable: false, words)
#let concerned(side, columns, words) = table.cell(align: side, colspan: columns, breakable: false, fill: rgb("#fff3cd"), words)
#let wrong(side, columns, words, to) = table.cell(
  align: side,
  colspan: columns,
  breakable: false,
  fill: rgb("#fbd5d5"),
  {
    strong(words)
    if to != none {
      linebreak()
      text(fill: rgb("#a00018"), size: 0.85em, weight: "bold", to)
    }
  },
)

#let grid-of(settings, ..groups) = {
  let set-in((size, columns)) = {
    set text(font: fonts.table, size: size, tracking: 0pt)
    set par(leading: 0.35em, justify: false, first-line-indent: 0pt)
    table(
      columns: columns,
      inset: (x: ${INSET}pt, y: if columns.len() > 6 { 3pt } else { 4pt }),
      stroke: 0.5pt,
      align: center + horizon,
      ..groups.pos().map(((head, body)) => (
        if head.len() > 0 { (table.header(..head),) } else { () }
      ) + body).flatten(),
    )
  }
  // in the largest size in which it stands on one page, with the heading above it
  context {
    let fits(setting) = measure(block(width: text-width, set-in(setting))).height <= text-height - pitch
    let fitting = settings.find(fits)
    block(
      above: pitch - body-size,
      below: pitch,
      breakable: fitting == none,
      set-in(if fitting == none { settings.first() } else { fitting }),
    )
  }
}
`;
