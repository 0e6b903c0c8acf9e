"""Writes the report of examples/reports/huaian-shi-2024.json as files of many programs; README.md says which.

Needs a build of this package and Debian's python3-docx, python3-openpyxl, python3-xlsxwriter, pandoc, weasyprint,
python3-fonttools, libreoffice-writer, libreoffice-calc and fonts-noto-cjk:

    /usr/bin/python3 test/files/makers/make.py
"""
import base64
import html
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import docx
import openpyxl
import xlsxwriter
from docx.enum.style import WD_STYLE_TYPE
from openpyxl.utils import get_column_letter

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, '..', '..', '..')
SCRATCH = tempfile.mkdtemp()
os.chdir(HERE)

# What is printed, in the order of print, and as a page of this package; and a program that prints a page as a browser does.
PAGE = json.loads(subprocess.run(['node', '--input-type=module', '-e', '''
    import { readFileSync } from 'node:fs';
    import { documentOf, renderReport } from 'ogi-annual-report';
    const report = JSON.parse(readFileSync('examples/reports/huaian-shi-2024.json'));
    console.log(JSON.stringify({ ...documentOf(report), html: await renderReport(report, 'html') }));
'''], cwd=ROOT, check=True, capture_output=True).stdout)
PRINT = '''
    import sparticuz from '@sparticuz/chromium';
    import { chromium } from 'playwright-core';
    const [source, target] = process.argv.slice(1);
    const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'] });
    const page = await browser.newPage();
    await page.goto('file://' + source);
    await page.pdf({ path: target, format: 'A4', margin: { top: '25mm', bottom: '25mm', left: '20mm', right: '20mm' } });
    await browser.close();
'''
TITLE, PREAMBLE, SECTIONS = PAGE['title'], PAGE['preamble'], PAGE['sections']


def cells(grid):
    """(row, column, text, rows, columns) of each cell that is printed."""
    for r, row in enumerate(grid):
        for c, cell in enumerate(row):
            if cell:
                yield r, c, cell['text'], cell['rowSpan'], cell['colSpan']


def number(text):
    try:
        return float(text) if '.' in text else int(text)
    except ValueError:
        return text


def archive(name, parts):
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as file:
        for path, content in parts.items():
            file.writestr(path, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)


def soffice(target, source, name, infilter=None):
    subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{SCRATCH}/profile', '--convert-to', target,
                    *([f'--infilter={infilter}'] if infilter else []), '--outdir', SCRATCH, source],
                   check=True, capture_output=True)
    made = os.path.join(SCRATCH, os.path.splitext(os.path.basename(source))[0] + '.' + target.split(':')[0])
    os.replace(made, name)


# --- python-docx: built-in styles, merged cells, a note's number raised by a style of its own behind the last total

def python_docx():
    document = docx.Document()
    document.add_heading(TITLE, 0)
    for block in PREAMBLE:
        document.add_paragraph(block['text'])
    raised = document.styles.add_style('Note mark', WD_STYLE_TYPE.CHARACTER)
    raised.font.superscript = True
    for section in SECTIONS:
        document.add_heading(section['section']['label'], 1)
        for block in section['blocks']:
            document.add_paragraph(block['text'], style='List Bullet' if block['kind'] == 'heading' else None)
        grid = section['grid']
        if not grid:
            continue
        table = document.add_table(len(grid), len(grid[0]), style='Table Grid')
        for r, c, text, rows, columns in cells(grid):
            cell = table.cell(r, c)
            if rows > 1 or columns > 1:
                cell = cell.merge(table.cell(r + rows - 1, c + columns - 1))
            cell.text = text
        if section['section']['id'] == 'proactiveDisclosure':
            table.cell(len(grid) - 1, len(grid[0]) - 1).paragraphs[0].add_run('1', style='Note mark')
    document.save('python-docx.docx')


# --- openpyxl: one sheet, row totals as formulas without results, number formats
# --- XlsxWriter: a sheet a table, row totals as formulas with 0 stored, frozen panes, number formats

