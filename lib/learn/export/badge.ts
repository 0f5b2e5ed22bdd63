import { factId, HOME, momentOf, type RecordLine, type Who } from './record.ts';

/** The words of the document, which its reader at the union or district sees. */
export interface BadgeWords {
  /** That it is not signed, and by whom it has to be. */
  name: string;
  unsigned: string;
  issuer: string;
  achievement: string;
  about: string;
  criteria: string;
  /** One module: what was done and when. */
  module(line: RecordLine & { done: string }): string;
}

/**
 * Evidence for an Open Badge, in the form of an AchievementCredential (Open Badges 3.0, imsglobal.org/spec/ob/v3p0) with no
 * proof and an issuer that is nobody: only a union or district that puts in its own profile and signs it makes it a
 * badge. In: modules that are done, at least one.
 */
export function toBadgeEvidence(
  lines: (RecordLine & { done: string })[],
  who: Who,
  progressId: string,
  words: BadgeWords,
): object {
  const identity = (identityType: string, identityHash: string) => ({
    type: 'IdentityObject',
    hashed: false,
    identityHash,
    identityType,
  });
  const days = lines.map(({ done }) => done).sort();
  const credential = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: words.name,
    description: words.unsigned,
    // The UUID that stands for nothing (RFC 9562): a profile has to be here, and it must not be taken for anybody's.
    issuer: {
      id: 'urn:uuid:00000000-0000-0000-0000-000000000000',
      type: ['Profile'],
      name: words.issuer,
    },
    validFrom: momentOf(days.at(-1) ?? ''),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [identity('name', who.name), ...(who.email ? [identity('emailAddress', who.email)] : [])],
      achievement: {
        id: `${HOME}/achievement/${lines.map(({ module }) => module.id.toLowerCase()).join('-')}`,
        type: ['Achievement'],
        achievementType: 'Course',
        name: words.achievement,
        description: words.about,
        criteria: { narrative: words.criteria },
      },
    },
    evidence: lines.map((line) => ({
      type: ['Evidence'],
      name: `${line.module.id}: ${line.module.title}`,
      genre: 'Course',
      description: line.module.goal,
      narrative: words.module(line),
    })),
  };
  return { ...credential, id: `urn:uuid:${factId(progressId, JSON.stringify(credential))}` };
}
