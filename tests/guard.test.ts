/** The flow with its parts replaced: what is inserted, what is asked, and what is said when a part fails. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Chosen } from '../lib/chosen.ts';
import type { Detector } from '../lib/detect/detect.ts';
import { createGuard, type GuardParts } from '../lib/guard.ts';
import type { Outcome } from '../lib/messages.ts';
import type { Upload } from '../lib/page/files.ts';
import type { Draft } from '../lib/page/intercept.ts';
import type { Send, Sent } from '../lib/page/send.ts';
import { decide, stopsIn } from '../lib/policy/decide.ts';
import { mergePolicies } from '../lib/policy/merge.ts';
import { paragraphReader } from '../lib/typed.ts';

/** Finds the word SECRET, and breaks on the word BOOM. */
const detector: Detector = {
  detect: (text) => {
    if (text.includes('BOOM')) throw new Error('broken');
    const start = text.indexOf('SECRET');
    const span = { start, end: start + 6 };
    return start < 0
      ? []
      : [{ span, category: 'secret', score: 1, recognizer: 'test', because: [], entity: 1 }];
  },
  *slices(text) {
    yield 1;
    return detector.detect(text);
  },
  languageUnsure: (text) => text.includes('XIN CHÀO'),
  kindOfWord: () => null,
  warm() {},
};
const defaults = mergePolicies({ district: {}, teacher: {} });

let page: string[];
let notices: { code: string; actions: { code: string; run(): void }[] }[];
let reviews: number;
let held: number;
let outcome: Outcome;
/** How a draft is settled by earlier choices; null where it is asked about. */
let known: Outcome | null;
let parts: GuardParts;
let marked: string[];

beforeEach(() => {
  page = [];
  marked = [];
  notices = [];
  reviews = 0;
  held = 0;
  outcome = { kind: 'swapped', text: 'swapped' };
  known = null;
  parts = {
    detector: () => detector,
    awaitDetector: async () => detector,
    settings: () => ({ policy: defaults, pausedUntil: 0 }),
    awaitSettings: async () => ({ policy: defaults, pausedUntil: 0 }),
    defaults: () => defaults,
    holdsAll: () => null,
    chosen: new Chosen(),
    suspects: paragraphReader(),
    addOwnWords: (_text, findings) => findings,
    judge: (text, findings, policy) => ({ stops: stopsIn(decide(text, findings, policy)), notes: 0 }),
    noted: () => {},
    takeOut: async () => {
      page.push('taken out');
      return 'out';
    },
    firstInConversation: () => true,
    judgesStudent: (text) => (text.includes('JUDGE') ? async () => !text.includes('NOT') : null),
    follow: (_place, text) => page.push(`followed ${text}`),
    alive: () => true,
    hold: () => {
      held += 1;
      return () => {
        held -= 1;
      };
    },
    prepare: () => ({
      show: async ({ again }) => {
        if (known && !again) return known;
        reviews += 1;
        return outcome;
      },
      drop: () => {},
    }),
    breathe: async () => {},
    reviewFiles: async () => outcome,
    offer: async ({ text, reason }) => page.push(`offered ${reason}: ${text}`),
    write: async (_place, { text }) => {
      page.push(text);
      return 'written';
    },
    rewrite: async (_composer, from, to) => {
      page.push(`${from} > ${to}`);
      return 'written';
    },
    mark: ({ text }, stops) =>
      marked.push(stops.map(({ span }) => text.slice(span.start, span.end)).join() || 'nothing'),
    notice: (code, actions = []) => notices.push({ code, actions }),
  };
});

function draft(text: string, hidden = ''): Draft {
  const place: Draft['place'] = {
    editable: null,
    target: new EventTarget(),
    restore: () => page.push('caret'),
    anew: () => place,
  };
  return { source: 'paste', byHand: true, text, html: '', files: [], place, hidden: () => hidden };
}
/** Answers reviews by what they are about. */
function reviewing(
  answer: (request: Parameters<ReturnType<GuardParts['prepare']>['show']>[0]) => Outcome,
): void {
  parts.prepare = () => ({ show: async (request) => answer(request), drop: () => {} });
}
const settled = () => vi.waitFor(() => expect(held).toBe(0));

test('a clean draft is not held, and nothing is written', () => {
  expect(createGuard(parts).onDraft(draft('clean'))).toBe(false);
  expect([page, reviews, held]).toEqual([[], 0, 0]);
});