def workbooks():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = '年报'
    sheet['A1'] = TITLE
    row = 1
    for block in PREAMBLE:
        row += 1
        sheet.cell(row, 1, block['text'])
    other = xlsxwriter.Workbook('xlsxwriter.xlsx')
    box = other.add_format({'border': 1, 'text_wrap': True, 'align': 'center'})
    thousands = other.add_format({'border': 1, 'num_format': '#,##0'})
    text_sheet = other.add_worksheet('文字')
    text_row = 0
    text_sheet.write(text_row, 0, TITLE)
    for block in PREAMBLE:
        text_row += 1
        text_sheet.write(text_row, 0, block['text'])
    for section in SECTIONS:
        row += 1
        sheet.cell(row, 1, section['section']['label'])
        row += 1
        for block in section['blocks']:
            sheet.cell(row, 1, block['text'])
            row += 1
        grid = section['grid']
        if not grid:
            for text in [section['section']['label'], *(block['text'] for block in section['blocks'])]:
                text_row += 1
                text_sheet.write(text_row, 0, text)
            continue
        own = other.add_worksheet(section['section']['label'][:2].strip('、') + '表')
        own.write(0, 0, section['section']['label'])
        own.freeze_panes(3, 1)
        for r, c, text, rows, columns in cells(grid):
            value = number(text)
            is_total = section['section']['id'] == 'applications' and c == len(grid[0]) - 1 and isinstance(value, int)

            def total(top):
                return f'=SUM({get_column_letter(c - 5)}{top}:{get_column_letter(c)}{top})'

            sheet.cell(row + r, c + 1, total(row + r) if is_total else value)
            if isinstance(value, int):
                sheet.cell(row + r, c + 1).number_format = '#,##0'
            if isinstance(value, float):
                sheet.cell(row + r, c + 1).number_format = '#,##0.0000'
            if rows > 1 or columns > 1:
                sheet.merge_cells(start_row=row + r, start_column=c + 1, end_row=row + r + rows - 1,
                                  end_column=c + columns)
                own.merge_range(r + 2, c, r + rows + 1, c + columns - 1, value, box)
            elif is_total:
                own.write_formula(r + 2, c, total(r + 3), thousands)
            else:
                own.write(r + 2, c, value, thousands if isinstance(value, int) else box)
        row += len(grid) + 1
    book.save('openpyxl.xlsx')
    other.close()


# --- a plain web page, which pandoc, WeasyPrint, Chromium and LibreOffice make their files of

def web_page(font=''):
    out = [f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{TITLE}</title><style>{font}'
           'table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:1px;text-align:center}'
           'body{font:10pt "Report"}td,th{font-size:8pt;font-weight:normal}</style></head><body>',
           f'<h1>{TITLE}</h1>', *(f'<p>{block["text"]}</p>' for block in PREAMBLE)]
    for section in SECTIONS:
        out.append(f'<h2>{section["section"]["label"]}</h2>')
        out += [f'<h3>{block["text"]}</h3>' if block['kind'] == 'heading' else f'<p>{block["text"]}</p>'
                for block in section['blocks']]
        if section['grid']:
            out.append(html_table(section['grid'], '<table>', lambda text: text, heading_tag=True))
    return '\n'.join([*out, '</body></html>'])


def html_table(grid, open_tag, inside, attributes='', row_attributes='', always=False,
               heading_tag=False):
    out = [open_tag, '<tbody>']
    for row in grid:
        out.append(f'<tr{row_attributes}>')
        for cell in row:
            if not cell:
                continue
            spans = ''.join(f' {name}="{cell[key]}"' for name, key in (('colspan', 'colSpan'), ('rowspan', 'rowSpan'))
                            if always or cell[key] > 1)
            tag = 'th' if heading_tag and cell['kind'] == 'heading' else 'td'
            out.append(f'<{tag}{spans}{attributes}>{inside(html.escape(cell["text"]))}</{tag}>')
        out.append('</tr>')
    return '\n'.join([*out, '</tbody></table>'])


