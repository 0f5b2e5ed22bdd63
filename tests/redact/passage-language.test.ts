import { expect, test } from 'vitest';
import { passageLanguages } from '../../lib/redact/passage-language.ts';

const languageOf = (text: string, at = 0) => passageLanguages(text)(at);

test.each<[language: string, text: string]>([
  ['en', 'Maya was late again on Monday and missed her reading test.'],
  ['en', 'Please write a note in Spanish to the mom of Maya Lopez.'],
  ['en', 'Maya Lopez, 204418'],
  ['en', ''],
  ['en', 'José Nguyễn and Đặng Thị Lan are in my class.'],
  ['en', 'Los Angeles, San José and El Paso are on the map that Maya drew.'],
  ['en', 'Roster\nO’Brien - DOB: 7/9/2013'],
  ['en', "O'Brien, d.o.b. 7/9/2013"],
  ['en', 'D.O.B. 7/9/2013'],
  ['pt', 'Maya e Leo'],
  ['es', 'Maya y Leo'],
  ['es', 'Maya llegó tarde a la escuela.'],
  ['es', 'Estimada señora Lopez:'],
  ['es', '¿Cómo ayudo a Maya con la lectura?'],
  ['es', 'Nombre: Maya Lopez\nGrado: 5\nCorreo: maya@example.org'],
  ['fr', 'Maya est arrivée en retard à l’école avec son frère.'],
  ['pt', 'A Maya não chegou hoje à escola com a mãe dela.'],
  ['de', 'Maya ist heute nicht in der Schule und hat eine Arbeit verpasst.'],
  ['vi', 'Hôm nay Maya không đi học và đã gọi cho cô.'],
  ['tl', 'Hindi pumasok si Maya ngayon dahil wala siya sa paaralan.'],
  ['zh', '李明今天没有来上学,请给家长写一封信。'],
  ['ko', '지민이는 오늘 학교에 오지 않았습니다. Maya'],
])('%s: %s', (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test('each passage has its own language, and a line that says none has that of the text', () => {
  const english = 'Please help me to write to the family of Maya.';
  const spanish = 'Estimada familia: Maya faltó hoy a la escuela y no hizo la tarea.';
  const text = `${english}\n\n${spanish}\nMaya Lopez`;
  expect([0, english.length, english.length + 2].map((at) => languageOf(text, at))).toEqual([
    'en',
    'en',
    'es',
  ]);
  const mostlySpanish = `${spanish}\n${spanish}\nMaya Lopez`;
  expect(languageOf(mostlySpanish, mostlySpanish.length - 4)).toBe('es');
});

test('a long line may change its language', () => {
  const half = (sentence: string) => sentence.repeat(60);
  const text =
    half('The class is late and she will write. ') + half('La maestra llegó tarde a la clase y habló. ');
  const at = passageLanguages(text);
  expect([at(10), at(text.length - 10)]).toEqual(['en', 'es']);
});

test('a roster of 20,000 lines takes no longer than it is long', () => {
  const text = 'Maya Lopez\t204418\n'.repeat(20_000);
  const at = passageLanguages(text);
  const started = performance.now();
  for (let i = 0; i < 20_000; i++) at(i * 18);
  expect(performance.now() - started).toBeLessThan(1500);
});
