import { table } from './table.ts';

table('link', [
  ['See https://docs.google.com/document/d/1aB_c/edit.', 'https://docs.google.com/document/d/1aB_c/edit'],
  ['(drive.google.com/file/d/1aBc/view)', 'drive.google.com/file/d/1aBc/view'],
  [
    'https://example.instructure.com/courses/11/users/7',
    'https://example.instructure.com/courses/11/users/7',
  ],
  ['https://us02web.zoom.us/j/123456789?pwd=x', 'https://us02web.zoom.us/j/123456789?pwd=x'],
  ['https://doxy.example.com/room/mkessler-w', 'https://doxy.example.com/room/mkessler-w'],
  ['https://padlet.com/nan_eng10/ellery-3kq', 'https://padlet.com/nan_eng10/ellery-3kq'],
  ['https://www.example.com/rooms and https://padlet.com/gallery'],
  ['meet.google.com/abc-defg-hij', 'meet.google.com/abc-defg-hij'],
  [
    'https://example-my.sharepoint.com/:w:/g/personal/x',
    'https://example-my.sharepoint.com/:w:/g/personal/x',
  ],
  ['https://www.khanacademy.org/math'],
  ['https://docs.google.com/'],
  ['https://zoom.us/pricing'],
  ['https://docs.google.com.example.org/document/d/1'],
  ['either/or and and/or'],
  ['Meeting link meet.example.net/jcf-504-mon', 'meet.example.net/jcf-504-mon'],
  ['forms dot example dot org slash overnight', 'forms dot example dot org slash overnight'],
  ['https://docs.python.org/3/library/re.html'],
  ['https://photos.example.com/'],
]);
