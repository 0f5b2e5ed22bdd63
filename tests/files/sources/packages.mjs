// Office files as Word, Excel and PowerPoint write them, with an invented name in each place where one may stand.
import { strToU8, zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const W = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"',
].join(' ');
const A = [
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ');
const P = `${A} xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
const C = `${A} xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`;
const S =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A package of its parts. @param {Record<string, string | Uint8Array>} parts */
export const zipped = (parts) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: new Date(2024, 0, 1) },
  );

/** The smallest PNG: one grey point. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCBsKx1DgAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
);

/** @param {Record<string, string>} parts content types by path @param {Record<string, string>} defaults by ending */
const contentTypes = (parts, defaults = {}) =>
  `${XML}<Types xmlns="${PACKAGE}/content-types">${Object.entries({
    rels: 'application/vnd.openxmlformats-package.relationships+xml',
    xml: 'application/xml',
    ...defaults,
  })
    .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
    .join('')}${Object.entries(parts)
    .map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`)
    .join('')}</Types>`;

/** @param {[type: string, target: string, external?: boolean][]} list their ids are rId1, rId2 and so on */
const relations = (list) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([type, target, external], i) =>
        `<Relationship Id="rId${i + 1}" Type="${type.includes('/') ? type : `${REL}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

const MAIN_RELATIONS = (main) =>
  relations([
    ['officeDocument', main],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ['extended-properties', 'docProps/app.xml'],
    ['custom-properties', 'docProps/custom.xml'],
    [`${PACKAGE}/relationships/metadata/thumbnail`, 'docProps/thumbnail.jpeg'],
  ]);

const CORE = `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Plan for Ruth Abrams</dc:title><dc:subject></dc:subject><dc:creator>Ana Lopez</dc:creator><cp:keywords>Sana Malik</cp:keywords><cp:lastModifiedBy>Bea Winter</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2024-02-01T10:00:00Z</dcterms:created></cp:coreProperties>`;
const app = (inner = '') =>
  `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Office</Application><Manager>Gil Ortega</Manager><Company>Cedar Hollow School</Company>${inner}<AppVersion>16.0000</AppVersion></Properties>`;
const CUSTOM = `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Case manager"><vt:lpwstr>Eli Novak</vt:lpwstr></property></Properties>`;
const PROPERTIES = {
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  'docProps/custom.xml': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
};
const OFFICE = 'application/vnd.openxmlformats-officedocument';

// ---- Word

const run = (text, properties = '') =>
  `<w:r w:rsidRPr="00A1B2C3">${properties && `<w:rPr>${properties}</w:rPr>`}<w:t${/^\s|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${text}</w:t></w:r>`;
const paragraph = (...inner) =>
  `<w:p w14:paraId="1A2B3C4D" w:rsidR="00D4E5F6" w:rsidRDefault="00D4E5F6">${inner.join('')}</w:p>`;
const cell = (...paragraphs) =>
  `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${paragraphs.join('')}</w:tc>`;
const field = (code, shown) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${code.map((part) => `<w:r><w:instrText xml:space="preserve">${part}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const change = (name, inner, author) =>
  `<w:${name} w:id="9" w:author="${author}" w:date="2024-02-01T10:00:00Z">${inner}</w:${name}>`;

const TEXT_BOX = `<w:txbxContent>${paragraph(run('Seat of Ivy '), run('Brennan', '<w:b/>'))}</w:txbxContent>`;
const SHAPE = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:align>left</wp:align></wp:positionH><wp:docPr id="2" name="Text Box 2" descr="Photo of Kofi Mensah"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>${TEXT_BOX}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="Text Box 2" alt="Photo of Kofi Mensah"><v:textbox>${TEXT_BOX}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

const DOCUMENT = `${XML}<w:document ${W}><w:body>${[
  paragraph(
    '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
    run('Support plan for '),
    '<w:proofErr w:type="spellStart"/>',
    run('Ma', '<w:b/>'),
    run('ya', '<w:i/>'),
    '<w:proofErr w:type="spellEnd"/>',
    run(' Rey'),
    '<w:bookmarkStart w:id="0" w:name="Maya_Reyes"/>',
    run('es', '<w:b/>'),
    '<w:bookmarkEnd w:id="0"/>',
  ),
  paragraph(
    run('She sits with '),
    change('ins', run('Zuri Okafor'), 'Cara Dunn'),
    change('del', '<w:r><w:delText>Hana Sato</w:delText></w:r>', 'Cara Dunn'),
    run(' on Mondays.'),
    '<w:r><w:footnoteReference w:id="1"/></w:r>',
  ),
  paragraph(
    run('Ade Balo'),
    '<w:r><w:softHyphen/></w:r>',
    run('gun and Tess'),
    '<w:r><w:noBreakHyphen/></w:r>',
    run('Marie Holt read on.'),
  ),
  paragraph(
    '<w:commentRangeStart w:id="0"/>',
    '<w:hyperlink r:id="rId9" w:tooltip="Mail to Leo Park">',
    run('Write to her tutor'),
    '</w:hyperlink>',
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    run(' or see '),
    '<w:hyperlink w:anchor="Maya_Reyes">',
    run('above'),
    '</w:hyperlink>',
    run('.'),
  ),
  paragraph(field([' HYPERLINK "mailto:nils.', 'berg@example.org" '], 'Mail him')),
  paragraph(SHAPE, run('A box is here.')),
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblCaption w:val="Group of Yara Haddad"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>${[
    ['Student', 'Student ID', 'Notes'],
    ['Diego Fuentes', '1002345', 'Reads'],
    ['Wen Zhao', '1002346', 'Writes'],
  ]
    .map((row) => `<w:tr>${row.map((text) => cell(paragraph(run(text)))).join('')}</w:tr>`)
    .join(
      '',
    )}<w:tr>${cell(paragraph(run('Finn Daly')), paragraph(run('Mia Stone')))}${cell(paragraph())}${cell(paragraph(run('Two')))}</w:tr></w:tbl>`,
  `<w:sdt><w:sdtPr><w:alias w:val="Pupil"/><w:tag w:val="pupil"/><w:dropDownList><w:listItem w:displayText="Abe Cohen" w:value="Abe Cohen"/><w:listItem w:displayText="Lia Ferri" w:value="Lia Ferri"/></w:dropDownList></w:sdtPr><w:sdtContent>${paragraph(run('Abe Cohen'))}</w:sdtContent></w:sdt>`,
  `<w:p w:rsidR="00D4E5F6"><w:pPr><w:bidi/></w:pPr>${run('שלום ', '<w:rtl/>')}${run('נועה ', '<w:rtl/>')}${run('לוי', '<w:rtl/>')}</w:p>`,
].join(
  '',
)}<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/></w:sectPr></w:body></w:document>`;

/** @type {() => Record<string, string | Uint8Array>} */
export const wordFile = () => ({
  '[Content_Types].xml': contentTypes(
    {
      'word/document.xml': `${OFFICE}.wordprocessingml.document.main+xml`,
      'word/settings.xml': `${OFFICE}.wordprocessingml.settings+xml`,
      'word/styles.xml': `${OFFICE}.wordprocessingml.styles+xml`,
      'word/header1.xml': `${OFFICE}.wordprocessingml.header+xml`,
      'word/footer1.xml': `${OFFICE}.wordprocessingml.footer+xml`,
      'word/footnotes.xml': `${OFFICE}.wordprocessingml.footnotes+xml`,
      'word/comments.xml': `${OFFICE}.wordprocessingml.comments+xml`,
      'word/people.xml': `${OFFICE}.wordprocessingml.people+xml`,
      'customXml/itemProps1.xml': `${OFFICE}.customXmlProperties+xml`,
      ...PROPERTIES,
    },
    { jpeg: 'image/jpeg', png: 'image/png' },
  ),
  '_rels/.rels': MAIN_RELATIONS('word/document.xml'),
  'word/document.xml': DOCUMENT,
  'word/_rels/document.xml.rels': relations([
    ['styles', 'styles.xml'],
    ['settings', 'settings.xml'],
    ['footnotes', 'footnotes.xml'],
    ['header', 'header1.xml'],
    ['footer', 'footer1.xml'],
    ['comments', 'comments.xml'],
    ['http://schemas.microsoft.com/office/2011/relationships/people', 'people.xml'],
    ['customXml', '../customXml/item1.xml'],
    ['hyperlink', 'mailto:leo.park@example.org?subject=Pia%20Weiss', true],
    ['image', 'media/image1.png'],
  ]),
  'word/settings.xml': `${XML}<w:settings ${W}><w:rsids><w:rsidRoot w:val="00D4E5F6"/></w:rsids><w:docVars><w:docVar w:name="pupil" w:val="Ned Quill"/></w:docVars></w:settings>`,
  'word/styles.xml': `${XML}<w:styles ${W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:rFonts w:ascii="Georgia"/></w:rPr></w:style></w:styles>`,
  'word/header1.xml': `${XML}<w:hdr ${W}>${paragraph(run('File of Liam Chen'))}</w:hdr>`,
  'word/footer1.xml': `${XML}<w:ftr ${W}>${paragraph(run('Copy for Noor Haddad, page '), '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')}</w:ftr>`,
  'word/footnotes.xml': `${XML}<w:footnotes ${W}><w:footnote w:type="separator" w:id="-1">${paragraph('<w:r><w:separator/></w:r>')}</w:footnote><w:footnote w:id="1">${paragraph('<w:r><w:footnoteRef/></w:r>', run('See Tomas Iglesias.'))}</w:footnote></w:footnotes>`,
  'word/comments.xml': `${XML}<w:comments ${W}><w:comment w:id="0" w:author="Dora Klein" w:date="2024-02-01T10:00:00Z" w:initials="DK">${paragraph('<w:r><w:annotationRef/></w:r>', run('Ask Oskar Lindqvist.'))}</w:comment></w:comments>`,
  'word/people.xml': `${XML}<w15:people ${W}><w15:person w15:author="Dora Klein"><w15:presenceInfo w15:providerId="AD" w15:userId="S::dora.klein@example.org::1"/></w15:person></w15:people>`,
  'customXml/item1.xml': '<pupils xmlns="urn:pupils"><pupil name="Vera Lang">Jon Rask</pupil></pupils>',
  'customXml/itemProps1.xml': `${XML}<ds:datastoreItem ds:itemID="{AE2F0A1B-0000-4000-8000-000000000001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>`,
  'customXml/_rels/item1.xml.rels': relations([['customXmlProps', 'itemProps1.xml']]),
  'word/media/image1.png': PNG,
  'docProps/core.xml': CORE,
  'docProps/app.xml': app('<Template>Form of Kim Sorel.dotm</Template>'),
  'docProps/custom.xml': CUSTOM,
  'docProps/thumbnail.jpeg': PNG,
});

// ---- Excel

const STRINGS = [
  'Student',
  'Student ID',
  'DOB',
  'Phone',
  'Maya Reyes',
  '<r><t xml:space="preserve">Diego </t></r><r><rPr><b/><sz val="11"/></rPr><t>Fuentes</t></r>',
  'Wen Zhao\nand Ade Balogun',
  'Group',
  'Old Name Lena Moss',
];
const shared = (i) => `<c r="A1" t="s"><v>${i}</v></c>`;
const at = (reference, content) => content.replace('r="A1"', `r="${reference}"`);
const number = (value, style = 0) => `<c r="A1" s="${style}"><v>${value}</v></c>`;
const row = (n, cells) =>
  `<row r="${n}" spans="1:6">${cells.map((one, i) => at(`${'ABCDEF'[i]}${n}`, one)).join('')}</row>`;

const SHEET_1 = `${XML}<worksheet ${S} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><dimension ref="A1:F7"/><sheetData>${[
  row(1, [shared(0), shared(1), shared(2), shared(3), shared(7)]),
  row(2, [
    shared(4),
    number(1002345, 3),
    number(40982, 1),
    number(2025550147, 2),
    '<c r="A1" t="str"><f t="shared" ref="E2:E4" si="0">A2&amp;" ("&amp;B2&amp;")"</f><v>Maya Reyes (1002345)</v></c>',
  ]),
  row(3, [
    shared(5),
    number(1002346, 3),
    number(41215, 1),
    number(2025550148, 2),
    '<c r="A1" t="str"><f t="shared" si="0"/><v>Diego Fuentes (1002346)</v></c>',
  ]),
  row(4, [
    shared(6),
    number(1002347, 3),
    number(41000.5, 1),
    number(5550149, 2),
    '<c r="A1" t="str"><f t="shared" si="0"/><v>Wen Zhao (1002347)</v></c>',
  ]),
  row(6, [
    shared(4),
    `<c r="A1"><f>VLOOKUP("Kofi Mensah",'Ivy Brennan'!A1:B2,2,FALSE)</f><v>12</v></c>`,
    '<c r="A1" t="inlineStr"><is><t>Hana Sato</t></is></c>',
    '<c r="A1" t="b"><v>1</v></c>',
    '<c r="A1" t="e"><v>#N/A</v></c>',
  ]),
].join(
  '',
)}</sheetData><dataValidations count="1"><dataValidation type="list" sqref="F2" promptTitle="Pupil" prompt="Choose like Abe Cohen"><formula1>"Lia Ferri,Finn Daly"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A7" r:id="rId1" tooltip="Mail to Leo Park"/><hyperlink ref="A6" location="'Ivy Brennan'!A1" display="Seat"/></hyperlinks><headerFooter><oddHeader>&amp;LPeriod 3&amp;C&amp;"Calibri,Bold"&amp;12Liam Chen&amp;R&amp;P</oddHeader><oddFooter>&amp;LFor Noor Haddad</oddFooter></headerFooter><legacyDrawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId4"/></tableParts></worksheet>`;

/** @type {() => Record<string, string | Uint8Array>} */
export const excelFile = () => ({
  '[Content_Types].xml': contentTypes(
    {
      'xl/workbook.xml': `${OFFICE}.spreadsheetml.sheet.main+xml`,
      'xl/worksheets/sheet1.xml': `${OFFICE}.spreadsheetml.worksheet+xml`,
      'xl/worksheets/sheet2.xml': `${OFFICE}.spreadsheetml.worksheet+xml`,
      'xl/worksheets/sheet3.xml': `${OFFICE}.spreadsheetml.worksheet+xml`,
      'xl/styles.xml': `${OFFICE}.spreadsheetml.styles+xml`,
      'xl/sharedStrings.xml': `${OFFICE}.spreadsheetml.sharedStrings+xml`,
      'xl/tables/table1.xml': `${OFFICE}.spreadsheetml.table+xml`,
      'xl/calcChain.xml': `${OFFICE}.spreadsheetml.calcChain+xml`,
      'xl/comments1.xml': `${OFFICE}.spreadsheetml.comments+xml`,
      'xl/threadedComments/threadedComment1.xml': 'application/vnd.ms-excel.threadedcomments+xml',
      'xl/persons/person.xml': 'application/vnd.ms-excel.person+xml',
      'xl/pivotCache/pivotCacheDefinition1.xml': `${OFFICE}.spreadsheetml.pivotCacheDefinition+xml`,
      'xl/pivotCache/pivotCacheRecords1.xml': `${OFFICE}.spreadsheetml.pivotCacheRecords+xml`,
      'xl/externalLinks/externalLink1.xml': `${OFFICE}.spreadsheetml.externalLink+xml`,
      ...PROPERTIES,
    },
    { jpeg: 'image/jpeg', vml: `${OFFICE}.vmlDrawing` },
  ),
  '_rels/.rels': MAIN_RELATIONS('xl/workbook.xml'),
  'xl/workbook.xml': `${XML}<workbook ${S} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" mc:Ignorable="x15ac"><workbookPr/><mc:AlternateContent><mc:Choice Requires="x15"><x15ac:absPath url="C:\\Users\\gortega\\Rosters of Ana Lopez\\"/></mc:Choice></mc:AlternateContent><sheets><sheet name="Period 3" sheetId="1" r:id="rId1"/><sheet name="Ivy Brennan" sheetId="2" state="hidden" r:id="rId2"/><sheet name="Keys" sheetId="3" state="veryHidden" r:id="rId3"/></sheets><externalReferences><externalReference r:id="rId10"/></externalReferences><definedNames><definedName name="Maya_Reyes">'Ivy Brennan'!$A$1:$B$2</definedName></definedNames><pivotCaches><pivotCache cacheId="1" r:id="rId8"/></pivotCaches></workbook>`,
  'xl/_rels/workbook.xml.rels': relations([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['worksheet', 'worksheets/sheet2.xml'],
    ['worksheet', 'worksheets/sheet3.xml'],
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
    ['calcChain', 'calcChain.xml'],
    ['http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
    ['pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
    ['theme', 'theme/theme1.xml'],
    ['externalLink', 'externalLinks/externalLink1.xml'],
  ]),
  'xl/worksheets/sheet1.xml': SHEET_1,
  'xl/worksheets/_rels/sheet1.xml.rels': relations([
    ['hyperlink', 'mailto:leo.park@example.org', true],
    ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
    ['comments', '../comments1.xml'],
    ['table', '../tables/table1.xml'],
    [
      'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
      '../threadedComments/threadedComment1.xml',
    ],
  ]),
  'xl/worksheets/sheet2.xml': `${XML}<worksheet ${S}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Zuri Okafor</t></is></c><c r="B1"><f>'Period 3'!B2</f><v>1002345</v></c></row><row r="2"><c r="A2" t="s"><v>4</v></c></row></sheetData></worksheet>`,
  'xl/worksheets/sheet3.xml': `${XML}<worksheet ${S}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Ned Quill</t></is></c></row></sheetData></worksheet>`,
  'xl/styles.xml': `${XML}<styleSheet ${S}><numFmts count="2"><numFmt numFmtId="164" formatCode="[&lt;=9999999]###\\-####;\\(###\\)\\ ###\\-####"/><numFmt numFmtId="165" formatCode="0000000000"/></numFmts><fonts count="1"><font><name val="Georgia"/></font></fonts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="1"/></cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': `${XML}<sst ${S} count="12" uniqueCount="${STRINGS.length}">${STRINGS.map((text) => `<si>${text.startsWith('<r>') ? text : `<t>${text}</t>`}</si>`).join('')}</sst>`,
  'xl/tables/table1.xml': `${XML}<table ${S} id="1" name="Table1" displayName="Table1" ref="A1:E4" totalsRowShown="0"><autoFilter ref="A1:E4"><filterColumn colId="0"><filters><filter val="Maya Reyes"/></filters></filterColumn></autoFilter><tableColumns count="5"><tableColumn id="1" name="Student"/><tableColumn id="2" name="Student ID"/><tableColumn id="3" name="DOB"/><tableColumn id="4" name="Phone"/><tableColumn id="5" name="Group"/></tableColumns></table>`,
  'xl/calcChain.xml': `${XML}<calcChain ${S}><c r="E2" i="1"/><c r="E3" i="1"/><c r="E4" i="1"/><c r="B6" i="1"/><c r="B1" i="2"/></calcChain>`,
  'xl/comments1.xml': `${XML}<comments ${S}><authors><author>Dora Klein</author><author>tc={00000000-0000-4000-8000-000000000001}</author></authors><commentList><comment ref="A2" authorId="0" shapeId="0"><text><r><rPr><b/></rPr><t>Note:</t></r><r><t xml:space="preserve">\nAsk Oskar Lindqvist</t></r></text></comment><comment ref="A3" authorId="1" shapeId="0"><text><t>[Threaded comment]\n\nComment:\n    Tell Pia Weiss</t></text></comment></commentList></comments>`,
  'xl/threadedComments/threadedComment1.xml': `${XML}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A3" dT="2024-02-01T10:00:00.00" personId="{00000000-0000-4000-8000-000000000002}" id="{00000000-0000-4000-8000-000000000001}"><text>Tell Pia Weiss</text></threadedComment></ThreadedComments>`,
  'xl/persons/person.xml': `${XML}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Cara Dunn" id="{00000000-0000-4000-8000-000000000002}" userId="S::cara.dunn@example.org::1" providerId="AD"/></personList>`,
  'xl/drawings/vmlDrawing1.vml': `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="s1"><v:textbox><div style='text-align:left'>Seat of Yara Haddad<br></div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>1, 15, 0, 10</x:Anchor><x:Row>1</x:Row></x:ClientData></v:shape></xml>`,
  'xl/pivotCache/pivotCacheDefinition1.xml': `${XML}<pivotCacheDefinition ${S} r:id="rId1" recordCount="2"><cacheSource type="worksheet"><worksheetSource ref="A1:E4" sheet="Ivy Brennan"/></cacheSource><cacheFields count="3"><cacheField name="Student" numFmtId="0"><sharedItems count="2"><s v="Maya Reyes"/><s v="Jon Rask"/></sharedItems></cacheField><cacheField name="Student ID" numFmtId="1"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1"/></cacheField><cacheField name="DOB" numFmtId="14"><sharedItems containsSemiMixedTypes="0" containsNonDate="0" containsDate="1" containsString="0"/></cacheField></cacheFields></pivotCacheDefinition>`,
  'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': relations([
    ['pivotCacheRecords', 'pivotCacheRecords1.xml'],
  ]),
  'xl/pivotCache/pivotCacheRecords1.xml': `${XML}<pivotCacheRecords ${S} count="2"><r><x v="0"/><n v="1002345"/><d v="2012-03-14T00:00:00"/></r><r><x v="1"/><n v="7"/><d v="2012-11-02T00:00:00"/></r></pivotCacheRecords>`,
  'xl/externalLinks/externalLink1.xml': `${XML}<externalLink ${S}><externalBook r:id="rId1"><sheetNames><sheetName val="Vera Lang"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>Tess Holt</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
  'xl/externalLinks/_rels/externalLink1.xml.rels': relations([
    ['externalLinkPath', 'file:///C:/Rosters/Kim%20Sorel.xlsx', true],
  ]),
  'docProps/core.xml': CORE,
  'docProps/app.xml': app(
    '<TitlesOfParts><vt:vector size="3" baseType="lpstr"><vt:lpstr>Period 3</vt:lpstr><vt:lpstr>Ivy Brennan</vt:lpstr><vt:lpstr>Keys</vt:lpstr></vt:vector></TitlesOfParts>',
  ),
  'docProps/custom.xml': CUSTOM,
  'docProps/thumbnail.jpeg': PNG,
});

// ---- PowerPoint

/** The table behind the chart. @type {() => Record<string, string | Uint8Array>} */
const chartWorkbook = () => ({
  '[Content_Types].xml': contentTypes({
    'xl/workbook.xml': `${OFFICE}.spreadsheetml.sheet.main+xml`,
    'xl/worksheets/sheet1.xml': `${OFFICE}.spreadsheetml.worksheet+xml`,
  }),
  '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': `${XML}<workbook ${S}><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations([['worksheet', 'worksheets/sheet1.xml']]),
  'xl/worksheets/sheet1.xml': `${XML}<worksheet ${S}><sheetData>${['Name', 'Maya Reyes', 'Vera Lang', 'Uma Frost'].map((name, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${name}</t></is></c></row>`).join('')}</sheetData></worksheet>`,
});

const shape = (id, text, placeholder = '', descr = '') =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Shape ${id}"${descr && ` descr="${descr}"`}/><p:cNvSpPr/><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${text}</p:txBody></p:sp>`;
const line = (...texts) =>
  `<a:p>${texts.map((text) => `<a:r><a:rPr lang="en-US" dirty="0"/><a:t>${text}</a:t></a:r>`).join('')}<a:endParaRPr lang="en-US"/></a:p>`;
const TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
const slide = (inner, attributes = '') =>
  `${XML}<p:sld ${P}${attributes}><p:cSld><p:spTree>${TREE}${inner}</p:spTree></p:cSld></p:sld>`;
const CHART = `${XML}<c:chartSpace ${C}><c:chart><c:title><c:tx><c:rich><a:bodyPr/>${line('Marks of Tess Holt')}</c:rich></c:tx></c:title><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Score</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>Maya Reyes</c:v></c:pt><c:pt idx="1"><c:v>Vera Lang</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>88</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart><c:externalData r:id="rId1"/></c:chartSpace>`;

const COLORS = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  ...[1, 2, 3, 4, 5, 6].map((n) => `accent${n}`),
  'hlink',
  'folHlink',
];
const FONT = '<a:latin typeface="Georgia"/><a:ea typeface=""/><a:cs typeface=""/>';
const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const THEME = `${XML}<a:theme ${A} name="Plain"><a:themeElements><a:clrScheme name="Plain">${COLORS.map((name, i) => `<a:${name}><a:srgbClr val="${i % 2 ? 'FFFFFF' : '000000'}"/></a:${name}>`).join('')}</a:clrScheme><a:fontScheme name="Plain"><a:majorFont>${FONT}</a:majorFont><a:minorFont>${FONT}</a:minorFont></a:fontScheme><a:fmtScheme name="Plain"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="9525">${FILL}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

/** @type {() => Record<string, string | Uint8Array>} */
export const powerPointFile = () => ({
  '[Content_Types].xml': contentTypes(
    {
      'ppt/presentation.xml': `${OFFICE}.presentationml.presentation.main+xml`,
      'ppt/slideMasters/slideMaster1.xml': `${OFFICE}.presentationml.slideMaster+xml`,
      'ppt/slideLayouts/slideLayout1.xml': `${OFFICE}.presentationml.slideLayout+xml`,
      'ppt/theme/theme1.xml': `${OFFICE}.theme+xml`,
      'ppt/slides/slide1.xml': `${OFFICE}.presentationml.slide+xml`,
      'ppt/slides/slide2.xml': `${OFFICE}.presentationml.slide+xml`,
      'ppt/notesSlides/notesSlide1.xml': `${OFFICE}.presentationml.notesSlide+xml`,
      'ppt/charts/chart1.xml': `${OFFICE}.drawingml.chart+xml`,
      'ppt/commentAuthors.xml': `${OFFICE}.presentationml.commentAuthors+xml`,
      'ppt/comments/comment1.xml': `${OFFICE}.presentationml.comments+xml`,
      'ppt/authors.xml': 'application/vnd.ms-powerpoint.authors+xml',
      'ppt/comments/modernComment_101_0.xml': 'application/vnd.ms-powerpoint.comments+xml',
      'ppt/changesInfos/changesInfo1.xml': 'application/vnd.ms-powerpoint.changesinfo+xml',
      ...PROPERTIES,
    },
    { jpeg: 'image/jpeg', xlsx: `${OFFICE}.spreadsheetml.sheet` },
  ),
  '_rels/.rels': MAIN_RELATIONS('ppt/presentation.xml'),
  // The order of the slides is that of the list, not of their files.
  'ppt/presentation.xml': `${XML}<p:presentation ${P}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId3"/><p:sldId id="257" r:id="rId2"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/><p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="Group of Abe Cohen" id="{00000000-0000-4000-8000-000000000003}"/></p14:sectionLst></p:ext></p:extLst></p:presentation>`,
  'ppt/_rels/presentation.xml.rels': relations([
    ['slideMaster', 'slideMasters/slideMaster1.xml'],
    ['slide', 'slides/slide1.xml'],
    ['slide', 'slides/slide2.xml'],
    ['commentAuthors', 'commentAuthors.xml'],
    ['http://schemas.microsoft.com/office/2018/10/relationships/authors', 'authors.xml'],
    [
      'http://schemas.microsoft.com/office/2016/11/relationships/changesInfo',
      'changesInfos/changesInfo1.xml',
    ],
  ]),
  'ppt/slideMasters/slideMaster1.xml': `${XML}<p:sldMaster ${P}><p:cSld><p:spTree>${TREE}${shape(2, line('Click to edit Master title style'), '<p:ph type="title"/>')}${shape(3, line('Room of Liam Chen'))}${shape(4, line('Noor Haddad'), '<p:ph type="ftr"/>')}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`,
  'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([
    ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ['theme', '../theme/theme1.xml'],
  ]),
  'ppt/theme/theme1.xml': THEME,
  'ppt/slideLayouts/slideLayout1.xml': `${XML}<p:sldLayout ${P}><p:cSld><p:spTree>${TREE}${shape(2, line('Click to edit'), '<p:ph type="body"/>')}</p:spTree></p:cSld></p:sldLayout>`,
  'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations([
    ['slideMaster', '../slideMasters/slideMaster1.xml'],
  ]),
  'ppt/slides/slide1.xml': slide(shape(2, line('Seat of Ivy Brennan')), ' show="0"'),
  'ppt/slides/_rels/slide1.xml.rels': relations([['slideLayout', '../slideLayouts/slideLayout1.xml']]),
  'ppt/slides/slide2.xml': slide(
    `${shape(2, line('Work of Ma', 'ya Rey', 'es'), '<p:ph type="title"/>')}${shape(3, `<a:p><a:r><a:rPr><a:hlinkClick r:id="rId3" tooltip="Mail to Leo Park"/></a:rPr><a:t>tutor</a:t></a:r><a:br/><a:r><a:t>Ade Balogun</a:t></a:r></a:p>`, '', 'Photo of Kofi Mensah')}<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="4" name="Table 4"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/><a:tblGrid/><a:tr h="1"><a:tc><a:txBody><a:bodyPr/>${line('Diego Fuentes')}</a:txBody><a:tcPr/></a:tc><a:tc><a:txBody><a:bodyPr/>${line('1002345')}</a:txBody><a:tcPr/></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame><p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="Chart 5"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId4"/></a:graphicData></a:graphic></p:graphicFrame>`,
  ),
  'ppt/slides/_rels/slide2.xml.rels': relations([
    ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ['notesSlide', '../notesSlides/notesSlide1.xml'],
    ['hyperlink', 'mailto:leo.park@example.org', true],
    ['chart', '../charts/chart1.xml'],
    ['comments', '../comments/comment1.xml'],
    [
      'http://schemas.microsoft.com/office/2018/10/relationships/comments',
      '../comments/modernComment_101_0.xml',
    ],
  ]),
  'ppt/notesSlides/notesSlide1.xml': `${XML}<p:notes ${P}><p:cSld><p:spTree>${TREE}${shape(2, line('Praise Priya Nair'), '<p:ph type="body" idx="1"/>')}</p:spTree></p:cSld></p:notes>`,
  'ppt/notesSlides/_rels/notesSlide1.xml.rels': relations([['slide', '../slides/slide2.xml']]),
  'ppt/charts/chart1.xml': CHART,
  'ppt/charts/_rels/chart1.xml.rels': relations([['package', '../embeddings/Microsoft_Excel_Sheet1.xlsx']]),
  'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx': zipped(chartWorkbook()),
  'ppt/commentAuthors.xml': `${XML}<p:cmAuthorLst ${P}><p:cmAuthor id="1" name="Dora Klein" initials="DK" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>`,
  'ppt/comments/comment1.xml': `${XML}<p:cmLst ${P}><p:cm authorId="1" dt="2024-02-01T10:00:00.000" idx="1"><p:pos x="10" y="10"/><p:text>Ask Oskar Lindqvist</p:text></p:cm></p:cmLst>`,
  'ppt/authors.xml': `${XML}<p188:authorLst ${A} xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><p188:author id="{00000000-0000-4000-8000-000000000004}" name="Cara Dunn" initials="CD" userId="S::cara.dunn@example.org::1" providerId="AD"/></p188:authorLst>`,
  'ppt/comments/modernComment_101_0.xml': `${XML}<p188:cmLst ${A} xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><p188:cm id="{00000000-0000-4000-8000-000000000005}" authorId="{00000000-0000-4000-8000-000000000004}" created="2024-02-01T10:00:00.000"><p188:txBody><a:bodyPr/>${line('Tell Pia Weiss')}</p188:txBody></p188:cm></p188:cmLst>`,
  'ppt/changesInfos/changesInfo1.xml': `${XML}<pc:chgInfo ${A} xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"><pc:docChgLst><pc:chgData name="Ana Lopez" userId="1" providerId="AD"/></pc:docChgLst></pc:chgInfo>`,
  'docProps/core.xml': CORE,
  'docProps/app.xml': app(
    '<TitlesOfParts><vt:vector size="1" baseType="lpstr"><vt:lpstr>Work of Maya Reyes</vt:lpstr></vt:vector></TitlesOfParts>',
  ),
  'docProps/custom.xml': CUSTOM,
  'docProps/thumbnail.jpeg': PNG,
});