describe('a word about fairness', () => {
  const told = () => notices.map(({ code }) => code);

  test('comes after a clean paste, which goes its own way, and once in a conversation', async () => {
    const first = vi.fn().mockReturnValueOnce(true).mockReturnValue(false);
    parts.firstInConversation = first;
    const guard = createGuard(parts);
    expect(guard.onDraft(draft('JUDGE him'))).toBe(false);
    expect(guard.onDraft(draft('JUDGE her'))).toBe(false);
    await vi.waitFor(() => expect(first).toHaveBeenCalledTimes(2));
    expect([told(), page, reviews]).toEqual([['fairness'], ['followed JUDGE him', 'followed JUDGE her'], 0]);
  });

  test('none where it is not so, or cannot be found out', async () => {
    const guard = createGuard(parts);
    guard.onDraft(draft('clean'));
    guard.onDraft(draft('JUDGE NOT'));
    parts.judgesStudent = () => () => Promise.reject(new Error('asleep'));
    guard.onDraft(draft('JUDGE'));
    await parts.breathe();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(told()).toEqual([]);
  });

  test('`Look` reviews it, and other words take its place', async () => {
    outcome = { kind: 'swapped', text: 'fair' };
    createGuard(parts).onDraft(draft('JUDGE'));
    await vi.waitFor(() => expect(told()).toEqual(['fairness']));
    notices[0]!.actions[0]!.run();
    await vi.waitFor(() => expect(page).toEqual(['followed JUDGE', 'taken out', 'fair']));
  });

  test('`Look` at it and nothing changed: it stays as it is', async () => {
    outcome = { kind: 'swapped', text: 'JUDGE' };
    createGuard(parts).onDraft(draft('JUDGE'));
    await vi.waitFor(() => expect(told()).toEqual(['fairness']));
    notices[0]!.actions[0]!.run();
    await settled();
    await vi.waitFor(() => expect(page).toEqual(['followed JUDGE', 'caret']));
  });
});

test('an alarm is held and reviewed, and what was chosen is written once', async () => {
  expect(createGuard(parts).onDraft(draft('a SECRET'))).toBe(true);
  expect(held).toBe(1);
  await vi.waitFor(() => expect(page).toEqual(['swapped']));
  expect([reviews, held]).toEqual([1, 0]);
});

test('words that only the formatting holds are an alarm too', () => {
  expect(createGuard(parts).onDraft(draft('clean', 'a SECRET'))).toBe(true);
});

test('a second paste while one is open waits for its turn, and the same one once more is nothing', async () => {
  const guard = createGuard(parts);
  guard.onDraft(draft('a SECRET'));
  expect(guard.onDraft(draft('another SECRET'))).toBe(true);
  expect(guard.onDraft(draft('a SECRET'))).toBe(true);
  expect(guard.onDraft(draft('clean'))).toBe(true);
  await vi.waitFor(() => expect(page).toEqual(['swapped', 'swapped', 'clean']));
  expect([reviews, held]).toEqual([2, 0]);
});

describe('what was chosen before', () => {
  beforeEach(() => {
    known = { kind: 'swapped', text: 'by choice', silent: 3 };
  });
  const swappedNotice = async () => {
    createGuard(parts).onDraft(draft('a SECRET'));
    await vi.waitFor(() => expect(notices.map(({ code }) => code)).toEqual(['swapped']));
    return (code: string) => notices[0]!.actions.find((action) => action.code === code)!.run();
  };

  test('goes in without a review, with a notice', async () => {
    await swappedNotice();
    expect([page, reviews]).toEqual([['by choice'], 0]);
  });

  test('goes in as it was where nothing is swapped', async () => {
    known = { kind: 'clean' };
    createGuard(parts).onDraft(draft('a SECRET'));
    await vi.waitFor(() => expect(page).toEqual(['a SECRET']));
    expect([reviews, notices]).toEqual([0, []]);
  });

  test('Undo takes it out, and asks', async () => {
    (await swappedNotice())('undo');
    await vi.waitFor(() => expect(page).toEqual(['by choice', 'taken out', 'swapped']));
    expect([reviews, held]).toEqual([1, 0]);
  });

  test('Undo that cannot take it out says so, and puts nothing in', async () => {
    parts.takeOut = async () => 'kept';
    (await swappedNotice())('undo');
    await vi.waitFor(() => expect(notices.map(({ code }) => code)).toEqual(['swapped', 'still-there']));
    expect([page.slice(0, 1), reviews, held]).toEqual([['by choice'], 0, 0]);
  });

  test('Review leaves it where the teacher chooses the same or cancels', async () => {
    outcome = { kind: 'swapped', text: 'by choice' };
    (await swappedNotice())('review');
    await vi.waitFor(() => expect(page).toEqual(['by choice', 'caret']));
    expect(reviews).toBe(1);
  });

  test('Review that ends otherwise takes it out first', async () => {
    (await swappedNotice())('review');
    await vi.waitFor(() => expect(page).toEqual(['by choice', 'taken out', 'swapped']));
  });
});

test('cancel writes nothing and gives the caret back', async () => {
  outcome = { kind: 'cancelled' };
  createGuard(parts).onDraft(draft('a SECRET'));
  await vi.waitFor(() => expect(page).toEqual(['caret']));
});

test.each(['gone', 'refused', 'unsure'] as const)(
  'text that the page does not take (%s) is offered back',
  async (result) => {
    parts.write = async () => result;
    createGuard(parts).onDraft(draft('a SECRET'));
    await vi.waitFor(() => expect(page).toEqual([`offered ${result}: swapped`]));
  },
);

