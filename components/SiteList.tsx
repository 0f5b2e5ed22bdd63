import type { Translate } from '../lib/locale.ts';
import type { SiteRow } from '../lib/sites/site-rows.ts';

interface SiteListProps {
  t: Translate;
  sites: SiteRow[];
  onSite(site: SiteRow, on: boolean): void;
}

/** Where Chalkline runs, and where it can be turned on. */
export function SiteList({ t, sites, onSite }: SiteListProps) {
  const listed = sites.filter(({ optional }) => !optional);
  const blocked = listed.filter((site) => site.blocked);
  const guarded = listed.filter((site) => !site.blocked && site.on);
  const kept = listed.filter((site) => !site.blocked && !site.on);
  const switches = (rows: SiteRow[]) => (
    <ul class="switches">
      {rows.map((site) => {
        const name = t('options.sites.at', site.name, site.hosts.join(', '));
        const action = t(site.on ? 'options.sites.turn-off' : 'options.sites.turn-on');
        return (
          <li key={name}>
            <span>
              {name}
              {site.on && <span class="label"> {t('options.sites.is-on')}</span>}
            </span>
            <button
              type="button"
              class="plain"
              aria-label={`${action}: ${name}`}
              onClick={() => onSite(site, !site.on)}
            >
              {action}
            </button>
          </li>
        );
      })}
    </ul>
  );
  return (
    <>
      <h3>{t('options.sites.on')}</h3>
      <Names sites={guarded} />
      {blocked.length > 0 && (
        <>
          <p>{t('options.sites.blocked')}</p>
          <Names sites={blocked} />
        </>
      )}
      {kept.length > 0 && (
        <>
          <h3>{t('options.sites.off')}</h3>
          {switches(kept)}
        </>
      )}
      <h3>{t('options.sites.more')}</h3>
      {switches(sites.filter(({ optional }) => optional))}
    </>
  );
}

function Names({ sites }: { sites: SiteRow[] }) {
  return (
    <ul class="site-names">
      {sites.map(({ name }) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
