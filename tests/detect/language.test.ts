import { describe, expect, test } from 'vitest';
import type { CategoryId } from '../../lib/detect/category.ts';
import type { Candidate } from '../../lib/detect/finding.ts';
import { isLanguageUnsure, withoutGuesses } from '../../lib/detect/language.ts';
import { detector } from './load.ts';

const UNSURE: [language: string, text: string][] = [
  [
    'Vietnamese',
    'Con tôi bị ốm từ hôm qua nên hôm nay cháu không đi học được. Xin cô cho cháu nghỉ thêm một ngày nữa.',
  ],
  [
    'Vietnamese',
    'Kính gửi cô giáo, gia đình tôi sẽ chuyển nhà vào tháng sau và cháu Minh sẽ học ở trường mới.',
  ],
  [
    'Vietnamese without marks',
    'Chau bi om nen hom nay khong di hoc duoc, xin co cho chau nghi mot ngay, toi se goi lai cho nguoi phu trach.',
  ],
  [
    'Hmong',
    'Kuv tus tub tsis tau mus kawm ntawv hnub no vim nws mob mob. Thov hu rau kuv yog koj xav paub ntxiv.',
  ],
  ['Hmong', 'Nyob zoo xib fwb, kuv yog Mai niam thiab kuv xav sib tham nrog koj txog nws cov qhab nia.'],
  [
    'Haitian Creole',
    'Pitit mwen an malad depi yè swa, li pap ka vini lekòl jodi a. Tanpri voye devwa li yo ban mwen.',
  ],
  [
    'Haitian Creole',
    'Bonjou, mwen ta renmen pale ak ou sou nòt Jean paske nou pa konprann sa ki ekri nan kanè a.',
  ],
  [
    'Tagalog',
    'Hindi po makakapasok ang anak ko bukas dahil may lagnat siya. Pakisabi na lang po sa kanyang guro.',
  ],
  [
    'Portuguese',
    'A minha filha não foi à escola hoje porque está com febre. Ela também não vai amanhã, então mando o atestado.',
  ],
  [
    'Portuguese',
    'Olá professora, o João disse que um menino bateu nele no recreio e eu queria falar com você sobre isso.',
  ],
  [
    'French',
    'Mon fils ne sera pas à l’école demain parce qu’il a un rendez-vous chez le médecin avec sa mère.',
  ],
  [
    'French',
    'Bonjour Madame, pourriez-vous nous dire si notre fille a rendu ses devoirs cette semaine? Elle ne veut pas nous les montrer.',
  ],
  [
    'Somali',
    'Wiilkaygu maanta iskuulka ma iman karo sababtoo ah wuu xanuunsan yahay oo dhakhtarka ayaan u geynayaa.',
  ],
  [
    'Swahili',
    'Mtoto wangu hawezi kuja shule leo kwa sababu ni mgonjwa sana. Tafadhali mwambie mwalimu wake kwamba atarudi kesho.',
  ],
  [
    'German',
    'Meine Tochter kann heute nicht in die Schule kommen, weil sie Fieber hat und wir mit ihr zum Arzt gehen.',
  ],
  [
    'Polish',
    'Mój syn nie przyjdzie dziś do szkoły, ponieważ jest chory i ma gorączkę. Proszę o przesłanie zadań na mój adres.',
  ],
  [
    'Italian',
    'Mia figlia oggi non viene a scuola perché ha la febbre e il medico dice che deve stare a casa.',
  ],
  [
    'Russian',
    'Мой сын сегодня не придёт в школу, он заболел. Пожалуйста, передайте задание через его сестру.',
  ],
  ['Ukrainian', 'Доброго дня, наша донька ще погано розуміє англійську і боїться відповідати на уроці.'],
  ['Arabic', 'ابني مريض اليوم ولن يحضر إلى المدرسة، أرجو إرسال الواجبات إلى البيت مع أخته.'],
  ['Chinese', '老师您好，我女儿今天发烧了，不能去学校，请问作业怎么交？谢谢您。'],
  ['Japanese', '先生、息子は今朝から熱があるので、今日は学校を休ませていただきます。'],
  ['Korean', '선생님 안녕하세요, 우리 아이가 오늘 열이 나서 학교에 못 갑니다. 숙제를 보내 주세요.'],
  ['Hindi', 'मेरी बेटी आज स्कूल नहीं आ पाएगी क्योंकि उसे बुखार है। कृपया गृहकार्य भेज दें।'],
  ['Nepali', 'मेरो छोरा आज बिरामी छ त्यसैले विद्यालय आउन सक्दैन।'],
  ['Karen', 'ယဖိခွါတဂၤန့ၣ်ဆါလၢမဟါလံၤ'],
  [
    'Romanized Hindi',
    'Mera beta aaj school nahi aa raha hai kyunki uski tabiyat kharab hai aur bukhar bhi hai.',
  ],
  ['Romanian', 'Fiul meu nu poate veni astăzi la școală pentru că este bolnav și are febră mare.'],
  ['Turkish', 'Oğlum bugün hasta olduğu için okula gelemeyecek, ödevlerini bana gönderir misiniz lütfen.'],
  ['Albanian', 'Djali im nuk mund të vijë sot në shkollë sepse është i sëmurë dhe ka temperaturë.'],
  ['a short line in Han', '请假一天'],
  [
    'English around it',
    'Please translate this message from a parent into English:\n\nKuv tus ntxhais tsis tau ua nws cov ntawv vim peb tsis muaj hluav taws xob nyob hauv tsev.',
  ],
  [
    'English above it',
    'A mom sent me this and I have no idea what it says, can you help me answer her? 우리 아이가 오늘 학교에서 울었어요. 무슨 일이 있었는지 알고 싶습니다.',
  ],
  ['all capitals', 'A MINHA FILHA NÃO FOI À ESCOLA PORQUE ESTÁ DOENTE E EU NÃO TENHO CARRO.'],
];

