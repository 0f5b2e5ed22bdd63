/** Drawn on a field of 24 by 24 with a line, in the colour of the words beside it. */
const ICONS = {
  check: 'M4 6h11M4 11h6M4 16h4M14.5 11a4 4 0 1 0 .01 0M17.5 18l3 3',
  practice: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  learn: 'M12 7c-2-2-5-2-8-2v13c3 0 6 0 8 2 2-2 5-2 8-2V5c-3 0-6 0-8 2zM12 7v13',
  prompts: 'M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5',
  voice: 'M4 10v4h3l8 5V5l-8 5zM18 9c1.3 1.8 1.3 4.2 0 6',
  options: 'M4 7h8M18 7h2M15 4.5v5M4 17h2M12 17h8M9 14.5v5',
  mistake:
    'M12 3.5a8.5 8.5 0 1 0 .01 0M12 8.5a3.5 3.5 0 1 0 .01 0M6 6l3.5 3.5M18 6l-3.5 3.5M6 18l3.5-3.5M18 18l-3.5-3.5',
  tip: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.5.4.8.9.8 1.6h5.4c0-.7.3-1.2.8-1.6A6 6 0 0 0 12 3',
  back: 'M14.5 6l-6 6 6 6',
  on: 'M9.5 6l6 6-6 6',
};

/** A small picture beside words; it says nothing that they do not. */
export function Icon({ name }: { name: keyof typeof ICONS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}
