import { findBaumfehler, isNodeMindestens, readPort } from '@kim/infra/local/voraussetzungen.mjs';
import { describe, expect, it } from 'vitest';

const lock = {
  packages: {
    '': {},
    app: { version: '0.1.0' },
    'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' },
    'node_modules/nur-mac': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};
const vollstaendig = { packages: { 'node_modules/pg': { version: '8.23.1', integrity: 'sha512-a' } } };
const alles = () => true;

describe('the installed tree', () => {
  it('is complete when every required package is there in its version', () => {
    expect(findBaumfehler(lock, vollstaendig, alles)).toBeUndefined();
  });

  it('is half installed when npm never wrote its last file', () => {
    expect(findBaumfehler(lock, undefined, alles)).toMatch(/nicht zu Ende installiert/);
  });

  it('is half installed when a package is missing', () => {
    expect(findBaumfehler(lock, { packages: {} }, alles)).toBe('node_modules/pg fehlt');
  });

  it('is half installed when a folder was removed behind npm', () => {
    expect(findBaumfehler(lock, vollstaendig, (pfad) => !pfad.startsWith('node_modules/pg'))).toMatch(/unvollständig/);
  });

  it('is outdated when a version or its content differs from the lock file', () => {
    const alt = { packages: { 'node_modules/pg': { version: '8.22.0', integrity: 'sha512-a' } } };
    const anders = { packages: { 'node_modules/pg': { version: '8.23.1', integrity: 'sha512-x' } } };
    expect(findBaumfehler(lock, alt, alles)).toMatch(/Stand der package-lock/);
    expect(findBaumfehler(lock, anders, alles)).toMatch(/Stand der package-lock/);
  });
});

describe('settings read before anything is installed', () => {
  it('accept a port and refuse anything else', () => {
    expect(readPort({})).toBe(3000);
    expect(readPort({ KIM_PORT: '8080' })).toBe(8080);
    for (const wert of ['0', '65536', '80a', '-1', '1e3', ' 80']) expect(readPort({ KIM_PORT: wert })).toBeUndefined();
  });

  it('compare Node versions by number, not by text', () => {
    expect(isNodeMindestens('v20.19.0', [20, 19])).toBe(true);
    expect(isNodeMindestens('v20.9.0', [20, 19])).toBe(false);
    expect(isNodeMindestens('v100.0.0', [20, 19])).toBe(true);
    expect(isNodeMindestens('v18.20.4', [20, 19])).toBe(false);
  });
});
