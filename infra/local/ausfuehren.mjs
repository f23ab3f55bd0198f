// `node infra/local/ausfuehren.mjs SKRIPT …`: any other command of package.json, also in a fresh clone.
import { handOver, prepareInstallation, requireNode } from './einrichten.mjs';

requireNode();
const { node } = await prepareInstallation((grund) => console.error(grund));
const [skript, ...argumente] = process.argv.slice(2);
handOver(node, skript, argumente);
