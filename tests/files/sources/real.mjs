// What stands in the files of fixtures/real, as flat OpenDocument. Everybody is invented.
//
// In a text {braces} hold what no swapped copy may keep, and *stars* make letters bold, so that a name lies in several runs.

/**
 * @typedef {string | { heading: string } | { table: string[][] } | { list: string[] } | { note: string, at: string }
 *   | { comment: string, at: string } | { box: string }} Block note: a footnote; at: the paragraph that has it
 * @typedef {{ title: string, header?: string, footer?: string, blocks: Block[] }} Letter
 * @typedef {{ name: string, hidden?: boolean, rows: string[][], comment?: string }} Sheet comment: on the cell below the first heading
 * @typedef {{ title: string, sheets: Sheet[] }} Book
 * @typedef {{ title: string, slides: { lines: string[], notes?: string, hidden?: boolean, table?: string[][] }[] }} Show
 */

/** @type {Record<string, Letter>} */
export const LETTERS = {
  'IEP Talia Brandt': {
    title: 'IEP of {Talia Brandt}',
    header: 'Student: {Talia Brandt}',
    footer: 'Student ID: {3301177}',
    blocks: [
      { heading: 'IEP team meeting' },
      'The team met on Monday to talk about {Talia Brandt}. Her mother, {Corinne Brandt}, joined by phone.',
      'This fall {Talia} reads two grade levels below her class. {Tal*ia Bra*ndt} uses a text reader in science.',
      {
        at: 'Her goals for the spring are below.',
        comment: 'Please ask {Corinne Brandt} to sign before Friday.',
      },
      {
        table: [
          ['Goal', 'Student', 'Measure'],
          ['Read 90 words a minute', '{Talia Brandt}', 'Weekly check'],
          ['Write a paragraph', '{Talia Brandt}', 'Rubric'],
        ],
      },
      {
        at: 'The next meeting is in May.',
        note: 'Call {Corinne Brandt} at {(202) 555-0163} the week before.',
      },
    ],
  },
  'parent-letter': {
    title: 'Letter to the family of {Marcus Oyelaran}',
    blocks: [
      'Dear Mr. and Mrs. {Oyelaran},',
      'I am writing because {Marcus Oyelaran} has missed six math assignments since October. {Marcus} is a kind student who helps others, and I know that he can catch up.',
      'Could you call me this week? You can also write to {m.oyelaran@example.org}, which {Marcus} checks in class.',
      { list: ['Student: {Marcus Oyelaran}', 'Student ID: {4410982}', 'Date of birth: {04/17/2012}'] },
      'Thank you for your help.',
    ],
  },
  'behavior-log': {
    title: 'Behavior log',
    header: 'Period 4, confidential',
    blocks: [
      { heading: 'Behavior log, week 9' },
      {
        table: [
          ['Student', 'Date', 'What happened'],
          ['{Desmond Achterberg}', '10/12', 'Left the room without asking.'],
          ['{Ines Carvalho}', '10/13', 'Called {Desmond Achterberg} a name at lunch.'],
          ['{Yusuf Demirci}', '10/14', 'Threw a pencil. Spoke with his father, {Kemal Demirci}.'],
        ],
      },
      'On Thursday {Ines Car*valho* } apologized to {Desmond}. They work well together again.',
      { box: 'Call home for {Yusuf Demirci} today.' },
    ],
  },
  'seating-chart': {
    title: 'Seating chart',
    blocks: [
      { heading: 'Seating chart, Room 12' },
      {
        table: [
          ['{Amara Nwosu}', '{Felix Grundmann}', '{Rosalind Teague}'],
          ['{Hiro Matsuda}', '{Leila Farahani}', '{Mateo Villanueva}'],
        ],
      },
      {
        at: '{Hiro Matsuda} sits in front because of his hearing aid.',
        comment: 'Keep {Felix Grundmann} and {Mateo Villanueva} apart.',
      },
    ],
  },
  essay: {
    title: 'My summer',
    header: '{Beatriz Saldanha}, English 9, Period 2',
    blocks: [
      'Name: {Beatriz Saldanha}',
      { heading: 'The longest summer' },
      'Last summer my grandmother taught me to bake bread. Every morning we lit the oven before the sun came up, and the kitchen smelled of yeast and coffee.',
      'My brother {Tiago Saldanha} burned his hand once, but he laughed about it. I learned that patience is a kind of love.',
      { at: 'I will never forget it.', note: 'Peer reviewer: {Owen Hallqvist}' },
    ],
  },
  'Recommendation Priya Raman': {
    title: 'Letter of recommendation for {Priya Raman}',
    blocks: [
      'To whom it may concern:',
      'It is a pleasure to recommend {Priya Raman} for your summer program. I taught {Priya} in chemistry for two years.',
      '{Pri*ya Ram*an} asks the questions that move a class forward. When her lab partner, {Jonah Wexler}, was ill, she shared her notes with him every evening.',
      'You can reach her at {priya.raman@example.org}.',
      {
        at: 'Sincerely, her chemistry teacher',
        comment: 'Send a copy to {Priya Raman} and her father {Suresh Raman}.',
      },
    ],
  },
  'field-trip': {
    title: 'Field trip list',
    footer: 'Bring this list back to the office.',
    blocks: [
      { heading: 'Field trip to the science museum' },
      'These students still need a signed form:',
      { list: ['{Oluchi Eze}', '{Brendan Kowalczyk}', '{Marisol Zepeda}', '{Tuan Phung}'] },
      '{Marisol Zepeda} has a peanut allergy. Her mother is {Graciela Zepeda}, {(202) 555-0188}.',
      { box: 'Bus 2 picks up {Tuan Phung} at the corner of Elm.' },
    ],
  },
  carta: {
    title: 'Carta para la familia de {Joaquín Arreola}',
    blocks: [
      'Estimada señora {Arreola}:',
      'Le escribo porque su hijo {Joaquín Arreola} ha faltado a clase cinco veces este mes. {Joaquín} es un alumno muy amable y trabajador.',
      'El lunes {Joaquín Arre*ola*} no entregó la tarea de matemáticas. Su hermana, {Ximena Arreola}, sí la entregó.',
      { list: ['Alumno: {Joaquín Arreola}', 'Teléfono: {(202) 555-0171}'] },
      { at: 'Muchas gracias por su ayuda.', comment: 'Llamar a su hermana {Ximena Arreola} el viernes.' },
    ],
  },
  'reading-groups': {
    title: 'Reading groups',
    blocks: [
      { heading: 'Reading groups' },
      'Group A meets on Tuesday: {Wendell Pruitt}, {Anneliese Vogt} and {Kwame Boateng}.',
      'Group B meets on Thursday: {Saoirse Gallagher} and {Dmitri Volkov}.',
      '{Anneliese Vogt} moved up from group B last week. {Kwame Boateng} needs larger print.',
      { note: 'Tested by the reading coach with {Saoirse Gallagher}.', at: 'The next check is on Friday.' },
    ],
  },
};

