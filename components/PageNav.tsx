import type { Spoken } from '../lib/words.ts';

const WORDS = {
  en: {
    pages: 'Pages',
    learn: 'Learn',
    prompts: 'Prompts',
    practice: 'Practice',
    voice: 'Your voice',
    options: 'Settings',
  },
  es: {
    pages: 'Páginas',
    learn: 'Aprender',
    prompts: 'Mensajes',
    practice: 'Práctica',
    voice: 'Su voz',
    options: 'Ajustes',
  },
} satisfies Record<Spoken, object>;
const PAGES = ['learn', 'prompts', 'practice', 'voice', 'options'] as const;

interface PageNavProps {
  /** Null on a page that is none of them. */
  here: (typeof PAGES)[number] | null;
  language: Spoken;
}

/** The way from one page of ours to the others, at the head of each. */
export function PageNav({ here, language }: PageNavProps) {
  const words = WORDS[language];
  return (
    <nav class="pages" aria-label={words.pages}>
      {PAGES.map((page) => (
        <a key={page} href={`/${page}.html`} aria-current={page === here ? 'page' : undefined}>
          {words[page]}
        </a>
      ))}
    </nav>
  );
}