const SURE: [what: string, text: string][] = [
  [
    'plain English',
    'Maya struggles with fractions. Her mom called on Tuesday and asked for extra practice at home.',
  ],
  [
    'hurried English',
    'ok so i have a kid who wont do hw n his mom is mad at me, give me 3 things to say tmrw',
  ],
  [
    'Spanish',
    'Mi hijo no fue a la escuela hoy porque tiene fiebre. Por favor mándeme la tarea con su hermana.',
  ],
  [
    'Spanish without accents',
    'maestra mi nina no va a ir manana porque tiene cita con el dentista y despues la llevo con su abuela',
  ],
  [
    'Spanish in capitals',
    'SE BUSCAN VOLUNTARIOS PARA EL FESTIVAL DE PRIMAVERA. SÁBADO 18 DE ABRIL, DE 10 A 2.',
  ],
  [
    'Spanglish',
    'Hola teacher, mi hija no va a ir mañana because she has a cita con el doctor, can you mandar the homework por favor?',
  ],
  [
    'a roster of Hmong names',
    'Pa Kou Xiong\nMai Yer Vang\nTou Ger Lee\nKa Zoua Moua\nBee Thao\nNou Chee Yang\nChue Feng Lor',
  ],
  [
    'a roster of Vietnamese names',
    'Nguyễn Văn An\nTrần Thị Mỹ Linh\nLê Hoàng Đức\nPhạm Thị Ngọc Ánh\nĐặng Quốc Bảo\nVõ Minh Khôi\nBùi Thu Hà',
  ],
  [
    'the same in lower case',
    'nguyễn văn an, trần thị linh, lê đức, phạm ngọc ánh, đặng bảo, võ minh khôi, bùi thu hà, đỗ mai',
  ],
  [
    'a roster on one line',
    'Group A: Xiong Vang, Mai Lor, Tuan Nguyen, Linh Tran. Group B: Siddharth Rao, Oluwaseun Adeyemi, Agnieszka Wójcik, Łukasz Nowak.',
  ],
  [
    'a table',
    'Name,ID,Grade\n"Nguyễn, Tuấn",104332,5\n"Vang, Pa Nhia",104333,5\n"Adébáyò, Ọlá",104334,5\n"Çelik, Ömer",104335,5',
  ],
  [
    'a roster with both forms',
    '王小明 Wang Xiaoming\n李娜 Li Na\n김민준 Kim Minjun\n佐藤健 Sato Ken\nМария Мария Ivanova',
  ],
  [
    'a name in another script',
    'My student 王小明 (Wang Xiaoming) came from Chengdu in March and already reads short English books.',
  ],
  [
    'names in a sentence',
    'Nguyễn Thị Mai, Đặng Văn Hùng and Trần Quốc Bảo finished the lab; Lê Ánh did not.',
  ],
  [
    'code',
    'const naïve = items.map((x) => x.id);\nfor (let i = 0; i < n; i++) { if (ok) return null; }\nprint("não")',
  ],
  ['shell', 'git add . && git commit -m "wip" && npm run build -- --watch; cd src; ls -la | grep foo'],
  ['chemistry', 'NaCl + AgNO3 -> AgCl + NaNO3. Balance: Fe2O3 + CO -> Fe + CO2. Find ΔH and ΔG at 298 K.'],
  [
    'Greek in mathematics',
    'Prove that sin α cos β + cos α sin β = sin(α + β), then find λ, μ and σ when π = 3.14 and θ = 30.',
  ],
  [
    'French words in an English lesson',
    'Teach colors in French: rouge, bleu, vert, jaune. Students point and say the word, then play a matching game in pairs.',
  ],
  [
    'a French vocabulary list',
    'Vocabulary quiz, unit 3. Match each word with its picture.\nla maison - house\nle chien - dog\nle frère - brother\nla sœur - sister\nles élèves - students\nje suis - I am\nnous sommes - we are',
  ],
  [
    'a quoted sentence',
    'My level 2 class mixes up the word order in "je ne le lui ai pas encore donné" so plan a 20 minute lesson with sentence strips, then a short exit ticket where they put the pronouns in order again.',
  ],
  [
    'verb tables',
    'Conjugate être in the present: je suis, tu es, il est, nous sommes, vous êtes, ils sont. Then avoir: j’ai, tu as, il a.',
  ],
  [
    'Chinese words in a lesson',
    'Week 4 words: 你好 (hello), 谢谢 (thank you), 再见 (goodbye), 老师 (teacher). Students trace each one five times.',
  ],
  [
    'German nouns',
    'German 1 bell ringer: write der, die or das before each noun: Hund, Katze, Haus, Schule, Buch, Tisch, Lampe.',
  ],
  [
    'Latin mottoes',
    'Discuss these mottoes: E pluribus unum. Carpe diem. Semper fidelis. Veni, vidi, vici. Per aspera ad astra.',
  ],
  [
    'species',
    'Canis lupus, Ursus arctos horribilis, Quercus alba, Danaus plexippus, Escherichia coli, Homo sapiens, Felis catus',
  ],
  ['standards', 'CCSS.ELA-LITERACY.RL.5.1, NGSS MS-LS1-2, TEKS 5.3(K), CCSS.MATH.CONTENT.4.NF.B.3'],
  [
    'a spelling list',
    'photosynthesis chlorophyll mitochondria ribosome nucleus vacuole cytoplasm membrane organelle chloroplast',
  ],
  ['a word a line', 'dans\navec\npour\nvous\nnous\nsont\npas\nune\nces\nmais'],
  [
    'a menu',
    'Friday lunch: pho, lumpia, pão de queijo, crème brûlée, pierogi, jollof rice, kimchi and naan. Tell me about allergies.',
  ],
  [
    'music',
    'Sight-read the allegro ma non troppo, then the andante con moto. Watch the poco a poco crescendo and the ritardando.',
  ],
  [
    'song titles',
    'Choir program: Frère Jacques, Stille Nacht, Sakura Sakura, Siyahamba, Bonse Aba, De Colores, Arirang.',
  ],
  ['a short line', 'não sei o que é isso'],
  ['numbers', '12 34 56 78 90 11 22 33 44 55 66'],
  ['nothing', ''],
  ['signs', '— … !!! 🙂🙂 ✓ □ → 3 × 4'],
  [
    'accents of loan words',
    'The naïve café owner kept a résumé à la carte; the fiancé had déjà vu about the crème fraîche and the piñata.',
  ],
  [
    'Jabberwocky',
    "'Twas brillig, and the slithy toves did gyre and gimble in the wabe: all mimsy were the borogoves.",
  ],
  [
    'phonics',
    'Blend: sh ch th wh ph ck ng nk. Nonsense words: zat, vop, mig, lun, keb, tiv, wug, shab, chid, quim.',
  ],
  [
    'Old English names',
    'Beowulf, Hrothgar, Wealhtheow, Unferth, Ecgtheow and Hygelac: who is who, and which of them speaks to Grendel?',
  ],
];