/** @type {Record<string, Book>} */
export const BOOKS = {
  gradebook: {
    title: 'Gradebook of {Nadia Petrosyan}',
    sheets: [
      {
        name: 'Period 1',
        comment: 'Retake for {Caleb Thornquist} on Friday',
        rows: [
          ['Student', 'Student ID', 'Quiz 1', 'Quiz 2'],
          ['{Nadia Petrosyan}', '{5520114}', '88', '91'],
          ['{Caleb Thornquist}', '{5520115}', '67', '72'],
          ['{Esperanza Quiroga}', '{5520116}', '95', '97'],
        ],
      },
      {
        name: 'Old',
        hidden: true,
        rows: [
          ['Student', 'Final'],
          ['{Rafael Dominguez}', '79'],
          ['{Ingrid Solheim}', '84'],
        ],
      },
    ],
  },
  attendance: {
    title: 'Attendance',
    sheets: [
      {
        name: 'October',
        rows: [
          ['Last name', 'First name', 'Absences', 'Note'],
          ['{Peñaloza}', '{Renée}', '3', 'Flu'],
          ['{Mbeki}', '{Thandiwe}', '1', ''],
          ['{Castellanos}', '{Andrés}', '0', ''],
          ['{Lindgren}', '{Astrid}', '7', 'Called home'],
        ],
      },
    ],
  },
  contacts: {
    title: 'Contacts',
    sheets: [
      {
        name: 'Families',
        rows: [
          ['Student', 'Parent', 'Phone', 'Email'],
          ['{Zainab Qureshi}', '{Imran Qureshi}', '{(202) 555-0114}', '{i.qureshi@example.org}'],
          ['{Tobias Reinholt}', '{Petra Reinholt}', '{(202) 555-0129}', '{petra.r@example.org}'],
          ['{Lucía Barrientos}', '{Elena Barrientos}', '{(202) 555-0135}', '{elena.b@example.org}'],
        ],
      },
    ],
  },
  goals: {
    title: 'IEP goals',
    sheets: [
      {
        name: 'Goals',
        comment: 'Meet the mother of {Naveen Bhatt} in May',
        rows: [
          ['Student name', 'DOB', 'Goal'],
          ['{Naveen Bhatt}', '{02/09/2013}', 'Reads 80 words a minute'],
          ['{Colette Dubois}', '{11/23/2012}', 'Adds fractions'],
          ['{Samuel Ferreira}', '{07/30/2013}', '{Samuel Ferreira} asks for a break with a card'],
        ],
      },
    ],
  },
};

