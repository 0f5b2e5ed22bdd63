import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Options } from '../../components/Options.tsx';
import { saveFile } from '../../components/save-file.ts';
import '../../components/style.css';
import '../../components/settings.css';
import { countsCsv, countsJson, everythingJson } from '../../lib/count-files.ts';
import { translator } from '../../lib/locale.ts';
import {
  changedList,
  withChoice,
  withIdleHours,
  withStyle,
  withTerms,
} from '../../lib/policy/rule-choices.ts';
import { withAllProblems } from '../../lib/policy-checks.ts';
import { type SiteRow, siteRows } from '../../lib/sites/site-rows.ts';
import { send } from '../../lib/store/channel.ts';
import { allCounts, forgetOldCounts } from '../../lib/store/counts.ts';
import { checkDistrictPacks, readDistrictPacks } from '../../lib/store/district-packs.ts';
import { eraseEverything, readEverything } from '../../lib/store/erase.ts';
import { pageLanguage } from '../../lib/store/language.ts';
import { pausedTabs } from '../../lib/store/pause.ts';
import {
  changeCorrections,
  changeMe,
  changeTeacherPolicy,
  readBasePolicy,
  readCopyNames,
  readCorrections,
  readLayers,
  readMe,
  readTeacherPolicy,
  watchPolicy,
  writeCopyNames,
} from '../../lib/store/settings.ts';
import { dropOwnSites, giveBackOwnSites } from '../../lib/store/site-access.ts';
import { setTips, wantsTips } from '../../lib/store/tips.ts';
import { spoken } from '../../lib/words.ts';

const language = await pageLanguage();
const t = translator(language);
document.documentElement.lang = spoken(language);
document.title = t('options.title');
const app = document.getElementById('app') as HTMLElement;
const edge = Number(/ Edg\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 0);

/** Browsers show their own question only where they are asked within the click, so nothing is awaited before. */
async function turn(site: SiteRow, on: boolean): Promise<boolean> {
  const asked = { origins: site.patterns };
  if (on) return browser.permissions.request(asked);
  if (!site.own) return browser.permissions.remove(asked);
  // What an administrator of the browser allowed cannot be given back. The list is what counts.
  await browser.permissions.remove(asked).catch(() => false);
  await dropOwnSites(site.patterns);
  return true;
}

async function erase(): Promise<void> {
  // A guard keeps its pause to itself: it is told, or it would go on with nothing to show for it.
  for (const tabId of await pausedTabs()) {
    await send({ type: 'pause', tabId, minutes: 0 }).catch(() => {});
  }
  // Only the background writes class lists. Where it cannot, nothing else is erased either, and the page says so.
  await send({ type: 'class-lists-change', change: { kind: 'erase' } });
  // It also notes when labels were used, and would go on with those that are erased.
  await send({ type: 'labels-forget' });
  await giveBackOwnSites();
  await eraseEverything();
}

let asked = 0;

async function show(): Promise<void> {
  asked += 1;
  const turnOf = asked;
  const policy = await readLayers().then(withAllProblems);
  await forgetOldCounts(policy.policy.retentionDays, new Date());
  const [base, teacher, me, corrections, weeks, granted, tips, district, copyNames, ending] =
    await Promise.all([
      readBasePolicy(),
      readTeacherPolicy(),
      readMe(),
      readCorrections(),
      allCounts(),
      browser.permissions.getAll(),
      wantsTips(),
      readDistrictPacks(),
      readCopyNames(),
      send({ type: 'class-lists-ending' }).catch(() => []),
    ]);
  // What was asked for later is newer.
  if (turnOf !== asked) return;
  const after = async <T,>(change: Promise<T>): Promise<T> => {
    const result = await change;
    await show();
    return result;
  };
  render(
    <Options
      {...{
        t,
        language: spoken(language),
        policy,
        base,
        teacher,
        me,
        corrections,
        weeks,
        tips,
        district,
        copyNames,
        ending,
      }}
      sites={siteRows(granted.origins ?? [], edge, {
        ...policy.policy,
        teacherSites: policy.teacherSites ?? [],
      })}
      onRule={(key, choice) => after(changeTeacherPolicy((stored) => withChoice(stored, key, choice)))}
      onStyle={(keys, style) => after(changeTeacherPolicy((stored) => withStyle(stored, keys, style)))}
      onMe={(field, add, remove) =>
        after(changeMe((now) => ({ ...now, [field]: changedList(now[field], add, remove) })))
      }
      onCorrections={(list, add, remove) =>
        after(changeCorrections((now) => ({ ...now, [list]: changedList(now[list], add, remove) })))
      }
      onTerms={(list, add, remove) =>
        after(changeTeacherPolicy((stored) => withTerms(stored, list, add, remove)))
      }
      onSite={(site, on) => after(turn(site, on))}
      onTips={(on) => after(setTips(on))}
      onCopyNames={(choice) => after(writeCopyNames(choice))}
      onExport={(form) =>
        saveFile(
          form === 'csv'
            ? { name: 'chalkline-counts.csv', type: 'text/csv', text: countsCsv(weeks) }
            : { name: 'chalkline-counts.json', type: 'application/json', text: countsJson(weeks) },
        )
      }
      onIdleHours={(hours) => after(changeTeacherPolicy((stored) => withIdleHours(stored, hours)))}
      onForget={async () => void (await send({ type: 'labels-forget' }))}
      onSaveAll={async () =>
        saveFile({
          name: 'chalkline-everything.json',
          type: 'application/json',
          text: everythingJson(await readEverything(), weeks),
        })
      }
      onErase={() => after(erase())}
    />,
    app,
  );
}

browser.permissions.onAdded.addListener(() => void show());
browser.permissions.onRemoved.addListener(() => void show());
// The counts may have grown in another tab.
document.addEventListener('visibilitychange', () => void show());
await watchPolicy(
  () =>
    void show()
      .then(checkDistrictPacks)
      .then((isNew) => (isNew ? show() : undefined)),
);