test('a detector that fails lets nothing in and says so; the teacher may try again or paste unchecked', async () => {
  const guard = createGuard(parts);
  expect(guard.onDraft(draft('BOOM'))).toBe(true);
  await vi.waitFor(() => expect(notices.map(({ code }) => code)).toEqual(['cannot-check']));
  await settled();
  expect(page).toEqual([]);
  expect(notices[0]?.actions.map(({ code }) => code)).toEqual(['try-again', 'paste-unchecked']);
  notices[0]?.actions[1]?.run();
  await vi.waitFor(() => expect(page).toEqual(['BOOM']));
});

test('where the settings forbid it there is no Paste unchecked', async () => {
  const strict = mergePolicies({ district: { allowUnchecked: false }, teacher: {} });
  parts.settings = () => ({ policy: strict, pausedUntil: 0 });
  createGuard(parts).onDraft(draft('BOOM'));
  await vi.waitFor(() => expect(notices[0]?.actions.map(({ code }) => code)).toEqual(['try-again']));
});

test('a detector that does not come in time is said, and nothing goes in', async () => {
  parts.detector = () => null;
  parts.awaitDetector = async () => null;
  expect(createGuard(parts).onDraft(draft('clean'))).toBe(true);
  await vi.waitFor(() => expect(notices.map(({ code }) => code)).toEqual(['cannot-check']));
  expect(page).toEqual([]);
});

test('a paste before the detector is decided when it comes: clean text goes in without a question', async () => {
  parts.detector = () => null;
  createGuard(parts).onDraft(draft('clean'));
  await vi.waitFor(() => expect(page).toEqual(['clean']));
  expect(reviews).toBe(0);
});

test('settings that do not come are reviewed under the defaults, with a word about it', async () => {
  parts.settings = () => null;
  parts.awaitSettings = async () => null;
  const asked: boolean[] = [];
  reviewing(({ policyLate }) => {
    asked.push(policyLate);
    return { kind: 'original' };
  });
  createGuard(parts).onDraft(draft('clean'));
  await vi.waitFor(() => expect(page).toEqual(['clean']));
  expect(asked).toEqual([true]);
});

test('an orphan holds an alarm, shows no draft and inserts nothing', async () => {
  parts.alive = () => false;
  expect(createGuard(parts).onDraft(draft('a SECRET'))).toBe(true);
  await vi.waitFor(() => expect(notices.map(({ code }) => code)).toEqual(['updated']));
  expect([page, reviews]).toEqual([[], 0]);
});

test('a pause lets everything by, also what came before the settings', async () => {
  parts.settings = () => ({ policy: defaults, pausedUntil: Date.now() + 60_000 });
  expect(createGuard(parts).onDraft(draft('a SECRET'))).toBe(false);
  parts.awaitSettings = async () => ({ policy: defaults, pausedUntil: Date.now() + 60_000 });
  parts.settings = () => null;
  expect(createGuard(parts).onDraft(draft('a SECRET'))).toBe(true);
  await vi.waitFor(() => expect(page).toEqual(['a SECRET']));
  expect(reviews).toBe(0);
});

test('a very long text is not checked on the page itself', async () => {
  const asked: unknown[] = [];
  reviewing(({ check }) => {
    asked.push(check);
    return { kind: 'clean' };
  });
  const text = 'clean '.repeat(14_000);
  expect(createGuard(parts).onDraft(draft(text))).toBe(true);
  await vi.waitFor(() => expect(page).toEqual([text]));
  expect(asked).toEqual([null]);
});

test('a long text is checked in slices, between which the page breathes; clean, it opens nothing', async () => {
  let breaths = 0;
  parts.breathe = async () => {
    breaths += 1;
  };
  let dropped = 0;
  parts.prepare = () => ({ show: () => Promise.reject(new Error('not needed')), drop: () => dropped++ });
  const text = 'clean '.repeat(6000);
  expect(createGuard(parts).onDraft(draft(text))).toBe(true);
  await vi.waitFor(() => expect(page).toEqual([text]));
  expect([breaths, dropped, held]).toEqual([2, 1, 0]);
});

test('another language is said once per conversation, and holds nothing', () => {
  let first = true;
  parts.firstInConversation = () => {
    const was = first;
    first = false;
    return was;
  };
  const guard = createGuard(parts);
  expect(guard.onDraft(draft('clean'))).toBe(false);
  expect(notices).toEqual([]);
  expect(guard.onDraft(draft('XIN CHÀO'))).toBe(false);
  expect(guard.onDraft(draft('XIN CHÀO'))).toBe(false);
  expect(notices.map(({ code }) => code)).toEqual(['language']);
  expect([page, reviews]).toEqual([[], 0]);
});

test.each<[Outcome, string[]]>([
  [{ kind: 'swapped', text: 'swapped' }, ['language']],
  [{ kind: 'original' }, ['language']],
  [{ kind: 'cancelled' }, []],
])('after a review that ends as %o another language is said: %o', async (ended, said) => {
  outcome = ended;
  createGuard(parts).onDraft(draft('a SECRET, XIN CHÀO'));
  await vi.waitFor(() => expect(page).toHaveLength(1));
  expect(notices.map(({ code }) => code)).toEqual(said);
});

