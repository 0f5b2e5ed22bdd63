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
  const turnedOff = sites.filter(({ off, on, blocked }) => off.length > 0 && on && !blocked);
  const guarded = listed.filter(({ blocked, on, off, hosts }) => !blocked && on && off.length < hosts.length);
  const kept = listed.filter((site) => !site.blocked && !site.on);
  const switches = (rows: SiteRow[]) => (
    <ul class="switches">
      {rows.map((site) => {
        const name = nameOf(t, site, site.hosts);
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
  const asked = sites.filter((site) => site.asked);
  const own = sites.filter((site) => site.own);
  return (
    <>
      {asked.length > 0 && (
        <>
          <h3>{t('options.sites.asked')}</h3>
          <p>{t('options.sites.asked.how')}</p>
          {switches(asked)}
        </>
      )}
      <h3>{t('options.sites.on')}</h3>
      <Names names={guarded.map(({ name }) => name)} />
      {turnedOff.length > 0 && (
        <>
          <h3>{t('options.sites.district-off')}</h3>
          <Names
            names={turnedOff.map((site) =>
              site.off.length < site.hosts.length || site.optional ? nameOf(t, site, site.off) : site.name,
            )}
          />
        </>
      )}
      {blocked.length > 0 && (
        <>
          <p>{t('options.sites.blocked')}</p>
          <Names names={blocked.map(({ name }) => name)} />
        </>
      )}
      {kept.length > 0 && (
        <>
          <h3>{t('options.sites.off')}</h3>
          {switches(kept)}
        </>
      )}
      {own.length > 0 && (
        <>
          <h3>{t('options.sites.own')}</h3>
          {switches(own)}
        </>
      )}
      <h3>{t('options.sites.more')}</h3>
      {switches(sites.filter((site) => site.optional && !site.asked && !site.own))}
      <p>{t('options.sites.add')}</p>
    </>
  );
}

function nameOf(t: Translate, { name }: SiteRow, hosts: string[]): string {
  return name ? t('options.sites.at', name, hosts.join(', ')) : hosts.join(', ');
}

function Names({ names }: { names: string[] }) {
  return (
    <ul class="site-names">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}
