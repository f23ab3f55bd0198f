type Version = readonly [major: number, minor: number];
type Paket = { version?: string; integrity?: string; optional?: boolean; devOptional?: boolean; peer?: boolean };
export type Sperrdatei = { packages: Record<string, Paket> };
export type Startnotiz = { pid: number; startzeit: string | undefined; url: string };

export const KLEINSTES_NODE: Version;
export function isNodeMindestens(version: string, mindestens: Version): boolean;
export function findDatenverzeichnis(wurzel: string, env?: Record<string, string | undefined>): string;
export function readPort(env?: Record<string, string | undefined>): number | undefined;
export function findBaumfehler(lock: Sperrdatei, installiert: Sperrdatei | undefined, exists: (pfad: string) => boolean): string | undefined;
export function checkBaum(wurzel: string): string | undefined;
export function findUnverlinkte(wurzel: string): string[];
export function checkPort(port: number): Promise<'frei' | 'belegt' | 'verboten'>;
export function readStartzeit(pid: number): string | undefined;
export function isLebendig(pid: number): boolean;
export function readLaufendenStart(daten: string): Startnotiz | undefined;