def font_face():
    """Only the characters of the report, so that the PDF files stay small; programs embed a part of it again."""
    text = re.sub(r'\s', '', web_page()) + ' '
    subprocess.run([sys.executable, '-m', 'fontTools.subset',
                    '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', '--font-number=2',
                    f'--text={text}', f'--output-file={SCRATCH}/font.otf', '--layout-features='], check=True)
    encoded = base64.b64encode(open(f'{SCRATCH}/font.otf', 'rb').read()).decode()
    return f'@font-face{{font-family:"Report";src:url(data:font/otf;base64,{encoded})}}'


def converters():
    page = f'{SCRATCH}/page.html'
    open(page, 'w').write(PAGE['html'])
    subprocess.run(['pandoc', page, '-o', 'pandoc.docx'], check=True)
    subprocess.run(['pandoc', '--standalone', 'python-docx.docx', '-o', 'pandoc.html'], check=True)
    open(page, 'w').write(web_page(font_face()))
    subprocess.run(['weasyprint', page, 'weasyprint.pdf'], check=True, capture_output=True)
    subprocess.run(['node', '--input-type=module', '-e', PRINT, page, f'{HERE}/chromium.pdf'], cwd=ROOT, check=True)
    soffice('docx:MS Word 2007 XML', 'word.htm', 'libreoffice.docx', 'HTML (StarWriter)')
    soffice('html:HTML (StarWriter)', 'word.docx', 'libreoffice-writer.html')
    soffice('html:HTML (StarCalc)', 'openpyxl.xlsx', 'libreoffice-calc.html')
    soffice('xlsx:Calc MS Excel 2007 XML', 'xlsxwriter.xlsx', 'libreoffice.xlsx')


# --- Word and WPS, by hand: what they write cannot be made without them, so their habits are imitated

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
CENTRED = '<w:jc w:val="center"/>'
GRID_COLUMN = '<w:gridCol w:w="{}"/>'
OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'


def word_archive(name, document, styles, more):
    """A package of a document, its styles and further parts, each (path, kind, content)."""
    parts = [('styles', 'styles', styles), *more]
    overrides = ''.join(f'<Override PartName="/word/{path}.xml" ContentType="{OFFICE}.{kind}+xml"/>'
                        for path, kind, _ in parts)
    relations = ''.join(f'<Relationship Id="rId{at}" Type="{RELATION}/{kind}" Target="{path}.xml"/>'
                        for at, (path, kind, _) in enumerate(parts, 1))
    schema = 'http://schemas.openxmlformats.org/package/2006'
    archive(name, {
        '[Content_Types].xml': f'<Types xmlns="{schema}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{OFFICE}.document.main+xml"/>{overrides}</Types>',
        '_rels/.rels': f'<Relationships xmlns="{schema}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/_rels/document.xml.rels': f'<Relationships xmlns="{schema}/relationships">{relations}</Relationships>',
        'word/document.xml': document,
        **{f'word/{path}.xml': content for path, _, content in parts},
    })


def word_cells(grid, cell_of, width):
    """The rows of a table: what is merged downwards goes on in the rows below, cell by cell."""
    rows = []
    for r, row in enumerate(grid):
        out, c = [], 0
        while c < len(row):
            top = next((up for up in range(r, -1, -1) if grid[up][c] is not None and grid[up][c]['rowSpan'] > r - up),
                       None)
            cell = grid[top][c]
            merge = '' if cell['rowSpan'] == 1 else ('restart' if top == r else 'continue')
            out.append(cell_of(cell['text'] if top == r else '', cell['colSpan'], merge, width * cell['colSpan']))
            c += cell['colSpan']
        rows.append(out)
    return rows


