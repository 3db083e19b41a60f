//! How a document looks on a screen and on paper.

/// Only what word processors know as well. They know classes, but not one name within another, no margin of
/// three values, and no space between a cell's text and a side without a border.
pub(super) const STYLE: &str = "
@page { size: A4; margin: 22mm 20mm }
body { font-family: Arial, 'Liberation Sans', sans-serif; font-size: 11pt; line-height: 1.4; color: #212b32; background: #ffffff; max-width: 44em; margin: 2em auto; padding: 0 1em }
h1, h2, h3, h4 { font-family: Arial, 'Liberation Sans', sans-serif; line-height: 1.2; margin-left: 0; margin-right: 0; page-break-after: avoid }
h1 { font-size: 22pt; margin-top: 0; margin-bottom: 12pt }
h2 { font-size: 16pt; margin-top: 22pt; margin-bottom: 8pt; color: #003087 }
h3 { font-size: 13pt; margin-top: 16pt; margin-bottom: 6pt }
h4 { font-size: 11pt; margin-top: 12pt; margin-bottom: 4pt }
p, ul, ol, dl { margin-top: 6pt; margin-bottom: 6pt }
li { margin-bottom: 3pt }
dt { font-weight: bold }
dd { margin-left: 14pt; margin-bottom: 6pt }
.strong { border-left: 3pt solid #005eb8; padding-left: 9pt; margin-top: 10pt; margin-bottom: 10pt }
.tags { font-size: 10pt; color: #003087 }
table { border-collapse: collapse; width: 100%; margin-top: 6pt; margin-bottom: 12pt }
tr { page-break-inside: avoid }
th, td { text-align: left; vertical-align: top; line-height: 1.25 }
.caption { margin-top: 12pt; margin-bottom: 4pt; page-break-after: avoid }
.head { border: 0.75pt solid #c3cbd0; padding: 4pt 6pt 4pt 6pt; background-color: #eef3f8 }
.cell { border: 0.75pt solid #c3cbd0; padding: 4pt 6pt 4pt 6pt; font-weight: normal }
.label { border-top: 0.75pt solid #ffffff; padding: 4pt 6pt 4pt 0pt }
.space { border: 0.75pt solid #4c6272; height: 42pt }
.part { border: 0.75pt solid #4c6272; padding: 2pt 0pt 2pt 0pt; text-align: center; -webkit-print-color-adjust: exact; print-color-adjust: exact }
@media print { body { max-width: none; margin: 0; padding: 0 1px } }
";
