/** Who may import whom: one row per folder. Whatever is not listed is forbidden. See README.md, „Architecture“. */
const DARF = {
  'packages/core': [],
  'packages/ui': [],
  'packages/policies': ['packages/core'],
  'packages/tresor': ['packages/core'],
  'packages/kreis': ['packages/core', 'db'],
  'packages/auswertung': ['packages/core', 'packages/kreis', 'db'],
  'packages/auftraege': ['packages/core', 'packages/auswertung', 'db'],
  db: ['packages/core'],
  'packages/domain': ['packages/core', 'packages/policies', 'packages/tresor', 'packages/kreis', 'db'],
  app: ['packages/core', 'packages/ui', 'packages/policies', 'packages/tresor', 'packages/kreis', 'packages/auswertung', 'packages/domain', 'db'],
  'packages/testing': ['packages/core', 'packages/auswertung', 'packages/tresor', 'packages/domain', 'packages/policies', 'db', 'infra'],
  infra: ['packages/core', 'packages/tresor', 'packages/domain', 'packages/kreis', 'packages/auswertung', 'db'],
};

const alle = [...Object.keys(DARF), 'tests'];
const pfad = (ordner) => `^(${ordner.join('|')})/`;

module.exports = {
  forbidden: [
    ...Object.entries(DARF).map(([ordner, ziele]) => ({
      name: `richtung-${ordner.replace('/', '-')}`,
      comment: `${ordner} may import ${ziele.join(', ') || 'nothing of ours'}; move the code to where both may look.`,
      severity: 'error',
      from: { path: pfad([ordner]) },
      to: { path: pfad(alle.filter((anderer) => anderer !== ordner && !ziele.includes(anderer))) },
    })),
    {
      name: 'transaktionen',
      comment: 'Only the actor of a request, background work and tests open transactions: everything else is given an actor.',
      severity: 'error',
      from: { pathNot: '^(app/http/(akteur|betrieb)\\.server\\.ts|infra/|packages/(testing|auftraege)/|tests/|db/)' },
      to: { path: '^db/tenancy\\.ts$' },
    },
    {
      name: 'koordination',
      comment: 'Pages of the Koordination cannot even import casework.',
      severity: 'error',
      from: { path: '^app/routes/koordination' },
      to: { path: pfad(['packages/domain', 'packages/tresor', 'packages/testing']) },
    },
    { name: 'kreise', comment: 'No cycles.', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'remix-nur-in-app', comment: 'Moving to another router stays a one-folder job.', severity: 'error', from: { pathNot: '^(app/|vite\\.config|tests/)' }, to: { path: 'node_modules/@remix-run' } },
    { name: 'pg-boss-nur-im-hintergrund', comment: 'Other work is written to app.auftraege and found there.', severity: 'error', from: { pathNot: '^(packages/auftraege/|db/warteschlange\\.ts$)' }, to: { path: 'node_modules/pg-boss/' } },
    { name: 'lucia-nur-in-einer-datei', severity: 'error', from: { pathNot: '^app/http/sitzung\\.server\\.ts$' }, to: { path: 'node_modules/lucia/' } },
    { name: 'treiber-nur-in-db', comment: 'Queries go through a transaction of db/tenancy.ts.', severity: 'error', from: { path: '^(app|packages/(domain|kreis|auswertung|auftraege|ui|core|policies|tresor))/' }, to: { path: 'node_modules/pg/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|reports|db/migrations)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs'], conditionNames: ['import'], exportsFields: ['exports'] },
  },
};