describe('unsure', () => {
  test.each(UNSURE)('%s: %s', (_language, text) => expect(isLanguageUnsure(text)).toBe(true));
});
describe('sure', () => {
  test.each(SURE)('%s: %s', (_what, text) => expect(isLanguageUnsure(text)).toBe(false));
});

test('a letter of a page in Vietnamese counts wherever it stands in a long text', () => {
  const english = 'The class read two chapters and wrote about the ending. '.repeat(600);
  const foreign = 'Con tôi bị ốm nên hôm nay cháu không đi học được. '.repeat(400);
  expect(isLanguageUnsure(english)).toBe(false);
  expect(isLanguageUnsure(english + foreign)).toBe(true);
  expect(isLanguageUnsure(foreign + english)).toBe(true);
});

/** What stays of the candidates that are marked in a text: `[person-name: tôi bị ốm]`. */
function kept(marked: string): string[] {
  let text = '';
  const candidates: Candidate[] = [];
  for (const part of marked.split(/(\[[a-z-]+: [^\]]+\])/)) {
    const mark = /^\[([a-z-]+): (.+)\]$/.exec(part);
    const plain = mark?.[2] ?? part;
    if (mark)
      candidates.push({
        span: { start: text.length, end: text.length + plain.length },
        category: mark[1] as CategoryId,
        score: 0.5,
        recognizer: 'test',
        because: [],
      });
    text += plain;
  }
  return withoutGuesses(text, candidates).map(({ span }) => text.slice(span.start, span.end));
}