/** @type {Record<string, Show>} */
export const SHOWS = {
  showcase: {
    title: 'Student of the month: {Violeta Marin}',
    slides: [
      {
        lines: ['Student of the month', '{Vio*leta* Marin} read 30 books this year.'],
        notes: 'Thank her mother, {Daniela Marin}, who comes to the assembly.',
      },
      { lines: ['Also nominated: {Gideon Asante} and {Freya Lindholm}.'], hidden: true },
    ],
  },
  'group-work': {
    title: 'Group work',
    slides: [
      {
        lines: ['Who does what'],
        table: [
          ['Student', 'Task'],
          ['{Callum Drummond}', 'Poster'],
          ['{Shreya Venkatesan}', 'Speech'],
          ['{Emeka Okonjo}', 'Model'],
        ],
        notes: '{Callum Drummond} must not work alone with {Emeka Okonjo}.',
      },
    ],
  },
  'open-house': {
    title: 'Open house',
    slides: [
      {
        lines: ['Welcome, families!', 'Poem read by {Margit Halvorsen}'],
        notes: 'Her father {Lars Halvorsen} helps with the chairs.',
      },
      { lines: ['Questions: write to {margit.h@example.org}.'] },
    ],
  },
};

const NAMESPACES = Object.entries({
  ...{ office: 'office', style: 'style', text: 'text', table: 'table', draw: 'drawing', meta: 'meta' },
  ...{ presentation: 'presentation', fo: 'xsl-fo-compatible', svg: 'svg-compatible' },
})
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .join(' ');
const DAY = '<dc:date>2026-03-02T09:00:00</dc:date>';
const AUTHOR = 'Gwendolyn Pryce';

