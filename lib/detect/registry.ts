import type { Gazetteer } from './names/gazetteer.ts';
import type { PeopleFinder } from './people.ts';
import type { Recognizer } from './recognizer.ts';
import { address } from './recognizers/address.ts';
import { birthDate } from './recognizers/birth-date.ts';
import { disability } from './recognizers/disability.ts';
import { email } from './recognizers/email.ts';
import { governmentId } from './recognizers/government-id.ts';
import { link } from './recognizers/link.ts';
import { personName } from './recognizers/person-name.ts';
import { phone } from './recognizers/phone.ts';
import { secret } from './recognizers/secret.ts';
import { studentId } from './recognizers/student-id.ts';
import { username } from './recognizers/username.ts';

/** Every recognizer, in the order in which ties are resolved. A new one is one file and one line here. */
export function createRecognizers(gazetteer: Gazetteer, people?: () => PeopleFinder): Recognizer[] {
  return [
    email,
    governmentId,
    phone,
    secret,
    username,
    studentId,
    birthDate,
    address,
    link,
    personName(gazetteer, people),
    disability(gazetteer),
  ];
}