def word():
    serial = iter(range(0x00A10000, 0x0FFFFFFF, 0x1237))

    def rsid():
        return f'{next(serial):08X}'

    def run(text, properties=''):
        return (f'<w:r w:rsidR="{rsid()}" w:rsidRPr="{rsid()}"><w:rPr><w:rFonts w:hint="eastAsia"/>{properties}</w:rPr>'
                f'<w:t>{html.escape(text)}</w:t></w:r>')

    def runs(text):
        """Runs as Word splits them: where the script changes, the speller marks, or somebody edited."""
        pieces = re.findall(r'\d{4}年|\d+|[^\d]{1,9}', text)
        out = []
        for at, piece in enumerate(pieces):
            if re.fullmatch(r'\d{4}年', piece):
                out.append('<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">'
                           f'<w:smartTagPr><w:attr w:name="Year" w:val="{piece[:4]}"/></w:smartTagPr>'
                           f'{run(piece[:2])}{run(piece[2:4])}{run("年")}</w:smartTag>')
            elif piece.isdigit() and len(piece) > 2:
                out.append(run(piece[:1]) + '<w:proofErr w:type="gramStart"/>' + run(piece[1:])
                           + '<w:proofErr w:type="gramEnd"/>')
            else:
                out.append(run(piece))
            if at == 2:
                out.append('<w:r><w:lastRenderedPageBreak/></w:r>')
        return ''.join(out)

    def paragraph(text, style='', properties=''):
        style = f'<w:pStyle w:val="{style}"/>' if style else ''
        return (f'<w:p w:rsidR="{rsid()}" w:rsidRDefault="{rsid()}" w:rsidP="{rsid()}"><w:pPr>{style}{properties}</w:pPr>'
                f'{runs(text)}</w:p>')

    def cell(text, columns, merge, width):
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ''
        vertical = {'': '', 'restart': '<w:vMerge w:val="restart"/>', 'continue': '<w:vMerge/>'}[merge]
        return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{vertical}<w:vAlign w:val="center"/></w:tcPr>'
                f'{paragraph(text, properties=CENTRED)}</w:tc>')

    body = [paragraph(TITLE, 'a3')]
    body += [paragraph(block['text']) for block in PREAMBLE]
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    for at, section in enumerate(SECTIONS):
        heading = section['section']['label'].split('、', 1)[1]
        body.append(f'<w:bookmarkStart w:id="{at}" w:name="_Toc18{at}"/>{paragraph(heading, "1", numbered)}'
                    f'<w:bookmarkEnd w:id="{at}"/>')
        body += [paragraph(block['text'], '2' if block['kind'] == 'heading' else '') for block in section['blocks']]
        grid = section['grid']
        if not grid:
            continue
        width = 9000 // len(grid[0])
        lines = ''.join(f'<w:tr w:rsidR="{rsid()}" w:rsidTr="{rsid()}"><w:trPr><w:trHeight w:val="454"/>'
                        f'{"<w:tblHeader/>" if r < 2 else ""}</w:trPr>{"".join(line)}</w:tr>'
                        for r, line in enumerate(word_cells(grid, cell, width)))
        table = ('<w:tbl><w:tblPr><w:tblStyle w:val="a4"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0"/>'
                 f'</w:tblPr><w:tblGrid>{GRID_COLUMN.format(width) * len(grid[0])}</w:tblGrid>'
                 f'{lines}</w:tbl>')
        if section['section']['id'] == 'disputes':
            table = ('<w:sdt><w:sdtPr><w:id w:val="7"/><w:placeholder><w:docPart w:val="x"/></w:placeholder></w:sdtPr>'
                     f'<w:sdtContent>{table}</w:sdtContent></w:sdt>')
        body.append(table)
        if section['section']['id'] == 'proactiveDisclosure':
            note = ('<w:r><w:rPr><w:rStyle w:val="a5"/></w:rPr><w:footnoteReference w:id="2"/></w:r>')
            at_end = body[-1].rindex('</w:p></w:tc>')
            body[-1] = body[-1][:at_end] + note + body[-1][at_end:]
    body.append('<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
    styles = f'''<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/></w:style>
<w:style w:type="table" w:styleId="a4"><w:name w:val="Table Grid"/><w:basedOn w:val="a1"/></w:style>
<w:style w:type="character" w:styleId="a5"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'''
    numbering = f'''<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0">
<w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'''
    footer = (f'<w:ftr {W}><w:p><w:r><w:t xml:space="preserve">- </w:t></w:r><w:fldSimple w:instr=" PAGE ">'
              '<w:r><w:t>3</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p></w:ftr>')
    footnotes = (f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:rPr><w:rStyle w:val="a5"/></w:rPr><w:footnoteRef/>'
                 '</w:r><w:r><w:t>按实际入库数填报。</w:t></w:r></w:p></w:footnote></w:footnotes>')
    word_archive('word.docx', f'<w:document {W}><w:body>{"".join(body)}</w:body></w:document>', styles,
                 [('numbering', 'numbering', numbering), ('footer1', 'footer', footer),
                  ('footnotes', 'footnotes', footnotes)])


def wps():
    """Fonts set run by run instead of styles, style ids that are numbers, digits in runs of their own, empty lines."""
    def run(text, latin):
        hint = '' if latin else ' w:hint="eastAsia"'
        language = 'w:val="en-US" w:eastAsia="zh-CN"'
        return (f'<w:r><w:rPr><w:rFonts{hint} w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="宋体"/><w:b w:val="0"/>'
                f'<w:color w:val="auto"/><w:kern w:val="0"/><w:sz w:val="24"/><w:vertAlign w:val="baseline"/>'
                f'<w:lang {language}/></w:rPr><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>')

    def paragraph(text, alignment='left'):
        runs = ''.join(run(piece, piece.isdigit()) for piece in re.findall(r'\d+|[^\d]+', text))
        return ('<w:p><w:pPr><w:pStyle w:val="4"/><w:keepNext w:val="0"/><w:widowControl/><w:suppressLineNumbers w:val="0"/>'
                f'<w:jc w:val="{alignment}"/><w:rPr><w:vertAlign w:val="baseline"/></w:rPr></w:pPr>{runs}</w:p>')

    def cell(text, columns, merge, width):
        vertical = f'<w:vMerge w:val="{merge}"/>' if merge else ''
        # one character of 三、本年度办理结果 a line, as narrow cells are filled in
        texts = [text] if text != '三、本年度办理结果' else ['三、', '本年', '度办', '理结', '果']
        return (f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{columns}"/>{vertical}'
                '<w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:noWrap w:val="0"/><w:vAlign w:val="center"/></w:tcPr>'
                f'{"".join(paragraph(line, "center") for line in texts)}</w:tc>')

    agency, rest = TITLE.split('2024年')
    body = [paragraph(''), paragraph(agency, 'center'), paragraph(f'2024年{rest}', 'center'), paragraph('')]
    body += [paragraph(f'　　{block["text"]}') for block in PREAMBLE]
    for section in SECTIONS:
        body.append(paragraph(f'　　{section["section"]["label"]}'))
        body += [paragraph(f'　　{block["text"]}') for block in section['blocks']]
        grid = section['grid']
        if not grid:
            continue
        width = 9000 // len(grid[0])
        lines = ''.join('<w:tr><w:tblPrEx><w:tblCellMar><w:left w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPrEx>'
                        f'<w:trPr><w:trHeight w:val="485" w:hRule="atLeast"/><w:jc w:val="center"/></w:trPr>{"".join(line)}'
                        '</w:tr>' for line in word_cells(grid, cell, width))
        body.append('<w:tbl><w:tblPr><w:tblStyle w:val="3"/><w:tblpPr w:leftFromText="180" w:vertAnchor="text"/>'
                    '<w:tblOverlap w:val="never"/><w:tblW w:w="9000" w:type="dxa"/><w:jc w:val="center"/>'
                    '<w:tblLayout w:type="autofit"/></w:tblPr><w:tblGrid>'
                    f'{GRID_COLUMN.format(width) * len(grid[0])}</w:tblGrid>{lines}</w:tbl>')
        body += [paragraph('')]
    styles = f'''<w:styles {W} xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData">
<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="2"><w:name w:val="Normal Table"/></w:style>
<w:style w:type="table" w:styleId="3"><w:name w:val="Table Grid"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="4"><w:name w:val="Normal (Web)"/><w:basedOn w:val="1"/></w:style></w:styles>'''
    word_archive('wps.docx', f'<w:document {W}><w:body>{"".join(body)}<w:sectPr/></w:body></w:document>', styles, [])


def word_web_page():
    """Saved as a filtered web page: GB2312, MsoNormal, a span a script, lines broken anywhere."""
    def paragraph(text, tag='p', name='MsoNormal'):
        runs = ''.join(f'<span lang=EN-US style=\'font-family:"Times New Roman"\'>{piece}</span>' if piece.isdigit() else
                       f"<span style='font-size:\n12.0pt;font-family:仿宋_GB2312'>{piece}</span>"
                       for piece in re.findall(r'\d+|[^\d]+', text))
        return f'<{tag} class={name} align=center style=\'text-align:center\n;text-indent:24.0pt\'>{runs}</{tag}>'

    out = ['<html>\n<head>\n<meta http-equiv=Content-Type content="text/html; charset=gb2312">\n<meta name=Generator '
           'content="Microsoft Word 15 (filtered)">\n<style>\n<!--\n /* Style Definitions */\n p.MsoNormal {margin:0cm}\n'
           'div.WordSection1 {page:WordSection1;}\n-->\n</style>\n</head>\n<body lang=ZH-CN><div class=WordSection1>',
           paragraph(TITLE, 'h1', 'a3'), *(paragraph(block['text']) for block in PREAMBLE)]
    for section in SECTIONS:
        out.append(paragraph(section['section']['label']))
        out += [paragraph(block['text']) for block in section['blocks']]
        if section['grid']:
            out.append(html_table(section['grid'], '<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>',
                                  paragraph, " width=100 style='width:75.0pt;border:solid windowtext 1.0pt'",
                                  " style='height:22.7pt'"))
        out.append('<p class=MsoNormal><span lang=EN-US>&nbsp;</span></p>')
    out.append('</div></body></html>')
    open('word.htm', 'wb').write('\n'.join(out).encode('gb18030'))


def google_docs():
    """Published to the web: classes made of styles, every cell with both spans, texts in spans."""
    def paragraph(text, tag='p'):
        return f'<{tag} class="c1"><span class="c4">{text}</span></{tag}>'

    out = ['<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">'
           '@import url(https://themes.googleusercontent.com/fonts/css?kit=x);ol{margin:0;padding:0}table td,table th'
           '{padding:0}.c4{color:#000000;font-weight:400;text-decoration:none;vertical-align:baseline;font-size:11pt;'
           'font-family:"Arial";font-style:normal}.c1{padding-top:0pt;line-height:1.15;text-align:left;height:11pt}'
           '.c2{border:1pt solid #000000;padding:5pt;vertical-align:top}.c5{border-spacing:0;border-collapse:collapse}'
           '</style></head><body class="c9 doc-content">', paragraph(TITLE, 'h1'),
           *(paragraph(block['text']) for block in PREAMBLE)]
    for section in SECTIONS:
        out.append(paragraph(section['section']['label'], 'h2'))
        out += [paragraph(block['text'], 'h3' if block['kind'] == 'heading' else 'p') for block in section['blocks']]
        if section['grid']:
            out.append(html_table(section['grid'], '<table class="c5">', paragraph, ' class="c2"', ' class="c6"', True))
        out.append('<p class="c1 c7"><span class="c4"></span></p>')
    open('google-docs.html', 'w').write(''.join(out).replace('\n', '') + '</body></html>')


if __name__ == '__main__':
    python_docx()
    workbooks()
    word()
    wps()
    word_web_page()
    google_docs()
    converters()