/** @param {string} text */
const plain = (text) => text.replace(/[{}*]/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;');
/** @param {string} text */
const runs = (text) =>
  text
    .split('*')
    .map((run, i) => (i % 2 ? `<text:span text:style-name="B">${plain(run)}</text:span>` : plain(run)))
    .join('');
/** @param {string} text */
const p = (text, more = '') => `<text:p>${runs(text)}${more}</text:p>`;
/** @param {string} text */
const annotation = (text) =>
  `<office:annotation><dc:creator>${AUTHOR}</dc:creator>${DAY}${p(text)}</office:annotation>`;
/** @param {string[][]} rows */
const table = (rows) =>
  `<table:table><table:table-column table:number-columns-repeated="${rows[0]?.length}"/>${rows
    .map((row) => row.map((cell) => `<table:table-cell>${p(cell)}</table:table-cell>`).join(''))
    .map((cells) => `<table:table-row>${cells}</table:table-row>`)
    .join('')}</table:table>`;

/** @param {Block} block */
function block(block) {
  if (typeof block === 'string') return p(block);
  if ('heading' in block) return `<text:h text:outline-level="1">${runs(block.heading)}</text:h>`;
  if ('table' in block) return table(block.table);
  if ('list' in block)
    return `<text:list>${block.list.map((item) => `<text:list-item>${p(item)}</text:list-item>`).join('')}</text:list>`;
  if ('comment' in block) return p(block.at, annotation(block.comment));
  if ('box' in block)
    return `<text:p><draw:frame text:anchor-type="paragraph" svg:width="8cm" svg:height="2cm"><draw:text-box>${p(block.box)}</draw:text-box></draw:frame></text:p>`;
  return p(
    block.at,
    `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p(block.note)}</text:note-body></text:note>`,
  );
}

/** @param {string} kind @param {string} title @param {string} styles @param {string} master @param {string} body */
const document = (kind, title, styles, master, body) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMESPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${kind}">
<office:meta><dc:title>${plain(title)}</dc:title><meta:initial-creator>${AUTHOR}</meta:initial-creator></office:meta>
<office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>${styles}</office:automatic-styles>
<office:master-styles>${master}</office:master-styles>
<office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`;

/** @param {Letter} letter @returns {string} a flat text document */
export function letterSource({ title, header, footer, blocks }) {
  const layout =
    '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/><style:footer-style/></style:page-layout>';
  const edges = [
    ...(header ? [`<style:header>${p(header)}</style:header>`] : []),
    ...(footer ? [`<style:footer>${p(footer)}</style:footer>`] : []),
  ];
  const master = `<style:master-page style:name="Standard" style:page-layout-name="L">${edges.join('')}</style:master-page>`;
  return document('text', title, layout, master, blocks.map(block).join('\n'));
}

/** @param {Book} book @returns {string} a flat spreadsheet */
export function bookSource({ title, sheets }) {
  const styles = ['true', 'false'].map(
    (shown) =>
      `<style:style style:name="${shown}" style:family="table"><style:table-properties table:display="${shown}"/></style:style>`,
  );
  const body = sheets.map(({ name, hidden, rows, comment }) => {
    const cells = rows.map((row, y) =>
      row.map((cell, x) => {
        const type = /^\{?\d+\}?$/.test(cell)
          ? `office:value-type="float" office:value="${plain(cell)}"`
          : 'office:value-type="string"';
        return `<table:table-cell ${type}>${p(cell)}${comment && y === 1 && x === 0 ? annotation(comment) : ''}</table:table-cell>`;
      }),
    );
    const lines = cells.map((row) => `<table:table-row>${row.join('')}</table:table-row>`).join('');
    return `<table:table table:name="${name}" table:style-name="${!hidden}"><table:table-column table:style-name="wide" table:number-columns-repeated="${rows[0]?.length}"/>${lines}</table:table>`;
  });
  // Wide enough for what stands in it: a PDF holds no more of a cell than is seen.
  styles.push(
    '<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="5cm"/></style:style>',
  );
  return document('spreadsheet', title, styles.join(''), '', body.join(''));
}

/** @param {Show} show @returns {string} a flat presentation */
export function showSource({ title, slides }) {
  const styles = [
    '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="28cm" fo:page-height="21cm"/></style:page-layout>',
    '<style:style style:name="shown" style:family="drawing-page"/>',
    '<style:style style:name="hidden" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>',
  ];
  /** @param {string} content @param {number} y */
  const frame = (content, y) =>
    `<draw:frame svg:width="24cm" svg:height="3cm" svg:x="1cm" svg:y="${y}cm">${content}</draw:frame>`;
  const body = slides.map(({ lines, notes, hidden, table: rows }) => {
    const frames = lines.map((line, i) => frame(`<draw:text-box>${p(line)}</draw:text-box>`, 1 + i * 4));
    if (rows) frames.push(frame(table(rows), 10));
    if (notes)
      frames.push(
        `<presentation:notes><draw:frame presentation:class="notes" svg:width="16cm" svg:height="12cm" svg:x="2cm" svg:y="13cm"><draw:text-box>${p(notes)}</draw:text-box></draw:frame></presentation:notes>`,
      );
    return `<draw:page draw:style-name="${hidden ? 'hidden' : 'shown'}" draw:master-page-name="Default">${frames.join('')}</draw:page>`;
  });
  const master = '<style:master-page style:name="Default" style:page-layout-name="L"/>';
  return document('presentation', title, styles.join(''), master, body.join(''));
}