test('another language is said too where the draft came before the detector', async () => {
  let there: Detector | null = null;
  parts.detector = () => there;
  parts.awaitDetector = async () => {
    there = detector;
    return there;
  };
  createGuard(parts).onDraft(draft('XIN CHÀO'));
  await vi.waitFor(() => expect(page).toEqual(['XIN CHÀO']));
  expect(notices.map(({ code }) => code)).toEqual(['language']);
});

test('in a pause nothing is said of languages', async () => {
  const paused = { policy: defaults, pausedUntil: Date.now() + 60_000 };
  parts.settings = () => paused;
  parts.awaitSettings = async () => paused;
  expect(createGuard(parts).onDraft(draft('XIN CHÀO'))).toBe(false);
  parts.settings = () => null;
  expect(createGuard(parts).onDraft(draft('XIN CHÀO'))).toBe(true);
  await vi.waitFor(() => expect(page).toEqual(['XIN CHÀO']));
  expect(notices).toEqual([]);
});

test('a word about the language that fails does not touch the paste', () => {
  parts.firstInConversation = () => {
    throw new Error('broken');
  };
  expect(createGuard(parts).onDraft(draft('XIN CHÀO'))).toBe(false);
});

describe('where the district lets nothing in', () => {
  const told = () => notices.map(({ code }) => code);

  test.each(['not-listed', 'not-reviewed'] as const)(
    'everything is turned away unread, and the teacher is told why and where it still is: %s',
    (why) => {
      parts.holdsAll = () => why;
      const guard = createGuard(parts);
      expect([guard.turnsAway('paste'), guard.turnsAway('drop')]).toEqual([true, true]);
      expect([told(), page, reviews]).toEqual([[why, `${why}-drop`], [], 0]);
    },
  );

  test('elsewhere nothing is turned away, and nothing is said', () => {
    expect(createGuard(parts).turnsAway('paste')).toBe(false);
    expect(told()).toEqual([]);
  });

  test.each(['clean', 'a SECRET'])(
    'a paste that came before the policy does not go in either: %s',
    async (text) => {
      let isRead = false;
      parts.settings = () => null;
      parts.holdsAll = () => (isRead ? 'not-reviewed' : null);
      parts.awaitSettings = async () => {
        isRead = true;
        // A pause changes nothing.
        return { policy: defaults, pausedUntil: Date.now() + 60_000 };
      };
      expect(createGuard(parts).onDraft(draft(text))).toBe(true);
      await settled();
      await vi.waitFor(() => expect(told()).toEqual(['not-reviewed']));
      expect([page, reviews]).toEqual([[], 0]);
    },
  );

  test('a drop that came before the policy is offered back', async () => {
    let isRead = false;
    parts.settings = () => null;
    parts.holdsAll = () => (isRead ? 'not-listed' : null);
    parts.awaitSettings = async () => {
      isRead = true;
      return { policy: defaults, pausedUntil: 0 };
    };
    createGuard(parts).onDraft({ ...draft('clean'), source: 'drop' });
    await vi.waitFor(() => expect(page).toEqual(['offered not-listed: clean']));
    expect([told(), reviews]).toEqual([[], 0]);
  });

  describe('from some moment on', () => {
    /** The policy changes while the review is open, or a notice stands. */
    let isHeld: boolean;
    beforeEach(() => {
      isHeld = false;
      parts.holdsAll = () => (isHeld ? 'not-listed' : null);
    });
    const reviewed = (ended: Outcome, from: Partial<Draft> = {}) => {
      reviewing(() => {
        isHeld = true;
        return ended;
      });
      createGuard(parts).onDraft({ ...draft('a SECRET'), ...from });
    };

    test('what was reviewed meanwhile does not go in; as it was, it is still on the clipboard', async () => {
      reviewed({ kind: 'original' });
      await vi.waitFor(() => expect(told()).toEqual(['not-listed']));
      expect([page, held]).toEqual([[], 0]);
    });

    test.each<[string, Outcome, Draft['source'], string]>([
      ['swapped', { kind: 'swapped', text: 'a [Password 1]' }, 'paste', 'a [Password 1]'],
      ['by earlier choices', { kind: 'swapped', text: 'by choice', silent: 1 }, 'paste', 'by choice'],
      ['edited', { kind: 'edited', text: 'my own words' }, 'paste', 'my own words'],
      ['dropped', { kind: 'original' }, 'drop', 'a SECRET'],
      ['dropped and found clean', { kind: 'clean' }, 'drop', 'a SECRET'],
    ])('a text that was %s is offered back', async (_how, ended, source, text) => {
      reviewed(ended, { source });
      await vi.waitFor(() => expect(page).toEqual([`offered not-listed: ${text}`]));
      await settled();
      expect(told()).toEqual([]);
    });

    test('cancelled, nothing is said', async () => {
      reviewed({ kind: 'cancelled' });
      await vi.waitFor(() => expect(page).toEqual(['caret']));
      expect(told()).toEqual([]);
    });

    test('what a swap has put in before stays in, and other words for it are offered back', async () => {
      known = { kind: 'swapped', text: 'by choice', silent: 1 };
      createGuard(parts).onDraft(draft('a SECRET'));
      await vi.waitFor(() => expect(told()).toEqual(['swapped']));
      isHeld = true;
      notices[0]!.actions.find(({ code }) => code === 'review')!.run();
      await vi.waitFor(() => expect(page).toEqual(['by choice', 'offered not-listed: swapped']));
    });

    test('what was taken out by Undo does not go in again', async () => {
      known = { kind: 'swapped', text: 'by choice', silent: 1 };
      createGuard(parts).onDraft(draft('a SECRET'));
      await vi.waitFor(() => expect(told()).toEqual(['swapped']));
      isHeld = true;
      notices[0]!.actions.find(({ code }) => code === 'undo')!.run();
      await vi.waitFor(() => expect(page).toEqual(['by choice', 'taken out', 'offered not-listed: swapped']));
    });

    test('Paste unchecked puts nothing in', async () => {
      createGuard(parts).onDraft(draft('BOOM'));
      await vi.waitFor(() => expect(told()).toEqual(['cannot-check']));
      isHeld = true;
      notices[0]!.actions.find(({ code }) => code === 'paste-unchecked')!.run();
      await vi.waitFor(() => expect(told()).toEqual(['cannot-check', 'not-listed']));
      expect(page).toEqual([]);
    });
  });
});

