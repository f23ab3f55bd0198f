import type { TestProject } from 'vitest/node';
import { starteTestserver } from './cluster.ts';
import type { Zugang } from './cluster.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    zugang: Zugang;
  }
}

/** For `globalSetup` of a vitest project: one server per run; test files copy databases from its templates. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { zugang, stop } = await starteTestserver();
  project.provide('zugang', zugang);
  return stop;
}
