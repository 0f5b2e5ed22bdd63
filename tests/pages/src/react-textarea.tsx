import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { editorBox, frame, install, isSendKey, record, settled } from './composer.ts';

// What React holds, seen from outside: written at each render, never read from the DOM.
let state = '';
let setState: (text: string) => void;
let area: HTMLTextAreaElement;

function Composer() {
  const [text, setText] = useState('');
  state = text;
  setState = setText;
  return (
    <form
      id="composer"
      onSubmit={(event) => {
        event.preventDefault();
        if (record(text)) setText('');
      }}
    >
      <textarea
        ref={(element) => {
          if (element) area = element;
        }}
        id="message"
        name="search"
        aria-label="Message"
        rows={4}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (!isSendKey(event.nativeEvent)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <button id="send" type="submit" aria-label="Send message" disabled={!text.trim()}>
        Send
      </button>
    </form>
  );
}

const box = editorBox();
frame(box);
const root = createRoot(box);
flushSync(() => root.render(<Composer />));

install({
  message: {
    text: () => state,
    set: (text) => flushSync(() => setState(text)),
    focus: () => area.focus(),
    async caret(from, to = from) {
      area.focus();
      area.setSelectionRange(from, to);
      await settled();
    },
  },
});