test.each(['read before', 'not read yet'])(
  'Paste unchecked that is forbidden since puts nothing in, and leaves Try again: policy %s',
  async (when) => {
    const guard = createGuard(parts);
    guard.onDraft(draft('BOOM'));
    await vi.waitFor(() => expect(notices).toHaveLength(1));
    await settled();
    const strict = mergePolicies({ district: { allowUnchecked: false }, teacher: {} });
    parts.settings = () => (when === 'read before' ? { policy: strict, pausedUntil: 0 } : null);
    parts.defaults = () => strict;
    notices[0]!.actions[1]!.run();
    expect(notices.map(({ actions }) => actions.map(({ code }) => code))).toEqual([
      ['try-again', 'paste-unchecked'],
      ['try-again'],
    ]);
    await parts.breathe();
    expect(page).toEqual([]);
  },
);

describe('what stands in a composer', () => {
  let composer: HTMLElement;
  let sent: Sent;
  /** There is nothing left to do it on. */
  let isLost: boolean;
  beforeEach(() => {
    // The flow only tells composers apart.
    composer = {} as HTMLElement;
    sent = 'gone';
    after = [];
    isLost = false;
  });
  const told = () => notices.map(({ code }) => code);
  const composed = (text: string, byHand = true): Draft => {
    const place: Draft['place'] = { ...draft(text).place, editable: composer };
    return { ...draft(text), source: 'composer', byHand, place };
  };
  /** What stands in the composers after the last question. */
  let after: string[];
  const send = (...texts: string[]): Send => ({
    byHand: true,
    drafts: texts.map((text) => composed(text)),
    now: () => after.map((text) => composed(text)),
    again: async () => {
      page.push('sent again');
      return !isLost;
    },
    ended: async () => sent,
  });
  /** Sends, and waits for the end of what is held. */
  const sending = async (guard: ReturnType<typeof createGuard>, one: Send) => {
    const isHeld = guard.onSend(one);
    await settled();
    await parts.breathe();
    await new Promise((resolve) => setTimeout(resolve, 0));
    return isHeld;
  };

  test('clean, its send is not touched', async () => {
    expect(await sending(createGuard(parts), send('clean'))).toBe(false);
    expect([page, reviews, told()]).toEqual([[], 0, []]);
  });

  test('with an alarm it is held, asked about, swapped in place and sent once', async () => {
    expect(await sending(createGuard(parts), send('a SECRET'))).toBe(true);
    expect([page, reviews, held]).toEqual([['a SECRET > swapped', 'sent again'], 1, 0]);
  });

  test.each<[Outcome, string[]]>([
    [{ kind: 'original' }, ['sent again']],
    [{ kind: 'edited', text: 'my own' }, ['a SECRET > my own', 'sent again']],
    [{ kind: 'cancelled' }, ['caret']],
  ])('%o: %o', async (ended, done) => {
    outcome = ended;
    await sending(createGuard(parts), send('a SECRET'));
    expect([page, told()]).toEqual([done, []]);
  });

  test('what was chosen before is swapped and sent, with a notice that offers nothing to undo', async () => {
    known = { kind: 'swapped', text: 'by choice', silent: 1 };
    await sending(createGuard(parts), send('a SECRET'));
    expect([page, reviews]).toEqual([['a SECRET > by choice', 'sent again'], 0]);
    expect(notices).toEqual([{ code: 'swapped', actions: [] }]);
  });

  test('after `Use original` at the paste nobody is asked again, also with more words around it', async () => {
    outcome = { kind: 'original' };
    const guard = createGuard(parts);
    guard.onDraft({ ...draft('a SECRET'), place: composed('').place });
    await vi.waitFor(() => expect(page).toEqual(['a SECRET']));
    expect(await sending(guard, send('Look at a\nSECRET of mine'))).toBe(false);
    expect(reviews).toBe(1);
  });

  test('what was chosen holds until the draft has left', async () => {
    outcome = { kind: 'original' };
    const guard = createGuard(parts);
    sent = 'still-there';
    expect(await sending(guard, send('a SECRET'))).toBe(true);
    expect(told()).toEqual(['send-again']);
    sent = 'gone';
    expect(await sending(guard, send('a SECRET'))).toBe(false);
    expect(await sending(guard, send('a SECRET'))).toBe(true);
    expect(reviews).toBe(2);
  });

  test('a send that cannot be done once more is said', async () => {
    isLost = true;
    await sending(createGuard(parts), send('a SECRET'));
    expect(told()).toEqual(['send-again']);
  });

  test('Enter that only began a line says nothing, and what was chosen still holds', async () => {
    outcome = { kind: 'original' };
    sent = 'line';
    const guard = createGuard(parts);
    await sending(guard, send('a SECRET'));
    expect(told()).toEqual([]);
    expect(await sending(guard, send('a SECRET\n'))).toBe(false);
  });

  test('another conversation begins anew', async () => {
    outcome = { kind: 'original' };
    sent = 'still-there';
    const guard = createGuard(parts);
    await sending(guard, send('a SECRET'));
    parts.chosen.forgetAll();
    expect(await sending(guard, send('a SECRET'))).toBe(true);
  });

  test('where a rule lets nothing go as it is, no choice counts', async () => {
    const strict = mergePolicies({ district: { rules: { secret: 'block' } }, teacher: {} });
    outcome = { kind: 'original' };
    const guard = createGuard(parts);
    guard.onDraft({ ...draft('a SECRET'), place: composed('').place });
    await vi.waitFor(() => expect(page).toEqual(['a SECRET']));
    parts.settings = () => ({ policy: strict, pausedUntil: 0 });
    expect(await sending(guard, send('my SECRET'))).toBe(true);
  });

  test('a composer that does not take the swapped text: nothing is sent, and the text is offered', async () => {
    parts.rewrite = async () => 'unsure';
    const guard = createGuard(parts);
    await sending(guard, send('a SECRET'));
    expect(page).toEqual(['offered kept: swapped']);
    // It is still the raw text, so it is asked about again.
    expect(await sending(guard, send('a SECRET'))).toBe(true);
    expect(reviews).toBe(2);
  });

  test('of several drafts each is asked about before one send', async () => {
    await sending(createGuard(parts), send('a SECRET', 'clean', 'another SECRET'));
    expect(page).toEqual(['a SECRET > swapped', 'another SECRET > swapped', 'sent again']);
    expect(reviews).toBe(2);
  });

  test('a draft that the page has changed meanwhile is asked about before it goes', async () => {
    reviewing(({ text }) => {
      after = text === 'a SECRET' ? ['swapped', 'one more SECRET'] : ['swapped', 'swapped too'];
      return { kind: 'swapped', text: 'swapped' };
    });
    await sending(createGuard(parts), send('a SECRET', 'clean'));
    expect(page).toEqual(['a SECRET > swapped', 'one more SECRET > swapped', 'sent again']);
  });

  test('one of several that is cancelled keeps all of them', async () => {
    reviewing(({ text }) => (text.startsWith('a ') ? { kind: 'original' } : { kind: 'cancelled' }));
    const one = send('a SECRET', 'another SECRET');
    // Two composers of one form.
    one.drafts[1]!.place.editable = {} as HTMLElement;
    await sending(createGuard(parts), one);
    expect(page).toEqual(['caret']);
  });

  test('a second Enter while one is held is an impatient hand', async () => {
    const guard = createGuard(parts);
    guard.onSend(send('a SECRET'));
    expect([guard.onSend(send('a SECRET')), guard.onSend(send('clean'))]).toEqual([true, true]);
    // What the page sends by itself goes on.
    expect(guard.onSend({ ...send('clean'), byHand: false })).toBe(false);
    await settled();
    await vi.waitFor(() => expect(page).toEqual(['a SECRET > swapped', 'sent again']));
  });

  test('before the detector it is held; clean, it is sent without a question', async () => {
    parts.detector = () => null;
    expect(await sending(createGuard(parts), send('clean'))).toBe(true);
    expect([page, reviews]).toEqual([['sent again'], 0]);
  });

  test('settings that do not come: it is asked about under the defaults', async () => {
    parts.settings = () => null;
    parts.awaitSettings = async () => null;
    outcome = { kind: 'original' };
    expect(await sending(createGuard(parts), send('clean'))).toBe(true);
    expect([page, reviews]).toEqual([['sent again'], 1]);
  });

  test('a detector that fails: the teacher may try again or send unchecked', async () => {
    await sending(createGuard(parts), send('BOOM'));
    expect([page, told()]).toEqual([[], ['cannot-check']]);
    expect(notices[0]?.actions.map(({ code }) => code)).toEqual(['try-again', 'send-unchecked']);
    notices[0]?.actions[1]?.run();
    await vi.waitFor(() => expect(page).toEqual(['sent again']));
  });

  test('an orphan asks nobody: it says so once, and does not stand in the way for ever', async () => {
    parts.alive = () => false;
    const guard = createGuard(parts);
    expect(await sending(guard, send('a SECRET'))).toBe(true);
    expect([page, reviews, told()]).toEqual([[], 0, ['updated-send']]);
    expect(await sending(guard, send('a SECRET'))).toBe(false);
  });

  test('a pause lets it go', async () => {
    parts.settings = () => ({ policy: defaults, pausedUntil: Date.now() + 60_000 });
    expect(await sending(createGuard(parts), send('a SECRET'))).toBe(false);
  });

  test('where the district lets nothing be pasted, a send is checked like any other', async () => {
    parts.holdsAll = () => 'not-listed';
    const guard = createGuard(parts);
    expect(await sending(guard, send('clean'))).toBe(false);
    expect(await sending(guard, send('a SECRET'))).toBe(true);
    expect(page).toEqual(['a SECRET > swapped', 'sent again']);
  });

  test('a paste that came meanwhile goes in after the send', async () => {
    const guard = createGuard(parts);
    guard.onSend(send('a SECRET'));
    guard.onDraft(draft('clean'));
    await vi.waitFor(() => expect(page).toEqual(['a SECRET > swapped', 'sent again', 'clean']));
  });

  describe('while it is typed', () => {
    test('is only read, and what was found is marked', async () => {
      await createGuard(parts).onPause(composed('a SECRET'));
      expect([marked, page, reviews, held]).toEqual([['SECRET'], [], 0, 0]);
    });

    test('clean, the marks go', async () => {
      await createGuard(parts).onPause(composed('clean'));
      expect(marked).toEqual(['nothing']);
    });

    test('only a paragraph that changed is looked at, and the whole where one has an alarm', async () => {
      const looked: string[] = [];
      parts.detector = () => ({
        ...detector,
        detect: (text) => {
          looked.push(text);
          return detector.detect(text);
        },
      });
      const guard = createGuard(parts);
      for (const text of ['one\ntwo', 'one\ntwo more', 'one\ntwo more', 'one\na SECRET'])
        await guard.onPause(composed(text));
      expect(looked).toEqual(['one', 'two', 'two more', 'a SECRET', 'one\na SECRET']);
    });

    test('what the whole draft does not confirm is not marked', async () => {
      parts.judge = (text, findings, policy) => ({
        stops: text.includes('\n') ? [] : stopsIn(decide(text, findings, policy)),
        notes: 0,
      });
      await createGuard(parts).onPause(composed('a story\na SECRET'));
      expect(marked).toEqual(['nothing']);
    });

    test('a press on the chip asks, and sends nothing; then it is not asked again', async () => {
      const guard = createGuard(parts);
      outcome = { kind: 'original' };
      await guard.onLook(composed('a SECRET'));
      expect([page, reviews, marked]).toEqual([[], 1, ['nothing']]);
      await guard.onPause(composed('a SECRET'));
      expect(marked).toEqual(['nothing', 'nothing']);
      expect(await sending(guard, send('a SECRET'))).toBe(false);
      outcome = { kind: 'swapped', text: 'swapped' };
      await guard.onLook(composed('other SECRET'));
      expect(page).toEqual(['other SECRET > swapped']);
    });

    test.each(['pause', 'orphan'])('nothing is marked: %s', async (what) => {
      if (what === 'pause') parts.settings = () => ({ policy: defaults, pausedUntil: Date.now() + 60_000 });
      else parts.alive = () => false;
      await createGuard(parts).onPause(composed('a SECRET'));
      expect(marked).toEqual(['nothing']);
    });
  });
});

