import type { Gazetteer } from './names/gazetteer.ts';
import type { Recognizer } from './recognizer.ts';
import { academicRecord } from './recognizers/academic-record.ts';
import { address } from './recognizers/address.ts';
import { birthDate } from './recognizers/birth-date.ts';
import { counseling } from './recognizers/counseling.ts';
import { demographic } from './recognizers/demographic.ts';
import { disability } from './recognizers/disability.ts';
import { discipline } from './recognizers/discipline.ts';
import { economic } from './recognizers/economic.ts';
import { email } from './recognizers/email.ts';
import { family } from './recognizers/family.ts';
import { financialAccount } from './recognizers/financial-account.ts';
import { governmentId } from './recognizers/government-id.ts';
import { health } from './recognizers/health.ts';
import { housing } from './recognizers/housing.ts';
import { immigration } from './recognizers/immigration.ts';
import { languageStatus } from './recognizers/language-status.ts';
import { link } from './recognizers/link.ts';
import { logistics } from './recognizers/logistics.ts';
import { phone } from './recognizers/phone.ts';
import { rareTrait } from './recognizers/rare-trait.ts';
import { recordDate } from './recognizers/record-date.ts';
import { recordNumber } from './recognizers/record-number.ts';
import { roster } from './recognizers/roster.ts';
import { safety } from './recognizers/safety.ts';
import { school } from './recognizers/school.ts';
import { secret } from './recognizers/secret.ts';
import { studentId } from './recognizers/student-id.ts';
import { studentWork } from './recognizers/student-work.ts';
import { username } from './recognizers/username.ts';

/**
 * The recognizers of written forms, in the order in which ties are resolved: what they find is known by how it is
 * written and by the words beside it. A new one is one file and one line here.
 */
export function createFormRecognizers(gazetteer: Gazetteer): Recognizer[] {
  return [
    email,
    governmentId,
    financialAccount,
    phone,
    secret,
    username,
    studentId,
    recordNumber,
    birthDate,
    recordDate,
    address,
    link,
    school,
    logistics,
    rareTrait,
    disability(gazetteer),
    safety(gazetteer),
    health(gazetteer),
    discipline(gazetteer),
    counseling(gazetteer),
    immigration(gazetteer),
    economic(gazetteer),
    housing(gazetteer),
    family(gazetteer),
    languageStatus(gazetteer),
    demographic(gazetteer),
    academicRecord(gazetteer),
  ];
}

/** The recognizers of what a whole document or a part of it is. */
export function createDocumentRecognizers(gazetteer: Gazetteer): Recognizer[] {
  return [roster(gazetteer), studentWork(gazetteer)];
}