describe('without guesses', () => {
  test.each<[marked: string, expected: string[]]>([
    ['hôm nay [person-name: cháu không đi học] [discipline: được vì bị ốm], nghỉ', []],
    ['Mayroon po bang [address: tutor na maaaring tumulong] sa kanya ngayon?', []],
    ['[counseling: Các bạn ở trong lớp đọc sách] và vẽ tranh', []],
    ['kuv tus tub [person-name: Maya] tsis tau mus kawm ntawv', ['Maya']],
    ['मेरी बेटी [person-name: माया] [record-number: आज स्कूल नहीं आ पाएगी क्योंकि]', ['माया']],
    ['pitit mwen an li nan [address: 14 Elm Street] ak [student-id: 204418]', ['14 Elm Street', '204418']],
    ['xin gửi cho cháu về [email: maya@example.org] hôm nay', ['maya@example.org']],
    ['hôm nay cháu không đi học được [secret: vì bị ốm]', []],
    ['xin cô cho cháu vào lớp với [secret: muadong] và [username: lan.tran7]', ['muadong', 'lan.tran7']],
    ['[student-work: hôm nay cháu không đi học được vì bị ốm]', ['hôm nay cháu không đi học được vì bị ốm']],
    [
      'my student [person-name: maya lopez] [disability: has an iep]. hôm nay cháu không đi học được vì bị ốm',
      ['maya lopez', 'has an iep'],
    ],
    [
      'mi hija [person-name: maya] no fue a la escuela porque [health: tiene fiebre]',
      ['maya', 'tiene fiebre'],
    ],
  ])('%s', (marked, expected) => expect(kept(marked)).toEqual(expected));

  test('the detector uses it', () => {
    const text = 'hôm nay cháu không đi học được vì bị ốm';
    expect(detector.detect(text)).toEqual([]);
  });
});

test('decomposed letters are the same letters', () => {
  expect(isLanguageUnsure(UNSURE[0]![1].normalize('NFD'))).toBe(true);
});