describe('files', () => {
  const told = () => notices.map(({ code }) => code);
  const names = (files: File[]) => files.map(({ name }) => name).join();
  const file = (name: string) => new File(['words'], name);

  function upload(...files: File[]): Upload {
    return {
      source: 'input',
      byHand: true,
      list: async () => ({ files, tooMany: false }),
      take: () => {},
      give: async (some) => {
        page.push(`given ${names(some)}`);
        return true;
      },
      cancel: () => page.push('cancelled'),
    };
  }

  test('are held, and go in as was chosen for each', async () => {
    outcome = { kind: 'files', ends: ['original', 'left-out', file('copy.txt')], unread: false };
    const held = createGuard(parts).onUpload(upload(file('a.txt'), file('b.txt'), file('c.txt')), null);
    expect(held).toBe(true);
    await vi.waitFor(() => expect(page).toEqual(['given a.txt,copy.txt']));
    await settled();
    expect(told()).toEqual([]);
  });

  test.each<[Outcome, string[], string[]]>([
    [{ kind: 'cancelled' }, ['cancelled'], []],
    [{ kind: 'files', ends: ['left-out'], unread: false }, ['cancelled'], []],
    [{ kind: 'files', ends: ['original'], unread: true }, ['given a.txt'], ['file-unread']],
    [{ kind: 'files', ends: [], unread: false }, [], ['cannot-check']],
    [{ kind: 'failed' }, [], ['cannot-check']],
    [{ kind: 'swapped', text: 'a text' }, [], ['cannot-check']],
  ])('that end as %o', async (ended, given, said) => {
    outcome = ended;
    createGuard(parts).onUpload(upload(file('a.txt')), null);
    await vi.waitFor(() => expect([page, told()]).toEqual([given, said]));
    await settled();
  });

  test('that could not be checked can be tried again, or added unchecked where that is allowed', async () => {
    outcome = { kind: 'failed' };
    createGuard(parts).onUpload(upload(file('a.txt')), null);
    await vi.waitFor(() => expect(told()).toEqual(['cannot-check']));
    await settled();
    outcome = { kind: 'files', ends: ['original'], unread: false };
    notices[0]!.actions[0]!.run();
    await vi.waitFor(() => expect(page).toEqual(['given a.txt']));
    notices[0]!.actions[1]!.run();
    await vi.waitFor(() => expect(page).toEqual(['given a.txt', 'given a.txt']));

    const strict = mergePolicies({ district: { allowUnchecked: false }, teacher: {} });
    parts.settings = () => ({ policy: strict, pausedUntil: 0 });
    // The notice stands until it is answered, and the policy may be another one by then.
    notices[0]!.actions[1]!.run();
    await vi.waitFor(() => expect(notices[1]?.actions.map(({ code }) => code)).toEqual(['try-again']));
    expect(page).toEqual(['given a.txt', 'given a.txt']);
  });

  test('do not go in where the district lets nothing in by the time of the choice', async () => {
    let isHeld = false;
    parts.holdsAll = () => (isHeld ? 'not-listed' : null);
    parts.reviewFiles = async () => {
      isHeld = true;
      return { kind: 'files', ends: ['original'], unread: false };
    };
    createGuard(parts).onUpload(upload(file('a.txt')), null);
    await vi.waitFor(() => expect([page, told()]).toEqual([['cancelled'], ['not-listed-file']]));
  });

  test('of a folder that cannot be read do not go in, and it is said', async () => {
    const broken = { ...upload(), list: () => Promise.reject(new Error('gone')) };
    createGuard(parts).onUpload(broken, null);
    await vi.waitFor(() => expect(told()).toEqual(['cannot-check']));
    expect(page).toEqual([]);
  });

  test('that the page may not have taken, and of which there are too many, are said', async () => {
    outcome = { kind: 'files', ends: ['original'], unread: false };
    const one = file('a.txt');
    const listed = { ...upload(one), list: async () => ({ files: [one], tooMany: true }) };
    createGuard(parts).onUpload({ ...listed, give: async () => false }, null);
    await vi.waitFor(() => expect(told()).toEqual(['too-many-files', 'file-look']));
  });

  test('wait for their turn, and the text beside them comes after', async () => {
    let answer = (_: Outcome) => {};
    parts.reviewFiles = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const guard = createGuard(parts);
    guard.onUpload(upload(file('a.txt')), draft('clean'));
    guard.onUpload(upload(file('b.txt')), null);
    expect(guard.onDraft(draft('a SECRET'))).toBe(true);
    await vi.waitFor(() => expect(held).toBe(1));
    await new Promise((resolve) => setTimeout(resolve, 0));
    answer({ kind: 'files', ends: ['original'], unread: false });
    await vi.waitFor(() => expect(page).toEqual(['given a.txt', 'clean']));
    await vi.waitFor(() => expect(held).toBe(1));
    await new Promise((resolve) => setTimeout(resolve, 0));
    answer({ kind: 'files', ends: ['original'], unread: false });
    await vi.waitFor(() => expect(page).toEqual(['given a.txt', 'clean', 'given b.txt', 'swapped']));
  });

  test('go by in a pause, also where they came before the settings', async () => {
    const paused = { policy: defaults, pausedUntil: Date.now() + 60_000 };
    parts.settings = () => paused;
    expect(createGuard(parts).onUpload(upload(file('a.txt')), null)).toBe(false);
    parts.awaitSettings = async () => paused;
    parts.settings = () => null;
    expect(createGuard(parts).onUpload(upload(file('a.txt')), null)).toBe(true);
    await vi.waitFor(() => expect(page).toEqual(['given a.txt']));
  });

  test('do not go in by an orphan, nor where the district lets nothing in', async () => {
    parts.alive = () => false;
    createGuard(parts).onUpload(upload(file('a.txt')), null);
    await vi.waitFor(() => expect([page, told()]).toEqual([['cancelled'], ['updated-file']]));
    parts.alive = () => true;
    parts.holdsAll = () => 'not-reviewed';
    const guard = createGuard(parts);
    expect(guard.turnsAway('input')).toBe(true);
    guard.onUpload(upload(file('a.txt')), null);
    await vi.waitFor(() => expect(page).toEqual(['cancelled', 'cancelled']));
    expect(told()).toEqual(['updated-file', 'not-reviewed-file', 'not-reviewed-file']);
  });

  test('that came with a text go in with it, and it is said that nobody looked', async () => {
    const pictured = { ...draft('clean'), files: [file('a.png')] };
    expect(createGuard(parts).onDraft(pictured)).toBe(false);
    expect(told()).toEqual(['file-unchecked']);
  });
});
